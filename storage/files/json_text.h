// SPDX-License-Identifier: GPL-3.0-or-later
// Parses JSON that users write; an error names the line.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "engine/result.h"

namespace splitee {

/// `what` names the text in errors ("sweep my.json"). Refuses what is not valid JSON, and a key
/// that an object holds twice: one of its values would be lost without a word.
[[nodiscard]] Result<nlohmann::json> parseJson(std::string_view text, const std::string& what);

}  // namespace splitee
