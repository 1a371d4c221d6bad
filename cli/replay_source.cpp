// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/replay_source.h"

#include <cstdio>

#include "cli/table_rows.h"
#include "cli/terminal.h"
#include "engine/run/policy_entry.h"
#include "engine/world/temperature.h"
#include "storage/tables/bundled.h"

namespace splitee {

Result<std::vector<std::string>> playablePolicies(const Experiment& experiment, World& world) {
    if (auto ranges = checkFields(experiment); !ranges) return tl::unexpected(ranges.error());
    auto keys = policiesOf(experiment);
    if (!keys) return keys;
    if (experiment.policies != "all") {
        if (auto valid = validate(experiment, world); !valid) return tl::unexpected(valid.error());
        return keys;
    }
    std::erase_if(*keys, [&](const std::string& key) {
        Experiment one = experiment;
        one.policies = key;
        const auto valid = validate(one, world);
        if (!valid)
            std::fprintf(stderr, "splitee: left out %s: %s\n", key.c_str(),
                         printable(valid.error().message).c_str());
        return !valid.has_value();
    });
    return keys;
}

Result<void> narrowToPlayable(Experiment& experiment, World& world) {
    if (experiment.policies != "all") return {};
    const auto keys = playablePolicies(experiment, world);
    if (!keys) return tl::unexpected(keys.error());
    std::string text;
    for (const std::string& key : *keys) text += (text.empty() ? "" : ",") + key;
    experiment.policies = text;
    return {};
}

std::string policyLabel(std::string_view key) { return entryLabel(key); }

std::optional<ExitTable> openReplay(const std::string& name, const Experiment& experiment,
                                    const std::string& verb, int& exitCode) {
    const auto refuse = [&](const Error& error, int code) {
        exitCode = report(error, code);
        return std::nullopt;
    };
    if (auto ranges = checkFields(experiment); !ranges) return refuse(ranges.error(), kExitUsage);
    auto table = openTable(name);
    if (!table) return refuse(table.error(), kExitFailed);
    tellRemarks({&*table, 1});
    if (table->exits < 2)
        return refuse({"the exit table " + name +
                       " has a single exit, so there is no split to choose: splitee " + verb +
                       " needs 2 exits or more"},
                      kExitUsage);
    const auto temperatures = parseTemperatures(experiment.temperature, table->exits);
    if (!temperatures) return refuse(temperatures.error(), kExitUsage);
    auto scaled = withTemperatures(*table, *temperatures);
    if (!scaled) return refuse(scaled.error(), kExitUsage);
    return std::move(*scaled);
}

}  // namespace splitee
