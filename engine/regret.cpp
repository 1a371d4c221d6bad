#include "engine/regret.h"

#include <algorithm>

#include "engine/expected_reward.h"

namespace splitee {

Yardsticks::Yardsticks(const Experiment& experiment, std::string_view policy, World& world)
    : schedule_(Schedule::of(experiment, roundsOf(experiment, world)).value_or(Schedule())), world_(world),
      evaluated_(exitsEvaluated(policy)), means_(schedule_.sources().size()) {}

const Yardstick& Yardsticks::at(std::int64_t t) {
    if (t >= until_) refresh(t);
    return now_;
}

const Yardsticks::Means& Yardsticks::meansOf(std::size_t source, double alpha) {
    Means& means = means_[source];
    if (means.alpha == alpha) return means;
    const int exits = world_.exits();
    means = {source, alpha, std::vector<double>(static_cast<std::size_t>(exits)), std::vector<double>(static_cast<std::size_t>(exits))};
    world_.show(source);
    for (std::int64_t row = 0; row < world_.samples(); ++row) {
        const auto seen = world_.observe({row, exits, alpha, Look::UpToSplitAndFinal});
        if (!seen) return means;
        for (int layer = 1; layer <= exits; ++layer) {
            const bool exited = layer == exits || seen->confidence(layer) >= alpha;
            means.confidence[static_cast<std::size_t>(layer - 1)] += seen->confidence(exited ? layer : exits);
            means.exited[static_cast<std::size_t>(layer - 1)] += exited ? 1 : 0;
        }
    }
    const auto n = static_cast<double>(world_.samples());
    for (std::size_t i = 0; i < means.exited.size(); ++i) {
        means.confidence[i] /= n;
        means.exited[i] /= n;
    }
    return means;
}

void Yardsticks::refresh(std::int64_t t) {
    conditions_ = schedule_.at(t);
    until_ = schedule_.nextChange(t);
    now_.costs = makeCostTable(conditions_.weights, world_.depth(), evaluated_);
    now_.alpha = conditions_.alpha;
    const auto expectedOf = [&](std::size_t source, std::size_t i) {
        const Means& means = meansOf(source, conditions_.alpha);
        return means.confidence[i] - now_.costs.mu * (now_.costs.compute[i] + (1 - means.exited[i]) * now_.costs.offload);
    };
    if (schedule_.empty()) {
        now_.expected = expectedRewards(world_, now_.alpha, now_.costs);
        now_.best = bestLayer(now_.expected);
        return;
    }
    now_.expected.resize(now_.costs.compute.size());
    for (std::size_t i = 0; i < now_.expected.size(); ++i) {
        now_.expected[i] = expectedOf(conditions_.source, i);
        if (conditions_.share > 0)
            now_.expected[i] += conditions_.share * (expectedOf(conditions_.rising, i) - now_.expected[i]);
    }
    now_.best = bestLayer(now_.expected);
}

RegretMeter::RegretMeter(const Experiment& experiment, const RunSpec& run, World& world)
    : world_(world), seed_(run.seed), measures_(world.allows(Look::UpToSplitAndFinal)),
      splitsOnly_(findPolicy(run.policy) == nullptr || findPolicy(run.policy)->splitsOnly) {
    if (measures_) yardsticks_.emplace(experiment, run.policy, world);
}

void RegretMeter::add(const RoundRecord& round) {
    if (!measures_) return;
    const Yardstick& now = yardsticks_->at(round.round);
    world_.show(yardsticks_->conditions().sourceOf(seed_, round.round));
    const auto seen = world_.observe({round.row, now.best, now.alpha, Look::AtSplit});
    if (!seen) return;
    realised_ += play(*seen, now.costs).reward - round.reward;
    if (splitsOnly_) pseudo_ += now.expected[static_cast<std::size_t>(now.best - 1)] - now.expected[static_cast<std::size_t>(round.split - 1)];
}

int bestLayerOverRun(const Experiment& experiment, std::string_view policy, World& world) {
    Yardsticks yardsticks(experiment, policy, world);
    const auto schedule = Schedule::of(experiment, roundsOf(experiment, world));
    std::vector<double> sums(static_cast<std::size_t>(world.exits()), 0.0);
    const std::int64_t rounds = roundsOf(experiment, world);
    for (std::int64_t t = 1; t <= rounds;) {
        const Yardstick& now = yardsticks.at(t);
        const std::int64_t next = schedule ? std::min(schedule->nextChange(t), rounds + 1) : rounds + 1;
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += static_cast<double>(next - t) * now.expected[i];
        t = next;
    }
    return bestLayer(sums);
}

}  // namespace splitee
