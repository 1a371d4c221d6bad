// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "cli/experiment_runs.h"
#include "cli/figure_json.h"
#include "cli/figures_runs.h"
#include "cli/flags.h"
#include "cli/json_text.h"
#include "cli/live_flags.h"
#include "cli/policy_flag.h"
#include "cli/replay_source.h"
#include "cli/table_rows.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"
#include "datasets/open_dataset.h"
#include "engine/device/policy_file.h"
#include "engine/policies/policy_info.h"
#include "engine/run/schedule.h"
#include "sources/run_source.h"
#include "storage/files/experiment_file.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

struct RunFlags {
    Experiment experiment;
    LiveRequest live;
    std::string table, file, policy, costs;
    std::vector<std::string> where;
    RunOutputs outputs;
    std::string compare, band = "t";
    bool json = false;
};

// One run's rounds are one table: the rounds of two would run into each other.
Result<void> fitsOnStdout(const RunFlags& flags, const Experiment& experiment) {
    const bool rounds = isStdout(flags.outputs.roundsCsv);
    if (auto one = oneOnStdout({{"--rounds-csv", rounds}, {"--json", flags.json}}); !one)
        return one;
    const auto runs = runsOf(experiment);
    if (!rounds || !runs || runs->size() == 1) return {};
    return fail("only one run fits on standard output, but " + std::to_string(runs->size()) +
                " would be played: give one policy and --seeds 1, or name a file");
}

// The experiment to run: that of the file, overridden by the flags that were given.
Result<ExperimentFile> requested(const Command& verb, const RunFlags& flags) {
    ExperimentFile file;
    if (!flags.file.empty()) {
        auto read = readExperimentFile(flags.file);
        if (!read) return read;
        file = std::move(*read);
    }
    if (!flags.policy.empty()) {
        if (!flags.file.empty())
            return fail(
                "--experiment and --policy-file exclude each other: both say which policy plays, "
                "and by which costs");
        auto policy = readPolicyFile(flags.policy);
        if (!policy) return tl::unexpected(policy.error());
        file.experiment = std::move(*policy);
    }
    const bool tableGiven = verb.given("--table");
    const bool modelGiven = verb.given("--model");
    if (tableGiven && modelGiven)
        return fail("--table and --model exclude each other: replay a table, or run a model live");
    if (tableGiven || modelGiven)
        file.table = file.model = file.dataset = file.distortion = file.part = "";
    if (tableGiven) file.table = flags.table;
    if (modelGiven) file.model = flags.live.model;
    if (verb.given("--dataset")) file.dataset = flags.live.dataset;
    if (verb.given("--distortion")) file.distortion = flags.live.distortion;
    if (verb.given("--part")) file.part = flags.live.part;
    if (file.table.empty() == file.model.empty())
        return fail("name what to run on: --table FILE, or --model FILE with --dataset");
    if (!file.table.empty() && !(file.dataset + file.distortion + file.part).empty())
        return fail(
            "--dataset, --distortion and --part go with --model: a table already holds what the "
            "exits said");
    if (auto chosen = chooseRows(file.table, flags.where); !chosen)
        return tl::unexpected(chosen.error());
    if (!file.model.empty() && file.dataset.empty())
        return fail("a live run of " + file.model + " needs --dataset");
    auto dataset = datasetName(file.dataset);
    if (!dataset) return tl::unexpected(dataset.error());
    file.dataset = *dataset;
    if (file.distortion.empty()) file.distortion = "clean";
    // Twenty live passes take very long: a live run has one seed unless --seeds is given.
    if (!file.model.empty() && flags.file.empty() && !verb.given("--seeds"))
        file.experiment.seeds = 1;
    auto experiment = withGivenFlags(verb, flags.experiment, file.experiment);
    if (!experiment) return tl::unexpected(experiment.error());
    if (!flags.policy.empty())
        if (auto agree = checkFlagsAgree(verb, flags.policy, file.experiment, *experiment); !agree)
            return tl::unexpected(agree.error());
    file.experiment = *experiment;
    if (auto costs = takeGivenCosts(verb, flags.costs, file.experiment); !costs)
        return tl::unexpected(costs.error());
    const auto playing = policiesOf(file.experiment);
    if (!playing) return tl::unexpected(playing.error());
    if (auto pairs = pairsOf(*playing, flags.compare); !pairs) return tl::unexpected(pairs.error());
    if (auto sources = scheduledSources(file.experiment); !sources)
        return tl::unexpected(sources.error());
    if (auto band = bandFrom(flags.band); !band) return tl::unexpected(band.error());
    if (auto fits = fitsOnStdout(flags, file.experiment); !fits)
        return tl::unexpected(fits.error());
    if (!file.part.empty())
        if (auto part = splitFrom(file.part); !part) return tl::unexpected(part.error());
    if (auto distortion = parseDistortion(file.distortion); !distortion)
        return tl::unexpected(distortion.error());
    return file;
}

int finish(const ExperimentFile& file, const RunFlags& flags,
           const Result<ExperimentResults>& done) {
    if (!done) return report(done.error());
    if (done->results.empty()) {
        const std::string kept = flags.outputs.session.empty()
                                     ? ""
                                     : ": its rounds are kept in " + flags.outputs.session +
                                           "; splitee resume goes on with it";
        return report({"cancelled before a run was finished" + kept}, kExitCancelled);
    }
    const auto pairs =
        pairsOf(*policiesOf(file.experiment), flags.compare);  // checked in requested()
    if (flags.json) {
        const nlohmann::json out{{"source", sourceJson(file)},
                                 {"experiment", experimentJson(file.experiment)},
                                 {"regret_kind", "pseudo"},
                                 {"regret_reference", regretReferenceOf(done->results)},
                                 {"cancelled", done->cancelled},
                                 {"policies", resultsJson(done->results)},
                                 {"comparisons", comparisonsJson(done->results, *pairs)}};
        printJson(out);
    } else if (!isStdout(flags.outputs.roundsCsv)) {
        const std::string source = file.table.empty()
                                       ? file.model + " on " + file.dataset + ", " + file.distortion
                                       : file.table;
        std::printf(
            "%s\n%lld rounds a run, %lld %s, mu %g, lambda1 %g, lambda2 %g, offload %s, alpha %g, "
            "beta %g\n\n",
            printable(source).c_str(),
            static_cast<long long>(done->results.front().runs.front().rounds),
            static_cast<long long>(file.experiment.seeds),
            file.experiment.seeds == 1 ? "seed" : "seeds", file.experiment.mu,
            file.experiment.lambda1, file.experiment.lambda2,
            printable(offloadWords(file.experiment)).c_str(), file.experiment.alpha,
            file.experiment.beta);
        printResults(done->results, *bandFrom(flags.band));
        printComparisons(done->results, *pairs);
    }
    if (done->cancelled)
        return report({flags.outputs.session.empty()
                           ? "cancelled: the runs above are those that were finished"
                           : "cancelled: the runs so far are kept; splitee resume --session " +
                                 flags.outputs.session + " plays the rest"},
                      kExitCancelled);
    return kExitFine;
}

// A stream that is longer than its source: its samples come again.
void tellRepeated(const Experiment& experiment, const World& world) {
    if (experiment.rounds > world.samples())
        std::fprintf(stderr, "splitee: %lld rounds over %lld samples: the samples repeat\n",
                     static_cast<long long>(experiment.rounds),
                     static_cast<long long>(world.samples()));
}

int runNow(const Command& verb, const RunFlags& flags) {
    auto file = requested(verb, flags);
    if (!file) return report(file.error(), kExitUsage);
    const auto source = openRunSource(*file, flags.live.threads);
    if (!source) return report(source.error());
    if (source->tables) tellRemarks(source->tables->recorded);
    if (source->live) tellRemarks(*source->live->images);
    if (source->tables)
        if (auto applied = source->tables->applyTemperature(file->experiment); !applied)
            return report(applied.error(), kExitUsage);
    const auto world = worldOn(*source);
    if (!world) return report(world.error());
    if (auto narrowed = narrowToPlayable(file->experiment, **world); !narrowed)
        return report(narrowed.error(), kExitUsage);
    if (auto valid = validate(file->experiment, **world); !valid)
        return report(valid.error(), kExitUsage);
    tellRepeated(file->experiment, **world);
    ProgressLine progress;
    std::span<const ExitTable> tables;
    if (source->tables) tables = source->tables->recorded;
    const bool figuresAlone =
        source->tables && flags.outputs.session.empty() && flags.outputs.roundsCsv.empty();
    return finish(*file, flags,
                  figuresAlone
                      ? playForFigures(file->experiment, source->tables->all(), progress.sink(),
                                       cancelledByUser())
                      : runExperiment(file->experiment, **world, tables, source->provenance,
                                      flags.outputs, progress.sink(), cancelledByUser()));
}

}  // namespace

void addRunVerb(Command program) {
    const Command verb = program.addCommand(
        "run", "Let policies choose split layers: replay an exit table, or run a network live");
    const auto flags = std::make_shared<RunFlags>();
    verb.option("--experiment", flags->file,
                "Read source and parameters from this JSON file; flags override it");
    addPolicyFlag(verb, flags->policy);
    verb.option("--table", flags->table, "Replay: T.csv, T.exits or builtin:NAME");
    addWhereFlag(verb, flags->where);
    addLiveFlags(verb, flags->live);
    addFieldFlags(verb, flags->experiment);
    addCostsFlag(verb, flags->costs);
    verb.option("--rounds-csv", flags->outputs.roundsCsv,
                "Every round of the first run, - for stdout; further runs go to "
                "NAME.POLICY.SEED.csv beside it")
        .fileName()
        .group("Output");
    verb.option("--session", flags->outputs.session,
                "Keep runs and rounds in this SQLite session file")
        .fileNotStdout()
        .group("Output");
    verb.option("--band", flags->band,
                "What the printed table's ± is over seeds: " + listed(kBands))
        .showDefault()
        .group("Output");
    verb.option("--compare", flags->compare,
                "Compare policy A with B, as in A,B, on the same samples; else each with the first")
        .group("Output");
    verb.flag("--json", flags->json, "One JSON object on stdout").group("Output");
    std::string policies = "Policies:\n";
    for (const PolicyInfo& policy : kPolicies)
        policies += "  " + std::string(policy.key) + std::string(28 - policy.key.size(), ' ') +
                    std::string(policy.help) + "\n";
    policies +=
        "  fixed:fixed_layer=3          A policy with a parameter of its own, beside others: "
        "sw-ucb:window=200,sw-ucb:window=2000\n";
    verb.footer(
        policies +
        "A live run has one seed unless --seeds says more. Costs are in multiples of lambda.");
    verb.onRun([verb, flags] { return runNow(verb, *flags); });
}

}  // namespace splitee
