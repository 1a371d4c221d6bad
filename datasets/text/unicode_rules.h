// SPDX-License-Identifier: GPL-3.0-or-later
// What the tokenizers ask of Unicode; the data are Qt's. No Qt in this header, so that inference
// may include what includes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace splitee {

struct DecodedCharacter {
    char32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;  ///< false: one byte that is no UTF-8
};
/// The character at the start of `text`, which must not be empty.
[[nodiscard]] DecodedCharacter decoded(std::string_view text);

/// Appends a code point as UTF-8.
void appendUtf8(std::string& text, char32_t code);

/// Among which white space, punctuation and so on a text is split by BERT's rules.
enum class BertClass : std::uint8_t { LeftOut, Space, Punctuation, Ideograph, Other };
[[nodiscard]] BertClass bertClassOf(char32_t code);

[[nodiscard]] bool isNonspacingMark(char32_t code);          ///< category Mn
[[nodiscard]] std::uint8_t combiningClassOf(char32_t code);  ///< 0: a starter

/// Lower case. Of U+0130, the only letter that becomes two, without the mark behind the i, which
/// BERT drops.
[[nodiscard]] char32_t lowerCaseOf(char32_t code);

/// Appends the full canonical decomposition of a code point, itself where it has none.
void decompose(char32_t code, std::vector<char32_t>& parts);

/// Whether a capital sigma at byte `at` of `text` (valid UTF-8 there) ends a word, so that it
/// becomes U+03C2 (Unicode 3.13, Final_Sigma). Counts into `steps` the bytes that it looked at.
[[nodiscard]] bool isFinalSigma(std::string_view text, std::size_t at, std::uint64_t& steps);

}  // namespace splitee
