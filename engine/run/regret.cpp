// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/regret.h"

#include <algorithm>

#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"
#include "engine/world/expected_reward.h"

namespace splitee {

RegretAgainst regretAgainst(const Experiment& experiment, std::string_view policy) {
    const bool same =
        experiment.lambda2 == 0 && experiment.schedule.find("lambda2") == std::string::npos;
    return experiment.rules >= 2 || same || exitsEvaluated(policy) == ExitsEvaluated::AtSplit
               ? RegretAgainst::OneExit
               : RegretAgainst::OwnExits;
}

bool rulesMatter(const Experiment& experiment, std::string_view policy) {
    Experiment first = experiment;
    first.rules = 1;
    const bool changes = experiment.schedule.find_first_not_of(" \t") != std::string::npos;
    const bool forced =
        policyKind(policy) == "linucb" &&
        std::get<LinUcbParameters>(settingsOf(experiment, policy).policyParameters).forcedEvery > 0;
    return changes || forced || regretAgainst(first, policy) == RegretAgainst::OwnExits;
}

std::string_view describe(RegretAgainst against) {
    return against == RegretAgainst::OneExit
               ? "the best fixed split, which evaluates one exit"
               : "the best fixed split, which evaluates the exits that the policy evaluates";
}

ExitsEvaluated referenceExits(RegretAgainst against, std::string_view policy) {
    return against == RegretAgainst::OneExit ? ExitsEvaluated::AtSplit : exitsEvaluated(policy);
}

RegretReferences::RegretReferences(const Experiment& experiment, std::string_view policy,
                                   World& world, RegretAgainst against)
    : schedule_(Schedule::of(experiment, roundsOf(experiment, world)).value_or(Schedule())),
      world_(world),
      reference_(referenceExits(against, policy)),
      own_(exitsEvaluated(policy)),
      means_(schedule_.sources().size()) {}

const RegretReference& RegretReferences::at(std::int64_t t) {
    if (t >= until_ || t < from_) refresh(t);
    return now_;
}

const LayerMeans& RegretReferences::meansOf(std::size_t source, double alpha) {
    constexpr int kScansBeforeSorting = 8;            // more than that is a ramp of alpha
    constexpr std::int64_t kMostSorted = 20'000'000;  // samples * L: 0.3 GB
    Means& means = means_[source];
    if (means.alpha == alpha) return means.of;
    means.alpha = alpha;
    world_.show(source);
    if (!means.sorted && ++means.scans > kScansBeforeSorting && world_.exits() > 1 &&
        world_.samples() * world_.exits() <= kMostSorted)
        means.sorted.emplace(world_);
    means.of = means.sorted ? means.sorted->at(alpha) : layerMeans(world_, alpha);
    return means.of;
}

std::vector<double> RegretReferences::expectedBy(const CostTable& costs) {
    if (schedule_.empty()) return expectedRewards(world_, now_.alpha, costs);
    const auto expectedOf = [&](std::size_t source, std::size_t i) {
        const LayerMeans& means = meansOf(source, conditions_.alpha);
        return means.confidence[i] -
               costs.mu * (costs.compute[i] + (1 - means.exited[i]) * costs.offload[i]);
    };
    std::vector<double> expected(costs.compute.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        expected[i] = expectedOf(conditions_.source, i);
        if (conditions_.share > 0)
            expected[i] += conditions_.share * (expectedOf(conditions_.rising, i) - expected[i]);
    }
    return expected;
}

void RegretReferences::refresh(std::int64_t t) {
    conditions_ = schedule_.at(t);
    from_ = schedule_.empty() ? 1 : t;
    until_ = schedule_.nextChange(t);
    now_.costs = makeCostTable(conditions_.weights, world_.depth(), reference_);
    now_.alpha = conditions_.alpha;
    now_.expected = expectedBy(now_.costs);
    now_.best = bestLayer(now_.expected);
    const CostTable own = makeCostTable(conditions_.weights, world_.depth(), own_);
    now_.own = own.compute == now_.costs.compute ? now_.expected : expectedBy(own);
}

RegretMeter::RegretMeter(const Experiment& experiment, const RunSpec& run, World& world,
                         RegretAgainst against)
    : world_(world),
      against_(against),
      seed_(run.seed),
      measures_(world.allows(Feedback::UpToSplitAndFinal)),
      splitsOnly_(findPolicy(run.policy) == nullptr || findPolicy(run.policy)->splitsOnly) {
    if (measures_) references_.emplace(experiment, run.policy, world, against);
}

void RegretMeter::add(const RoundRecord& round) {
    if (!measures_) return;
    const RegretReference& now = references_->at(round.round);
    world_.show(references_->conditions().sourceOf(seed_, round.round));
    const auto seen = world_.observe({round.row, {now.best, now.alpha}, Feedback::AtSplit});
    if (!seen) return;
    realised_ += play(*seen, now.costs).reward - round.reward;
    if (splitsOnly_) pseudo_ += now.gap(round.split);
}

int bestLayerOverRun(const Experiment& experiment, std::string_view policy, World& world) {
    RegretReferences references(experiment, policy, world);
    const auto schedule = Schedule::of(experiment, roundsOf(experiment, world));
    std::vector<double> sums(static_cast<std::size_t>(world.exits()), 0.0);
    const std::int64_t rounds = roundsOf(experiment, world);
    for (std::int64_t t = 1; t <= rounds;) {
        const RegretReference& now = references.at(t);
        const std::int64_t next =
            schedule ? std::min(schedule->nextChange(t), rounds + 1) : rounds + 1;
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += static_cast<double>(next - t) * now.expected[i];
        t = next;
    }
    return bestLayer(sums);
}

}  // namespace splitee
