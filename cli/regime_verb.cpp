// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>
#include <optional>

#include "cli/flags.h"
#include "cli/regime_output.h"
#include "cli/replay_source.h"
#include "cli/table_rows.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"

namespace splitee {
namespace {

struct RegimeFlags {
    Experiment experiment;
    std::string table, csv, svg, costs;
    std::vector<std::string> where;
    std::string muLambda = "0.01..1/25/log", offload = "0..10/21", offloadFactor = "0..2/21",
                alpha = "0.7", against = "ends";
    int threads = 2;
    bool json = false;
};

Result<RegimeGrid> gridOf(const Command& verb, const RegimeFlags& flags) {
    const bool perLayer = flags.experiment.offloadsPerLayer();
    if (!perLayer && verb.given("--offload-factor"))
        return fail(
            "--offload-factor multiplies costs of layers, and none are given: --offload is the "
            "axis of the one number");
    RegimeGrid grid;
    for (const auto& [name, text, values] :
         {std::tuple("mu-lambda", &flags.muLambda, &grid.muLambda),
          std::tuple(perLayer ? "offload-factor" : "offload",
                     perLayer ? &flags.offloadFactor : &flags.offload, &grid.offload),
          std::tuple("alpha", &flags.alpha, &grid.alpha)}) {
        auto axis = parseAxis("--" + std::string(name), *text);
        if (!axis) return tl::unexpected(axis.error());
        *values = std::move(*axis);
    }
    return grid;
}

std::string joined(const std::vector<std::string>& keys) {
    std::string text;
    for (const std::string& key : keys) text += (text.empty() ? "" : ",") + key;
    return text;
}

int regimeNow(const Command& verb, RegimeFlags& flags) {
    if (auto costs = takeGivenCosts(verb, flags.costs, flags.experiment); !costs)
        return report(costs.error(), kExitUsage);
    if (auto chosen = chooseRows(flags.table, flags.where); !chosen)
        return report(chosen.error(), kExitUsage);
    if (auto one = oneOnStdout({{"--csv", isStdout(flags.csv)},
                                {"--svg", isStdout(flags.svg)},
                                {"--json", flags.json}});
        !one)
        return report(one.error(), kExitUsage);
    RegimeSource source{flags.table, {}, 0, flags.experiment, {}, flags.against == "ends"};
    if (flags.against != "ends" && flags.against != "trivial")
        return report({"unknown --against '" + shownText(flags.against, 100) +
                       "': valid are trivial or ends"},
                      kExitUsage);
    auto grid = gridOf(verb, flags);
    if (!grid) return report(grid.error(), kExitUsage);
    source.grid = std::move(*grid);
    int exitCode = kExitFine;
    const auto table = openReplay(flags.table, source.experiment, "regime", exitCode);
    if (!table) return exitCode;
    source.exits = table->exits;
    source.name = table->name;
    ReplayWorld world(*table);
    const auto policies = playablePolicies(source.experiment, world);
    if (!policies) return report(policies.error(), kExitUsage);
    source.experiment.policies = joined(*policies);
    std::optional<Result<RegimeMap>> map;
    {
        ProgressLine progress;
        map = regimeMap(*table, source.experiment, source.grid, cancelledByUser(), progress.sink(),
                        flags.threads);
    }
    if (!*map) return report(map->error(), kExitUsage);
    if (!flags.csv.empty())
        if (auto written = writeText(flags.csv, "regime map", regimeCsv(source, **map)); !written)
            return report(written.error());
    if (!flags.svg.empty())
        if (auto written = writeText(flags.svg, "regime chart", regimeSvg(source, **map)); !written)
            return report(written.error());
    if (flags.json)
        printRegimeJson(source, **map);
    else if (!isStdout(flags.csv) && !isStdout(flags.svg))
        printRegime(source, **map);
    if ((*map)->cancelled) return report({"cancelled: the cells so far are kept"}, kExitCancelled);
    return kExitFine;
}

}  // namespace

void addRegimeVerb(Command program) {
    const Command verb = program.addCommand(
        "regime", "Map over costs and threshold: which split is best, and where learning it pays");
    const auto flags = std::make_shared<RegimeFlags>();
    flags->experiment.policies = "splitee,splitee-s";
    verb.option("--table", flags->table, "T.csv, T.exits or builtin:NAME").required();
    addWhereFlag(verb, flags->where);
    addFieldFlags(verb, flags->experiment);
    addCostsFlag(verb, flags->costs);
    for (const char* axis : {"--mu", "--offload", "--offload-factor", "--alpha", "--schedule"})
        verb.remove(axis);
    verb.option("--mu-lambda", flags->muLambda,
                "Reward given up for one lambda of cost: a layer costs mu*lambda*lambda1, an "
                "offload mu*lambda*o")
        .showDefault()
        .group("Axes");
    verb.option("--offload", flags->offload, "Offloading o, in lambda").showDefault().group("Axes");
    verb.option("--offload-factor", flags->offloadFactor,
                "In place of --offload where every layer has an o of its own: multiplies them all")
        .showDefault()
        .group("Axes");
    verb.option("--alpha", flags->alpha, "Threshold alpha; a row of maps each")
        .showDefault()
        .group("Axes");
    verb.option("--threads", flags->threads, "Cells played at once; the map does not depend on it")
        .between(1, 64)
        .showDefault();
    verb.option("--against", flags->against,
                "Gains drawn and printed: over the best trivial policy, or over the better of "
                "its two ends, which need no table to be found (trivial or ends)")
        .showDefault()
        .group("Output");
    verb.option("--csv", flags->csv, "A row a cell and policy").fileName().group("Output");
    verb.option("--svg", flags->svg, "The maps as a chart").fileName().group("Output");
    verb.flag("--json", flags->json, "One JSON object on stdout").group("Output");
    verb.footer(
        "An axis is a number, a rising list 0.5,0.7,0.9, or a range LOW..HIGH/COUNT, with /log in "
        "equal ratios.\n"
        "Trivial policies do not learn: every fixed split, the final exit, and offloading every "
        "sample at layer 1.");
    verb.onRun([verb, flags] { return regimeNow(verb, *flags); });
}

}  // namespace splitee
