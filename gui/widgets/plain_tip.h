// SPDX-License-Identifier: GPL-3.0-or-later
// Tooltips with text of others: Qt would take a text that looks like rich text for it.
#pragma once

#include <QString>
#include <QTextDocument>

namespace splitee {

/// The tip that shows `text` letter by letter.
[[nodiscard]] inline QString plainTip(const QString& text) {
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

}  // namespace splitee
