// SPDX-License-Identifier: GPL-3.0-or-later
// RegretReferences give the best fixed split under the conditions of each round: the reference that
// regret is measured against.
#pragma once

#include <optional>
#include <vector>

#include "engine/run/run.h"
#include "engine/run/schedule.h"
#include "engine/world/threshold_means.h"

namespace splitee {

/// E r(i) and i* under the conditions of a round. In a ramp of the source E r(i) is that of the
/// mixture.
struct RegretReference {
    std::vector<double> expected;  ///< [L]
    int best = 1;                  ///< i*, ties to the lowest
    CostTable costs;
    double alpha = 0;
};

/// The references of a whole source, round by round; `world` must show every exit (a replay).
class RegretReferences {
public:
    RegretReferences(const Experiment& experiment, std::string_view policy, World& world);
    /// Rounds must be asked for in rising order; valid until the next call.
    [[nodiscard]] const RegretReference& at(std::int64_t t);
    [[nodiscard]] const Conditions& conditions() const { return conditions_; }

private:
    struct Means {
        double alpha = -1;
        LayerMeans of;  // under alpha
        int scans = 0;
        std::optional<ThresholdMeans> sorted;
    };
    [[nodiscard]] const LayerMeans& meansOf(std::size_t source, double alpha);
    void refresh(std::int64_t t);

    Schedule schedule_;
    World& world_;
    ExitsEvaluated evaluated_;
    Conditions conditions_;
    std::vector<Means> means_;  // the last used of each source
    RegretReference now_;
    std::int64_t until_ = 0;  // now_ holds before this round
};

/// Adds up both kinds of regret of one run. Pseudo-regret: sum of E r(i*) - E r(i_t), only for
/// policies whose choice is a split; realised: reward of the best split on the same samples, less
/// the policy's.
class RegretMeter {
public:
    RegretMeter(const Experiment& experiment, const RunSpec& run, World& world);
    void add(const RoundRecord& round);
    [[nodiscard]] std::optional<double> pseudo() const {
        return measures_ && splitsOnly_ ? std::optional(pseudo_) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> realised() const {
        return measures_ ? std::optional(realised_) : std::nullopt;
    }

private:
    World& world_;
    std::uint64_t seed_;
    bool measures_, splitsOnly_;
    std::optional<RegretReferences> references_;
    double pseudo_ = 0, realised_ = 0;
};

/// The fixed split with the largest mean reward over a whole run.
[[nodiscard]] int bestLayerOverRun(const Experiment& experiment, std::string_view policy,
                                   World& world);

}  // namespace splitee
