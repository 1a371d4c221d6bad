// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/setting_marks.h"

#include "engine/run/schedule.h"
#include "gui/setup/dataset_names.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

QString sourceWords(const std::string& name) {
    return name.starts_with("text:") ? datasetLabel(name)
                                     : distortionLabel(name.substr(name.rfind('/') + 1));
}

// What the experiment itself names: of a table the part that tells its samples apart.
QString ownSourceWords(const ExperimentFile& file) {
    if (!file.model.empty())
        return distortionLabel(file.distortion.empty() ? "clean" : file.distortion);
    return sourceLabel(file.table).section(QStringLiteral(" · "), -1);
}

}  // namespace

QString changeText(const std::string& key, double before, double after) {
    QString symbol = QString::fromStdString(key);
    if (key == "offload") symbol = QStringLiteral("o");
    if (key == "offload_factor") symbol = QStringLiteral("o ×");
    if (key == "mu") symbol = QStringLiteral("μ");
    if (key == "alpha") symbol = QStringLiteral("α");
    if (key == "lambda1") symbol = QStringLiteral("λ₁");
    if (key == "lambda2") symbol = QStringLiteral("λ₂");
    return QStringLiteral("%1 %2 → %3").arg(symbol, shortText(before), shortText(after));
}

std::vector<TimeLineMark> settingMarks(const Experiment& experiment, std::int64_t rounds) {
    std::vector<TimeLineMark> marks;
    const auto schedule = Schedule::of(experiment, rounds);
    if (!schedule) return marks;
    for (const std::int64_t round : schedule->switches()) {
        const Conditions before = schedule->at(round - 1);
        const Conditions after = schedule->at(round);
        for (const std::string_view key : kSettings)
            if (before.setting(key) != after.setting(key))
                marks.push_back(
                    {round, changeText(std::string(key), before.setting(key), after.setting(key))});
        if (before.source != after.source)
            marks.push_back({round, sourceWords(schedule->sources()[after.source])});
    }
    return marks;
}

std::vector<TimeLineBand> sourceBands(const ExperimentFile& file, std::int64_t rounds) {
    std::vector<TimeLineBand> bands;
    const auto schedule = Schedule::of(file.experiment, rounds);
    if (!schedule || schedule->sources().size() < 2) return bands;
    std::vector<std::int64_t> starts{1};
    for (const std::int64_t round : schedule->switches()) starts.push_back(round);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::int64_t last = i + 1 < starts.size() ? starts[i + 1] - 1 : rounds;
        const Conditions now = schedule->at(last);  // in a ramp, a share of the samples by now
        const std::size_t rising = now.share > 0 ? now.rising : now.source;
        if (!bands.empty() && bands.back().source == now.source && bands.back().rising == rising) {
            bands.back().last = last;  // a setting changed, and not the samples
            continue;
        }
        const std::string& name = schedule->sources()[rising];
        bands.push_back({starts[i], last, name.empty() ? ownSourceWords(file) : sourceWords(name),
                         now.source, rising});
    }
    return bands;
}

}  // namespace splitee
