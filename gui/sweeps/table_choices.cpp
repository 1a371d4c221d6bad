// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweeps/table_choices.h"

#include <QCoreApplication>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "engine/run/table_names.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/source_picker.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

constexpr std::size_t kMostBeside = 10'000;  // files of a folder that are looked at

// Severity by kind; clean has none.
using Severities = std::map<std::string, std::map<double, std::string>>;

std::vector<std::string> namesBeside(const std::string& source) {
    if (source.starts_with("builtin:")) return bundledNames("tables", ".exits");
    std::vector<std::string> names;
    const std::size_t start = source.find_last_of('/') + 1;
    std::error_code error;
    std::filesystem::directory_iterator files(start == 0 ? "." : source.substr(0, start), error);
    for (; !error && files != std::filesystem::directory_iterator() && names.size() < kMostBeside;
         files.increment(error))
        names.push_back(source.substr(0, start) + files->path().filename().string());
    return names;
}

std::set<std::string> distortionsBeside(const std::string& source) {
    const TableName own = tableNameOf(source);
    std::set<std::string> found;
    if (own.distortion.empty()) return found;
    for (const std::string& name : namesBeside(source)) {
        const TableName other = tableNameOf(name);
        if (other.prefix == own.prefix && other.ending == own.ending && !other.distortion.empty())
            found.insert(other.distortion);
    }
    return found;
}

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
        const std::set<std::string> beside = distortionsBeside(sources[k]);
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
