// SPDX-License-Identifier: GPL-3.0-or-later
// Holds out a part of training texts for validation, so that what is validated on was not trained
// on in pieces.
#pragma once

#include <span>
#include <vector>

#include "datasets/text_reader.h"

namespace splitee {

enum class HeldOut {
    No,
    Yes,
    Neither,  ///< a phrase of held-out sentences alone
};

/// [samples] One text in twenty, by its hash, the same on every machine and in any order of the
/// file. Pairs with the same first text stay together. Where texts are phrases of one another, as
/// in SST-2's training file, whole sentences are held out (those that are no phrase of another
/// text), and phrases that stand in held-out sentences alone are in neither part. Phrases are
/// looked for where no text has more than 100 words; a text is a phrase where its words stand in a
/// row.
[[nodiscard]] std::vector<HeldOut> heldOut(std::span<const ReadText> samples);

}  // namespace splitee
