// SPDX-License-Identifier: GPL-3.0-or-later
// Text card: draws a text in the place of an image, with a mark where the network stopped reading.
#pragma once

#include <QRectF>

#include "gui/run/text_line.h"

class QPainter;

namespace splitee {

class Theme;

/// Fills `frame` but for its edges: lines of the text and below them how many pieces it has. A text
/// that is too long ends with an ellipsis; of one that was cut short the last line shows where.
void paintTextCard(QPainter& painter, const QRectF& frame, const TextLine& text,
                   const Theme& theme);

}  // namespace splitee
