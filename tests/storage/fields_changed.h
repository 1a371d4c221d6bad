// SPDX-License-Identifier: GPL-3.0-or-later
// Values that differ from the defaults in every field, and values just outside each range: made
// from the declaration.
#pragma once

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/run/experiment.h"

/// Every field differs from its default and lies in its range.
inline splitee::Experiment changedInEveryField() {
    splitee::Experiment experiment;
    splitee::Experiment::visitFields(experiment, [](auto& value, const splitee::FieldInfo& info) {
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::string>) {
            if (info.choices.empty())
                value += ",random";
            else
                value = value == info.choices.front() ? info.choices.back() : info.choices.front();
        } else if constexpr (std::is_floating_point_v<Value>) {
            value = value + 0.1 <= info.max ? value + 0.1 : value - 0.1;
        } else {
            value = static_cast<double>(value) + 2 <= info.max ? value + 2 : value - 1;
        }
    });
    return experiment;
}

/// For each field with a range or choices: its key and an experiment that leaves the range in this
/// one field.
inline std::vector<std::pair<std::string, splitee::Experiment>> outOfRangeOnce() {
    std::vector<std::pair<std::string, splitee::Experiment>> all;
    const splitee::Experiment defaults;
    splitee::Experiment::visitFields(defaults, [&](const auto&, const splitee::FieldInfo& wanted) {
        splitee::Experiment experiment;
        bool left = false;
        splitee::Experiment::visitFields(experiment,
                                         [&](auto& value, const splitee::FieldInfo& info) {
                                             using Value = std::remove_cvref_t<decltype(value)>;
                                             if (info.key != wanted.key) return;
                                             if constexpr (std::is_same_v<Value, std::string>) {
                                                 left = !info.choices.empty();
                                                 value = "nonsense";
                                             } else {
                                                 left = true;
                                                 value = static_cast<Value>(info.max * 1.5 + 1);
                                             }
                                         });
        if (left) all.emplace_back(std::string(wanted.key), experiment);
    });
    return all;
}
