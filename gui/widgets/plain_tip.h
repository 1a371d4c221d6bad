// SPDX-License-Identifier: GPL-3.0-or-later
// Tool tips that quote what others wrote: Qt takes a tip for rich text where it looks like it.
#pragma once

#include <QString>
#include <QTextDocument>

namespace splitee {

/// The tip that shows `text` letter by letter.
[[nodiscard]] inline QString plainTip(const QString& text) {
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

}  // namespace splitee
