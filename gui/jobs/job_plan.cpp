// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/job_plan.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "datasets/distortion.h"

namespace splitee {
namespace {

constexpr int kOnlySide = 32, kLeastLarge = 96, kMostSide = 512;

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

QString inQt(const std::string& text) { return QString::fromStdString(text); }

std::string valueText(const std::string& value) { return value; }
std::string valueText(double value) { return shortNumber(value); }
std::string valueText(std::int64_t value) { return std::to_string(value); }
std::string valueText(std::uint64_t value) { return std::to_string(value); }

// The flags of the fields that differ from `standard`.
template <class Settings>
void addChanged(QStringList& words, const Settings& settings, const Settings& standard) {
    std::vector<std::string> usual;
    Settings::visitFields(
        standard, [&](const auto& value, const FieldInfo&) { usual.push_back(valueText(value)); });
    std::size_t at = 0;
    Settings::visitFields(settings, [&](const auto& value, const FieldInfo& info) {
        const std::string text = valueText(value);
        if (text == usual[at++]) return;
        std::string flag = "--" + std::string(info.key);
        std::ranges::replace(flag, '_', '-');
        words << inQt(flag) << inQt(text);
    });
}

QStringList trainWords(const TrainPlan& plan) {
    QStringList words{QStringLiteral("train"), QStringLiteral("--network"), inQt(plan.network),
                      QStringLiteral("--dataset"), inQt(plan.dataset)};
    addChanged(words, plan.settings, TrainPlan::defaultsOf(plan.network));
    if (plan.network == kEncoderNetwork) addChanged(words, plan.encoder, EncoderSettings());
    if (plan.side > 0) words << QStringLiteral("--side") << QString::number(plan.side);
    words << QStringLiteral("--threads") << QString::number(plan.threads);
    if (plan.resume)
        words << QStringLiteral("--resume");
    else if (plan.overwrite)
        words << QStringLiteral("--overwrite");
    return words << QStringLiteral("--out") << inQt(plan.out);
}

QStringList liveWords(const LiveRequest& live) {
    return {QStringLiteral("--model"),      inQt(live.model),
            QStringLiteral("--dataset"),    inQt(live.dataset),
            QStringLiteral("--distortion"), inQt(live.distortion),
            QStringLiteral("--part"),       inQt(live.part),
            QStringLiteral("--threads"),    QString::number(live.threads)};
}

QStringList attachWords(const AttachPlan& plan) {
    const ImportWords& words = plan.words;
    QStringList all{QStringLiteral("model"),
                    QStringLiteral("import"),
                    inQt(words.network),
                    QStringLiteral("--side"),
                    QString::number(words.side),
                    QStringLiteral("--mean"),
                    inQt(words.mean),
                    QStringLiteral("--std"),
                    inQt(words.deviation),
                    QStringLiteral("--attach"),
                    inQt(words.attach),
                    QStringLiteral("--dataset"),
                    inQt(words.dataset),
                    QStringLiteral("--images"),
                    QString::number(words.images),
                    QStringLiteral("--seed"),
                    QString::number(words.seed),
                    QStringLiteral("--threads"),
                    QString::number(words.threads)};
    if (!words.classes.empty()) all << QStringLiteral("--classes") << inQt(words.classes);
    if (plan.overwrite) all << QStringLiteral("--overwrite");
    return all << QStringLiteral("--json") << QStringLiteral("--out") << inQt(words.out);
}

bool isThere(const std::string& file) {
    std::error_code error;
    return std::filesystem::exists(file, error);
}

// A folder that is not there is made by nobody.
Result<void> checkPlace(const std::string& out) {
    if (out.empty()) return fail("say where the file goes");
    std::error_code error;
    const auto folder = std::filesystem::path(out).parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder, error))
        return fail("the folder " + folder.string() + " does not exist");
    if (std::filesystem::is_directory(out, error)) return fail(out + " is a folder: name a file");
    return {};
}

Result<void> checkTraining(const TrainPlan& plan) {
    if (plan.dataset.empty()) return fail("choose what the network learns from");
    if (auto valid = checkFields(plan.settings); !valid) return valid;
    if (plan.network == kEncoderNetwork) {
        if (auto valid = checkFields(plan.encoder); !valid) return valid;
        if (plan.encoder.hidden % plan.encoder.heads != 0)
            return fail("hidden is " + std::to_string(plan.encoder.hidden) +
                        ", but must be a multiple of the " + std::to_string(plan.encoder.heads) +
                        " heads");
    } else if (plan.side != 0 && plan.side != kOnlySide &&
               (plan.side % kOnlySide != 0 || plan.side < kLeastLarge || plan.side > kMostSide)) {
        return fail("side is " + std::to_string(plan.side) +
                    ", but must be 32, or a multiple of 32 from 96 to 512");
    }
    if (auto place = checkPlace(plan.out); !place) return place;
    if (plan.resume && !isThere(plan.out + ".checkpoint"))
        return fail("there is no checkpoint " + plan.out + ".checkpoint to go on from");
    for (const std::string& file : {plan.out, plan.out + ".checkpoint"})
        if (!plan.resume && !plan.overwrite && isThere(file))
            return fail("the file " + std::filesystem::path(file).filename().string() +
                        " exists already: name another, or let it be replaced");
    return {};
}

Result<void> checkLive(const LiveRequest& live) {
    if (live.model.empty()) return fail("choose a network");
    if (live.dataset.empty()) return fail("choose what the network is shown");
    if (auto known = parseDistortion(live.distortion); !known) return tl::unexpected(known.error());
    return {};
}

}  // namespace

TrainSettings TrainPlan::defaultsOf(const std::string& network) {
    return network == kEncoderNetwork ? TrainSettings::forEncoder() : TrainSettings();
}

QStringList argumentsOf(const JobPlan& plan) {
    QStringList words = std::visit(
        Overloaded{[](const TrainPlan& train) { return trainWords(train); },
                   [](const TablePlan& table) {
                       return QStringList{QStringLiteral("table"), QStringLiteral("build")} +
                              liveWords(table.live) +
                              QStringList{QStringLiteral("--out"), inQt(table.out)};
                   },
                   [](const AttachPlan& attach) { return attachWords(attach); },
                   [](const EvalPlan& eval) {
                       return QStringList{QStringLiteral("eval")} + liveWords(eval.live) +
                              QStringList{QStringLiteral("--json")};
                   }},
        plan);
    return words << QStringLiteral("--progress") << QStringLiteral("json");
}

std::string fileOf(const JobPlan& plan) {
    return std::visit(Overloaded{[](const EvalPlan&) { return std::string(); },
                                 [](const AttachPlan& attach) { return attach.words.out; },
                                 [](const auto& writes) { return writes.out; }},
                      plan);
}

Result<void> checkPlan(const JobPlan& plan) {
    return std::visit(Overloaded{[](const TrainPlan& train) { return checkTraining(train); },
                                 [](const TablePlan& table) -> Result<void> {
                                     if (auto live = checkLive(table.live); !live) return live;
                                     return checkPlace(table.out);
                                 },
                                 [](const AttachPlan& attach) -> Result<void> {
                                     if (attach.words.dataset.empty())
                                         return fail("choose what the exits learn from");
                                     return checkPlace(attach.words.out);
                                 },
                                 [](const EvalPlan& eval) { return checkLive(eval.live); }},
                      plan);
}

}  // namespace splitee
