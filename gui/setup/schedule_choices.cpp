// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/schedule_choices.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "engine/run/schedule.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/setup.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/schedule_model.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

constexpr std::size_t kMostFiles = 1000;  // looked at in a folder of tables

ScheduleChoice choiceOf(const std::string& entry) {
    ScheduleRow row = rowOf(entry + "@1");
    row.first.clear();
    return {whatChanges(row), row};
}

// Names behind "cifar10-" of the tables beside cifar10-clean.
std::vector<std::string> namesBeside(const std::string& table) {
    const std::size_t folder = table.find_last_of("/:") + 1;
    const std::size_t dash = table.find('-', folder);
    if (dash == std::string::npos || table.find('?') != std::string::npos) return {};
    const std::string prefix = table.substr(folder, dash + 1 - folder);
    std::vector<std::string> names;
    const auto take = [&](const std::string& name) {
        if (name.starts_with(prefix)) names.push_back(name.substr(prefix.size()));
    };
    if (table.starts_with("builtin:")) {
        for (const std::string& name : bundledNames("tables", ".exits"))
            take(name.substr(std::string_view("builtin:").size()));
        return names;
    }
    const std::filesystem::path own(table);
    std::error_code error;
    std::filesystem::directory_iterator files(own.parent_path(), error);
    for (std::size_t k = 0;
         !error && files != std::filesystem::directory_iterator() && k < kMostFiles;
         ++k, files.increment(error))
        if (files->path().extension() == own.extension()) take(files->path().stem().string());
    return names;
}

// The middle one of the amounts that there are tables of.
std::vector<ScheduleChoice> tablesBeside(const std::string& table) {
    std::map<std::string, std::vector<double>> amounts;
    for (const std::string& name : namesBeside(table)) {
        const std::size_t dash = name.rfind('-');
        if (dash == std::string::npos) {
            if (name == "clean") amounts[name];
            continue;
        }
        const std::string what = name.substr(0, dash);
        bool is = false;
        const double amount = QString::fromStdString(name.substr(dash + 1)).toDouble(&is);
        if (is && what.find('-') == std::string::npos) amounts[what].push_back(amount);
    }
    std::vector<ScheduleChoice> choices;
    for (auto& [what, all] : amounts) {
        std::ranges::sort(all);
        choices.push_back(
            choiceOf(all.empty() ? what : what + ":" + shortNumber(all[all.size() / 2])));
    }
    return choices;
}

}  // namespace

std::vector<ScheduleChoice> scheduleChoices(const ExperimentFile& file) {
    std::vector<ScheduleChoice> choices;
    for (const std::string_view setting : kSettings) {
        const std::string key(setting);
        if (key == (file.experiment.offloadsPerLayer() ? "offload" : "offload_factor")) continue;
        choices.push_back(
            choiceOf(key + "=" + shortNumber(fieldValue(file.experiment, key).toDouble())));
    }
    if (!file.table.empty()) {
        for (ScheduleChoice& choice : tablesBeside(file.table))
            choices.push_back(std::move(choice));
    } else if (file.dataset.starts_with("text:")) {
        for (const char* entry : {"clean", "typos:0.1", "dropped_words:0.2"})
            choices.push_back(choiceOf(entry));
    } else if (isLive(file)) {
        choices.push_back(choiceOf("clean"));
        for (const DistortionInfo& info : distortionList())
            choices.push_back(choiceOf(toText(info.distortion)));
        choices.push_back({whatChanges({ScheduleRow::Kind::Day, "day", ':', {}, {}, {}, {}}),
                           {ScheduleRow::Kind::Day, "day", ':', {}, "3", {}, {}}});
    }
    return choices;
}

}  // namespace splitee
