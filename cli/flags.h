// Command line flags made from a struct's one declaration of its parameters.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "storage/fields_json.h"

namespace splitee {

/// Adds `--key` (dashes for underscores) for every field of `parameters`, which must outlive the parse.
template <class Parameters>
void addFieldFlags(CLI::App& app, Parameters& parameters) {
    Parameters::visitFields(parameters, [&](auto& value, const FieldInfo& info) {
        std::string flag = "--" + std::string(info.key);
        std::ranges::replace(flag, '_', '-');
        std::string help(info.help);
        if (!info.choices.empty()) help += " (" + listed(info.choices) + ")";
        if (!info.unit.empty()) help += ", in " + std::string(info.unit);
        auto* option = app.add_option(flag, value, help)->capture_default_str()->group("Parameters");
        // CLI11 would wrap -1 round to a huge number.
        if constexpr (std::is_unsigned_v<std::remove_cvref_t<decltype(value)>>) option->check(CLI::NonNegativeNumber);
    });
}

/// `base` with what the user gave on the command line laid over it; `parsed` was filled by addFieldFlags.
template <class Parameters>
[[nodiscard]] Result<Parameters> withGivenFlags(const CLI::App& app, const Parameters& parsed, Parameters base) {
    nlohmann::json given = fieldsToJson(parsed);
    Parameters::visitFields(parsed, [&](const auto&, const FieldInfo& info) {
        std::string flag = "--" + std::string(info.key);
        std::ranges::replace(flag, '_', '-');
        if (app.count(flag) == 0) given.erase(std::string(info.key));
    });
    if (auto read = fieldsFromJson(given, base); !read) return tl::unexpected(read.error());
    return base;
}

}  // namespace splitee
