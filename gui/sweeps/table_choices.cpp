// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweeps/table_choices.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

#include "engine/run/table_names.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/source_picker.h"
#include "gui/setup/tables_beside.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

// Severity by kind; clean has none.
using Severities = std::map<std::string, std::map<double, std::string>>;

}  // namespace

std::vector<TableChoice> sourceChoices(const std::vector<std::string>& own) {
    std::vector<TableChoice> choices;
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(choices, name, &TableChoice::value) != choices.end()) return;
        const QString label = sourceLabel(name);
        choices.push_back({name, label.section(QStringLiteral(" · "), 0, 0), label});
    };
    for (const std::string& name : own) add(name);
    for (const std::string& name : bundledNames("tables", ".exits"))
        if (const TableName named = tableNameOf(name);
            named.distortion.empty() || named.distortion == "clean")
            add(name);
    return choices;
}

std::vector<TableChoice> distortionChoices(const std::vector<std::string>& sources) {
    std::set<std::string> common;
    for (std::size_t k = 0; k < sources.size(); ++k) {
        // A sweep refuses an axis of distortions beside a name that says none.
        const std::set<std::string> beside = tableNameOf(sources[k]).distortion.empty()
                                                 ? std::set<std::string>()
                                                 : distortionsBeside(sources[k]);
        if (k == 0)
            common = beside;
        else
            std::erase_if(common, [&](const std::string& one) { return !beside.contains(one); });
    }
    std::vector<TableChoice> choices;
    Severities kinds;
    for (const std::string& distortion : common) {
        const auto parsed = parseDistortion(distortion);
        if (!parsed) continue;
        if (distortion == "clean")
            choices.push_back({distortion, {}, distortionLabel(distortion)});
        else
            kinds[distortion.substr(0, distortion.find(':'))].emplace(parsed->amount, distortion);
    }
    for (const auto& [kind, severities] : kinds) {
        const auto parsed = parseDistortion(severities.begin()->second);
        for (const auto& [severity, distortion] : severities)
            choices.push_back({distortion, distortionTitle(*parsed), distortionLabel(distortion)});
    }
    return choices;
}

}  // namespace splitee
