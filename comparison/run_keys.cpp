// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/run_keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "storage/session/run_figures.h"

namespace splitee {
namespace {

using KeyKind = RunKeyKind;
using Read = RunValue (*)(const RunRow&);

struct OwnKey {
    RunKey key;
    Read read;
};

RunValue text(const std::string& value) {
    return value.empty() ? RunValue() : RunValue(std::string_view(value));
}
RunValue number(double value) { return std::isnan(value) ? RunValue() : RunValue(value); }
RunValue whole(std::int64_t value) { return static_cast<double>(value); }

// What is no setting and no figure by name.
const std::array kOwn{
    OwnKey{{"run", "Run", "", "Number of the run in its session", KeyKind::Fact, true},
           [](const RunRow& r) { return whole(r.run.id); }},
    OwnKey{{"name", "Name", "", "What you call it", KeyKind::Mark, false},
           [](const RunRow& r) { return text(r.run.marks.name); }},
    OwnKey{{"policy", "Policy", "", "Who chose the split layer", KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.spec.policy); }},
    OwnKey{{"seed", "Seed", "", "Fixes order, random choices and noise", KeyKind::Fact, true},
           [](const RunRow& r) { return RunValue(static_cast<double>(r.run.spec.seed)); }},
    OwnKey{{"source", "Source", "", "Exit table, or network and dataset", KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.provenance.source); }},
    OwnKey{{"distortion", "Distortion", "", "What was done to the images of a live run",
            KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.provenance.distortion); }},
    OwnKey{{"status", "Status", "", "How it ended", KeyKind::Fact, false},
           [](const RunRow& r) { return RunValue(toText(r.run.status)); }},
    OwnKey{{"message", "Message", "", "Why it failed or stopped", KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.message); }},
    OwnKey{{"rounds_played", "Rounds played", "rounds", "Rounds it has", KeyKind::Fact, true},
           [](const RunRow& r) { return whole(r.run.rounds); }},
    OwnKey{{"started", "Started", "", "When it began, UTC", KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.startedAt); }},
    OwnKey{{"finished", "Finished", "", "When it ended, UTC", KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.finishedAt); }},
    OwnKey{{"program", "Program", "", "What played it", KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.provenance.program); }},
    OwnKey{{"cpu", "Processor", "", "Where it was played", KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.provenance.cpu); }},
    OwnKey{{"threads", "Threads", "", "That it was played with", KeyKind::Fact, true},
           [](const RunRow& r) { return whole(r.run.provenance.threads); }},
    OwnKey{{"libraries", "Libraries", "", "And their versions", KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.provenance.libraries); }},
    OwnKey{{"model_hash", "Model hash", "", "Of the network's file", KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.provenance.modelHash); }},
    OwnKey{{"data_hash", "Data hash", "", "Of the table or the dataset", KeyKind::Fact, false},
           [](const RunRow& r) { return text(r.run.provenance.dataHash); }},
    OwnKey{{"starred", "Starred", "", "yes or no", KeyKind::Mark, true},
           [](const RunRow& r) { return RunValue(r.run.marks.starred ? 1.0 : 0.0); }},
    OwnKey{{"tag", "Tags", "", "Your tags, separated by commas", KeyKind::Mark, false},
           [](const RunRow& r) { return text(r.run.marks.tags); }},
    OwnKey{{"note", "Note", "", "What you noted", KeyKind::Mark, false},
           [](const RunRow& r) { return text(r.run.marks.note); }},
    OwnKey{{"trashed", "In the trash", "", "yes or no", KeyKind::Mark, true},
           [](const RunRow& r) { return RunValue(r.run.marks.trashed ? 1.0 : 0.0); }},
    OwnKey{{"split", "Split layer", "", "The split layer that was chosen most often",
            KeyKind::Measure, true},
           [](const RunRow& r) {
               const auto split = favouriteSplit(r.pulls);
               return split ? RunValue(static_cast<double>(*split)) : RunValue();
           }},
    OwnKey{{"seconds", "Time", "s", "Wall time", KeyKind::Measure, true},
           [](const RunRow& r) { return number(r.seconds); }},
};

// By the key of runFigures().
const std::map<std::string_view, RunKey>& figureKeys() {
    static const std::map<std::string_view, RunKey> all{
        {"accuracy",
         {"accuracy", "Accuracy", "share", "Share of right answers, as 0.9 or 90 %",
          KeyKind::Measure, true, 1}},
        {"cost_mean",
         {"cost_mean", "Cost / sample", "lambda", "Mean cost of a sample", KeyKind::Measure, true,
          -1}},
        {"cost_reduction_vs_final",
         {"cost_reduction_vs_final", "Saved vs final exit", "%",
          "Cost saved against always computing the whole network", KeyKind::Measure, true, 1}},
        {"accuracy_change_vs_final",
         {"accuracy_change_vs_final", "Accuracy vs final exit", "points",
          "Against the final exit on the same samples", KeyKind::Measure, true, 1}},
        {"offload_rate",
         {"offload_rate", "Offloaded", "share",
          "Share of samples sent to the cloud, as 0.2 or 20 %", KeyKind::Measure, true}},
        {"reward_mean",
         {"reward_mean", "Reward", "", "Mean reward of a round", KeyKind::Measure, true, 1}},
        {"regret",
         {"regret", "Pseudo-regret", "",
          "Over the run, against the best fixed split, which evaluates one exit", KeyKind::Measure,
          true, -1}},
        {"realised_regret",
         {"realised_regret", "Realised regret", "", "Over the run, on the same samples",
          KeyKind::Measure, true, -1}},
        {"rounds_per_second",
         {"rounds_per_second", "Speed", "rounds/s", "Rounds a second", KeyKind::Measure, true}},
    };
    return all;
}

// The run's own policy and seed stand for those of its experiment.
constexpr std::array<std::string_view, 3> kSaidByTheRun{"policy", "seeds", "seed"};

struct AllKeys {
    std::vector<RunKey> keys;
    std::vector<std::size_t> settings;  // place in the experiment's declaration of each setting
    std::map<std::string_view, std::size_t> places;
};

const AllKeys& allKeys() {
    static const AllKeys all = [] {
        AllKeys made;
        for (const OwnKey& own : kOwn) made.keys.push_back(own.key);
        for (const RunFigure& figure : runFigures()) {
            const auto known = figureKeys().find(figure.key);
            made.keys.push_back(known != figureKeys().end() ? known->second
                                                            : RunKey{figure.key, figure.key, "", "",
                                                                     KeyKind::Measure, true});
        }
        static const Experiment defaults;
        std::size_t place = 0;
        Experiment::visitFields(defaults, [&](const auto& value, const FieldInfo& info) {
            const std::size_t here = place++;
            if (std::ranges::find(kSaidByTheRun, info.key) != kSaidByTheRun.end()) return;
            made.settings.push_back(here);
            made.keys.push_back({info.key, info.label, info.unit, info.help, KeyKind::Setting,
                                 std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>});
        });
        for (std::size_t i = 0; i < made.keys.size(); ++i) made.places.emplace(made.keys[i].key, i);
        return made;
    }();
    return all;
}

std::size_t roundsKey() {
    static const std::size_t place = allKeys().places.at("rounds");
    return place;
}

RunValue settingAt(const Experiment& experiment, std::size_t wanted) {
    RunValue found;
    std::size_t place = 0;
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo&) {
        if (place++ != wanted) return;
        if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>)
            found = number(static_cast<double>(value));
        else
            found = text(value);
    });
    return found;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

const std::vector<RunKey>& runKeys() { return allKeys().keys; }

std::optional<std::size_t> findRunKey(std::string_view key) {
    const auto found = allKeys().places.find(key);
    return found == allKeys().places.end() ? std::nullopt : std::optional(found->second);
}

RunValue valueOf(const RunRow& row, std::size_t key) {
    if (key < kOwn.size()) return kOwn[key].read(row);
    const std::size_t figure = key - kOwn.size();
    if (figure < row.figures.size()) return number(row.figures[figure]);
    // 0 asks for one pass: a finished run says how long that was.
    if (key == roundsKey() && row.run.experiment.rounds == 0 &&
        row.run.status == RunStatus::Finished)
        return whole(row.run.rounds);
    return settingAt(row.run.experiment, allKeys().settings[figure - runFigures().size()]);
}

double numberOf(const RunValue& value) {
    const double* found = std::get_if<double>(&value);
    return found != nullptr ? *found : std::numeric_limits<double>::quiet_NaN();
}

std::string textOf(const RunValue& value) {
    if (const double* found = std::get_if<double>(&value)) return shortNumber(*found);
    const std::string_view* found = std::get_if<std::string_view>(&value);
    return found != nullptr ? std::string(*found) : std::string();
}

int compareValues(const RunValue& a, const RunValue& b) {
    if (isKnown(a) != isKnown(b)) return isKnown(a) ? -1 : 1;
    if (!isKnown(a)) return 0;
    const double* x = std::get_if<double>(&a);
    const double* y = std::get_if<double>(&b);
    if (x != nullptr && y != nullptr) return *x < *y ? -1 : *x > *y ? 1 : 0;
    if ((x != nullptr) != (y != nullptr)) return x != nullptr ? -1 : 1;
    const auto first = std::get<std::string_view>(a), second = std::get<std::string_view>(b);
    const auto order = std::lexicographical_compare_three_way(
        first.begin(), first.end(), second.begin(), second.end(),
        [](char l, char r) { return lower(l) <=> lower(r); });
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

std::optional<int> favouriteSplit(const std::vector<std::int64_t>& pulls) {
    const auto most = std::ranges::max_element(pulls);
    if (most == pulls.end() || *most <= 0) return std::nullopt;
    return static_cast<int>(most - pulls.begin()) + 1;
}

}  // namespace splitee
