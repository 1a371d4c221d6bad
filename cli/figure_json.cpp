// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figure_json.h"

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "sources/kept_source.h"
#include "storage/session/run_figures.h"

namespace splitee {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kUnits{
    {{"accuracy", "share"},
     {"cost_mean", "lambda a sample"},
     {"cost_reduction_vs_final", "%"},
     {"accuracy_change_vs_final", "points"},
     {"offload_rate", "share"},
     {"reward_mean", "reward a round"},
     {"regret", "reward"},
     {"realised_regret", "reward"},
     {"rounds_per_second", "rounds a second"},
     {"pulls", "rounds"},
     {"rounds", "rounds"},
     {"seconds", "s"}}};

json orNull(const std::optional<double>& value) { return value ? json(*value) : json(nullptr); }
json intervalJson(const std::optional<Interval>& interval) {
    return interval ? json{interval->low, interval->high} : json(nullptr);
}

}  // namespace

json figureJson(const std::optional<Estimate>& estimate, std::string_view unit) {
    if (!estimate) return nullptr;
    const json t = intervalJson(estimate->studentT());
    return {{"mean", estimate->mean},
            {"se", orNull(estimate->standardError)},
            {"sd", orNull(estimate->standardDeviation)},
            {"ci95", t},
            {"ci95_t", t},
            {"ci95_bootstrap", intervalJson(estimate->bootstrap)},
            {"unit", unit}};
}

std::string unitOf(std::string_view figure) {
    for (const auto& [key, unit] : kUnits)
        if (key == figure) return std::string(unit);
    return "";
}

json unitsOfFigures() {
    json units = json::object();
    for (const RunFigure& figure : runFigures()) units[figure.key] = unitOf(figure.key);
    for (const char* key : {"pulls", "rounds", "seconds"}) units[key] = unitOf(key);
    return units;
}

json tableSourceJson(const std::string& table) { return {{"kind", "table"}, {"table", table}}; }

json sourceJson(const ExperimentFile& file) {
    if (file.model.empty()) return tableSourceJson(file.table);
    return {{"kind", "network"},
            {"model", file.model},
            {"dataset", file.dataset},
            {"distortion", file.distortion},
            {"part", file.part.empty() ? kTestPart : file.part}};
}

json sourceJson(const StoredRun& run) {
    const auto file = experimentOf(run);
    return file ? sourceJson(*file) : tableSourceJson(run.provenance.source);
}

}  // namespace splitee
