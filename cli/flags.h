// SPDX-License-Identifier: GPL-3.0-or-later
// Command line flags made from a struct's one declaration of its parameters.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "engine/run/experiment.h"
#include "storage/files/fields_json.h"

namespace splitee {

/// CLI11 reads an empty text as 0: a script with an unset variable would get another experiment
/// without a word.
[[nodiscard]] inline CLI::Validator aNumber(bool mayBeNegative = true) {
    return {[mayBeNegative](const std::string& text) -> std::string {
                if (text.empty()) return "needs a number, but nothing was given";
                return !mayBeNegative && text.front() == '-'
                           ? "must be a whole number from 0 on, not " + text
                           : "";
            },
            ""};
}

/// For names of files: an empty one keeps nothing, and surely was meant to keep something.
[[nodiscard]] inline CLI::Validator aName() {
    return {[](const std::string& text) -> std::string {
                return text.empty() ? "needs the name of a file, but nothing was given" : "";
            },
            ""};
}

/// Adds `--key` (dashes for underscores) for every field of `parameters`, which must outlive the
/// parse.
template <class Parameters>
void addFieldFlags(CLI::App& app, Parameters& parameters) {
    Parameters::visitFields(parameters, [&](auto& value, const FieldInfo& info) {
        std::string flag = "--" + std::string(info.key);
        std::ranges::replace(flag, '_', '-');
        std::string help(info.help);
        if (!info.choices.empty()) help += " (" + listed(info.choices) + ")";
        if (!info.unit.empty()) help += ", in " + std::string(info.unit);
        auto* option =
            app.add_option(flag, value, help)->capture_default_str()->group("Parameters");
        using Value = std::remove_cvref_t<decltype(value)>;
        // CLI11 would wrap -1 round to a huge number.
        if constexpr (std::is_arithmetic_v<Value>)
            option->check(aNumber(!std::is_unsigned_v<Value>));
    });
}

extern template void addFieldFlags(
    CLI::App& app, Experiment& parameters);  // compiled once, in flags.cpp, and not for every verb

/// `base` with what the user gave on the command line laid over it; `parsed` was filled by
/// addFieldFlags.
template <class Parameters>
[[nodiscard]] Result<Parameters> withGivenFlags(const CLI::App& app, const Parameters& parsed,
                                                Parameters base) {
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
