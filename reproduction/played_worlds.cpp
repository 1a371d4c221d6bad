// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/played_worlds.h"

#include <algorithm>
#include <type_traits>

#include "engine/analysis/adaptation.h"
#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"
#include "engine/run/regret.h"
#include "engine/run/schedule.h"
#include "storage/session/kept_tables.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

constexpr std::int64_t kFinePoints = 20'000;  // of a run: each round of most worlds
constexpr std::size_t kDrawnPoints = 200;

// After `round`; linear between the points that the curve was read at.
double regretAfter(const FollowingPolicy& policy, std::int64_t round) {
    double lastRound = 0, last = 0;
    for (std::size_t k = 0; k < policy.round.size(); ++k) {
        const auto at = static_cast<double>(policy.round[k]);
        if (policy.round[k] >= round)
            return last + (policy.regret.mean[k] - last) *
                              (static_cast<double>(round) - lastRound) / (at - lastRound);
        lastRound = at;
        last = policy.regret.mean[k];
    }
    return last;
}

// Some of the points, the last among them.
void thin(FollowingPolicy& policy) {
    const std::size_t every = (policy.round.size() + kDrawnPoints - 1) / kDrawnPoints;
    if (every < 2) return;
    const auto kept = [&](auto& values) {
        std::remove_reference_t<decltype(values)> few;
        for (std::size_t k = 0; k < values.size(); ++k)
            if ((values.size() - 1 - k) % every == 0) few.push_back(values[k]);
        values = std::move(few);
    };
    kept(policy.round);
    kept(policy.regret.mean);
    kept(policy.regret.low);
    kept(policy.regret.high);
}

// What is in force in a round, in the schedule's words.
std::string whatAt(const Schedule& schedule, std::int64_t round) {
    const Conditions now = schedule.at(round);
    const std::string& name = schedule.sources()[now.share > 0 ? now.rising : now.source];
    return name.empty() ? "clean" : name;
}

class WorldPlayer {
public:
    WorldPlayer(const TableSource& source, const Experiment& experiment, int threads,
                const ProgressSink& progress, const std::stop_token& stop)
        : source_(source), experiment_(experiment), progress_(progress), stop_(stop) {
        options_.threads = threads;
    }

    Result<PlayedWorld> play() {
        const auto tables = source_.all();
        ReplayWorld world(tables);
        const std::int64_t rounds = roundsOf(experiment_, world);
        options_.points = static_cast<int>(std::min(rounds, kFinePoints));
        const auto schedule = Schedule::of(experiment_, rounds);
        if (!schedule) return tl::unexpected(schedule.error());
        const auto found = adaptations(tables, experiment_, {}, stop_, options_, progress_);
        if (!found) return tl::unexpected(found.error());
        addSegments(*schedule, rounds);
        const auto keys = policiesOf(experiment_);
        if (!keys) return tl::unexpected(keys.error());
        for (const std::string& key : *keys) {
            if (!findPolicy(key)->splitsOnly) continue;
            if (auto added = addPolicy(key, tables, *found); !added)
                return tl::unexpected(added.error());
        }
        if (played_.policies.empty()) return fail("none of its policies chooses a split");
        describeBest(world, *found);
        return std::move(played_);
    }

private:
    void addSegments(const Schedule& schedule, std::int64_t rounds) {
        std::vector<std::int64_t> starts{1};
        for (const std::int64_t round : schedule.switches()) starts.push_back(round);
        for (std::size_t k = 0; k < starts.size(); ++k) {
            const std::int64_t end = k + 1 < starts.size() ? starts[k + 1] : rounds + 1;
            played_.segments.push_back(
                {whatAt(schedule, starts[k]), starts[k], end - starts[k], 1, 0});
        }
    }

    Result<void> addPolicy(const std::string& key, const std::vector<const ExitTable*>& tables,
                           const std::vector<Adaptation>& found) {
        Experiment one = experiment_;
        one.policies = key;
        const auto runs = replay(tables, one, stop_, options_, progress_);
        if (!runs) return tl::unexpected(runs.error());
        FollowingPolicy policy;
        policy.label = entryLabel(key);
        std::vector<std::vector<double>> seeds;
        for (const ReplayRun& run : *runs) seeds.push_back(curveOf(run.curves, "pseudo_regret"));
        policy.round = runs->front().curves.round;
        policy.regret = meanCurve(seeds, Band::StudentT);
        const WorldSegment& first = played_.segments.front();
        policy.segments.push_back(
            {regretAfter(policy, first.rounds) / static_cast<double>(first.rounds), {}});
        for (const Adaptation& after : found)
            if (after.policy == key)
                policy.segments.push_back(
                    {after.regret / static_cast<double>(after.segment), after.rounds});
        thin(policy);
        played_.policies.push_back(std::move(policy));
        return {};
    }

    // The best split of the first policy's kind: one that evaluates as many exits as it.
    void describeBest(World& world, const std::vector<Adaptation>& found) {
        RegretReferences references(experiment_, found.front().policy, world);
        for (WorldSegment& segment : played_.segments) {
            const RegretReference& now = references.at(segment.first);
            segment.bestLayer = now.best;
            segment.bestReward = now.expected[static_cast<std::size_t>(now.best - 1)];
        }
    }

    const TableSource& source_;
    const Experiment& experiment_;
    const ProgressSink& progress_;
    const std::stop_token& stop_;
    ReplayOptions options_;
    PlayedWorld played_;
};

}  // namespace

Result<PlayedWorld> playWorld(const ReproductionWorld& world, int threads,
                              const ProgressSink& progress, const std::stop_token& stop) {
    PlayedWorld absent;
    if (world.table.starts_with("builtin:") && !resolve(world.table, "tables", ".exits")) {
        absent.missing = world.table + " is not among the bundled tables";
        return absent;
    }
    auto source = openTables(world.table, world.experiment);
    if (!source) return tl::unexpected(source.error());
    if (auto applied = source->applyTemperature(world.experiment); !applied)
        return tl::unexpected(applied.error());
    auto played = WorldPlayer(*source, world.experiment, threads, progress, stop).play();
    if (!played && !stop.stop_requested())
        return fail("world " + world.name + ": " + played.error().message);
    return played;
}

}  // namespace splitee
