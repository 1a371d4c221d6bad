// SPDX-License-Identifier: GPL-3.0-or-later
// A session with real runs: policies that replayed a small table, kept as the programs keep them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <QtGlobal>

#include "comparison/compared_runs.h"
#include "engine/run/run.h"
#include "storage/session/own_provenance.h"
#include "storage/session/run_figures.h"
#include "storage/session/run_writer.h"
#include "storage/session/session.h"
#include "storage/tables/table_file.h"

namespace splitee::test {

/// Four samples, two exits of depth 1 and 2. Labels 1, 1, 1, 0. Exit 1 is sure (0.9) and right of
/// the first two, unsure (0.4) of the others; exit 2 is sure of all and right of the first three.
inline ExitTable smallTable() {
    ExitTable table;
    table.name = "small";
    table.exits = 2;
    table.depth = {1, 2};
    table.confidence = {0.9, 0.95, 0.9, 0.95, 0.4, 0.9, 0.4, 0.9};
    table.prediction = {1, 1, 1, 1, 0, 1, 0, 1};
    table.label = {1, 1, 1, 0};
    table.sample = {0, 1, 2, 3};
    return table;
}

/// A group of runs of 10 rounds, by seed and cost a sample, each right on 90 %.
inline ComparedGroup groupOf(const std::vector<std::pair<std::uint64_t, double>>& costs) {
    ComparedGroup group;
    for (const auto& [seed, cost] : costs) {
        ComparedRun run;
        run.seed = seed;
        run.summary.rounds = 10;
        run.summary.costMean = cost;
        run.summary.accuracy = 0.9;
        group.runs.push_back(run);
    }
    return group;
}

class PlayedSession {
public:
    explicit PlayedSession(const std::filesystem::path& path, ExitTable table = smallTable())
        : table_(std::move(table)), store_(opened(path)) {
        if (!store_.tables().store(table_)) qFatal("the table is not kept");
    }

    /// One finished run; its number.
    std::int64_t play(Experiment experiment, const std::string& policy, std::uint64_t seed,
                      const std::string& source = "small") {
        experiment.policies = policy;
        ReplayWorld world(table_);
        RunProvenance provenance = ownProvenance();
        provenance.source = source;
        provenance.dataHash = tableHash(table_);
        const RunSpec spec{policy, seed};
        const auto id = store_.runs().begin(experiment, spec, provenance);
        if (!id) qFatal("%s", id.error().message.c_str());
        RunWriter writer(store_, *id);
        SummarySink summary(experiment, spec, world);
        RoundSink* sinks[] = {&writer, &summary};
        const auto status = runOnce(experiment, spec, world, sinks, {}, {});
        if (!status) qFatal("%s", status.error().message.c_str());
        if (!store_.runs().finish(*id, *status, "", summaryJson(summary.summary(0.1))))
            qFatal("the run does not finish");
        return *id;
    }
    /// The same without its rounds, as sweeps are kept.
    std::int64_t playWithoutRounds(Experiment experiment, const std::string& policy,
                                   std::uint64_t seed) {
        experiment.policies = policy;
        ReplayWorld world(table_);
        StoredRun run;
        run.experiment = experiment;
        run.spec = {policy, seed};
        run.provenance = ownProvenance();
        run.provenance.source = "small";
        run.provenance.dataHash = tableHash(table_);
        run.startedAt = run.finishedAt = "2026-01-01T00:00:00Z";
        SummarySink summary(experiment, run.spec, world);
        RoundSink* sinks[] = {&summary};
        const auto status = runOnce(experiment, run.spec, world, sinks, {}, {});
        if (!status) qFatal("%s", status.error().message.c_str());
        run.status = *status;
        run.summary = summaryJson(summary.summary(0.1));
        const auto id = store_.runs().add(run);
        if (!id) qFatal("%s", id.error().message.c_str());
        return *id;
    }
    [[nodiscard]] Session& store() { return store_; }

private:
    static Session opened(const std::filesystem::path& path) {
        auto store = Session::open(path);
        if (!store) qFatal("%s", store.error().message.c_str());
        return std::move(*store);
    }
    ExitTable table_;
    Session store_;
};

}  // namespace splitee::test
