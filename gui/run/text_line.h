// SPDX-License-Identifier: GPL-3.0-or-later
// TextLine: a sample that is a text, as the window shows it: on one line, and where the network
// stopped reading.
#pragma once

#include <QString>

#include "datasets/dataset.h"
#include "inference/text_read.h"

namespace splitee {

struct TextLine {
    QString read;  ///< what the network looked at
    QString left;  ///< what did not fit any more; empty: it read all of it
    int pieces = 0;

    [[nodiscard]] QString whole() const { return read + left; }
    friend bool operator==(const TextLine&, const TextLine&) = default;
};

/// Blanks and line breaks become one space; characters that are not seen, or turn the direction of
/// a line, are left out. Two texts that are judged together are parted by a bar.
[[nodiscard]] QString lineOf(const Text& text);
[[nodiscard]] TextLine lineOf(const Text& text, const TextRead& read);

/// Rich text for a tooltip, which wraps it: the whole text, what was not read struck through, and
/// the number of pieces; of a very long text the beginning.
[[nodiscard]] QString tipOf(const TextLine& line);

}  // namespace splitee
