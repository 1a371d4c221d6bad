// SPDX-License-Identifier: GPL-3.0-or-later
// Curves of compared runs: one quantity of a group as a mean with a band, and its single seeds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comparison/compared_runs.h"
#include "engine/replay/mean_curves.h"

namespace splitee {

enum class CurveKind {
    PseudoRegret,
    RealisedRegret,
    CostMean,
    CostSum,
    Accuracy,
    OffloadRate,
    LayerShare
};

/// A quantity followed over a run; accuracy and shares in %, costs in lambda.
struct CurveChoice {
    CurveKind kind = CurveKind::CostMean;
    int layer = 0;  ///< of LayerShare
    friend bool operator==(const CurveChoice&, const CurveChoice&) = default;
};

/// What the curves lie over: rounds (each plays one sample, so they are the samples seen, too),
/// what was spent so far, or seconds of wall time. Only a run's whole time is kept: its rounds
/// share it evenly.
enum class CurveOver { Round, Cost, Time };

/// What a band shows; each is named where it is drawn.
enum class CurveBand { Interval95, StandardDeviation, Extremes };

struct GroupCurve {
    std::vector<double> x;                   ///< [K]
    MeanCurve mean;                          ///< [K]; NaN where not every seed knows it
    std::vector<std::vector<double>> seeds;  ///< [n][K]
    std::vector<std::size_t>
        runs;  ///< [n] whose they are, of ComparedGroup::runs: not every run knows the quantity
};

/// The quantities that at least one group knows, regret first.
[[nodiscard]] std::vector<CurveChoice> curveChoices(const ComparedRuns& compared);

/// One run's curve, at most [K]; empty where it cannot be known.
[[nodiscard]] std::vector<double> curveOf(const ComparedRuns& compared, const ComparedRun& run,
                                          const CurveChoice& choice);

/// Over cost, all seeds are read at the same costs, between their points linearly, as far as every
/// seed has spent; over time likewise, and runs without a kept time are left out.
[[nodiscard]] GroupCurve groupCurve(const ComparedRuns& compared, const ComparedGroup& group,
                                    const CurveChoice& choice, CurveOver over, CurveBand band);

/// A figure at the end of every run of a group, by seed; NaN left out.
enum class EndFigure {
    Accuracy,
    CostMean,
    OffloadRate,
    Regret,  ///< only against the reference of all groups, the best fixed split with one exit
    Reward
};  ///< %, lambda a sample, %, reward, reward a round
[[nodiscard]] std::optional<double> endFigure(const ComparedRun& run, EndFigure figure);
[[nodiscard]] std::optional<Estimate> endEstimate(const ComparedGroup& group, EndFigure figure);

/// Groups that differ in one setting alone, in the order of its value: what accuracy and cost do as
/// it grows.
struct SettingSeries {
    std::string label;  ///< the policy, and what else tells it
    std::string policy;
    std::vector<double> x;            ///< [m], rising
    std::vector<std::size_t> groups;  ///< [m] of ComparedRuns::groups
};

/// Settings whose values are numbers and differ; "severity" where the sources are distorted by a
/// number.
[[nodiscard]] std::vector<std::string> numericSettings(const ComparedRuns& compared);
[[nodiscard]] std::vector<SettingSeries> seriesOver(const ComparedRuns& compared,
                                                    const std::string& setting);
/// A group's value of one of numericSettings(); NaN where it has none.
[[nodiscard]] double settingNumber(const ComparedRuns& compared, std::size_t group,
                                   const std::string& setting);

}  // namespace splitee
