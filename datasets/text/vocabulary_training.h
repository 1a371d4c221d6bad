// SPDX-License-Identifier: GPL-3.0-or-later
// VocabularyTraining: makes a WordPiece vocabulary of a given size from texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/result.h"

namespace splitee {

struct VocabularySettings {
    std::size_t pieces = 8000;    ///< with the five special ones
    bool lowerCase = true;        ///< as WordPiece takes texts
    std::int64_t leastCount = 2;  ///< how often two pieces must stand side by side to become one
    std::size_t mostCharacters =
        500;  ///< the most frequent ones; words with others count as unknown
    std::size_t mostWords = 2'000'000;  ///< different ones; beyond them the rarest are forgotten
};

/// Byte pair encoding on words (Sennrich, Haddow, Birch 2016) in WordPiece's spelling: from single
/// characters, the two neighbours that stand together most often become one piece, again and again,
/// equal counts in the order of their spelling. The same texts in the same order give the same
/// vocabulary on every machine.
class VocabularyTraining {
public:
    explicit VocabularyTraining(const VocabularySettings& settings) : settings_(settings) {}

    /// Counts the words of a text.
    void add(std::string_view text);

    /// How many different ones are kept.
    [[nodiscard]] std::size_t words() const { return count_.size(); }

    /// [PAD], [UNK], [CLS], [SEP], [MASK], the characters (alone and with ## in front) and the
    /// pieces in the order in which they were made; fewer than asked for where no pair is frequent
    /// enough. Fails on texts without words, and where the characters alone are more than the
    /// pieces. Takes seconds for 100,000 different words; ends early where the work is to stop.
    [[nodiscard]] Result<std::vector<std::string>> pieces() const;

private:
    void forgetRareWords();

    VocabularySettings settings_;
    std::unordered_map<std::string, std::int64_t> count_;  // by word
};

}  // namespace splitee
