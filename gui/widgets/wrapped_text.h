// SPDX-License-Identifier: GPL-3.0-or-later
// Texts broken into lines, for what draws them itself.
#pragma once

#include <QFontMetrics>
#include <QString>

namespace splitee {

/// `text` with a line break wherever the next word would not fit into `width` pixels; a word that
/// is longer stands alone.
[[nodiscard]] QString wrappedText(const QString& text, const QFontMetrics& metrics, int width);

}  // namespace splitee
