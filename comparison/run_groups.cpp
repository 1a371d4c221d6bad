// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/run_groups.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>
#include <unordered_map>

#include "comparison/compared_runs.h"
#include "engine/fields.h"

namespace splitee {
namespace {

// What a run's group is told by: one text of all its values.
void addTo(std::string& identity, const RunValue& value) {
    identity += static_cast<char>('0' + value.index());
    if (const double* number = std::get_if<double>(&value)) {
        const auto bits = std::bit_cast<std::uint64_t>(*number == 0 ? 0.0 : *number);
        for (int shift = 0; shift < 64; shift += 8)
            identity += static_cast<char>(bits >> shift & 0xFFU);
    } else if (const std::string_view* text = std::get_if<std::string_view>(&value)) {
        identity += std::to_string(text->size()) + ':';
        identity += *text;
    }
}

// All settings of an experiment in one pass, each with its place in runKeys(); none for what the
// run says itself.
using SettingValues = std::vector<std::pair<RunValue, std::optional<std::size_t>>>;

SettingValues settingsOf(const Experiment& experiment) {
    static const std::vector<std::optional<std::size_t>> places = [] {
        std::vector<std::optional<std::size_t>> made;
        const Experiment defaults;
        Experiment::visitFields(defaults, [&](const auto&, const FieldInfo& info) {
            const auto key = findRunKey(info.key);
            made.push_back(key && runKeys()[*key].kind == RunKeyKind::Setting ? key : std::nullopt);
        });
        return made;
    }();
    SettingValues values;
    values.reserve(places.size());
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo&) {
        RunValue said;
        if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>)
            said = static_cast<double>(value);
        else
            said = std::string_view(value);
        values.emplace_back(said, places[values.size()]);
    });
    return values;
}

}  // namespace

std::vector<RunGroup> groupRuns(std::span<const RunRow> rows, std::span<const std::size_t> which,
                                std::span<const std::size_t> keys) {
    std::vector<RunGroup> groups;
    std::unordered_map<std::string, std::size_t> known;
    std::string identity;
    for (const std::size_t row : which) {
        identity.clear();
        for (const std::size_t key : keys) addTo(identity, valueOf(rows[row], key));
        const auto [place, fresh] = known.try_emplace(identity, groups.size());
        if (fresh) groups.emplace_back();
        groups[place->second].rows.push_back(row);
    }
    for (RunGroup& group : groups) {
        const auto seedOf = [&](std::size_t row) { return rows[row].run.spec.seed; };
        std::ranges::stable_sort(group.rows, {}, seedOf);
        for (std::size_t i = 0; i < group.rows.size(); ++i)
            group.seeds += i == 0 || seedOf(group.rows[i]) != seedOf(group.rows[i - 1]) ? 1U : 0U;
    }
    return groups;
}

std::optional<Estimate> groupEstimate(std::span<const RunRow> rows, const RunGroup& group,
                                      std::span<const double> values) {
    std::vector<double> bySeed;
    for (std::size_t i = 0; i < group.rows.size();) {
        const std::uint64_t seed = rows[group.rows[i]].run.spec.seed;
        double sum = 0;
        int known = 0;
        for (; i < group.rows.size() && rows[group.rows[i]].run.spec.seed == seed; ++i) {
            if (std::isnan(values[i])) continue;
            sum += values[i];
            ++known;
        }
        if (known > 0) bySeed.push_back(sum / known);
    }
    return estimate(bySeed);
}

std::optional<Estimate> groupEstimate(std::span<const RunRow> rows, const RunGroup& group,
                                      std::size_t key) {
    std::vector<double> values;
    for (const std::size_t row : group.rows) values.push_back(numberOf(valueOf(rows[row], key)));
    return groupEstimate(rows, group, values);
}

std::vector<std::size_t> differingKeys(std::span<const RunRow> rows, const RunGroup& group) {
    if (group.rows.size() < 2) return {};
    const RunRow& first = rows[group.rows.front()];
    const SettingValues values = settingsOf(first.run.experiment);
    std::set<std::size_t> differing;
    std::set<std::string_view> policies;
    bool source = false;
    for (const std::size_t row : group.rows) {
        const RunRow& other = rows[row];
        policies.insert(other.run.spec.policy);
        const RunProvenance &a = first.run.provenance, &b = other.run.provenance;
        if (a.dataHash != b.dataHash) source = source || a.source != b.source;
        if (a.dataHash != b.dataHash && a.source == b.source)
            differing.insert(*findRunKey("data_hash"));
        if (a.modelHash != b.modelHash) differing.insert(*findRunKey("model_hash"));
        if (a.distortion != b.distortion) differing.insert(*findRunKey("distortion"));
        const SettingValues others = settingsOf(other.run.experiment);
        for (std::size_t k = 0; k < values.size(); ++k)
            if (values[k].second && compareValues(values[k].first, others[k].first) != 0)
                differing.insert(*values[k].second);
    }
    std::erase_if(differing, [&](std::size_t key) {
        return std::ranges::none_of(policies, [&](std::string_view policy) {
            return appliesTo(runKeys()[key].key, policy);
        });
    });
    if (source) differing.insert(*findRunKey("source"));
    if (policies.size() > 1) differing.insert(*findRunKey("policy"));
    return {differing.begin(), differing.end()};
}

std::optional<RunValue> commonValue(std::span<const RunRow> rows, const RunGroup& group,
                                    std::size_t key) {
    if (group.rows.empty()) return std::nullopt;
    const RunValue first = valueOf(rows[group.rows.front()], key);
    for (const std::size_t row : group.rows)
        if (compareValues(first, valueOf(rows[row], key)) != 0) return std::nullopt;
    return first;
}

}  // namespace splitee
