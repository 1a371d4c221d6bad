// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "cli/advice_output.h"
#include "cli/flags.h"
#include "cli/json_text.h"
#include "cli/replay_source.h"
#include "cli/table_rows.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"
#include "storage/files/cost_profile.h"
#include "storage/session/kept_tables.h"

namespace splitee {
namespace {

struct AdviseFlags {
    Experiment experiment;
    std::string table, costs, alpha{kAdviceThresholds}, out, outPolicy;
    std::vector<std::string> where;
    double minAccuracy = 0, maxCost = 0, maxLatency = 0;
    int threads = 2;
    bool json = false;
};

// One lambda in ms: costs are the times of a profile, and nothing else changed them.
Result<double> lambdaOf(const Command& verb, const std::string& profileFile) {
    if (profileFile.empty())
        return fail("--max-latency-ms needs --costs: a profile that says what a layer takes in ms");
    for (const char* flag : {"--lambda1", "--lambda2", "--offload-factor"})
        if (verb.given(flag))
            return fail("--max-latency-ms takes the profile's times as they are: leave out " +
                        std::string(flag));
    const auto profile = readCostProfile(profileFile);
    if (!profile) return tl::unexpected(profile.error());
    if (profile->unit != CostUnit::Time)
        return fail("the profile " + profileFile +
                    " is of energy, so its costs are no times: --max-latency-ms needs one in ms");
    return profile->layerMilliseconds;
}

Result<AdviceRequest> requestedAdvice(const Command& verb, const AdviseFlags& flags) {
    AdviceRequest request;
    request.table = flags.table;
    request.experiment = flags.experiment;
    auto thresholds = adviceThresholds(flags.alpha);
    if (!thresholds) return tl::unexpected(thresholds.error());
    request.thresholds = std::move(*thresholds);
    const bool floor = verb.given("--min-accuracy"), cost = verb.given("--max-cost"),
               latency = verb.given("--max-latency-ms");
    if (floor + cost + latency > 1)
        return fail(
            "--min-accuracy, --max-cost and --max-latency-ms exclude each other: give one, and the "
            "other figure is made as good as it can be");
    if (floor && flags.minAccuracy > 0 && flags.minAccuracy <= 1)
        return fail("--min-accuracy is in %: write " + shortNumber(100 * flags.minAccuracy) +
                    " for " + shortNumber(flags.minAccuracy));
    if (floor) request.goal.accuracyFloor = flags.minAccuracy / 100;
    if (cost) request.goal.costCeiling = flags.maxCost;
    if (latency) {
        const auto lambda = lambdaOf(verb, flags.costs);
        if (!lambda) return tl::unexpected(lambda.error());
        request.lambdaMilliseconds = *lambda;
        request.goal.costCeiling = flags.maxLatency / *lambda;
    }
    if (auto taken = takeGivenCosts(verb, flags.costs, request.experiment); !taken)
        return tl::unexpected(taken.error());
    if (auto ranges = checkFields(request.experiment); !ranges)
        return tl::unexpected(ranges.error());
    if (auto one = oneOnStdout({{"--out", isStdout(flags.out)},
                                {"--out-policy", isStdout(flags.outPolicy)},
                                {"--json", flags.json}});
        !one)
        return tl::unexpected(one.error());
    return request;
}

// "all" means what a device can play on this table.
Result<void> narrowToDevice(Experiment& experiment, const ExitTable& table, World& world) {
    if (experiment.policies != "all") return {};
    if (auto narrowed = narrowToPlayable(experiment, world); !narrowed) return narrowed;
    auto narrowed = devicePolicies(experiment, table, world);
    if (!narrowed) return tl::unexpected(narrowed.error());
    experiment.policies = std::move(narrowed->kept);
    return {};
}

Result<void> writeAdvice(const AdviseFlags& flags, const AdviceRequest& request,
                         const Advice& advice, const ExitTable& table) {
    if (!flags.out.empty())
        if (auto kept = writeText(flags.out, "advice", adviceMarkdown(request, advice)); !kept)
            return kept;
    if (flags.outPolicy.empty()) return {};
    return writeText(flags.outPolicy, "policy", advicePolicyFile(request, advice, table));
}

int adviseNow(const Command& verb, const AdviseFlags& flags) {
    auto request = requestedAdvice(verb, flags);
    if (!request) return report(request.error(), kExitUsage);
    if (auto chosen = chooseRows(request->table, flags.where); !chosen)
        return report(chosen.error(), kExitUsage);
    auto source = openTables(request->table, request->experiment);
    if (!source) return report(source.error());
    tellRemarks(source->recorded);
    if (auto applied = source->applyTemperature(request->experiment); !applied)
        return report(applied.error(), kExitUsage);
    const auto tables = source->all();
    const ExitTable& table = *tables.front();
    if (table.exits < 2)
        return report({"the exit table " + flags.table +
                       " has a single exit, so there is no split to choose: splitee advise needs 2 "
                       "exits or more"},
                      kExitUsage);
    request->samples = table.samples();
    request->exits = table.exits;
    ReplayWorld world(tables);
    if (auto narrowed = narrowToDevice(request->experiment, table, world); !narrowed)
        return report(narrowed.error(), kExitUsage);
    std::optional<ProgressLine> progress(std::in_place);
    ReplayOptions options;
    options.threads = flags.threads;
    const auto advice = advise(tables, request->experiment, request->goal, request->thresholds,
                               cancelledByUser(), options, progress->sink());
    progress.reset();
    if (!advice)
        return report(advice.error(),
                      cancelledByUser().stop_requested() ? kExitCancelled : kExitUsage);
    if (auto written = writeAdvice(flags, *request, *advice, table); !written)
        return report(written.error());
    if (flags.json)
        printJson(adviceJson(*request, *advice));
    else if (!isStdout(flags.out) && !isStdout(flags.outPolicy))
        printAdvice(*request, *advice);
    return kExitFine;
}

}  // namespace

void addAdviseVerb(Command program) {
    const Command verb = program.addCommand(
        "advise", "Which policy, layer and threshold to take home, and whether learning pays");
    const auto flags = std::make_shared<AdviseFlags>();
    flags->experiment.policies = "splitee,splitee-s";
    verb.option("--table", flags->table, "T.csv, T.exits or builtin:NAME").required();
    addWhereFlag(verb, flags->where);
    verb.option("--min-accuracy", flags->minAccuracy,
                "At least so many % of the answers are right, at the least cost")
        .number(false)
        .group("Goal");
    verb.option("--max-cost", flags->maxCost,
                "At most so many lambda a sample, at the highest accuracy")
        .number(false)
        .group("Goal");
    verb.option("--max-latency-ms", flags->maxLatency,
                "The same in ms a sample, by the times of --costs")
        .number(false)
        .group("Goal");
    addFieldFlags(verb, flags->experiment);
    addCostsFlag(verb, flags->costs);
    verb.remove("--alpha");
    verb.option(
            "--alpha", flags->alpha,
            "Thresholds to be tried: a list 0.6,0.7, or a range LOW..HIGH/COUNT, which is refined "
            "where a goal is just missed")
        .showDefault()
        .group("Goal");
    verb.option("--threads", flags->threads,
                "Runs played at once; the advice does not depend on it")
        .between(1, 64)
        .showDefault();
    verb.option("--out", flags->out, "Write the advice to this file as Markdown")
        .fileName()
        .group("Output");
    verb.option("--out-policy", flags->outPolicy,
                "Write what is advised to this JSON file, for splitee run --policy-file and for "
                "devices")
        .fileName()
        .group("Output");
    verb.flag("--json", flags->json, "One JSON object on stdout").group("Output");
    verb.footer(
        "Every fixed split is tried at every threshold, and every policy of --policy. Without a "
        "goal the mean reward decides.\n"
        "A policy is advised only where the 95 % interval of the paired difference says that it "
        "does better than the best fixed split.\n"
        "Example: splitee advise --table builtin:cifar10-clean --min-accuracy 85 --out-policy "
        "policy.json");
    verb.onRun([verb, flags] { return adviseNow(verb, *flags); });
}

}  // namespace splitee
