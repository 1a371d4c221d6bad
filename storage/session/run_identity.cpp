// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/run_identity.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "engine/fields.h"
#include "engine/plain_text.h"
#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"
#include "engine/run/regret.h"
#include "engine/world/layer_costs.h"

namespace splitee {
namespace {

constexpr std::array<std::string_view, 2> kTimeFigures{"seconds", "rounds_per_second"};
constexpr std::array<std::string_view, 3> kSaidByTheSpec{"policy", "seeds", "seed"};

// One spelling of costs of layers, and no word of the one number that they take the place of.
Experiment inOneSpelling(Experiment experiment) {
    if (experiment.offloadsPerLayer()) {
        experiment.offload = firstDefaults().offload;
        if (const auto offloads = parseLayerOffloads(experiment.offloadPerLayer))
            experiment.offloadPerLayer = layerOffloadsText(*offloads);
    }
    if (const auto computing = parseLayerComputing(experiment.computePerLayer))
        experiment.computePerLayer = layerNumbersText(*computing);
    return experiment;
}

// key and value of each parameter that differs from that of `standard`, by key: the order of the
// declaration may change.
std::vector<std::pair<std::string, std::string>> parametersOf(const Experiment& experiment,
                                                              const Experiment& standard) {
    std::vector<std::string> usual;
    const auto textOf = [](const auto& value) {
        if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>)
            return shortNumber(static_cast<double>(value));
        else
            return std::string(value);
    };
    std::vector<std::pair<std::string, std::string>> parameters;
    Experiment::visitFields(
        standard, [&](const auto& value, const FieldInfo&) { usual.push_back(textOf(value)); });
    std::size_t at = 0;
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo& info) {
        const std::string text = textOf(value);
        if (text != usual[at++] &&
            std::ranges::find(kSaidByTheSpec, info.key) == kSaidByTheSpec.end())
            parameters.emplace_back(info.key, text);
    });
    std::ranges::sort(parameters);
    return parameters;
}

// Figures nest two deep; a session from anywhere may hold anything, and JSON nested deeply would
// exhaust the stack.
bool isPlain(const std::string& text) {
    constexpr int kDeepest = 8;
    int depth = 0;
    for (const char c : text) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (depth > kDeepest) return false;
    }
    return true;
}

nlohmann::json figuresFrom(const std::string& summary) {
    if (!isPlain(summary)) return summary;
    auto figures = nlohmann::json::parse(summary, nullptr, false);
    if (figures.is_discarded()) return summary;
    if (figures.is_object())
        for (const std::string_view key : kTimeFigures) figures.erase(std::string(key));
    return figures;
}

std::string shownName(const nlohmann::json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

DigestValue identityOf(const Experiment& experiment, const RunSpec& run,
                       const RunProvenance& provenance) {
    if (hasOwnParameters(run.policy))  // the run of its kind by these settings, and no other
        return identityOf(settingsOf(experiment, run.policy),
                          {std::string(policyKind(run.policy)), run.seed}, provenance);
    Digest digest;
    // Defaults may change from version to version, an identity may not.
    static const auto moved = parametersOf(Experiment(), firstDefaults());
    for (const auto& [key, value] : parametersOf(inOneSpelling(experiment), firstDefaults())) {
        if (key == "rules" && !rulesMatter(experiment, run.policy)) continue;
        // A new default of another policy's makes no other run.
        const bool unread = key != "rules" && !readsParameter(run.policy, key);
        if (unread && std::ranges::find(moved, std::pair(key, value)) != moved.end()) continue;
        digest.add(key);
        digest.add(value);
    }
    digest.add(std::string_view("run"));
    digest.add(run.policy);
    digest.add(run.seed);
    digest.add(provenance.dataHash);
    digest.add(provenance.modelHash);
    if (provenance.modelHash.empty()) return digest.value();
    digest.add(provenance.distortion);
    digest.add(experiment.seed);  // of a live run's noise
    return digest.value();
}

std::string describe(const StoredRun& run) {
    static const Experiment defaults;
    std::string text = run.spec.policy + ", seed " + std::to_string(run.spec.seed);
    for (const auto& [key, value] : parametersOf(inOneSpelling(run.experiment), defaults))
        text += ", " + key + " " + shownText(value, 60);
    return text;
}

std::string comparableFigures(const std::string& summary) {
    return shownName(figuresFrom(summary));
}

std::string firstDifference(const std::string& summary, const std::string& other) {
    const auto a = figuresFrom(summary);
    const auto b = figuresFrom(other);
    if (a.is_object() && b.is_object()) {
        auto both = a;
        both.update(b);
        for (const auto& [key, value] : both.items()) {
            const bool here = a.contains(key);
            const bool there = b.contains(key);
            if (here && there && a[key] == b[key]) continue;
            return key + " is " + (here ? shownText(shownName(a[key]), 60) : "missing") + " and " +
                   (there ? shownText(shownName(b[key]), 60) : "missing");
        }
    }
    return "their figures differ";
}

}  // namespace splitee
