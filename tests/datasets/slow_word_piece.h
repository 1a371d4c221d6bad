// SPDX-License-Identifier: GPL-3.0-or-later
// BERT's tokenizer once more, slowly: written from the rules that google-research/bert publishes
// (tokenization.py), pass by pass over whole strings as they are there, with PCRE's Unicode tables.
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace splitee::test {

/// The words that BasicTokenizer.tokenize() makes.
[[nodiscard]] QStringList slowWords(std::string_view text, bool lowerCase = true);

/// The pieces that FullTokenizer.tokenize() makes, with 100 characters as the longest word.
[[nodiscard]] QStringList slowPieces(std::string_view text,
                                     const std::vector<std::string>& vocabulary,
                                     bool lowerCase = true);

/// The vocabulary that byte pair encoding makes of words that stand apart by blanks: every pair is
/// counted anew in each step.
[[nodiscard]] std::vector<std::string> slowVocabulary(const std::vector<std::string>& words,
                                                      std::size_t pieces, int leastCount);

}  // namespace splitee::test
