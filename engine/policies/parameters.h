// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters of all policies. Flags, JSON keys, SQL columns and forms are made from their
// visitFields() declarations, in the order of PolicyParameters. So an experiment knows every
// parameter without including any policy.
#pragma once

#include <cstdint>
#include <tuple>

#include "engine/fields.h"

namespace splitee {

/// The version of the rules that new experiments play by (docs/policies.md, Versions of the rules).
/// What an earlier version did is kept: runs that were played by it repeat.
inline constexpr std::int64_t kRules = 2;

/// Of policies without parameters of their own.
struct NoParameters {
    friend bool operator==(const NoParameters&, const NoParameters&) = default;
    template <class Self, class Visit>
    static void visitFields(Self&, Visit&&) {}
};

/// Of the entropy and patience cascades (docs/policies.md, Cascades).
struct CascadeParameters {
    double entropyThreshold = 0.5;
    std::int64_t patience = 2;

    friend bool operator==(const CascadeParameters&, const CascadeParameters&) = default;
    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.entropyThreshold,
              FieldInfo{"entropy_threshold", "Entropy threshold",
                        "Entropy below which entropy cascades leave", "nats", 0, 16});
        visit(self.patience,
              FieldInfo{"patience", "Patience",
                        "P: patience cascades leave after P + 1 agreeing exits", "", 0, 63});
    }
};

/// Of KL-UCB.
struct KlUcbParameters {
    double c = 1;

    friend bool operator==(const KlUcbParameters&, const KlUcbParameters&) = default;
    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.c, FieldInfo{"kl_ucb_c", "KL-UCB constant",
                                "c of kl-ucb: kl(Q, q) <= c ln t / N", "", 0, 1e6});
    }
};

/// Of SW-UCB, D-UCB, CUSUM-UCB and M-UCB (docs/policies.md, Nonstationary rewards).
struct NonstationaryParameters {
    std::int64_t window = 2000;  // defaults: docs/regret.md, How the defaults were chosen
    double radiusScale = 0.01;
    double discount = 0.9999;
    double explore = 0.05;
    std::int64_t cusumSamples = 200;
    double cusumEpsilon = 0.02;
    double cusumThreshold = 10;
    std::int64_t detectionWindow = 800;
    double detectionThreshold = 12;

    friend bool operator==(const NonstationaryParameters&,
                           const NonstationaryParameters&) = default;
    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.window,
              FieldInfo{"window", "Window", "Rounds that sw-ucb remembers", "rounds", 1, 1e7});
        visit(self.radiusScale,
              FieldInfo{"radius_scale", "Radius scale",
                        "Scale under the root of sw-ucb's and d-ucb's radius", "", 0, 1e6});
        visit(self.discount,
              FieldInfo{"discount", "Discount", "Factor a round of d-ucb's memory", "", 0.5, 1});
        visit(self.explore,
              FieldInfo{"explore", "Exploration share",
                        "Share of rounds that cusum-ucb and m-ucb explore", "", 0, 1});
        visit(self.cusumSamples,
              FieldInfo{"cusum_samples", "CUSUM samples",
                        "Rewards that give cusum-ucb an arm's mean", "rounds", 1, 1e6});
        visit(self.cusumEpsilon,
              FieldInfo{"cusum_epsilon", "CUSUM epsilon",
                        "Change that cusum-ucb tolerates, in mapped reward", "", 0, 1});
        visit(self.cusumThreshold, FieldInfo{"cusum_threshold", "CUSUM threshold",
                                             "Sum at which cusum-ucb restarts an arm", "", 0, 1e6});
        visit(self.detectionWindow,
              FieldInfo{"detection_window", "Detection window",
                        "Rewards of an arm that m-ucb compares, half with half; even", "rounds", 2,
                        10000});
        visit(self.detectionThreshold,
              FieldInfo{"detection_threshold", "Detection threshold",
                        "Difference of half sums at which m-ucb restarts", "", 0, 1e6});
    }
};

/// Of EXP3.S.
struct Exp3Parameters {
    double gamma = 0.1;
    double share = 1e-5;

    friend bool operator==(const Exp3Parameters&, const Exp3Parameters&) = default;
    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.gamma, FieldInfo{"exp3_gamma", "EXP3 gamma",
                                    "Share of uniform exploration of exp3-s", "", 0, 1});
        visit(self.share,
              FieldInfo{"exp3_share", "EXP3 share",
                        "Weight that exp3-s shares among all arms each round", "", 0, 1});
    }
};

/// Of AdaEE and joint arms.
struct ThresholdArmParameters {
    std::int64_t count = 5;

    friend bool operator==(const ThresholdArmParameters&, const ThresholdArmParameters&) = default;
    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.count,
              FieldInfo{"threshold_arms", "Threshold arms",
                        "K: adaee and joint choose among thresholds 0.5 + 0.5 k/K", "", 1, 100});
    }
    /// theta_k for k = 0..count-1.
    [[nodiscard]] double threshold(std::int64_t k) const {
        return 0.5 + 0.5 * static_cast<double>(k + 1) / static_cast<double>(count);
    }
};

/// Of LinUCB.
struct LinUcbParameters {
    std::int64_t forcedEvery = 50;

    friend bool operator==(const LinUcbParameters&, const LinUcbParameters&) = default;
    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.forcedEvery,
              FieldInfo{"forced_every", "Forced sampling",
                        "linucb leaves the final layer out every so many rounds; 0: never",
                        "rounds", 0, 1e9});
    }
};

/// Each struct once. The order is part of the file formats: append new ones at the end.
using PolicyParameters =
    std::tuple<NoParameters, CascadeParameters, KlUcbParameters, NonstationaryParameters,
               Exp3Parameters, ThresholdArmParameters, LinUcbParameters>;

}  // namespace splitee
