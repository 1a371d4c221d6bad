// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/flags.h"
#include "cli/json_text.h"
#include "cli/table_rows.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "storage/files/sweep_file.h"
#include "storage/session/sweep_runs.h"

namespace splitee {
namespace {

struct SweepFlags {
    Sweep sweep;
    Experiment experiment;
    std::vector<std::string> tables, axes, where;
    std::string file, costs, shard = "1/1";
    SweepOutputs outputs;
    bool json = false;
};

// Axes given as flags replace the file's axes of the same keys.
Result<std::vector<SweepAxis>> axesOf(const Command& verb, const SweepFlags& flags,
                                      std::vector<SweepAxis> axes) {
    std::vector<SweepAxis> given;
    for (const std::string& text : flags.axes) {
        auto axis = parseAxis(text);
        if (!axis) return tl::unexpected(axis.error());
        std::erase_if(axes, [&](const SweepAxis& other) { return other.key == axis->key; });
        given.push_back(std::move(*axis));
    }
    axes.insert(axes.end(), given.begin(), given.end());
    for (const SweepAxis& axis : axes) {
        const std::string flag = flagOf(axis.key);
        if (!isTableAxis(axis.key) && verb.given(flag) && flag != "--axis")
            return fail(flag + " sets what axis " + axis.key + " varies: leave one of them out");
    }
    return axes;
}

// --where for the tables that the axis `source` lists.
Result<void> chooseRowsOfAxes(std::vector<SweepAxis>& axes, const std::vector<std::string>& where) {
    for (SweepAxis& axis : axes) {
        if (axis.key == kDistortionAxis && !where.empty())
            return fail(
                "--where chooses rows of a table, which has none of other distortions "
                "beside it: leave --where or axis distortion out");
        if (axis.key != kSourceAxis) continue;
        for (AxisValue& value : axis.values)
            if (auto* table = std::get_if<std::string>(&value))
                if (auto chosen = chooseRows(*table, where); !chosen) return chosen;
    }
    return {};
}

// The sweep to run: that of the file, overridden by the flags that were given.
Result<Sweep> requestedSweep(const Command& verb, const SweepFlags& flags) {
    Sweep sweep;
    if (!flags.file.empty()) {
        auto read = readSweepFile(flags.file);
        if (!read) return read;
        sweep = std::move(*read);
    }
    auto experiment = withGivenFlags(verb, flags.experiment, sweep.experiment);
    if (!experiment) return tl::unexpected(experiment.error());
    if (auto costs = takeGivenCosts(verb, flags.costs, *experiment); !costs)
        return tl::unexpected(costs.error());
    auto design = withGivenFlags(verb, flags.sweep, sweep);
    if (!design) return design;
    sweep = std::move(*design);
    sweep.experiment = std::move(*experiment);
    if (!flags.tables.empty()) sweep.tables = flags.tables;
    for (std::string& table : sweep.tables)
        if (auto chosen = chooseRows(table, flags.where); !chosen)
            return tl::unexpected(chosen.error());
    const bool sources = std::ranges::any_of(
        flags.axes, [](const std::string& text) { return text.starts_with("source="); });
    if (sources && flags.tables.empty()) sweep.tables.clear();  // of the file
    if (!sources && !flags.tables.empty())
        std::erase_if(sweep.axes, [](const SweepAxis& axis) { return axis.key == kSourceAxis; });
    auto axes = axesOf(verb, flags, sweep.axes);
    if (!axes) return tl::unexpected(axes.error());
    sweep.axes = std::move(*axes);
    if (auto chosen = chooseRowsOfAxes(sweep.axes, flags.where); !chosen)
        return tl::unexpected(chosen.error());
    return sweep;
}

int finishSweep(const SweepFlags& flags, const SweepPlan& plan, const SweepReport& done) {
    const double rate = done.seconds > 0 ? static_cast<double>(done.played) / done.seconds : 0;
    if (flags.json) {
        const nlohmann::json out{{"session", flags.outputs.session},
                                 {"shard", flags.shard},
                                 {"runs_of_sweep", plan.runs()},
                                 {"points", plan.points()},
                                 {"runs", done.runs},
                                 {"finished_before", done.before},
                                 {"removed", done.removed},
                                 {"played", done.played},
                                 {"seconds", done.seconds},
                                 {"units", {{"seconds", "s"}}},
                                 {"cancelled", done.cancelled}};
        printJson(out);
    } else {
        std::printf("%s: %lld runs", printable(flags.outputs.session).c_str(),
                    static_cast<long long>(done.runs));
        if (flags.outputs.shard.of > 1)
            std::printf(" in shard %s of %lld", flags.shard.c_str(),
                        static_cast<long long>(plan.runs()));
        std::printf(", %lld finished before, %lld played in %s (%.1f/s)\n",
                    static_cast<long long>(done.before), static_cast<long long>(done.played),
                    durationText(done.seconds).c_str(), rate);
    }
    if (!done.cancelled) return kExitFine;
    return report({"cancelled: the finished runs are kept; the same command plays the rest"},
                  kExitCancelled);
}

int sweepNow(const Command& verb, SweepFlags& flags) {
    const auto shard = parseShard(flags.shard);
    if (!shard) return report(shard.error(), kExitUsage);
    flags.outputs.shard = *shard;
    const auto sweep = requestedSweep(verb, flags);
    if (!sweep) return report(sweep.error(), kExitUsage);
    const auto plan = SweepPlan::make(*sweep);
    if (!plan) return report(plan.error(), kExitUsage);
    const auto stop = cancelledByUser();
    Result<SweepReport> done;
    {
        ProgressLine progress;
        done = runSweep(*sweep, *plan, flags.outputs, progress.sink(), stop);
    }
    return done ? finishSweep(flags, *plan, *done)
                : report(done.error(), stop.stop_requested() ? kExitCancelled : kExitFailed);
}

}  // namespace

void addSweepVerb(Command program) {
    const Command verb =
        program.addCommand("sweep",
                           "Play many runs: a grid or a random design over parameters, "
                           "exit tables, policies and seeds");
    const auto flags = std::make_shared<SweepFlags>();
    verb.option("file", flags->file, "Read the sweep from this JSON file; flags override it");
    verb.option("--session", flags->outputs.session,
                "Keep the runs in this SQLite session; those that it holds are not played again")
        .required()
        .fileNotStdout();
    verb.option("--shard", flags->shard,
                "Play part i of n only, as in 2/4; join the parts with splitee merge")
        .showDefault();
    verb.option("--threads", flags->outputs.threads,
                "Runs played at once; the results do not depend on it")
        .between(1, 256)
        .showDefault();
    verb.flag("--keep-rounds", flags->outputs.keepRounds,
              "Keep every round too; without, a run is one row, and can be repeated bit for bit");
    verb.flag("--json", flags->json, "One JSON object on stdout");
    verb.option("--table", flags->tables,
                "T.csv, T.exits or builtin:NAME; may be given several times")
        .oneValueEach()
        .group("Sweep");
    addWhereFlag(verb, flags->where);
    verb.option("--axis", flags->axes,
                "KEY=VALUE,VALUE,.. or KEY=FROM..TO/STEPS or KEY=FROM..TO/STEPS/log; random "
                "designs need no STEPS; may be given several times")
        .oneValueEach()
        .group("Sweep");
    addFieldFlags(verb, flags->sweep);
    addFieldFlags(verb, flags->experiment);
    addCostsFlag(verb, flags->costs);
    verb.footer(
        "Example: splitee sweep --table builtin:cifar10-clean --axis alpha=0.6,0.8 --axis "
        "offload=1..5/9 --policy splitee,best \\\n"
        "    --seeds 5 --session s.splitee\n"
        "Any number or choice below can be an axis, by its key (--fixed-layer is fixed_layer), but "
        "for --seeds; and the exit tables by source=A,B and distortion=clean,fog:1,fog:3.");
    verb.onRun([verb, flags] { return sweepNow(verb, *flags); });
}

}  // namespace splitee
