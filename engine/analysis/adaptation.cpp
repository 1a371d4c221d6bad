// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/adaptation.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/policies/policy_info.h"
#include "engine/run/regret.h"

namespace splitee {
namespace {

constexpr std::int64_t kStepsAWindow = 10;     // the answer's resolution
constexpr std::int64_t kMostPoints = 200'000;  // of a run's curves, some 0.1 kB each

// Mean pseudo-regret over the runs of one policy, after every `step` rounds: [k] after round k *
// step.
using MeanCurve = std::vector<double>;

// Regret up to `round`, linear between the curve's points.
double upTo(const MeanCurve& curve, double round, double step) {
    const double at = round / step;
    const auto k = std::min(static_cast<std::size_t>(at), curve.size() - 1);
    const double next = k + 1 < curve.size() ? curve[k + 1] : curve[k];
    return curve[k] + (at - static_cast<double>(k)) * (next - curve[k]);
}

void judge(Adaptation& after, const MeanCurve& curve, double step,
           const AdaptationSettings& settings) {
    const auto start = static_cast<double>(after.round - 1);  // rounds before the switch
    after.regret =
        upTo(curve, start + static_cast<double>(after.segment), step) - upTo(curve, start, step);
    const double allowed = settings.tolerance * std::abs(after.bestReward);
    const std::int64_t move = std::max<std::int64_t>(1, settings.window / kStepsAWindow);
    for (std::int64_t r = settings.window; r <= after.segment; r += move) {
        const double end = start + static_cast<double>(r);
        const double shortfall =
            upTo(curve, end, step) - upTo(curve, end - static_cast<double>(settings.window), step);
        if (shortfall / static_cast<double>(settings.window) > allowed) continue;
        after.rounds = r;
        return;
    }
}

// The mean curve of one policy's seeds, a few seeds at a time: a run's curves are large, and only
// their mean is needed.
class CurveMaker {
public:
    CurveMaker(const std::vector<const ExitTable*>& tables, const Experiment& experiment,
               std::stop_token stop, const ReplayOptions& options, const ProgressSink& progress,
               std::int64_t total)
        : tables_(tables),
          experiment_(experiment),
          stop_(std::move(stop)),
          options_(options),
          progress_(progress),
          total_(total) {}

    Result<MeanCurve> of(const std::string& policy) {
        MeanCurve mean(static_cast<std::size_t>(options_.points) + 1, 0.0);
        Experiment part = experiment_;
        part.policies = policy;
        for (std::int64_t first = 0; first < experiment_.seeds; first += part.seeds) {
            part.seed = experiment_.seed + static_cast<std::uint64_t>(first);
            part.seeds =
                std::min<std::int64_t>(std::max(1, options_.threads), experiment_.seeds - first);
            const auto overall = [&](const Progress& now) {
                if (progress_) progress_({"replaying", done_ + now.done, total_, "rounds", policy});
            };
            const auto runs = replay(tables_, part, stop_, options_, overall);
            if (!runs) return tl::unexpected(runs.error());
            for (const ReplayRun& run : *runs) {
                for (std::size_t k = 0; k < run.curves.pseudoRegret.size(); ++k)
                    mean[k + 1] += run.curves.pseudoRegret[k];
                done_ += run.summary.rounds;
            }
        }
        for (double& value : mean) value /= static_cast<double>(experiment_.seeds);
        return mean;
    }

private:
    const std::vector<const ExitTable*>& tables_;
    const Experiment& experiment_;
    std::stop_token stop_;
    const ReplayOptions& options_;
    const ProgressSink& progress_;
    std::int64_t total_, done_ = 0;
};

Result<void> checkSettings(const AdaptationSettings& settings, std::int64_t rounds) {
    if (settings.window < 1 || settings.window > rounds)
        return fail("window is " + std::to_string(settings.window) +
                    ", but must be between 1 and the " + std::to_string(rounds) +
                    " rounds of a run");
    if (!(settings.tolerance > 0 && settings.tolerance <= 1))
        return fail("tolerance is " + shortNumber(settings.tolerance) +
                    ", but must be above 0 and at most 1");
    if (rounds / kMostPoints > settings.window / kStepsAWindow)
        return fail("window is " + std::to_string(settings.window) + ", but " +
                    std::to_string(rounds) + " rounds a run need one of at least " +
                    std::to_string((rounds / kMostPoints + 1) * kStepsAWindow) +
                    ": a run is read at most " + std::to_string(kMostPoints) + " times");
    return {};
}

}  // namespace

Result<std::vector<Adaptation>> adaptations(const std::vector<const ExitTable*>& tables,
                                            const Experiment& experiment,
                                            const AdaptationSettings& settings,
                                            std::stop_token stop, const ReplayOptions& options,
                                            const ProgressSink& progress) {
    ReplayWorld world(tables);
    if (auto valid = validate(experiment, world); !valid) return tl::unexpected(valid.error());
    const std::int64_t rounds = roundsOf(experiment, world);
    if (auto valid = checkSettings(settings, rounds); !valid) return tl::unexpected(valid.error());
    const auto schedule = Schedule::of(experiment, rounds);
    if (!schedule) return tl::unexpected(schedule.error());
    auto switches = schedule->switches();
    if (settings.fromStart) switches.insert(switches.begin(), 1);
    if (switches.empty())
        return fail("nothing changes: give a schedule with a switch, as in 'gaussian_blur:1@2000'");
    const std::int64_t step = std::max<std::int64_t>(1, settings.window / kStepsAWindow);
    ReplayOptions fine = options;
    fine.logSpaced = false;
    fine.points = static_cast<int>(std::min<std::int64_t>((rounds + step - 1) / step, kMostPoints));
    std::vector<std::string> keys = *policiesOf(experiment);
    std::erase_if(keys, [](const std::string& key) { return !findPolicy(key)->splitsOnly; });
    CurveMaker curves(tables, experiment, std::move(stop), fine, progress,
                      static_cast<std::int64_t>(keys.size()) * experiment.seeds * rounds);

    std::vector<Adaptation> all;
    for (const std::string& key : keys) {
        const double spacing = static_cast<double>(rounds) / static_cast<double>(fine.points);
        const auto mean = curves.of(key);
        if (!mean) return tl::unexpected(mean.error());
        RegretReferences references(experiment, key, world);
        for (std::size_t k = 0; k < switches.size(); ++k) {
            const std::int64_t end = k + 1 < switches.size() ? switches[k + 1] : rounds + 1;
            Adaptation after{key, switches[k], end - switches[k]};
            const RegretReference& now = references.at(switches[k]);
            after.bestLayer = now.best;
            after.bestReward = now.expected[static_cast<std::size_t>(now.best - 1)];
            judge(after, *mean, spacing, settings);
            all.push_back(after);
        }
    }
    return all;
}

}  // namespace splitee
