// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/flags.h"
#include "cli/json_text.h"
#include "cli/replay_source.h"
#include "cli/table_rows.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"
#include "engine/analysis/adaptation.h"
#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"
#include "engine/run/schedule.h"
#include "storage/session/kept_tables.h"

namespace splitee {
namespace {

struct DriftFlags {
    Experiment experiment;
    AdaptationSettings settings;
    std::string table, csv, costs;
    std::vector<std::string> where;
    int threads = 2;
    bool json = false;
};

void printDrift(const DriftFlags& flags, const std::vector<Adaptation>& all) {
    std::printf(
        "%s under '%s'\n%lld seeds; rounds after a switch until the shortfall a round, averaged "
        "over seeds and the last %lld rounds,\n"
        "is at most %g %% of the new best split's expected reward; -: not before the next switch; "
        "regret: pseudo-regret of the segment\n\n",
        printable(flags.table).c_str(), printable(flags.experiment.schedule).c_str(),
        static_cast<long long>(flags.experiment.seeds),
        static_cast<long long>(flags.settings.window), 100 * flags.settings.tolerance);
    std::printf("%-20s  %10s  %10s  %10s  %10s\n", "policy", "switch at", "best split", "rounds",
                "regret");
    for (const Adaptation& a : all)
        std::printf("%-20s  %10lld  %10d  %10s  %10.2f\n", entryLabel(a.policy).c_str(),
                    static_cast<long long>(a.round), a.bestLayer,
                    a.rounds ? std::to_string(*a.rounds).c_str() : "-", a.regret);
}

nlohmann::json toJson(const Adaptation& a) {
    return {{"policy", a.policy},
            {"switch_round", a.round},
            {"segment_rounds", a.segment},
            {"best_layer", a.bestLayer},
            {"best_reward", a.bestReward},
            {"rounds", a.rounds ? nlohmann::json(*a.rounds) : nlohmann::json(nullptr)},
            {"pseudo_regret", a.regret}};
}

Result<void> writeCsv(const std::string& path, const std::vector<Adaptation>& all) {
    return writeText(path, "drift table", [&](std::ostream& out) {
        out << "policy,switch_round,segment_rounds,best_layer,best_reward,rounds,pseudo_regret\n";
        for (const Adaptation& a : all)
            out << a.policy << ',' << a.round << ',' << a.segment << ',' << a.bestLayer << ','
                << shortNumber(a.bestReward) << ',' << (a.rounds ? std::to_string(*a.rounds) : "")
                << ',' << shortNumber(a.regret) << '\n';
    });
}

// Removes policies that do not choose a split: they have no regret against the best one. Names
// them on stderr.
Result<void> leaveSplitters(Experiment& experiment) {
    const auto keys = policiesOf(experiment);
    if (!keys) return tl::unexpected(keys.error());
    std::string kept, left;
    for (const std::string& key : *keys) {
        std::string& list = findPolicy(key)->splitsOnly ? kept : left;
        list += (list.empty() ? "" : ",") + key;
    }
    if (kept.empty())
        return fail("drift compares with the best split, but none of the policies given (" + left +
                    ") chooses one: name a policy such as splitee");
    if (!left.empty())
        std::fprintf(stderr, "splitee: left out, as they choose no split to be compared: %s\n",
                     left.c_str());
    experiment.policies = kept;
    return {};
}

int driftNow(const Command& verb, DriftFlags& flags) {
    if (auto costs = takeGivenCosts(verb, flags.costs, flags.experiment); !costs)
        return report(costs.error(), kExitUsage);
    if (auto one = oneOnStdout({{"--csv", isStdout(flags.csv)}, {"--json", flags.json}}); !one)
        return report(one.error(), kExitUsage);
    if (flags.experiment.schedule.empty())
        return report({"drift needs --schedule, as in 'gaussian_blur:1@2000'"}, kExitUsage);
    if (auto named = scheduledSources(flags.experiment); !named)
        return report(named.error(), kExitUsage);
    if (auto chosen = chooseRows(flags.table, flags.where); !chosen)
        return report(chosen.error(), kExitUsage);
    auto source = openTables(flags.table, flags.experiment);
    if (!source) return report(source.error());
    tellRemarks(source->recorded);
    if (auto applied = source->applyTemperature(flags.experiment); !applied)
        return report(applied.error(), kExitUsage);
    if (source->recorded.front().exits < 2)
        return report({"the exit table " + flags.table +
                       " has a single exit, so there is no split to choose: splitee drift needs 2 "
                       "exits or more"},
                      kExitUsage);
    ReplayWorld world(source->all());
    if (auto narrowed = narrowToPlayable(flags.experiment, world); !narrowed)
        return report(narrowed.error(), kExitUsage);
    if (auto splitting = leaveSplitters(flags.experiment); !splitting)
        return report(splitting.error(), kExitUsage);
    ProgressLine progress;
    ReplayOptions options;
    options.threads = flags.threads;
    const auto all = adaptations(source->all(), flags.experiment, flags.settings, cancelledByUser(),
                                 options, progress.sink());
    if (!all)
        return report(all.error(),
                      cancelledByUser().stop_requested() ? kExitCancelled : kExitUsage);
    if (!flags.csv.empty())
        if (auto written = writeCsv(flags.csv, *all); !written) return report(written.error());
    if (flags.json) {
        nlohmann::json list = nlohmann::json::array();
        for (const Adaptation& a : *all) list.push_back(toJson(a));
        const nlohmann::json out{{"table", flags.table},
                                 {"source", tableSourceJson(flags.table)},
                                 {"experiment", experimentJson(flags.experiment)},
                                 {"window", flags.settings.window},
                                 {"tolerance", flags.settings.tolerance},
                                 {"adaptations", list},
                                 {"units",
                                  {{"switch_round", "round"},
                                   {"segment_rounds", "rounds"},
                                   {"best_reward", "reward a round"},
                                   {"rounds", "rounds"},
                                   {"pseudo_regret", "reward"},
                                   {"window", "rounds"},
                                   {"tolerance", "share"}}}};
        printJson(out);
    } else if (!isStdout(flags.csv)) {
        printDrift(flags, *all);
    }
    return kExitFine;
}

}  // namespace

void addDriftVerb(Command program) {
    const Command verb = program.addCommand(
        "drift", "How fast policies adapt when a schedule changes source, costs or threshold");
    const auto flags = std::make_shared<DriftFlags>();
    verb.option("--table", flags->table, "T.csv, T.exits or builtin:NAME").required();
    addWhereFlag(verb, flags->where);
    addFieldFlags(verb, flags->experiment);
    addCostsFlag(verb, flags->costs);
    verb.option("--adapt-window", flags->settings.window,
                "Rounds over which the shortfall is averaged")
        .number()
        .showDefault()
        .group("Output");
    verb.option("--tolerance", flags->settings.tolerance,
                "Share of the new best reward that may be missing")
        .number()
        .showDefault()
        .group("Output");
    verb.option("--threads", flags->threads, "Runs played at once; results do not depend on it")
        .between(1, 64)
        .showDefault();
    verb.option("--csv", flags->csv, "Write the table to this file").fileName().group("Output");
    verb.flag("--json", flags->json, "One JSON object on stdout").group("Output");
    verb.footer(
        "Example: splitee drift --table builtin:cifar10-clean --policy splitee,splitee-s,sw-ucb "
        "--alpha 0.9 --offload 2 \\\n"
        "    --schedule 'offload=20@10001, offload=2@20001' --rounds 30000");
    verb.onRun([verb, flags] { return driftNow(verb, *flags); });
}

}  // namespace splitee
