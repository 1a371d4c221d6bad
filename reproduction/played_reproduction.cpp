// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/played_reproduction.h"

#include <algorithm>
#include <map>

#include "comparison/kept_summary.h"
#include "engine/policies/policy_info.h"
#include "engine/replay/replay.h"
#include "storage/session/kept_tables.h"
#include "storage/session/run_identity.h"
#include "storage/session/session.h"
#include "storage/session/sweep_runs.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

constexpr int kCurvePoints = 100;
constexpr std::string_view kReference = "best";  // its regret is 0

// A sweep: settings that several policies share, on the streams that play just these policies.
struct Job {
    Experiment experiment;         // without policies
    std::vector<double> offloads;  // played at each; none: at the experiment's
    std::vector<std::string> policies, tables;
};

bool hasRegret(const ReproductionPolicy& policy) {
    const PolicyInfo* info = findPolicy(policy.experiment.policies);
    return info != nullptr && info->splitsOnly && info->key != kReference;
}

Result<PlayedStream> openStream(const Reproduction& all, const ReproductionStream& stream) {
    PlayedStream played;
    if (stream.table.empty()) {
        played.missing = "no table of it is bundled";
        return played;
    }
    if (stream.table.starts_with("builtin:") && !resolve(stream.table, "tables", ".exits")) {
        played.missing = stream.table + " is not among the bundled tables";
        return played;
    }
    auto source = openTables(stream.table, all.experiment);
    if (!source) return tl::unexpected(source.error());
    if (auto applied = source->applyTemperature(all.experiment); !applied)
        return tl::unexpected(applied.error());
    played.source = std::make_shared<const TableSource>(std::move(*source));
    if (played.table().exits < 2)
        return fail("stream " + stream.name + " has a table of one exit, " + stream.table +
                    ": there is no split to choose");
    ReplayWorld world(played.source->all());
    for (const ReproductionPolicy& policy : all.policies) {
        Experiment experiment = policy.experiment;
        experiment.alpha = stream.alpha;
        PlayedPolicy& one = played.policies.emplace_back();
        if (auto valid = validate(experiment, world); !valid)
            one.unplayable = valid.error().message;
    }
    return played;
}

class ReproductionRunner {
public:
    ReproductionRunner(PlayedReproduction& played, std::filesystem::path session, int threads,
                       const ProgressSink& progress, const std::stop_token& stop)
        : played_(played),
          all_(played.description),
          session_(std::move(session)),
          threads_(threads),
          progress_(progress),
          stop_(stop) {}

    Result<void> play() {
        for (std::size_t s = 0; s < all_.streams.size(); ++s) addStream(s);
        if (auto swept = sweepAll(); !swept) return swept;
        if (auto read = readRuns(); !read) return read;
        return readCurves();
    }

private:
    struct Place {
        std::vector<RunSummary>* runs;
        std::size_t seed;
    };

    [[nodiscard]] Experiment experimentOf(std::size_t s, std::size_t p) const {
        Experiment experiment = all_.policies[p].experiment;
        experiment.alpha = all_.streams[s].alpha;
        if (all_.streams[s].rounds > 0) experiment.rounds = all_.streams[s].rounds;
        return experiment;
    }

    void addStream(std::size_t s) {
        PlayedStream& stream = played_.streams[s];
        if (!stream.played()) return;
        std::vector<Job> jobs;
        const std::vector<double>& offloads = all_.offloadsOf(all_.streams[s]);
        for (std::size_t p = 0; p < all_.policies.size(); ++p) {
            PlayedPolicy& policy = stream.policies[p];
            if (!policy.unplayable.empty()) continue;
            const Experiment experiment = experimentOf(s, p);
            addJob(jobs, experiment, all_.policies[p].offloads ? offloads : std::vector<double>());
            for (const double o : offloads)
                if (all_.policies[p].offloads || o == all_.experiment.offload)
                    policy.points.push_back({o, {}});
            for (PlayedPoint& point : policy.points) {
                Experiment at = experiment;
                at.offload = point.offload;
                place(at, stream, point.runs);
            }
            if (!hasRegret(all_.policies[p])) continue;
            Experiment measured = experiment;
            measured.rounds = all_.regretRounds;
            addJob(jobs, measured, {});
            place(measured, stream, policy.regretRuns);
        }
        for (Job& job : jobs) join(std::move(job), all_.streams[s].table);
    }

    static void addJob(std::vector<Job>& jobs, Experiment experiment,
                       std::vector<double> offloads) {
        const std::string policy = experiment.policies;
        experiment.policies.clear();
        const auto found = std::ranges::find_if(jobs, [&](const Job& job) {
            return job.experiment == experiment && job.offloads == offloads;
        });
        if (found == jobs.end())
            jobs.push_back({std::move(experiment), std::move(offloads), {policy}, {}});
        else if (std::ranges::find(found->policies, policy) == found->policies.end())
            found->policies.push_back(policy);
    }

    void join(Job job, const std::string& table) {
        const auto found = std::ranges::find_if(jobs_, [&](const Job& other) {
            return job.experiment == other.experiment && job.offloads == other.offloads &&
                   job.policies == other.policies;
        });
        Job& into = found == jobs_.end() ? jobs_.emplace_back(std::move(job)) : *found;
        if (std::ranges::find(into.tables, table) == into.tables.end())
            into.tables.push_back(table);
    }

    // Where the figures of these runs belong, by what the session will know them by.
    void place(Experiment experiment, const PlayedStream& stream, std::vector<RunSummary>& into) {
        RunProvenance provenance;
        provenance.dataHash = stream.source->hash;
        const auto seeds = static_cast<std::size_t>(experiment.seeds);
        const std::uint64_t first = experiment.seed;
        into.resize(seeds);
        experiment.seeds = 1;
        for (std::size_t k = 0; k < seeds; ++k) {
            experiment.seed = first + k;
            const RunSpec spec{experiment.policies, experiment.seed};
            places_[identityOf(experiment, spec, provenance)].push_back({&into, k});
        }
    }

    Result<void> sweepAll() {
        std::vector<std::pair<Sweep, SweepPlan>> sweeps;
        std::int64_t total = 0;
        for (const Job& job : jobs_) {
            Sweep sweep;
            sweep.experiment = job.experiment;
            for (const std::string& policy : job.policies)
                sweep.experiment.policies +=
                    (sweep.experiment.policies.empty() ? "" : ",") + policy;
            sweep.tables = job.tables;
            if (!job.offloads.empty()) {
                SweepAxis axis;
                axis.key = "offload";
                axis.values.assign(job.offloads.begin(), job.offloads.end());
                sweep.axes.push_back(std::move(axis));
            }
            auto plan = SweepPlan::make(sweep);
            if (!plan) return tl::unexpected(plan.error());
            total += plan->runs();
            sweeps.emplace_back(std::move(sweep), std::move(*plan));
        }
        SweepOutputs outputs;
        outputs.session = session_.string();
        outputs.threads = threads_;
        std::int64_t before = 0;
        for (const auto& [sweep, plan] : sweeps) {
            const auto overall = [&](const Progress& now) {
                if (progress_)
                    progress_({"reproducing", before + now.done, total, "runs", now.activity});
            };
            const auto done = runSweep(sweep, plan, outputs, overall, stop_);
            if (!done && !stop_.stop_requested()) return tl::unexpected(done.error());
            if (!done || done->cancelled)
                return fail("cancelled: the finished runs are kept in " + session_.string());
            before += plan.runs();
        }
        return {};
    }

    Result<void> readRuns() {
        auto session = Session::openReadOnly(session_);
        if (!session) return tl::unexpected(session.error());
        std::size_t missing = places_.size();
        const auto seen = session->runs().forEach([&](const StoredRun& run) -> Result<void> {
            const auto found = places_.find(identityOf(run));
            if (found == places_.end() || run.status != RunStatus::Finished) return {};
            const auto summary = keptSummary(run);
            if (!summary) return fail("run " + std::to_string(run.id) + " keeps no figures");
            for (const Place& place : found->second) (*place.runs)[place.seed] = *summary;
            --missing;
            ++played_.runs;
            played_.rounds += summary->rounds;
            return {};
        });
        if (!seen) return tl::unexpected(seen.error());
        if (missing > 0)
            return fail("session " + session_.string() + " lacks " + std::to_string(missing) +
                        " of the runs that were played into it: play them anew");
        return checkOffloads();
    }

    // What is played at one o and counts for all must not depend on it.
    [[nodiscard]] Result<void> checkOffloads() const {
        for (const PlayedStream& stream : played_.streams)
            for (std::size_t p = 0; p < stream.policies.size(); ++p)
                for (const PlayedPoint& point : stream.policies[p].points)
                    for (const RunSummary& run : point.runs)
                        if (!all_.policies[p].offloads && run.offloadRate > 0)
                            return fail("policy " + all_.policies[p].name +
                                        " is said never to offload, but does: leave \"offloads\": "
                                        "false out of its entry");
        return {};
    }

    Result<void> readCurves() {
        for (std::size_t s = 0; s < played_.streams.size(); ++s)
            for (std::size_t p = 0; p < played_.streams[s].policies.size(); ++p) {
                PlayedPolicy& policy = played_.streams[s].policies[p];
                if (policy.regretRuns.empty()) continue;
                Experiment experiment = experimentOf(s, p);
                experiment.rounds = all_.regretRounds;
                ReplayOptions options;
                options.threads = threads_;
                options.points = kCurvePoints;
                const auto runs = replay(played_.streams[s].table(), experiment, stop_, options);
                if (!runs && stop_.stop_requested())
                    return fail("cancelled: the runs are kept in " + session_.string());
                if (!runs) return tl::unexpected(runs.error());
                std::vector<std::vector<double>> seeds;
                for (const ReplayRun& run : *runs)
                    seeds.push_back(curveOf(run.curves, "pseudo_regret"));
                policy.round = runs->front().curves.round;
                policy.regret = meanCurve(seeds, Band::StudentT);
            }
        return {};
    }

    PlayedReproduction& played_;
    const Reproduction& all_;
    std::filesystem::path session_;
    int threads_;
    const ProgressSink& progress_;
    const std::stop_token& stop_;
    std::vector<Job> jobs_;
    std::map<DigestValue, std::vector<Place>> places_;
};

}  // namespace

Result<PlayedReproduction> playReproduction(const Reproduction& description,
                                            const std::filesystem::path& session, int threads,
                                            const ProgressSink& progress,
                                            const std::stop_token& stop) {
    PlayedReproduction played;
    played.description = description;
    for (const ReproductionStream& stream : description.streams) {
        auto opened = openStream(description, stream);
        if (!opened) return tl::unexpected(opened.error());
        played.streams.push_back(std::move(*opened));
    }
    const bool any = std::ranges::any_of(played.streams, &PlayedStream::played);
    if (!any)
        return fail("reproduction " + description.name +
                    " has no stream that can be played: pass tables by --stream NAME=FILE");
    ReproductionRunner runner(played, session, threads, progress, stop);
    if (auto done = runner.play(); !done) return tl::unexpected(done.error());
    for (const ReproductionWorld& world : description.worlds) {
        auto one = playWorld(world, threads, progress, stop);
        if (!one) return tl::unexpected(one.error());
        played.worlds.push_back(std::move(*one));
    }
    return played;
}

}  // namespace splitee
