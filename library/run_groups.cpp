#include "library/run_groups.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

namespace splitee {
namespace {

// What a run's group is told by: one text of all its values.
void addTo(std::string& identity, const RunValue& value) {
    identity += static_cast<char>('0' + value.index());
    if (const double* number = std::get_if<double>(&value)) {
        const auto bits = std::bit_cast<std::uint64_t>(*number == 0 ? 0.0 : *number);
        for (int shift = 0; shift < 64; shift += 8) identity += static_cast<char>(bits >> shift & 0xFFU);
    } else if (const std::string_view* text = std::get_if<std::string_view>(&value)) {
        identity += std::to_string(text->size()) + ':';
        identity += *text;
    }
}

}  // namespace

std::vector<RunGroup> groupRuns(std::span<const RunRow> rows, std::span<const std::size_t> which, std::span<const std::size_t> keys) {
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
        for (std::size_t i = 0; i < group.rows.size(); ++i) group.seeds += i == 0 || seedOf(group.rows[i]) != seedOf(group.rows[i - 1]) ? 1U : 0U;
    }
    return groups;
}

std::optional<Estimate> groupEstimate(std::span<const RunRow> rows, const RunGroup& group, std::span<const double> values) {
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

std::optional<Estimate> groupEstimate(std::span<const RunRow> rows, const RunGroup& group, std::size_t key) {
    std::vector<double> values;
    for (const std::size_t row : group.rows) values.push_back(numberOf(valueOf(rows[row], key)));
    return groupEstimate(rows, group, values);
}

std::optional<RunValue> commonValue(std::span<const RunRow> rows, const RunGroup& group, std::size_t key) {
    if (group.rows.empty()) return std::nullopt;
    const RunValue first = valueOf(rows[group.rows.front()], key);
    for (const std::size_t row : group.rows)
        if (compareValues(first, valueOf(rows[row], key)) != 0) return std::nullopt;
    return first;
}

}  // namespace splitee
