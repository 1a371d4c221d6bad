#include "engine/adaptation.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/regret.h"

namespace splitee {
namespace {

constexpr std::int64_t kStepsAWindow = 10;   // the answer's resolution

// Mean pseudo-regret over the runs of one policy, after every `step` rounds: [k] after round k * step.
using MeanCurve = std::vector<double>;

// Regret up to `round`, linear between the curve's points.
double upTo(const MeanCurve& curve, double round, double step) {
    const double at = round / step;
    const auto k = std::min(static_cast<std::size_t>(at), curve.size() - 1);
    const double next = k + 1 < curve.size() ? curve[k + 1] : curve[k];
    return curve[k] + (at - static_cast<double>(k)) * (next - curve[k]);
}

void judge(Adaptation& after, const MeanCurve& curve, double step, const AdaptationSettings& settings) {
    const auto start = static_cast<double>(after.round - 1);   // rounds before the switch
    after.regret = upTo(curve, start + static_cast<double>(after.segment), step) - upTo(curve, start, step);
    const double allowed = settings.tolerance * std::abs(after.bestReward);
    const std::int64_t move = std::max<std::int64_t>(1, settings.window / kStepsAWindow);
    for (std::int64_t r = settings.window; r <= after.segment; r += move) {
        const double end = start + static_cast<double>(r);
        const double shortfall = upTo(curve, end, step) - upTo(curve, end - static_cast<double>(settings.window), step);
        if (shortfall / static_cast<double>(settings.window) > allowed) continue;
        after.rounds = r;
        return;
    }
}

}  // namespace

Result<std::vector<Adaptation>> adaptations(const std::vector<const ExitTable*>& tables, const Experiment& experiment,
                                            const AdaptationSettings& settings, std::stop_token stop, const ReplayOptions& options,
                                            const ProgressSink& progress) {
    ReplayWorld world(tables);
    const std::int64_t rounds = roundsOf(experiment, world);
    if (settings.window < 1 || settings.window > rounds) return fail("window is " + std::to_string(settings.window) + ", but must be between 1 and the " + std::to_string(rounds) + " rounds of a run");
    if (!(settings.tolerance > 0 && settings.tolerance <= 1)) return fail("tolerance is " + shortNumber(settings.tolerance) + ", but must be above 0 and at most 1");
    const std::int64_t step = std::max<std::int64_t>(1, settings.window / kStepsAWindow);
    ReplayOptions fine = options;
    fine.logSpaced = false;
    fine.points = static_cast<int>(std::min<std::int64_t>((rounds + step - 1) / step, 1'000'000));
    const auto runs = replay(tables, experiment, std::move(stop), fine, progress);
    if (!runs) return tl::unexpected(runs.error());
    const auto schedule = Schedule::of(experiment, rounds);
    if (!schedule) return tl::unexpected(schedule.error());
    const auto switches = schedule->switches();
    if (switches.empty()) return fail("nothing changes: give a schedule with a switch, as in 'gaussian_blur:1@2000'");

    std::vector<Adaptation> all;
    const auto keys = policiesOf(experiment);
    for (const std::string& key : *keys) {
        if (!findPolicy(key)->splitsOnly) continue;
        const double spacing = static_cast<double>(rounds) / static_cast<double>(fine.points);
        MeanCurve mean(static_cast<std::size_t>(fine.points) + 1, 0.0);
        double seeds = 0;
        for (const ReplayRun& run : *runs) {
            if (run.spec.policy != key) continue;
            ++seeds;
            for (std::size_t k = 0; k < run.curves.pseudoRegret.size(); ++k) mean[k + 1] += run.curves.pseudoRegret[k];
        }
        for (double& value : mean) value /= seeds;
        Yardsticks yardsticks(experiment, key, world);
        for (std::size_t k = 0; k < switches.size(); ++k) {
            const std::int64_t end = k + 1 < switches.size() ? switches[k + 1] : rounds + 1;
            Adaptation after{key, switches[k], end - switches[k]};
            const Yardstick& now = yardsticks.at(switches[k]);
            after.bestLayer = now.best;
            after.bestReward = now.expected[static_cast<std::size_t>(now.best - 1)];
            judge(after, mean, spacing, settings);
            all.push_back(after);
        }
    }
    return all;
}

}  // namespace splitee
