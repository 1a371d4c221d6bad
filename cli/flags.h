// SPDX-License-Identifier: GPL-3.0-or-later
// Command line flags made from a struct's one declaration of its parameters.
#pragma once

#include <cstddef>
#include <string>
#include <type_traits>
#include <vector>

#include "cli/command.h"
#include "engine/fields.h"

namespace splitee {

struct Experiment;

/// The flag of a parameter: "--fixed-layer" for fixed_layer.
[[nodiscard]] std::string flagOf(std::string_view key);

/// The help text of a parameter's flag: what it is, its choices, its unit.
[[nodiscard]] std::string helpOf(const FieldInfo& info);

/// Adds a flag for every field of `parameters`, which must outlive the parse.
template <class Parameters>
void addFieldFlags(const Command& command, Parameters& parameters) {
    Parameters::visitFields(parameters, [&](auto& value, const FieldInfo& info) {
        const CommandOption option =
            command.option(flagOf(info.key), value, helpOf(info)).showDefault().group("Parameters");
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_arithmetic_v<Value>) option.number(!std::is_unsigned_v<Value>);
    });
}

/// `base` with what the user gave on the command line laid over it; `parsed` was filled by
/// addFieldFlags(). The error names a value out of its range.
template <class Parameters>
[[nodiscard]] Result<Parameters> withGivenFlags(const Command& command, const Parameters& parsed,
                                                Parameters base) {
    std::vector<const void*> values;  // of `parsed`, in the order of visitFields
    Parameters::visitFields(parsed,
                            [&](const auto& value, const FieldInfo&) { values.push_back(&value); });
    std::size_t next = 0;
    Parameters::visitFields(base, [&](auto& value, const FieldInfo& info) {
        const void* from = values[next++];
        using Value = std::remove_cvref_t<decltype(value)>;
        if (command.given(flagOf(info.key))) value = *static_cast<const Value*>(from);
    });
    if (auto valid = checkFields(base); !valid) return tl::unexpected(valid.error());
    return base;
}

/// Adds --costs FILE, which takeGivenCosts() takes over; `file` must outlive the parse.
void addCostsFlag(const Command& command, std::string& file);

/// What --costs, --offload and --offload-per-layer mean together, laid over what withGivenFlags()
/// made: a profile sets all costs but mu, except lambda1 and lambda2 where these were given, and
/// --offload alone takes the place of costs of layers that a file had. The error names flags that
/// exclude each other, or what is wrong with the profile. Blocks.
[[nodiscard]] Result<void> takeGivenCosts(const Command& command, const std::string& file,
                                          Experiment& experiment);

/// "5", "6.1,4,2.5 by layer" or "5 x 0.5": o of an experiment, for a head line.
[[nodiscard]] std::string offloadWords(const Experiment& experiment);

// Four verbs use these: they are compiled once, in flags.cpp.
extern template void addFieldFlags(const Command& command, Experiment& parameters);
extern template Result<Experiment> withGivenFlags(const Command& command, const Experiment& parsed,
                                                  Experiment base);

}  // namespace splitee
