// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/schedule_choices.h"

#include <algorithm>
#include <map>

#include "engine/run/schedule.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/setup.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/schedule_model.h"
#include "gui/setup/tables_beside.h"

namespace splitee {
namespace {

ScheduleChoice choiceOf(const std::string& entry) {
    ScheduleRow row = rowOf(entry + "@1");
    row.first.clear();
    return {whatChanges(row), row};
}

// The middle one of the amounts that there are tables of.
std::vector<ScheduleChoice> tablesBeside(const std::string& table) {
    std::map<std::string, std::vector<double>> amounts;
    for (const std::string& distortion : distortionsBeside(table)) {
        const std::size_t colon = distortion.find(':');
        std::vector<double>& all = amounts[distortion.substr(0, colon)];
        if (colon != std::string::npos)
            all.push_back(QString::fromStdString(distortion.substr(colon + 1)).toDouble());
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
