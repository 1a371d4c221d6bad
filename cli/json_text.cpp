// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"

#include <cstdio>

#include <nlohmann/json.hpp>

#include "engine/plain_text.h"
#include "engine/run/experiment.h"
#include "storage/files/fields_json.h"

namespace splitee {

std::string jsonText(const nlohmann::json& json) {
    return escapedJson(json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string plainText(const nlohmann::json& json) {
    return json.is_string() ? json.get<std::string>() : json.dump();
}

void printJson(const nlohmann::json& json) { std::printf("%s\n", jsonText(json).c_str()); }

nlohmann::json parsedJson(const std::string& text) {
    return nlohmann::json::parse(text, nullptr, false);
}

nlohmann::json experimentJson(const Experiment& experiment) { return fieldsToJson(experiment); }

}  // namespace splitee
