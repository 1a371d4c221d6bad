// SPDX-License-Identifier: GPL-3.0-or-later
// What labels of texts mean: from the words or numbers of a file to classes in a fixed order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace splitee {

/// Sets of texts whose labels are known by name. The order of classes is the one of the set's own
/// numbers, of GLUE where it has the set.
enum class LabelTask {
    Unknown,
    Sentiment,    ///< negative, positive: words, or 0 and 1
    Polarity,     ///< the same as 1 and 2 (Yelp polarity)
    Entailment,   ///< entailment, not_entailment (QNLI, RTE)
    SciTail,      ///< neutral, entails
    Snli,         ///< entailment, neutral, contradiction
    Mnli,         ///< contradiction, entailment, neutral
    Equivalence,  ///< not_equivalent, equivalent (MRPC)
    Duplicates,   ///< not_duplicate, duplicate (QQP)
};

/// How labels become those of a network or of another order.
enum class LabelMap {
    ByName,
    ByPlace,         ///< "position": the first class is the network's first
    SpliteeSciTail,  ///< "splitee_scitail": 0 and 1 change places, as in SplitEE's runs
    SpliteeSnli,     ///< "splitee_snli": 0 -> 1, 1 -> 2, 2 -> 0, as in SplitEE's runs
};
[[nodiscard]] Result<LabelMap> labelMapFrom(std::string_view text);

struct TextClasses {
    std::vector<std::string> names;
    std::vector<std::int32_t> ofWord;  ///< [words] index into names
    std::vector<std::string> remarks;  ///< sentences for the user
};

/// Whether this could be a label: a number of at most two digits, or a word that a task knows.
[[nodiscard]] bool looksLikeLabel(std::string_view field);

/// `words`: the different labels of a file. `task`: what its columns say, which counts if it knows
/// every word; else the task that does, else the words are classes of their own, in the order of
/// their numbers or their spelling. `network`: classes that are to be found instead, by name ("neg"
/// is negative; neutral and contradiction are not_entailment where that is all there is) or as
/// `map` says; empty: none. `path`: for errors.
[[nodiscard]] Result<TextClasses> textClasses(const std::vector<std::string>& words, LabelTask task,
                                              LabelMap map, const std::vector<std::string>& network,
                                              const std::string& path);

}  // namespace splitee
