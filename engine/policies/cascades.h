// SPDX-License-Identifier: GPL-3.0-or-later
// A cascade evaluates exits 1, 2, .. in turn, and a sample leaves at the first one that satisfies a
// rule (docs/policies.md). It ends at the final exit, or offloads at --fixed-layer.
#pragma once

#include "engine/policies/fixed_rules.h"

namespace splitee {

/// `Offload`: goes no further than --fixed-layer, and offloads there.
template <Leave Rule, bool Offload>
class CascadePolicy {
public:
    using Parameters = CascadeParameters;
    CascadePolicy(const PolicySetup& setup, const CascadeParameters& own)
        : last_(Offload ? setup.fixedLayer : setup.exits),
          entropyThreshold_(own.entropyThreshold),
          patience_(static_cast<int>(own.patience)) {}
    [[nodiscard]] static Result<void> check(const PolicySetup& setup, const CascadeParameters&) {
        if (Rule == Leave::FirstCertain && !setup.world.tellsEntropy())
            return fail(
                "entropy cascades need the entropy of every exit, which this source does not tell: "
                "build its table anew with "
                "'splitee table build', or use a cascade by confidence");
        return Offload ? FixedPolicy::check(setup, {}) : Result<void>();
    }
    [[nodiscard]] Choice choose(const Round& round, Rng&) const {
        return {last_, Rule == Leave::FirstCertain ? entropyThreshold_ : round.alpha, Rule,
                patience_};
    }
    void observe(const Round&, const Choice&, const Outcome&, const Observation&, Rng&) {}

private:
    int last_;
    double entropyThreshold_;
    int patience_;
};

inline constexpr ExitsEvaluated kEveryExit = ExitsEvaluated::UpToSplit;

struct ConfidenceCascadePolicy : CascadePolicy<Leave::FirstConfident, false> {
    static constexpr PolicyInfo kInfo{
        "confidence-cascade",
        "Confidence cascade",
        "leaves at the first exit with C >= alpha (the baseline of SplitEE)",
        kEveryExit,
        Feedback::AtSplit,
        false};
    static constexpr std::array<std::string_view, 0> kReads{};
    using CascadePolicy::CascadePolicy;
};
struct ConfidenceCascadeOffloadPolicy : CascadePolicy<Leave::FirstConfident, true> {
    static constexpr PolicyInfo kInfo{"confidence-cascade-offload",
                                      "Confidence cascade, offload",
                                      "the same up to --fixed-layer, and offloads there",
                                      kEveryExit,
                                      Feedback::AtSplit,
                                      false};
    static constexpr std::array<std::string_view, 0> kReads{};
    using CascadePolicy::CascadePolicy;
};
struct EntropyCascadePolicy : CascadePolicy<Leave::FirstCertain, false> {
    static constexpr PolicyInfo kInfo{
        "entropy-cascade",
        "Entropy cascade",
        "leaves at the first exit with entropy < --entropy-threshold (BranchyNet, DeeBERT)",
        kEveryExit,
        Feedback::AtSplit,
        false};
    static constexpr std::array<std::string_view, 1> kReads{"entropy_threshold"};
    using CascadePolicy::CascadePolicy;
};
struct EntropyCascadeOffloadPolicy : CascadePolicy<Leave::FirstCertain, true> {
    static constexpr PolicyInfo kInfo{"entropy-cascade-offload",
                                      "Entropy cascade, offload",
                                      "the same up to --fixed-layer, and offloads there",
                                      kEveryExit,
                                      Feedback::AtSplit,
                                      false};
    static constexpr std::array<std::string_view, 1> kReads{"entropy_threshold"};
    using CascadePolicy::CascadePolicy;
};
struct PatienceCascadePolicy : CascadePolicy<Leave::FirstAgreeing, false> {
    static constexpr PolicyInfo kInfo{
        "patience-cascade", "Patience cascade", "leaves once --patience + 1 exits agree (PABEE)",
        kEveryExit,         Feedback::AtSplit,  false};
    static constexpr std::array<std::string_view, 1> kReads{"patience"};
    using CascadePolicy::CascadePolicy;
};
struct PatienceCascadeOffloadPolicy : CascadePolicy<Leave::FirstAgreeing, true> {
    static constexpr PolicyInfo kInfo{"patience-cascade-offload",
                                      "Patience cascade, offload",
                                      "the same up to --fixed-layer, and offloads there",
                                      kEveryExit,
                                      Feedback::AtSplit,
                                      false};
    static constexpr std::array<std::string_view, 1> kReads{"patience"};
    using CascadePolicy::CascadePolicy;
};

}  // namespace splitee
