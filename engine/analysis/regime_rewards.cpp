// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/regime_rewards.h"

#include "engine/run/run.h"

namespace splitee {
namespace {

class PartSums {
public:
    PartSums(const ExitTable& table, double alpha)
        : table_(table),
          alpha_(alpha),
          leaving_(size(), 0.0),
          confident_(size(), 0.0),
          offloaded_(size(), 0.0) {}

    void add(std::int64_t row) {
        const auto confidence = table_.confidencesOf(row);
        const double final = confidence.back();
        for (std::size_t i = 0; i < confidence.size(); ++i) {
            const bool leaves = confidence[i] >= alpha_ || i + 1 == confidence.size();
            leaving_[i] += leaves ? 1 : 0;
            (leaves ? confident_ : offloaded_)[i] += leaves ? confidence[i] : final;
        }
        final_ += final;
    }

    // (the sums + `passes` times the whole table) / rounds
    [[nodiscard]] RewardParts mean(double rounds, double passes, const RewardParts* whole) const {
        const double scale = whole == nullptr ? 0 : passes * static_cast<double>(table_.samples());
        const auto share = [&](double sum, double ofWhole) {
            return (sum + scale * ofWhole) / rounds;
        };
        RewardParts parts;
        for (std::size_t i = 0; i < size(); ++i) {
            parts.leaving.push_back(share(leaving_[i], whole == nullptr ? 0 : whole->leaving[i]));
            parts.confident.push_back(
                share(confident_[i], whole == nullptr ? 0 : whole->confident[i]));
            parts.offloaded.push_back(
                share(offloaded_[i], whole == nullptr ? 0 : whole->offloaded[i]));
        }
        parts.final = share(final_, whole == nullptr ? 0 : whole->final);
        return parts;
    }

private:
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(table_.exits); }
    const ExitTable& table_;
    double alpha_;
    std::vector<double> leaving_, confident_, offloaded_;  // [L]
    double final_ = 0;
};

}  // namespace

double RewardParts::reward(int layer, const CostTable& costs) const {
    const auto i = static_cast<std::size_t>(layer - 1);
    return confident[i] + offloaded[i] -
           costs.mu * (costs.compute[i] + (1 - leaving[i]) * costs.offload[i]);
}

double RewardParts::rewardOfOffloading(const CostTable& costs) const {
    return final - costs.mu * (costs.compute[0] + costs.offload[0]);
}

RewardParts rewardParts(const ExitTable& table, double alpha) {
    PartSums sums(table, alpha);
    for (std::int64_t row = 0; row < table.samples(); ++row) sums.add(row);
    return sums.mean(static_cast<double>(table.samples()), 0, nullptr);
}

RewardParts rewardPartsPlayed(const ExitTable& table, double alpha, const Experiment& experiment,
                              std::uint64_t seed, std::int64_t rounds, const RewardParts& whole) {
    const std::int64_t inPasses =
        rounds / table.samples() * table.samples();  // each holds every sample once
    PartSums sums(table, alpha);
    if (inPasses < rounds) {
        SampleOrder order(experiment, seed, table.samples(),
                          static_cast<std::uint64_t>(rounds / table.samples()));
        for (std::int64_t t = inPasses; t < rounds; ++t) sums.add(order.next());
    }
    return sums.mean(static_cast<double>(rounds), static_cast<double>(rounds / table.samples()),
                     &whole);
}

}  // namespace splitee
