// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/seed_replay.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "engine/run/schedule.h"

namespace splitee {
namespace {

constexpr const char* kFinal = "final";
constexpr std::int64_t kMostInFull = 200'000;  // beyond, 20 seeds of all policies take many seconds

using Runs = std::span<const ReplayRun>;

template <class CurveOfRun>
MeanCurve meanOf(Runs runs, CurveOfRun&& curve) {
    std::vector<std::vector<double>> seeds;
    for (const ReplayRun& run : runs) seeds.push_back(curve(run.curves));
    return meanCurve(seeds, Band::StudentT);
}

std::vector<double> percentRight(const ReplayCurves& curves) {
    std::vector<double> values = curveOf(curves, "accuracy");
    for (double& value : values) value *= 100;
    return values;
}

std::vector<double> costSoFar(const ReplayCurves& curves) {
    std::vector<double> values = curveOf(curves, "cost");
    for (std::size_t k = 0; k < values.size(); ++k)
        values[k] /= static_cast<double>(curves.round[k]);
    return values;
}

std::vector<double> percentOffloaded(const ReplayCurves& curves) {
    std::vector<double> values = curveOf(curves, "offload_rate");
    for (double& value : values) value *= 100;
    return values;
}

// Seed by seed against the final exit: what both share (which samples came) is not in the band.
template <class Difference>
MeanCurve against(Runs finals, Runs runs, std::vector<double> (*curve)(const ReplayCurves&),
                  Difference&& difference) {
    std::vector<std::vector<double>> seeds;
    for (std::size_t seed = 0; seed < runs.size(); ++seed) {
        seeds.push_back(curve(runs[seed].curves));
        const std::vector<double> final = curve(finals[seed].curves);
        std::ranges::transform(seeds.back(), final, seeds.back().begin(), difference);
    }
    return meanCurve(seeds, Band::StudentT);
}

SeedPolicy summed(Runs runs, Runs finals) {
    SeedPolicy policy{
        runs.front().spec.policy,
        meanOf(runs, percentRight),
        meanOf(runs, costSoFar),
        meanOf(runs, [](const ReplayCurves& curves) { return curves.pseudoRegret; }),
        meanOf(runs, [](const ReplayCurves& curves) { return curves.realisedRegret; }),
        against(finals, runs, costSoFar,
                [](double cost, double of) { return 100 * (cost / of - 1); }),
        against(finals, runs, percentRight, [](double right, double of) { return right - of; }),
        meanOf(runs, percentOffloaded),
        {}};
    for (const ReplayRun& run : runs) policy.summaries.push_back(run.summary);
    return policy;
}

}  // namespace

bool SeedReplay::allPseudo() const {
    return std::ranges::all_of(
        policies, [](const SeedPolicy& policy) { return !policy.pseudoRegret.mean.empty(); });
}

std::optional<Spread> spreadAt(const MeanCurve& curve, std::span<const double> rounds,
                               double round) {
    const auto after = std::ranges::lower_bound(rounds, round);
    if (after == rounds.end() || curve.low.size() != rounds.size()) return {};
    const auto k = static_cast<std::size_t>(after - rounds.begin());
    if (k == 0 && *after != round) return {};
    const std::size_t before = k == 0 ? 0 : k - 1;
    const double part = k == 0 ? 0 : (round - rounds[before]) / (rounds[k] - rounds[before]);
    const auto between = [part](double from, double to) {
        return from + part * (to - from);
    };  // std::lerp may lose a NaN
    const Spread spread{
        between(curve.mean[before], curve.mean[k]),
        between(curve.high[before] - curve.low[before], curve.high[k] - curve.low[k]) / 2};
    if (std::isnan(spread.mean) || std::isnan(spread.half)) return {};
    return spread;
}

Result<SeedReplay> replaySeeds(const TableSource& tables, Experiment experiment,
                               const std::stop_token& stop, const SeedReplayOptions& options) {
    ReplayWorld world(tables.all());
    experiment.seeds = options.seeds;
    const std::int64_t whole = roundsOf(experiment, world);
    experiment.rounds = std::min(whole, options.mostRounds);
    if (!Schedule::of(experiment,
                      experiment.rounds)) {  // a schedule that reaches further is played in full
        if (whole > kMostInFull)
            return fail("the schedule reaches beyond round " + std::to_string(options.mostRounds) +
                        ", and " + std::to_string(whole) +
                        " rounds are too many to replay while you wait: choose at most " +
                        std::to_string(kMostInFull) + " rounds");
        experiment.rounds = whole;
    }
    if (auto valid = validate(experiment, world); !valid) return tl::unexpected(valid.error());
    const auto policies = policiesOf(experiment);
    if (!policies) return tl::unexpected(policies.error());
    Experiment played = experiment;
    const bool finalPlays = std::ranges::find(*policies, kFinal) != policies->end();
    if (!finalPlays) played.policies += std::string(",") + kFinal;
    const auto runs = replay(
        tables.all(), played, stop,
        {.threads = options.threads, .points = options.points, .logSpaced = options.logSpaced});
    if (!runs) return tl::unexpected(runs.error());
    SeedReplay all{experiment, experiment.rounds, options.seeds, {}, {}, {}};
    const std::vector<std::int64_t>& round = runs->front().curves.round;
    all.round.assign(round.begin(), round.end());
    const auto seeds = static_cast<std::size_t>(options.seeds);
    const auto final =
        std::ranges::find(*runs, kFinal, [](const ReplayRun& run) { return run.spec.policy; });
    const Runs finals = Runs(*runs).subspan(static_cast<std::size_t>(final - runs->begin()), seeds);
    for (std::size_t k = 0; k < runs->size(); k += seeds) {
        SeedPolicy policy = summed(Runs(*runs).subspan(k, seeds), finals);
        if (policy.policy == kFinal) all.final = policy;
        if (policy.policy != kFinal || finalPlays) all.policies.push_back(std::move(policy));
    }
    return all;
}

}  // namespace splitee
