// SPDX-License-Identifier: GPL-3.0-or-later
// Look of a stretch of rounds by where its samples come from: a shade, a picture, a name. Time line
// and charts draw their bands by it.
#pragma once

#include <QImage>
#include <QRectF>

#include <vector>

#include "gui/run/time_line_model.h"

class QPainter;

namespace splitee {

class Theme;

struct BandLook {
    QRectF place;
    std::size_t sources = 2;  ///< that there are: the more, the nearer their shades
    /// Of the samples that come from the rising source, at places evenly apart from left to right.
    std::vector<double> shares{0, 1};
    QImage picture;       ///< drawn as a square at the left where it has room; null: none
    bool written = true;  ///< with its name, where that has room whole
    double radius = 3;    ///< of its corners
};

/// How many sources these stretches come from.
[[nodiscard]] std::size_t sourcesOf(const std::vector<TimeLineBand>& bands);

/// `font` of the name is the painter's.
void paintBand(QPainter& painter, const TimeLineBand& band, const BandLook& look,
               const Theme& theme);

}  // namespace splitee
