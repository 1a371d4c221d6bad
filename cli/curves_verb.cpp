// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>
#include <optional>

#include "cli/curves_output.h"
#include "cli/flags.h"
#include "cli/replay_source.h"
#include "cli/table_rows.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"

namespace splitee {
namespace {

constexpr int kMaxPoints = 10'000;
constexpr double kMaxValues = 100e6;  // of one policy's curves at once: 0.8 GB

struct CurvesFlags {
    CurvesRequest request;
    std::vector<std::string> where;
    std::string measure = "pseudo_regret", band = "t", csv, svg, costs;
    int points = 200, threads = 2;
    bool json = false;
};

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        parts.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return parts;
}

Result<std::vector<std::string>> measuresOf(const std::string& text, int exits) {
    std::vector<std::string_view> valid;
    for (const MeasureInfo& info : kMeasures) valid.push_back(info.key);
    valid.push_back("pulls");
    valid.push_back("all");
    std::vector<std::string> measures;
    const auto add = [&](std::string_view key) {
        if (std::ranges::find(measures, key) == measures.end()) measures.emplace_back(key);
    };
    for (const std::string& part : split(text)) {
        if (std::ranges::find(valid, part) == valid.end()) {
            const std::string meant = nearest(part, valid);
            const std::string which = part == "regret" ? "is it pseudo_regret or realised_regret? "
                                      : meant.empty()  ? ""
                                                       : "did you mean " + meant + "? ";
            return fail("unknown measure '" + shownText(part, 100) + "': " + which + "valid are " +
                        listed(valid));
        }
        for (const MeasureInfo& info : kMeasures)
            if (part == "all" || part == info.key) add(info.key);
        for (int layer = 1; layer <= exits && (part == "all" || part == "pulls"); ++layer)
            add("pulls_" + std::to_string(layer));
    }
    return measures;
}

PolicyCurves summed(const CurvesRequest& request, const ExitTable& table, const std::string& policy,
                    const std::vector<ReplayRun>& runs) {
    const Experiment& e = request.experiment;
    PolicyCurves curves{policy,
                        runs.size(),
                        runs.front().curves.round,
                        {},
                        laiRobbins(table, e.alpha,
                                   makeCostTable(e.costWeights(), table.depth,
                                                 referenceExits(regretAgainst(e, policy), policy))),
                        {}};
    const auto seedsOf = [&](std::string_view measure) {
        std::vector<std::vector<double>> seeds;
        for (const ReplayRun& run : runs) seeds.push_back(curveOf(run.curves, measure));
        return seeds;
    };
    for (const std::string& measure : request.measures)
        curves.measures.push_back(meanCurve(seedsOf(measure), request.band));
    curves.slope = logSlope(curves.round, seedsOf("pseudo_regret"), request.decades);
    return curves;
}

Result<CurvesResult> play(const CurvesFlags& flags, const ExitTable& table,
                          const std::vector<std::string>& policies, const std::stop_token& stop) {
    CurvesResult result;
    result.rounds = roundsOf(flags.request.experiment, ReplayWorld(table));
    const std::int64_t each = result.rounds * flags.request.experiment.seeds;
    ProgressLine line;
    const ProgressSink sink = line.sink();
    for (std::size_t p = 0; p < policies.size() && !stop.stop_requested(); ++p) {
        Experiment e = flags.request.experiment;
        e.policies = policies[p];
        const auto overall = [&](const Progress& now) {
            sink({"replaying", static_cast<std::int64_t>(p) * each + now.done,
                  static_cast<std::int64_t>(policies.size()) * each, "rounds", policies[p]});
        };
        auto runs = replay(
            table, e, stop,
            {.threads = flags.threads, .points = flags.points, .logSpaced = flags.request.logX},
            overall);
        if (!runs && stop.stop_requested()) break;
        if (!runs) return tl::unexpected(runs.error());
        result.policies.push_back(summed(flags.request, table, policies[p], *runs));
    }
    result.cancelled = result.policies.size() < policies.size();
    return result;
}

int usage(const std::string& sentence) { return report({sentence}, kExitUsage); }

int finishCurves(const CurvesFlags& flags, const CurvesResult& result) {
    if (result.policies.empty())
        return report({"cancelled before a policy was finished"}, kExitCancelled);
    if (!flags.csv.empty())
        if (auto kept = writeText(flags.csv, "curves", curvesCsv(flags.request, result)); !kept)
            return report(kept.error());
    if (!flags.svg.empty())
        if (auto kept = writeText(flags.svg, "curves chart", curvesSvg(flags.request, result));
            !kept)
            return report(kept.error());
    if (flags.json)
        printCurvesJson(flags.request, result);
    else if (!isStdout(flags.csv) && !isStdout(flags.svg))
        printCurves(flags.request, result);
    if (result.cancelled)
        return report({"cancelled: the policies so far are kept"}, kExitCancelled);
    return kExitFine;
}

int curvesNow(const Command& verb, CurvesFlags& flags) {
    CurvesRequest& request = flags.request;
    if (auto costs = takeGivenCosts(verb, flags.costs, request.experiment); !costs)
        return report(costs.error(), kExitUsage);
    if (auto chosen = chooseRows(request.table, flags.where); !chosen)
        return report(chosen.error(), kExitUsage);
    if (auto one = oneOnStdout({{"--csv", isStdout(flags.csv)},
                                {"--svg", isStdout(flags.svg)},
                                {"--json", flags.json}});
        !one)
        return report(one.error(), kExitUsage);
    const auto band = bandFrom(flags.band);
    if (!band) return report(band.error(), kExitUsage);
    request.band = *band;
    if (flags.points < 2 || flags.points > kMaxPoints)
        return usage("points is " + std::to_string(flags.points) + ", but must be between 2 and " +
                     shortNumber(kMaxPoints));
    if (!(request.decades > 0 && request.decades <= 12))
        return usage("fit-decades is " + shortNumber(request.decades) +
                     ", but must be above 0 and at most 12");
    if (auto known = measuresOf(flags.measure, 1); !known) return report(known.error(), kExitUsage);
    int exitCode = kExitFine;
    const auto table = openReplay(request.table, request.experiment, "curves", exitCode);
    if (!table) return exitCode;
    request.measures = *measuresOf(flags.measure, table->exits);
    request.name = table->name;
    if (!flags.svg.empty() && request.measures.front().starts_with("pulls_"))
        return usage("pulls go to --csv and --json only: name another measure for --svg");
    const double values =
        static_cast<double>(request.experiment.seeds) * flags.points * (table->exits + 20);
    if (values > kMaxValues)
        return usage("seeds x points x exits make " + shortNumber(values) +
                     " values a policy, but at most " + shortNumber(kMaxValues) +
                     " are possible: ask for fewer seeds or points");
    ReplayWorld world(*table);
    const auto policies = playablePolicies(request.experiment, world);
    if (!policies) return report(policies.error(), kExitUsage);
    const auto result = play(flags, *table, *policies, cancelledByUser());
    if (!result) return report(result.error());
    return finishCurves(flags, *result);
}

}  // namespace

void addCurvesVerb(Command program) {
    const Command verb = program.addCommand(
        "curves",
        "Regret, cost, accuracy and pulls of policies over the rounds: mean and band over seeds");
    const auto flags = std::make_shared<CurvesFlags>();
    flags->request.experiment.seeds = 100;
    verb.option("--table", flags->request.table, "T.csv, T.exits or builtin:NAME").required();
    addWhereFlag(verb, flags->where);
    addFieldFlags(verb, flags->request.experiment);
    addCostsFlag(verb, flags->costs);
    verb.remove("--schedule");
    std::string measures = "Comma-separated:";
    for (const MeasureInfo& info : kMeasures) measures += " " + std::string(info.key);
    verb.option("--measure", flags->measure, measures + " pulls all").showDefault().group("Output");
    verb.option("--band", flags->band, "Over seeds: " + listed(kBands))
        .showDefault()
        .group("Output");
    verb.option("--threads", flags->threads, "Runs played at once; the curves do not depend on it")
        .between(1, 64)
        .showDefault();
    verb.option("--points", flags->points, "Checkpoints a run")
        .number()
        .showDefault()
        .group("Output");
    verb.option("--fit-decades", flags->request.decades,
                "Decades of rounds that the slope against ln t is fitted over")
        .number()
        .showDefault()
        .group("Output");
    verb.flag("--log-x", flags->request.logX, "Logarithmic rounds: checkpoints and chart")
        .group("Output");
    verb.flag("--log-y", flags->request.logY,
              "Logarithmic chart; values of 0 and below are left out")
        .group("Output");
    verb.option("--csv", flags->csv, "policy,round,measure,mean,low,high,band,seeds")
        .fileName()
        .group("Output");
    verb.option("--svg", flags->svg, "A panel a measure, with the C ln t reference")
        .fileName()
        .group("Output");
    verb.flag("--json", flags->json, "One JSON object on stdout").group("Output");
    verb.footer(
        "--policy all plays every policy that the table can serve. Pseudo-regret is from the means "
        "over the whole table,\n"
        "realised regret against the best fixed split on the same samples.");
    verb.onRun([verb, flags] { return curvesNow(verb, *flags); });
}

}  // namespace splitee
