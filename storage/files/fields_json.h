// SPDX-License-Identifier: GPL-3.0-or-later
// Converts any struct that declares its parameters with visitFields to and from JSON.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {

template <class Parameters>
[[nodiscard]] nlohmann::json fieldsToJson(const Parameters& parameters) {
    nlohmann::json out = nlohmann::json::object();
    Parameters::visitFields(parameters, [&](const auto& value, const FieldInfo& info) {
        out[std::string(info.key)] = value;
    });
    return out;
}

/// May `json` be stored in a field of type Value without loss?
template <class Value>
[[nodiscard]] bool jsonFits(const nlohmann::json& json) {
    if constexpr (std::is_same_v<Value, std::string>)
        return json.is_string();
    else if constexpr (std::is_same_v<Value, bool>)
        return json.is_boolean();
    else if constexpr (std::is_integral_v<Value>) {
        if (json.is_number_unsigned()) return std::in_range<Value>(json.get<std::uint64_t>());
        return json.is_number_integer() && std::in_range<Value>(json.get<std::int64_t>());
    } else
        return json.is_number();
}

/// What a field of type Value takes, for a sentence.
template <class Value>
[[nodiscard]] constexpr std::string_view jsonTypeName() {
    if constexpr (std::is_same_v<Value, std::string>)
        return "a text in quotes";
    else if constexpr (std::is_same_v<Value, bool>)
        return "true or false";
    else if constexpr (std::is_unsigned_v<Value>)
        return "a whole number from 0";
    else if constexpr (std::is_integral_v<Value>)
        return "a whole number";
    else
        return "a number";
}

/// "unknown key 'offlaod': did you mean offload?", or with the valid keys where none is near.
[[nodiscard]] inline std::string unknownKey(const std::string& key,
                                            std::span<const std::string_view> keys) {
    const std::string meant = nearest(key, keys);
    return "unknown key '" + shownText(key, 100) +
           "': " + (meant.empty() ? "valid are " + listed(keys) : "did you mean " + meant + "?");
}

/// A missing key keeps its value; an unknown one, a wrong type and a value out of range are errors
/// that name the key.
template <class Parameters>
[[nodiscard]] Result<void> fieldsFromJson(const nlohmann::json& json, Parameters& parameters) {
    if (!json.is_object()) return fail("parameters must be a JSON object");
    std::vector<std::string_view> keys;
    Result<void> result;
    Parameters::visitFields(parameters, [&](auto& value, const FieldInfo& info) {
        using Value = std::remove_cvref_t<decltype(value)>;
        keys.push_back(info.key);
        const auto found = json.find(std::string(info.key));
        if (!result || found == json.end()) return;
        if (!jsonFits<Value>(*found)) {
            // An array or object is only named: writing one out recurses, and a hostile file nests
            // deeply.
            const std::string shown =
                found->is_structured()
                    ? std::string(found->type_name())
                    : found->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
            result = fail(std::string(info.key) + " is " + shownText(shown, 60) + ", but must be " +
                          std::string(jsonTypeName<Value>()));
            return;
        }
        value = found->template get<Value>();
    });
    if (!result) return result;
    for (const auto& [key, value] : json.items()) {
        if (std::ranges::find(keys, key) != keys.end()) continue;
        return fail(unknownKey(key, keys));
    }
    return checkFields(parameters);
}

}  // namespace splitee
