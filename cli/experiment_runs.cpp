// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/experiment_runs.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>
#include <vector>

#include "cli/text_output.h"
#include "engine/policies/policy_kind.h"
#include "storage/session/run_figures.h"
#include "storage/session/run_writer.h"
#include "storage/tables/rounds_csv.h"

namespace splitee {
namespace {

constexpr int kMostAtOnce = 4096;  // rounds; runOnce() passes them on about every 20 ms

// rounds.csv for the first run, rounds.POLICY.SEED.csv for the others; of an entry
// rounds.fixed.fixed_layer=3.1.csv, as not every file system takes a colon.
std::filesystem::path csvPath(const std::string& name, const RunSpec& run, bool first) {
    const std::filesystem::path path(name);
    if (first) return path;
    std::string policy = run.policy;
    std::ranges::replace(policy, kEntrySeparator, '.');
    return path.parent_path() / (path.stem().string() + "." + policy + "." +
                                 std::to_string(run.seed) + path.extension().string());
}

struct OneRun {
    RunStatus status;
    RunSummary summary;
};

class ExperimentRunner {
public:
    ExperimentRunner(const Experiment& experiment, World& world, std::optional<Session>& session,
                     const RunOutputs& outputs)
        : experiment_(experiment), world_(world), session_(session), outputs_(outputs) {}

    // `id`: its number in the session, where it was queued.
    Result<OneRun> play(const RunSpec& run, std::int64_t id, bool first,
                        const ProgressSink& progress, const std::stop_token& stop) {
        const bool replay = world_.allows(Feedback::UpToSplitAndFinal);
        RecalledWorld live(world_);  // keeps what a network said, for the session
        World& world = replay || !session_ ? world_ : live;
        SummarySink summary(experiment_, run, world_);
        std::unique_ptr<RoundsCsv> csv;
        if (!outputs_.roundsCsv.empty()) {
            auto opened = isStdout(outputs_.roundsCsv)
                              ? RoundsCsv::onto(std::cout, "standard output")
                              : RoundsCsv::open(csvPath(outputs_.roundsCsv, run, first));
            if (!opened) return tl::unexpected(opened.error());
            csv = std::move(*opened);
        }
        std::unique_ptr<RunWriter> writer;
        if (session_) {
            if (auto begun = session_->runs().reopen(id, 0); !begun)
                return tl::unexpected(begun.error());
            writer = std::make_unique<RunWriter>(*session_, id, replay ? nullptr : &live);
        }
        std::vector<RoundSink*> sinks;  // files first: a row exists before a summary shows it
        if (writer) sinks.push_back(writer.get());
        if (csv) sinks.push_back(csv.get());
        sinks.push_back(&summary);

        const auto start = std::chrono::steady_clock::now();
        auto status = runOnce(experiment_, run, world, sinks, progress, stop, kMostAtOnce);
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        const RunSummary figures = summary.summary(seconds);
        if (status && csv)
            if (auto closed = csv->close(); !closed) status = tl::unexpected(closed.error());
        if (session_) {
            auto finished =
                session_->runs().finish(id, status ? *status : RunStatus::Failed,
                                        status ? "" : status.error().message, summaryJson(figures));
            if (status && !finished) return tl::unexpected(finished.error());
        }
        if (!status) return tl::unexpected(status.error());
        return OneRun{*status, figures};
    }

private:
    const Experiment& experiment_;
    World& world_;
    std::optional<Session>& session_;
    const RunOutputs& outputs_;
};

}  // namespace

Result<ExperimentResults> runExperiment(const Experiment& experiment, World& world,
                                        std::span<const ExitTable> tables,
                                        const RunProvenance& provenance, const RunOutputs& outputs,
                                        const ProgressSink& progress, std::stop_token stop) {
    const auto runs = runsOf(experiment);
    if (!runs) return tl::unexpected(runs.error());
    std::optional<Session> session;
    std::vector<std::int64_t> ids(runs->size(), 0);
    if (!outputs.session.empty()) {
        auto opened = Session::open(outputs.session, Session::Access::Write);
        if (!opened) return tl::unexpected(opened.error());
        session = std::move(*opened);
        for (const ExitTable& table : tables)
            if (auto kept = session->tables().keep(table); !kept)
                return tl::unexpected(kept.error());
        // All of them before the first is played: what was asked for outlives this process.
        auto queued = session->runs().queue(experiment, *runs, provenance);
        if (!queued) return tl::unexpected(queued.error());
        ids = std::move(*queued);
    }
    ExperimentRunner runner(experiment, world, session, outputs);
    ExperimentResults all;
    const std::int64_t rounds = roundsOf(experiment, world);
    for (std::size_t k = 0; k < runs->size(); ++k) {
        const auto overall = [&](const Progress& p) {
            if (progress)
                progress({"running", static_cast<std::int64_t>(k) * rounds + p.done,
                          static_cast<std::int64_t>(runs->size()) * rounds, "rounds", p.activity});
        };
        const auto played = runner.play((*runs)[k], ids[k], k == 0, overall, stop);
        if (!played) return tl::unexpected(played.error());
        if (played->status == RunStatus::Stopped) {
            all.cancelled = true;
            break;
        }
        if (all.results.empty() || all.results.back().policy != (*runs)[k].policy)
            all.results.push_back({(*runs)[k].policy, {}});
        all.results.back().runs.push_back(played->summary);
        if (stop.stop_requested() && k + 1 < runs->size()) {
            all.cancelled = true;
            break;
        }
    }
    completeAgainstFinal(all.results);
    return all;
}

}  // namespace splitee
