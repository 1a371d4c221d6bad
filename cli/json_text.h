// SPDX-License-Identifier: GPL-3.0-or-later
// JSON to and from text. Compiled once, so that no verb instantiates the parser and the serializer
// of nlohmann::json again.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace splitee {

struct Experiment;

/// Indented by two spaces; bytes that are no UTF-8 are replaced, and control characters escaped.
[[nodiscard]] std::string jsonText(const nlohmann::json& json);

/// A string without quotes, anything else as JSON in one line.
[[nodiscard]] std::string plainText(const nlohmann::json& json);

/// jsonText() on stdout, with a newline.
void printJson(const nlohmann::json& json);

/// What `text` says, a discarded value where it is no JSON.
[[nodiscard]] nlohmann::json parsedJson(const std::string& text);

/// {"key": value} of every parameter.
[[nodiscard]] nlohmann::json experimentJson(const Experiment& experiment);

}  // namespace splitee
