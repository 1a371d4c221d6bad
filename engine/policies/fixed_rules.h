// SPDX-License-Identifier: GPL-3.0-or-later
// Fixed rules are policies that do not learn: baselines and bounds for the learners
// (docs/policies.md).
#pragma once

#include "engine/policies/policy.h"

namespace splitee {

/// Whether --fixed-layer names an exit before the final one, as policies need that choose there
/// whether to go on.
[[nodiscard]] Result<void> needsExitBehind(const PolicySetup& setup, std::string_view key);

/// Base of policies that do not learn.
struct NoLearning {
    using Parameters = NoParameters;
    void observe(const Round&, const Choice&, const Outcome&, const Observation&, Rng&) {}
};

/// Always the same split layer.
class FixedPolicy : public NoLearning {
public:
    static constexpr PolicyInfo kInfo{"fixed", "Fixed split",
                                      "always the split layer --fixed-layer"};
    FixedPolicy(const PolicySetup& setup, const NoParameters&) : layer_(setup.fixedLayer) {}
    explicit FixedPolicy(int layer) : layer_(layer) {}
    [[nodiscard]] static Result<void> check(const PolicySetup& setup, const NoParameters& none);
    [[nodiscard]] Choice choose(const Round& round, Rng&) const { return {layer_, round.alpha}; }
    [[nodiscard]] int layer() const { return layer_; }

private:
    int layer_;
};

/// Computes the whole network on the device.
class FinalPolicy : public FixedPolicy {
public:
    static constexpr PolicyInfo kInfo{"final", "Final exit",
                                      "computes the whole network on the device: the reference"};
    FinalPolicy(const PolicySetup& setup, const NoParameters&) : FixedPolicy(setup.exits) {}
    [[nodiscard]] static Result<void> check(const PolicySetup&, const NoParameters&) { return {}; }
};

/// The best fixed split in hindsight. It knows the whole table and schedule beforehand.
class BestPolicy : public FixedPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "best", "Best in hindsight",
        "the fixed split with the largest mean reward on the whole table (tables only)"};
    static constexpr bool kReadsWholeSchedule = true;
    BestPolicy(const PolicySetup& setup, const NoParameters&);
    [[nodiscard]] static Result<void> check(const PolicySetup& setup, const NoParameters& none);
};

/// The split with the largest r(i) of each sample: an upper bound, no competitor.
class OraclePolicy : public NoLearning {
public:
    static constexpr PolicyInfo kInfo{
        "oracle",
        "Per-sample oracle",
        "each sample at the split that is best for it: a bound (tables only)",
        ExitsEvaluated::AtSplit,
        Feedback::AtSplit,
        false};
    OraclePolicy(const PolicySetup& setup, const NoParameters&)
        : world_(&setup.world), exits_(setup.exits) {}
    [[nodiscard]] static Result<void> check(const PolicySetup& setup, const NoParameters& none);
    [[nodiscard]] Choice choose(const Round& round, Rng& rng) const;
    void playIn(World& world) { world_ = &world; }

private:
    World* world_;
    int exits_;
};

/// A uniformly random split layer in each round.
class RandomPolicy : public NoLearning {
public:
    static constexpr PolicyInfo kInfo{"random", "Random split",
                                      "a split layer drawn anew each round"};
    RandomPolicy(const PolicySetup& setup, const NoParameters&) : exits_(setup.exits) {}
    [[nodiscard]] Choice choose(const Round& round, Rng& rng) const {
        return {1 + static_cast<int>(rng.below(static_cast<std::uint64_t>(exits_))), round.alpha};
    }

private:
    int exits_;
};

/// The input itself is sent: cost o (o_0), reward C_L - mu o.
class CloudOnlyPolicy : public NoLearning {
public:
    static constexpr PolicyInfo kInfo{"cloud-only",
                                      "Cloud only",
                                      "offloads the input at once; the device computes nothing",
                                      ExitsEvaluated::AtSplit,
                                      Feedback::AtSplit,
                                      false};
    CloudOnlyPolicy(const PolicySetup&, const NoParameters&) {}
    /// Where layers have costs of their own, that of the input must be among them.
    [[nodiscard]] static Result<void> check(const PolicySetup& setup, const NoParameters& none);
    [[nodiscard]] Choice choose(const Round&, Rng&) const { return {0, 0}; }
};

/// Leaves at --fixed-layer whatever the confidence.
class DeviceOnlyPolicy : public FixedPolicy {
public:
    static constexpr PolicyInfo kInfo{"device-only",
                                      "Device only",
                                      "answers at exit --fixed-layer always; never offloads",
                                      ExitsEvaluated::AtSplit,
                                      Feedback::AtSplit,
                                      false};
    using FixedPolicy::FixedPolicy;
    [[nodiscard]] Choice choose(const Round&, Rng&) const { return {layer(), 0}; }
};

}  // namespace splitee
