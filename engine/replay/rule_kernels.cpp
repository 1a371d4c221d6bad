// SPDX-License-Identifier: GPL-3.0-or-later
// Kernels of the fixed split, the final exit, the best split and the random split: nothing of a
// round decides the next one, so a replay only counts. The other rules that do not learn stay in
// the round loop: the oracle looks at the sample, and a RewardTable has neither layer 0
// (cloud-only) nor another threshold (device-only).
#include "engine/replay/kernel.h"

#include <algorithm>

#include "engine/policies/fixed_rules.h"
#include "engine/policies/policy_kind.h"
#include "engine/rng.h"
#include "engine/world/expected_reward.h"

namespace splitee {
namespace {

class FixedKernel final : public SplitKernel {
public:
    explicit FixedKernel(int layer) : layer_(static_cast<std::uint8_t>(layer)) {}
    void play(std::int64_t /*first*/, std::span<const std::uint32_t> rows,
              std::uint8_t* layers) override {
        std::fill_n(layers, rows.size(), layer_);
    }

private:
    std::uint8_t layer_;
};

// RandomPolicy::choose, word for word.
class RandomKernel final : public SplitKernel {
public:
    RandomKernel(int exits, std::uint64_t seed)
        : exits_(static_cast<std::uint64_t>(exits)), rng_(seed, "policy") {}
    void play(std::int64_t /*first*/, std::span<const std::uint32_t> rows,
              std::uint8_t* layers) override {
        for (std::size_t k = 0; k < rows.size(); ++k)
            layers[k] = static_cast<std::uint8_t>(1 + rng_.below(exits_));
    }

private:
    std::uint64_t exits_;
    Rng rng_;
};

// bestLayerOverRun() without a schedule: its product with the rounds too, which may make means
// equal that differ by a rounding.
int bestOverRun(const RewardTable& rewards, std::int64_t rounds) {
    std::vector<double> sums = rewards.expected;
    for (double& sum : sums) sum *= static_cast<double>(rounds);
    return bestLayer(sums);
}

}  // namespace

std::unique_ptr<SplitKernel> ruleKernel(const Experiment& own, const RunSpec& run,
                                        const RewardTable& rewards, std::int64_t rounds) {
    const std::string_view kind = policyKind(run.policy);
    if (kind == FinalPolicy::kInfo.key) return std::make_unique<FixedKernel>(rewards.exits);
    if (kind == FixedPolicy::kInfo.key && own.fixedLayer >= 1 && own.fixedLayer <= rewards.exits)
        return std::make_unique<FixedKernel>(static_cast<int>(own.fixedLayer));
    if (kind == BestPolicy::kInfo.key)
        return std::make_unique<FixedKernel>(bestOverRun(rewards, rounds));
    if (kind == RandomPolicy::kInfo.key)
        return std::make_unique<RandomKernel>(rewards.exits, run.seed);
    return nullptr;
}

}  // namespace splitee
