// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/policy_rows.h"

#include <algorithm>
#include <cmath>

#include "engine/run/policy_entry.h"
#include "gui/run/experiment_fields.h"

namespace splitee {
namespace {

constexpr double kFewValues = 1000;  // a parameter with no more is counted through
constexpr int kMostTries = 100;

// A value that lies `tries` steps beside `value`: the next whole ones where there are few, else a
// half, a quarter, ..
std::string valueBeside(const ExperimentField& field, const QVariant& value, int tries) {
    if (field.kind == FieldKind::Choice) {
        const auto count = static_cast<std::ptrdiff_t>(field.choices.size());
        const auto now = std::ranges::find(field.choices, value.toString());
        const auto at = (now - field.choices.begin() + tries) % std::max<std::ptrdiff_t>(count, 1);
        return field.choices[static_cast<std::size_t>(at)].toStdString();
    }
    const double now = value.toDouble();
    const bool whole = field.kind == FieldKind::Integer;
    if (whole && field.max - field.min <= kFewValues) {
        const double count = field.max - field.min + 1;
        return shortNumber(field.min + std::fmod(now - field.min + tries, count));
    }
    const double beside = now > 0 ? std::ldexp(now, -tries) : std::ldexp(1.0, tries - 1);
    return shortNumber(std::clamp(whole ? std::round(beside) : beside, field.min, field.max));
}

}  // namespace

std::vector<std::string> chosenRows(const Experiment& experiment) {
    return entriesIn(experiment).value_or(std::vector<std::string>());
}

std::string rowsText(const std::vector<std::string>& rows) {
    std::string text;
    for (const std::string& row : rows) text += (text.empty() ? "" : ",") + row;
    return text;
}

std::optional<std::string> anotherRow(const Experiment& experiment, const std::string& row) {
    std::vector<std::string> keys = entryParameters(row);
    std::ranges::stable_partition(keys, [](const std::string& key) {
        return experimentField(key).kind != FieldKind::Choice;
    });
    const Experiment own = settingsOf(experiment, row);
    std::vector<std::string> rows = chosenRows(experiment);
    rows.emplace_back();
    for (const std::string& key : keys)
        for (int tries = 1; tries <= kMostTries; ++tries) {
            auto other = withParameter(
                row, key, valueBeside(experimentField(key), fieldValue(own, key), tries));
            if (!other) break;
            rows.back() = *other;
            Experiment next = experiment;
            next.policies = rowsText(rows);
            // Also unlike the plain policy, which may be chosen later.
            if (policiesOf(next) &&
                wholeEntry(experiment, *other) != wholeEntry(experiment, policyKind(*other)))
                return *other;
        }
    return std::nullopt;
}

Result<Experiment> withRowValue(const Experiment& experiment, const std::string& row,
                                const std::string& key, const std::string& value) {
    auto changed = withParameter(row, key, value);
    if (!changed) return tl::unexpected(changed.error());
    std::vector<std::string> rows = chosenRows(experiment);
    std::ranges::replace(rows, row, *changed);
    Experiment next = experiment;
    next.policies = rowsText(rows);
    if (auto valid = policiesOf(next); !valid) return tl::unexpected(valid.error());
    return next;
}

}  // namespace splitee
