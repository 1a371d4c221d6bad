// SPDX-License-Identifier: GPL-3.0-or-later
// History of one run for the window: points for the charts and figures over all rounds, in bounded
// memory.
#pragma once

#include <QString>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/run/regret.h"
#include "engine/run/run.h"
#include "engine/run/run_player.h"
#include "engine/run/schedule.h"
#include "gui/run/reward_histogram.h"
#include "gui/run/round_series.h"

namespace splitee {

/// One point of a curve. Of the rounds up to `round` that it stands for: the least, the most and
/// the last value.
struct CurvePoint {
    double round = 0;
    double least = 0, most = 0, value = 0;
    std::int64_t rounds = 0;
};

/// What a history adds up of its rounds, and the last few of them: all that its figures need, some
/// 10 kB. Kept of many rounds, so that the figures of any round are soon known again.
class RunSums {
public:
    [[nodiscard]] std::int64_t rounds() const { return rounds_; }
    /// [L + 1] rounds by split layer; 0: nothing was computed on the device.
    [[nodiscard]] const std::vector<std::int64_t>& pulls() const { return pulls_; }
    /// [L + 1] of them, those that left on the device.
    [[nodiscard]] const std::vector<std::int64_t>& leftAt() const { return leftAt_; }
    /// Of all rounds, by split layer.
    [[nodiscard]] const RewardHistogram& rewards() const { return rewards_; }
    [[nodiscard]] std::size_t bytes() const {
        return sizeof(*this) + rewards_.bytes() + recent_.capacity() * sizeof(Recent) +
               2 * pulls_.capacity() * sizeof(pulls_[0]);
    }

protected:
    RunSums(int exits, std::size_t window)
        : pulls_(static_cast<std::size_t>(exits) + 1),
          leftAt_(pulls_.size()),
          rewards_(exits),
          recent_(window) {}

    // One of the last rounds.
    struct Recent {
        double cost = 0;
        std::int8_t correct = -1, finalCorrect = -1;  // 1, 0 or -1: not known
        bool offloaded = false;
        std::uint8_t split = 0;
    };
    std::int64_t rounds_ = 0, labelled_ = 0, right_ = 0, offloaded_ = 0;
    std::int64_t measured_ = 0, finalRight_ = 0;
    double compute_ = 0, exitCosts_ = 0, offload_ = 0, finalCosts_ = 0, pseudo_ = 0, realised_ = 0;
    bool knowsPseudo_ = false, knowsRealised_ = false;
    std::vector<std::int64_t> pulls_, leftAt_;
    RewardHistogram rewards_;
    std::vector<Recent> recent_;  // ring
    std::size_t nextRecent_ = 0;
    double recentCost_ = 0;
    int recentLabelled_ = 0, recentRight_ = 0, recentFinal_ = 0, recentFinalRight_ = 0,
        recentOffloaded_ = 0;
};

/// Fed with the records of one run, in order, from round 1 on. About 3 MB for seven exits, whatever
/// the number of rounds.
class RunHistory : public RunSums {
public:
    /// Accuracy, cost and offload rate are followed as means of the last so many rounds.
    static constexpr int kWindow = 500;
    /// So many rounds are kept as they are.
    static constexpr std::size_t kKept = 1000;

    /// `style`: place among the policies, for colour and dash; `finalCost`: of computing the whole
    /// network, in lambda.
    RunHistory(std::string policy, QString label, int style, int exits, double finalCost);
    RunHistory(RunHistory&&) noexcept = default;
    RunHistory& operator=(RunHistory&&) noexcept = default;

    /// From the next round on, measures regret and the final exit's accuracy and cost by `world`, a
    /// replay of this history's own that shows what the run's world shows; it must outlive the
    /// history. Call it again with the longer schedule when a setting was changed. Reads the whole
    /// table once: some milliseconds for 10,000 samples.
    void measureAgainst(const Experiment& experiment, std::uint64_t seed, World& world);
    /// Where no table is known: follows what the final exit costs as the schedule changes it, and
    /// no more. `depth`: [L]. Call it again with the longer schedule when a setting was changed.
    void followCosts(const Experiment& experiment, std::int64_t rounds, std::vector<double> depth);
    /// The world goes: regret is not known any more, and the final exit of later rounds neither.
    void stopMeasuring();
    void append(std::span<const RoundRecord> records);
    /// As they are now.
    [[nodiscard]] RunSums sums() const { return *this; }
    /// Goes on after these sums, of a history like this one. The points of the curves begin there.
    void takeUp(const RunSums& sums);

    [[nodiscard]] const std::string& policy() const { return policy_; }
    [[nodiscard]] const QString& label() const { return label_; }
    [[nodiscard]] int style() const { return style_; }
    [[nodiscard]] int exits() const { return exits_; }
    /// Of computing the whole network, in lambda, as the costs are now.
    [[nodiscard]] double finalCost() const { return finalCost_; }

    /// Points for a linear or a logarithmic axis of rounds.
    [[nodiscard]] const RoundSeries& series(bool logarithmic) const {
        return logarithmic ? logarithmic_ : even_;
    }
    /// Whether there is anything to say of a quantity: no labels, no accuracy; no table, no regret.
    [[nodiscard]] bool knows(Followed quantity) const;
    /// At most about `most` points of the rounds from..to; neighbours are joined as needed. Unknown
    /// stretches are left out.
    [[nodiscard]] std::vector<CurvePoint> curve(Followed quantity, double from, double to,
                                                std::size_t most, bool logarithmic) const;
    /// Mean cost of the final exit, likewise.
    [[nodiscard]] std::vector<CurvePoint> finalCostCurve(double from, double to, std::size_t most,
                                                         bool logarithmic) const;

    /// Over all rounds; NaN where it is not known.
    [[nodiscard]] double costMean() const;
    [[nodiscard]] double computeCostMean() const;
    /// Of computeCostMean(), what evaluating exits cost: lambda2 of each. NaN where the costs in
    /// force were not known in some round.
    [[nodiscard]] double exitCostMean() const;
    [[nodiscard]] double offloadCostMean() const;
    [[nodiscard]] double costChangePercent() const;  ///< against the final exit: -61.8
    [[nodiscard]] double accuracy() const;           ///< share of rounds with a label
    /// Against the final exit on the same samples; NaN where it is not known of all that have a
    /// label.
    [[nodiscard]] double accuracyChangePoints() const;
    [[nodiscard]] double offloadPercent() const;
    [[nodiscard]] double recentOffloadPercent() const;
    [[nodiscard]] std::optional<double> pseudoRegret() const;
    [[nodiscard]] std::optional<double> realisedRegret() const;
    /// The last kKept rounds, the oldest first.
    [[nodiscard]] std::span<const RoundRecord> lastRounds() const {
        return std::span(kept_).last(std::min(kept_.size(), kKept));
    }
    /// [L] shares of the split layers 1..L in the last kWindow rounds.
    [[nodiscard]] std::vector<double> recentShares() const;
    [[nodiscard]] std::size_t bytes() const;

    std::vector<ArmView> arms;  ///< [L] before the next round, or empty; set by the window
    std::vector<double> seen;   ///< [L] confidences that the last round revealed, NaN where not
                                ///< seen; set by the window
    RoundRecord last;           ///< the last round

private:
    // What a run is measured against; its address is kept by nobody, so it may move with its owner.
    struct Measure {
        World* world = nullptr;
        std::uint64_t seed = 0;
        bool splitsOnly = true;
        RegretReferences references;
        CostWeights weights;
        bool first = true;
    };
    // What the final exit costs, where there is nothing else to measure against.
    struct FinalCosts {
        Schedule schedule;
        std::vector<double> depth;
        std::int64_t nextChange = 0;
    };
    void addOne(const RoundRecord& record);
    [[nodiscard]] std::int8_t measure(const RoundRecord& record);
    void followLayerCosts(const CostWeights& weights, std::span<const double> depth);
    [[nodiscard]] double exitCostOf(const RoundRecord& record) const;
    void remember(const Recent& now);
    void follow(const RoundRecord& record);

    std::string policy_;
    QString label_;
    int style_, exits_;
    double finalCost_;
    std::vector<double> layerCosts_;  // [L] of computing alone, in force; empty: not known
    std::unique_ptr<Measure> measure_;
    std::optional<FinalCosts> finalCostsBy_;
    RoundSeries even_, logarithmic_;
    std::vector<RoundRecord> kept_;  // up to twice as many, so that room is seldom made
};

}  // namespace splitee
