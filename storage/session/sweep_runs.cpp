// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/sweep_runs.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "engine/exception_barrier.h"
#include "engine/replay/replay_figures.h"
#include "storage/files/utc_text.h"
#include "storage/session/kept_tables.h"
#include "storage/session/own_provenance.h"
#include "storage/session/run_figures.h"
#include "storage/session/run_identity.h"
#include "storage/session/run_writer.h"
#include "storage/session/session.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

using WallClock = std::chrono::steady_clock;

constexpr int kBatch = 4096;  // rounds between two looks at the stop token
constexpr auto kWriteEvery = std::chrono::milliseconds(100);

// Rounds of several threads into one connection.
class SharedWriter final : public RoundSink {
public:
    SharedWriter(Session& session, std::mutex& mutex, std::int64_t run)
        : mutex_(mutex), writer_(session, run) {}
    Result<void> consume(std::span<const RoundRecord> rounds) override {
        const std::scoped_lock lock(mutex_);
        return writer_.consume(rounds);
    }

private:
    std::mutex& mutex_;
    RunWriter writer_;
};

struct SweepSource {
    TableSource tables;
    RunProvenance provenance;
    std::unique_ptr<ReplayFigures> figures;  // over `tables`, which stay where they are
};

// Workers play; the thread that calls play() writes what they have finished, many runs a
// transaction.
class SweepRunner {
public:
    SweepRunner(const SweepPlan& plan, const std::vector<SweepSource>& sources, Session& session,
                const SweepOutputs& outputs)
        : plan_(plan),
          sources_(sources),
          session_(session),
          keepRounds_(outputs.keepRounds),
          leavesRemains_(!outputs.removeNothing) {}

    // Plays these runs; how many were finished.
    Result<std::int64_t> play(const std::vector<std::int64_t>& missing, std::int64_t before,
                              int threads, const ProgressSink& progress,
                              const std::stop_token& stop) {
        missing_ = &missing;
        const std::stop_callback forward(stop, [this] { stopAll_.request_stop(); });
        std::vector<std::jthread> workers;
        working_ =
            std::clamp(threads, 1, static_cast<int>(std::max<std::size_t>(missing.size(), 1)));
        for (int k = working_; k > 0; --k) workers.emplace_back([this] { work(); });
        std::int64_t written = 0;
        for (bool over = false; !over;) {
            std::vector<StoredRun> done;
            {
                std::unique_lock lock(queueMutex_);
                ended_.wait_for(lock, kWriteEvery, [this] { return working_ == 0; });
                over = working_ == 0;
                done.swap(done_);
            }
            if (auto kept = write(done); !kept)
                setProblem(kept.error());
            else
                written += static_cast<std::int64_t>(done.size());
            if (progress)
                progress({"sweeping", before + written,
                          before + static_cast<std::int64_t>(missing.size()), "runs",
                          done.empty() ? ""
                                       : done.back().spec.policy + ", seed " +
                                             std::to_string(done.back().spec.seed)});
        }
        workers.clear();
        if (problem_) return tl::unexpected(*problem_);
        return written;
    }

    /// Of the runs that play() finished.
    [[nodiscard]] const std::vector<std::int64_t>& ids() const { return ids_; }

private:
    void work() {
        while (!stopAll_.stop_requested()) {
            const std::size_t at = next_.fetch_add(1);
            if (at >= missing_->size()) break;
            auto played = guarded([&] { return playRun((*missing_)[at]); });
            if (!played) {
                setProblem(played.error());
                break;
            }
            if (played->status != RunStatus::Finished) break;
            const std::scoped_lock lock(queueMutex_);
            done_.push_back(std::move(*played));
        }
        const std::scoped_lock lock(queueMutex_);
        if (--working_ == 0) ended_.notify_one();
    }

    Result<StoredRun> playRun(std::int64_t number) {
        SweepRun run = plan_.run(number);
        const SweepSource& source = sources_[run.table];
        StoredRun stored;
        stored.experiment = std::move(run.experiment);
        stored.spec = run.spec;
        stored.provenance = source.provenance;
        stored.startedAt = utcText(std::chrono::system_clock::now());
        if (!keepRounds_) {
            const auto played =
                source.figures->play(stored.experiment, run.spec, stopAll_.get_token());
            if (!played) return tl::unexpected(played.error());
            stored.status = played->status;
            stored.finishedAt = utcText(std::chrono::system_clock::now());
            stored.summary = summaryJson(played->summary);
            return stored;
        }
        return playKeepingRounds(std::move(stored), source);
    }

    Result<StoredRun> playKeepingRounds(StoredRun stored, const SweepSource& source) {
        ReplayWorld world(source.tables.all());
        SummarySink summary(stored.experiment, stored.spec, world);
        std::optional<SharedWriter> writer;
        std::vector<RoundSink*> sinks;
        {
            const std::scoped_lock lock(sessionMutex_);
            const auto id =
                session_.runs().begin(stored.experiment, stored.spec, stored.provenance);
            if (!id) return tl::unexpected(id.error());
            stored.id = *id;
            sinks.push_back(&writer.emplace(session_, sessionMutex_, stored.id));
        }
        sinks.push_back(&summary);
        const auto start = WallClock::now();
        const auto status =
            runOnce(stored.experiment, stored.spec, world, sinks, {}, stopAll_.get_token(), kBatch);
        if (!status) return tl::unexpected(status.error());
        stored.status = *status;
        stored.finishedAt = utcText(std::chrono::system_clock::now());
        stored.summary = summaryJson(
            summary.summary(std::chrono::duration<double>(WallClock::now() - start).count()));
        if (stored.status != RunStatus::Finished) {
            const std::scoped_lock lock(sessionMutex_);
            const auto ended = leavesRemains_ ? session_.runs().finish(stored.id, stored.status, "",
                                                                       stored.summary)
                                              : session_.runs().remove(stored.id);
            if (!ended) return tl::unexpected(ended.error());
        }
        return stored;
    }

    Result<void> write(const std::vector<StoredRun>& runs) {
        if (runs.empty()) return {};
        const std::scoped_lock lock(sessionMutex_);
        return session_.inTransaction([&]() -> Result<void> {
            for (const StoredRun& run : runs) {
                const auto written =
                    keepRounds_
                        ? session_.runs().finish(run.id, run.status, "", run.summary).map([&] {
                              return run.id;
                          })
                        : session_.runs().add(run);
                if (!written) return tl::unexpected(written.error());
                ids_.push_back(*written);
            }
            return {};
        });
    }

    void setProblem(const Error& error) {
        const std::scoped_lock lock(queueMutex_);
        if (!problem_) problem_ = error;
        stopAll_.request_stop();
    }

    const SweepPlan& plan_;
    const std::vector<SweepSource>& sources_;
    Session& session_;
    bool keepRounds_;
    bool leavesRemains_;  // of a run that is cancelled: who comes next removes them
    const std::vector<std::int64_t>* missing_ = nullptr;
    std::atomic<std::size_t> next_ = 0;
    std::stop_source stopAll_;
    std::mutex sessionMutex_;  // of session_
    std::mutex queueMutex_;    // of the four below
    std::condition_variable ended_;
    std::vector<StoredRun> done_;
    int working_ = 0;
    std::optional<Error> problem_;
    std::vector<std::int64_t> ids_;  // of the thread that calls play()
};

Result<std::vector<SweepSource>> openSources(const Sweep& sweep, const SweepPlan& plan,
                                             const std::stop_token& stop) {
    std::vector<SweepSource> sources;
    for (const std::string& name : plan.tables()) {
        auto tables = openTables(name, sweep.experiment);
        if (!tables) return tl::unexpected(tables.error());
        if (auto applied = tables->applyTemperature(sweep.experiment); !applied)
            return tl::unexpected(applied.error());
        ReplayWorld world(tables->all());
        if (auto valid = plan.validateFor(world, name, stop); !valid)
            return tl::unexpected(valid.error());
        RunProvenance provenance = ownProvenance();
        provenance.source = name;
        provenance.dataHash = tables->hash;
        sources.push_back({std::move(*tables), std::move(provenance), nullptr});
    }
    for (SweepSource& source : sources)
        source.figures = std::make_unique<ReplayFigures>(source.tables.all());
    return sources;
}

// What the session lacks of this shard. Unfinished remains of these runs are removed, and runs
// without the rounds asked for.
Result<std::vector<std::int64_t>> missingRuns(const SweepPlan& plan,
                                              const std::vector<SweepSource>& sources,
                                              const SweepOutputs& outputs, Session& session,
                                              SweepReport& report, const std::stop_token& stop) {
    std::map<DigestValue, std::int64_t> wanted;  // the first number of each identity
    for (std::int64_t number = 0; number < plan.runs(); ++number) {
        if (stop.stop_requested()) return fail("cancelled before a run was played");
        if (!outputs.shard.has(number)) continue;
        const SweepRun run = plan.run(number);
        wanted.try_emplace(identityOf(run.experiment, run.spec, sources[run.table].provenance),
                           number);
    }
    report.runs = static_cast<std::int64_t>(wanted.size());
    std::vector<std::int64_t> remains;
    auto read = session.runs().forEach([&](const StoredRun& run) -> Result<void> {
        if (stop.stop_requested()) return fail("cancelled before a run was played");
        const auto found = wanted.find(identityOf(run));
        if (found == wanted.end()) return {};
        if (run.status == RunStatus::Running && !outputs.removeNothing)
            return fail("another program is playing run " + std::to_string(run.id) +
                        " of session " + session.file() +
                        ": wait for its end, or give every shard a session of its own");
        if (run.status != RunStatus::Finished || (outputs.keepRounds && run.rounds == 0)) {
            if (!outputs.removeNothing) remains.push_back(run.id);
        } else if (found->second >= 0) {
            found->second = -1;
            ++report.before;
            report.ids.push_back(run.id);
        }
        return {};
    });
    if (!read) return tl::unexpected(read.error());
    auto removed = session.inTransaction([&]() -> Result<void> {
        for (const std::int64_t id : remains)
            if (auto gone = session.runs().remove(id); !gone) return gone;
        return {};
    });
    if (!removed) return tl::unexpected(removed.error());
    report.removed = static_cast<std::int64_t>(remains.size());
    std::vector<std::int64_t> missing;
    for (const auto& [identity, number] : wanted)
        if (number >= 0) missing.push_back(number);
    std::ranges::sort(missing);
    return missing;
}

}  // namespace

Result<SweepReport> runSweep(const Sweep& sweep, const SweepPlan& plan, const SweepOutputs& outputs,
                             const ProgressSink& progress, std::stop_token stop) {
    const auto start = WallClock::now();
    const auto sources = openSources(sweep, plan, stop);
    if (!sources) return tl::unexpected(sources.error());
    auto session = Session::open(outputs.session, Session::Access::Write);
    if (!session) return tl::unexpected(session.error());
    for (const SweepSource& source : *sources)
        for (const ExitTable& table : source.tables.recorded)
            if (auto kept = session->tables().keep(table); !kept)
                return tl::unexpected(kept.error());
    SweepReport report;
    const auto missing = missingRuns(plan, *sources, outputs, *session, report, stop);
    if (!missing) return tl::unexpected(missing.error());
    SweepRunner runner(plan, *sources, *session, outputs);
    const auto played = runner.play(*missing, report.before, outputs.threads, progress, stop);
    if (!played) return tl::unexpected(played.error());
    report.played = *played;
    report.ids.insert(report.ids.end(), runner.ids().begin(), runner.ids().end());
    std::ranges::sort(report.ids);
    report.cancelled = report.before + report.played < report.runs;
    report.seconds = std::chrono::duration<double>(WallClock::now() - start).count();
    return report;
}

}  // namespace splitee
