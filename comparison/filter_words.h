// SPDX-License-Identifier: GPL-3.0-or-later
// The tokenizer of the run filter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace splitee {

struct FilterWord {
    enum class Kind { Word, Quoted, Operator, Open, Close, Comma, End };
    Kind kind = Kind::End;
    std::string text;
    std::size_t at = 0;  ///< bytes before it
};

/// Ends with a word of kind End. The error says where a quote is not closed, or a lone !, && or ||
/// stands.
[[nodiscard]] Result<std::vector<FilterWord>> filterWords(std::string_view text);

/// "at character 8", counted as people count, from 1; `at` in bytes of UTF-8.
[[nodiscard]] std::string placeIn(std::string_view text, std::size_t at);

/// a..z for A..Z; other bytes as they are.
[[nodiscard]] std::string lowered(std::string_view text);
/// Whether `part`, which is lowered, occurs in `text`.
[[nodiscard]] bool containsLowered(std::string_view text, std::string_view part);

}  // namespace splitee
