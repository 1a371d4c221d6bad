// SPDX-License-Identifier: GPL-3.0-or-later
// Splits a text into words as BERT does before it looks for pieces (google-research/bert,
// tokenization.py, BasicTokenizer).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace splitee {

/// Most characters of a word; a longer one is unknown as a whole.
inline constexpr std::size_t kMostWordCharacters = 100;

struct BertWord {
    std::string_view text;       ///< UTF-8; its first kMostWordCharacters where there are more
    std::size_t characters = 0;  ///< all of them
    std::size_t end = 0;         ///< byte of the source behind it
};

/// Visits the words of `text` in order until `visit` returns false:
/// - NUL, U+FFFD, control and format characters (Cc, Cf) and bytes that are no UTF-8 are left out;
/// - white space parts words: tab, line feed, carriage return, Zs, Zl, Zp;
/// - each CJK ideograph is a word, and so is each punctuation mark: ASCII's that is no letter,
/// digit
///   or blank, and P*;
/// - `lowerCase`: letters become lower case (a sigma at the end of a word its final form), then
///   canonical decomposition (NFD), whose nonspacing marks (Mn) are left out.
/// Takes time in proportion to the bytes visited, and memory for one word. Returns how many bytes
/// it looked at.
std::uint64_t forEachBertWord(std::string_view text, bool lowerCase,
                              const std::function<bool(const BertWord&)>& visit);

}  // namespace splitee
