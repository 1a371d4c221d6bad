// SPDX-License-Identifier: GPL-3.0-or-later
// Which runs belong together, and in what the groups differ.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "comparison/compared_runs.h"
#include "comparison/kept_summary.h"
#include "engine/fields.h"
#include "engine/plain_text.h"
#include "engine/policies/policy_info.h"
#include "engine/run/regret.h"

namespace splitee {
namespace {

// Said by the run itself, or of no consequence for it.
constexpr std::string_view kOfTheRun[] = {"seed", "seeds"};

template <class Value>
std::string textOf(const Value& value) {
    if constexpr (std::is_same_v<Value, std::string>)
        return value;
    else if constexpr (std::is_same_v<Value, bool>)
        return value ? "yes" : "no";
    else
        return shortNumber(static_cast<double>(value));
}

struct Part {
    std::string key, label, unit, value;
};

// What fixes a run but for its seed. The source goes by its content: the same table under another
// name is the same table.
std::vector<Part> partsOf(const StoredRun& run) {
    std::vector<Part> parts;
    Experiment::visitFields(run.experiment, [&](const auto& value, const FieldInfo& info) {
        if (std::ranges::find(kOfTheRun, info.key) != std::end(kOfTheRun)) return;
        const bool policy = info.key == "policy";
        const bool means = info.key == "rules"     ? rulesMatter(run.experiment, run.spec.policy)
                           : info.key == "offload" ? !run.experiment.offloadsPerLayer()
                                                   : appliesTo(info.key, run.spec.policy);
        parts.push_back({std::string(info.key), policy ? "Policy" : std::string(info.label),
                         std::string(info.unit),
                         policy  ? run.spec.policy
                         : means ? textOf(value)
                                 : std::string()});
    });
    const RunProvenance& p = run.provenance;
    parts.push_back({"distortion", "Distortion", "", p.distortion});
    parts.push_back({"data_hash", "Data hash", "", p.dataHash});
    parts.push_back({"model_hash", "Model hash", "", p.modelHash});
    return parts;
}

// Told, but no reason for a group of its own.
std::vector<Part> provenanceOf(const StoredRun& run) {
    const RunProvenance& p = run.provenance;
    return {{"source", "Source", "", p.source},
            {"program", "Program", "", p.program},
            {"cpu", "Processor", "", p.cpu},
            {"threads", "Threads", "", std::to_string(p.threads)},
            {"libraries", "Libraries", "", p.libraries}};
}

std::string joined(const std::vector<Part>& parts) {
    std::string key;
    for (const Part& part : parts)
        key += std::to_string(part.value.size()) + ":" + part.value;  // no two lists read the same
    return key;
}

// The longer one; of two equally long the one that keeps its rounds, then the newer.
bool isBetter(const StoredRun& run, const StoredRun& other) {
    const std::int64_t length = playedRounds(run), otherLength = playedRounds(other);
    if (length != otherLength) return length > otherLength;
    return run.rounds != other.rounds ? run.rounds > other.rounds : run.id > other.id;
}

std::string shortLabel(const ComparedSetting& setting) {
    if (setting.key == "data_hash") return "data";
    if (setting.key == "model_hash") return "model";
    return setting.key;
}

// The name that all runs of a group have, where they have one.
std::string commonName(const ComparedGroup& group) {
    const std::string& name = group.runs.front().name;
    const bool common =
        std::ranges::all_of(group.runs, [&](const ComparedRun& run) { return run.name == name; });
    return common ? name : std::string();
}

// A name that users gave all runs of a group replaces its label, if no other group has it.
void useCommonNames(ComparedRuns& compared) {
    std::map<std::string, int> times;
    for (const ComparedGroup& group : compared.groups) {
        ++times[commonName(group)];
        ++times[group.label];
    }
    for (ComparedGroup& group : compared.groups) {
        const std::string name = commonName(group);
        if (name.empty()) continue;
        group.label = times[name] == 1 ? name : name + ", " + group.label;
    }
}

// Whether a name may tell it: not where a run was played, nor what its source brings along.
bool isNameable(const std::string& key, bool bySource) {
    constexpr std::string_view kNever[] = {"policy", "program", "cpu", "threads", "libraries"};
    constexpr std::string_view kOfSource[] = {"distortion", "data_hash", "model_hash"};
    if (std::ranges::find(kNever, key) != std::end(kNever)) return false;
    return !bySource || std::ranges::find(kOfSource, key) == std::end(kOfSource);
}

// "SplitEE-S, offload 8": by what tells it from the groups of the same policy. The source comes
// first; what is empty, and "0 rounds" (one pass), needs no words if the rest tells the groups
// apart.
std::string labelOf(const ComparedRuns& compared, std::size_t g, bool whole) {
    const std::string& policy = compared.groups[g].policy;
    const auto tells = [&](const ComparedSetting& setting) {
        for (std::size_t other = 0; other < compared.groups.size(); ++other)
            if (compared.groups[other].policy == policy &&
                setting.values[other] != setting.values[g])
                return true;
        return false;
    };
    const PolicyInfo* info = findPolicy(policy);
    std::string label = info != nullptr ? std::string(info->label) : policy;
    bool bySource = false;
    for (const ComparedSetting& setting : compared.settings)
        if (setting.key == "source" && tells(setting)) {
            bySource = true;
            label += ", " + setting.values[g];
        }
    for (const ComparedSetting& setting : compared.settings) {
        if (setting.key == "source" || !isNameable(setting.key, bySource && !whole)) continue;
        const std::string& value = setting.values[g];
        const bool plain =
            value.empty() || setting.key == "rules" || (setting.key == "rounds" && value == "0");
        if (tells(setting) && (whole || !plain))
            label += ", " + shortLabel(setting) + " " + shownText(value, 40);
    }
    return label;
}

void nameGroups(ComparedRuns& compared) {
    std::map<std::string, int> times;
    for (std::size_t g = 0; g < compared.groups.size(); ++g)
        ++times[compared.groups[g].label = labelOf(compared, g, false)];
    for (std::size_t g = 0; g < compared.groups.size(); ++g)
        if (times[compared.groups[g].label] > 1)
            compared.groups[g].label = labelOf(compared, g, true);
    useCommonNames(compared);
}

void addSettings(ComparedRuns& compared, const std::vector<StoredRun>& firsts,
                 const std::function<std::vector<Part>(const StoredRun&)>& of,
                 const std::map<std::size_t, std::vector<const StoredRun*>>& members) {
    const std::size_t begin = compared.settings.size();
    for (std::size_t g = 0; g < firsts.size(); ++g) {
        const auto parts = of(firsts[g]);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            if (g == 0)
                compared.settings.push_back({parts[k].key, parts[k].label, parts[k].unit, {}});
            std::set<std::string> values;
            for (const StoredRun* run : members.at(g)) values.insert(of(*run)[k].value);
            compared.settings[begin + k].values.push_back(values.size() > 1 ? "several"
                                                                            : parts[k].value);
        }
    }
}

}  // namespace

std::size_t ComparedRuns::withoutRounds() const {
    std::size_t count = 0;
    for (const ComparedGroup& group : groups)
        for (const ComparedRun& run : group.runs)
            if (!run.roundsKept && run.cost.empty() && run.summary.rounds > 0) ++count;
    return count;
}

bool ComparedSetting::differs() const {
    return std::ranges::any_of(values,
                               [&](const std::string& value) { return value != values.front(); });
}

bool appliesTo(std::string_view key, std::string_view policy) {
    if (key == "side") return policy == "splitee-s";
    static const Experiment defaults;
    bool ofSomePolicy = false;
    std::apply(
        [&](const auto&... own) {
            (std::remove_cvref_t<decltype(own)>::visitFields(
                 own,
                 [&](const auto&, const FieldInfo& info) {
                     ofSomePolicy = ofSomePolicy || info.key == key;
                 }),
             ...);
        },
        defaults.policyParameters);
    if (!ofSomePolicy) return true;
    return readsParameter(policy, key);
}

ComparedRuns groupsOf(std::vector<StoredRun> runs) {
    ComparedRuns compared;
    std::map<std::string, std::size_t> known;
    std::vector<std::map<std::uint64_t, const StoredRun*>> bySeed;
    std::map<std::size_t, std::vector<const StoredRun*>> members;
    std::vector<StoredRun> firsts;
    for (const StoredRun& run : runs) {
        const auto [place, isNew] = known.emplace(joined(partsOf(run)), firsts.size());
        if (isNew) {
            compared.groups.push_back({run.spec.policy, {}, run, {}, 0});
            firsts.push_back(run);
            bySeed.emplace_back();
        }
        members[place->second].push_back(&run);
        const auto [seed, first] = bySeed[place->second].emplace(run.spec.seed, &run);
        if (first) continue;
        ++compared.groups[place->second].repeats;
        if (isBetter(run, *seed->second)) seed->second = &run;
    }
    for (std::size_t g = 0; g < firsts.size(); ++g)
        for (const auto& [seed, run] : bySeed[g]) {
            ComparedRun& one = compared.groups[g].runs.emplace_back();
            one.id = run->id;
            one.seed = seed;
            one.name = run->marks.name;
            one.status = run->status;
            one.summary.rounds = playedRounds(*run);
            one.roundsKept = run->rounds > 0;
        }
    addSettings(compared, firsts, partsOf, members);
    addSettings(compared, firsts, provenanceOf, members);
    // The source's name is what people know the data by: it stands before the hashes.
    std::stable_partition(
        compared.settings.begin(), compared.settings.end(),
        [](const ComparedSetting& s) { return s.key == "policy" || s.key == "source"; });
    nameGroups(compared);
    return compared;
}

}  // namespace splitee
