// SPDX-License-Identifier: GPL-3.0-or-later
// FlatJson is one JSON object of texts, numbers and truth values, without lists or objects in it:
// what a small file of settings holds. The reader is strict (RFC 8259) and never recurses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace splitee {

struct FlatEntry {
    enum class Kind { Text, Number, Truth };
    std::string key;
    Kind kind = Kind::Text;
    std::string value;  ///< a text decoded; a number or truth value as it is written
};

/// In the order of the file.
using FlatJson = std::vector<FlatEntry>;

/// At most `mostBytes`. The error names the line: what is not JSON, is nested, or is there twice.
[[nodiscard]] Result<FlatJson> parseFlatJson(std::string_view text, std::size_t mostBytes);

/// An entry a line, indented by two spaces, with a newline at the end. Bytes that are not UTF-8
/// become U+FFFD.
[[nodiscard]] std::string flatJsonText(const FlatJson& entries);

}  // namespace splitee
