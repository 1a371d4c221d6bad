// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/run_table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace splitee {
namespace {

RunValue titleOf(const RunRow& row) {
    const std::string& name = row.run.marks.name;
    return std::string_view(name.empty() ? row.run.spec.policy : name);
}

// A measure has a mean over seeds; a setting, fact or mark is a value or several.
bool hasMean(std::size_t key) { return runKeys()[key].kind == RunKeyKind::Measure; }

}  // namespace

void RunTable::setRows(std::vector<RunRow> rows) {
    std::swap(rows_, rows);
    for (const RunRow& before : rows) {
        const RunRow* now = find(before.run.id);
        if (now != nullptr && now->run.rounds == before.run.rounds &&
            now->run.status == before.run.status)
            continue;
        for (auto& [key, values] : roundValues_) values.erase(before.run.id);
    }
    arrange(std::move(look_));
}

const RunRow* RunTable::find(std::int64_t run) const {
    const auto found =
        std::ranges::lower_bound(rows_, run, {}, [](const RunRow& row) { return row.run.id; });
    return found != rows_.end() && found->run.id == run ? &*found : nullptr;
}

void RunTable::setMarks(std::int64_t run, const RunMarks& marks) {
    const auto found =
        std::ranges::lower_bound(rows_, run, {}, [](const RunRow& row) { return row.run.id; });
    if (found != rows_.end() && found->run.id == run) found->run.marks = marks;
}

void RunTable::arrange(RunTableLook look) {
    look_ = std::move(look);
    std::vector<std::size_t> which;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        const bool wanted = look_.filter.speaksOfTrash() || !rows_[row].run.marks.trashed;
        if (wanted && look_.filter.matches(rows_[row])) which.push_back(row);
    }
    matching_ = which.size();
    items_.clear();
    if (grouped()) {
        items_ = groupRuns(rows_, which, look_.groupBy);
    } else {
        items_.reserve(which.size());
        for (const std::size_t row : which) items_.push_back({{row}, 1});
    }
    sort();
}

void RunTable::sort() {
    if (look_.order.empty()) return;
    const std::size_t keys = look_.order.size();
    std::vector<RunValue> values;  // [items * keys]: computed once, not with each comparison
    values.reserve(items_.size() * keys);
    for (std::size_t at = 0; at < items_.size(); ++at)
        for (const SortKey& by : look_.order) values.push_back(cell(at, by.key).value);
    std::vector<std::size_t> places(items_.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {
        for (std::size_t k = 0; k < keys; ++k) {
            const RunValue &x = values[a * keys + k], &y = values[b * keys + k];
            const int order = compareValues(x, y);
            if (order == 0) continue;
            const bool turned = look_.order[k].descending && isKnown(x) &&
                                isKnown(y);  // what is not known stays last
            return turned ? order > 0 : order < 0;
        }
        return false;
    });
    std::vector<RunGroup> sorted;
    sorted.reserve(items_.size());
    for (const std::size_t place : places) sorted.push_back(std::move(items_[place]));
    items_ = std::move(sorted);
}

RunCell RunTable::cell(std::size_t at, std::size_t key) const {
    const RunGroup& group = items_[at];
    if (key == kSeedsKey) return {static_cast<double>(group.seeds), {}, false};
    if (key == kTitleKey) return {titleOf(rows_[group.rows.front()]), {}, false};
    if (roundColumnOf(key)) {
        std::vector<double> values;
        for (const std::size_t row : group.rows) values.push_back(roundValue(key, row));
        const auto mean = groupEstimate(rows_, group, values);
        return mean ? RunCell{mean->mean, mean->halfWidth, false} : RunCell{};
    }
    if (!grouped()) return {valueOf(rows_[group.rows.front()], key), {}, false};
    if (hasMean(key)) {
        const auto mean = groupEstimate(rows_, group, key);
        return mean ? RunCell{mean->mean, mean->halfWidth, false} : RunCell{};
    }
    const auto common = commonValue(rows_, group, key);
    return common ? RunCell{*common, {}, false} : RunCell{{}, {}, true};
}

double RunTable::roundValue(std::size_t key, std::size_t row) const {
    const auto column = roundValues_.find(key);
    if (column == roundValues_.end()) return std::numeric_limits<double>::quiet_NaN();
    const auto found = column->second.find(rows_[row].run.id);
    return found == column->second.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
}

std::vector<std::int64_t> RunTable::withoutRoundValue(std::size_t key) const {
    const auto column = roundValues_.find(key);
    std::vector<std::int64_t> runs;
    for (const RunRow& row : rows_)
        if (row.run.status != RunStatus::Running && row.run.status != RunStatus::Queued &&
            (column == roundValues_.end() || !column->second.contains(row.run.id)))
            runs.push_back(row.run.id);
    return runs;
}

std::size_t RunTable::trashed() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(rows_, [](const RunRow& row) { return row.run.marks.trashed; }));
}

std::optional<std::size_t> RunTable::best(std::size_t key) const {
    const auto column = roundColumnOf(key);
    const std::size_t measure = column ? column->measure : key;
    const int better = measure < runKeys().size() ? runKeys()[measure].better : 0;
    if (better == 0) return std::nullopt;
    std::optional<std::size_t> found;
    double most = 0;
    std::size_t known = 0;
    for (std::size_t at = 0; at < items_.size(); ++at) {
        const double value = better * numberOf(cell(at, key).value);
        if (std::isnan(value)) continue;
        ++known;
        if (!found || value > most) {
            found = at;
            most = value;
        }
    }
    return known > 1 ? found : std::nullopt;
}

}  // namespace splitee
