// SPDX-License-Identifier: GPL-3.0-or-later
// The slow oracle of every policy: oracleRounds() plays a run straight from docs/policies.md, and
// the engine must equal it.
#pragma once

#include "fixed_rules.h"
#include "nonstationary.h"
#include "splitee_family.h"
#include "stationary.h"
#include "thresholds_and_context.h"

#include "engine/run/run.h"

namespace splitee::oracle {

/// The oracle of the policy `key`; null where there is none.
inline std::unique_ptr<Policy> oracleOf(const std::string& key, const Problem& p) {
    const auto fixed = [&](int layer) { return std::make_unique<FixedSplit>(p, layer); };
    const auto cascade = [&](CascadeRule rule, bool offloads) {
        return std::make_unique<Cascade>(p, rule, offloads);
    };
    const auto index = [&](IndexPolicy::Index of) { return std::make_unique<IndexPolicy>(p, of); };
    if (key == "final") return fixed(p.exits());
    if (key == "fixed") return fixed(p.whole("fixed_layer"));
    if (key == "best") return fixed(bestSplit(p));
    if (key == "oracle") return std::make_unique<PerSampleOracle>(p);
    if (key == "random") return std::make_unique<RandomSplit>(p);
    if (key == "cloud-only") return std::make_unique<CloudOnly>(p);
    if (key == "device-only") return std::make_unique<DeviceOnly>(p);
    if (key == "confidence-cascade") return cascade(CascadeRule::Confidence, false);
    if (key == "confidence-cascade-offload") return cascade(CascadeRule::Confidence, true);
    if (key == "entropy-cascade") return cascade(CascadeRule::Entropy, false);
    if (key == "entropy-cascade-offload") return cascade(CascadeRule::Entropy, true);
    if (key == "patience-cascade") return cascade(CascadeRule::Patience, false);
    if (key == "patience-cascade-offload") return cascade(CascadeRule::Patience, true);
    if (key == "splitee" || key == "i-splitee") return std::make_unique<SplitEe>(p);
    if (key == "splitee-s") return std::make_unique<SplitEeS>(p);
    if (key == "ucb1") return index(ucb1Index);
    if (key == "ucb-v") return index(ucbVIndex);
    if (key == "ucb-tuned") return index(ucbTunedIndex);
    if (key == "kl-ucb") return index(klUcbIndex);
    if (key == "moss") return index(mossIndex);
    if (key == "bayes-ucb") return std::make_unique<BayesUcb>(p);
    if (key == "thompson") return std::make_unique<Thompson>(p);
    if (key == "sw-ucb") return std::make_unique<SlidingWindowUcb>(p);
    if (key == "d-ucb") return std::make_unique<DiscountedUcb>(p);
    if (key == "cusum-ucb") return std::make_unique<CusumUcb>(p);
    if (key == "m-ucb") return std::make_unique<MonitoredUcb>(p);
    if (key == "exp3-s") return std::make_unique<Exp3S>(p);
    if (key == "adaee") return std::make_unique<AdaEe>(p);
    if (key == "adaee-released") return std::make_unique<AdaEeReleased>(p);
    if (key == "joint-leave") return std::make_unique<JointLeave>(p);
    if (key == "joint") return std::make_unique<JointArms>(p);
    if (key == "linucb") return std::make_unique<LinUcb>(p);
    return nullptr;
}

/// Whether docs/policies.md lets the policy play on this table.
inline bool playsOn(const std::string& key, const Problem& p) {
    if (key.starts_with("entropy-cascade")) return knowsEntropy(*p.table);
    if (key.starts_with("adaee")) return p.whole("fixed_layer") < p.exits();
    return true;
}

/// The recorded outcome of a sample with this decision.
inline Round booked(const Problem& p, std::int64_t t, std::int64_t row, const Plan& plan,
                    bool every) {
    Round round{t, row, plan.fate, 0, 0, 0, plan.arm, 0, 0};
    const auto [layer, exited] = plan.fate;
    const bool own = plan.surer && p.confidence(row, p.exits()) <= p.confidence(row, layer);
    const int answering = exited || own ? layer : p.exits();
    const double gamma = layer == 0 ? 0 : p.gamma(layer, every);
    round.prediction = p.prediction(row, answering);
    round.cost = exited ? gamma : gamma + p.o(layer);
    round.reward = p.confidence(row, answering) - p.mu * round.cost;
    return round;
}

/// One round as a program tells it.
struct RoundFacts {
    int split = 0;
    bool exited = false;
    int prediction = 0;
    double reward = 0, cost = 0;
};

/// Costs from a round on.
struct CostChange {
    std::int64_t round = 1;
    double mu = 0.1, offload = 5, factor = 1;
};

/// The rounds of one run, samples shuffled by the seed; empty where the policy has no oracle. A
/// change of costs maps every value so far anew.
inline Past oracleRounds(const std::string& key, const Problem& problem, std::uint64_t seed,
                         std::int64_t rounds, const std::vector<CostChange>& changes = {}) {
    Past past;
    Problem p = problem;
    const auto policy = oracleOf(key, p);
    if (policy == nullptr) return past;
    SampleOrder order(Experiment(), seed, p.table->samples());
    Rng rng(seed, "policy");
    for (std::int64_t t = 1; t <= rounds; ++t) {
        for (const CostChange& change : changes) {
            if (change.round != t) continue;
            const Problem before = p;
            p.mu = change.mu;
            p.offload = change.offload;
            p.factor = change.factor;
            for (Round& round : past) round.value = policy->mappedOf(round.raw);
            policy->costsChanged(before, past);
        }
        const std::int64_t row = order.next();
        const Plan plan = policy->plan(row, past, rng);
        Round round = booked(p, t, row, plan, policy->seesEvery());
        round.raw = policy->rawOf(round);
        round.value = policy->mappedOf(round.raw);
        policy->learn(round, rng);
        past.push_back(round);
    }
    return past;
}

/// What tells a round of the program from the oracle's: empty where nothing does. Rewards and costs
/// to `within`.
inline std::string difference(const Round& mine, const RoundFacts& theirs, double within = 1e-9) {
    const auto text = [](const RoundFacts& round) {
        return std::to_string(round.split) +
               (round.exited ? " left, class " : " offloaded, class ") +
               std::to_string(round.prediction) + ", reward " + std::to_string(round.reward) +
               ", cost " + std::to_string(round.cost);
    };
    const RoundFacts own{mine.fate.layer, mine.fate.exited, mine.prediction, mine.reward,
                         mine.cost};
    const auto near = [within](double a, double b) {
        return std::abs(a - b) <= within * std::max(1.0, std::abs(a));
    };
    const bool same = own.split == theirs.split && own.exited == theirs.exited &&
                      own.prediction == theirs.prediction && near(own.reward, theirs.reward) &&
                      near(own.cost, theirs.cost);
    return same ? ""
                : "round " + std::to_string(mine.t) + ": the oracle has split " + text(own) +
                      "; the program " + text(theirs);
}

}  // namespace splitee::oracle
