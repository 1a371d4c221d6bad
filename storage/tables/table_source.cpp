// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/table_source.h"

#include <filesystem>

#include "engine/run/schedule.h"
#include "engine/run/table_names.h"
#include "engine/world/temperature.h"
#include "storage/tables/bundled.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

// The name of the table that holds the same samples as `own` under another distortion.
std::string sibling(const std::string& own, const std::string& source) {
    std::error_code error;
    if (source.starts_with("builtin:") || std::filesystem::exists(source, error)) return source;
    if (source.find('?') != std::string::npos) return source;  // rows of a table
    const std::string beside = tableBeside(own, source);
    return beside.empty() ? source : beside;
}

}  // namespace

std::vector<const ExitTable*> TableSource::all() const {
    std::vector<const ExitTable*> pointers;
    for (const ExitTable& table : scaled.empty() ? recorded : scaled) pointers.push_back(&table);
    return pointers;
}

Result<void> TableSource::applyTemperature(const Experiment& experiment) {
    scaled.clear();
    if (experiment.temperature == Experiment().temperature) return {};
    for (const ExitTable& table : recorded) {
        const auto temperatures = parseTemperatures(experiment.temperature, table.exits);
        if (!temperatures) return tl::unexpected(temperatures.error());
        auto changed = withTemperatures(table, *temperatures);
        if (!changed) return tl::unexpected(changed.error());
        scaled.push_back(std::move(*changed));
    }
    return {};
}

Result<TableSource> openTableFiles(const std::string& name, const Experiment& experiment) {
    const auto scheduled = scheduledSources(experiment);
    if (!scheduled) return tl::unexpected(scheduled.error());
    TableSource source;
    for (std::size_t k = 0; k <= scheduled->size(); ++k) {
        auto table = openTable(k == 0 ? name : sibling(name, (*scheduled)[k - 1]));
        if (!table && k > 0)
            return fail("schedule: cannot switch to '" + (*scheduled)[k - 1] +
                        "': " + table.error().message);
        if (!table) return tl::unexpected(table.error());
        source.hash += (k == 0 ? "" : "+") + tableHash(*table);
        if (k > 0)
            if (auto same = checkSameSamples(source.recorded.front(), *table); !same)
                return tl::unexpected(same.error());
        source.recorded.push_back(std::move(*table));
    }
    return source;
}

}  // namespace splitee
