// SPDX-License-Identifier: GPL-3.0-or-later
// Experiment holds every setting of a run: policies, costs, threshold, order, seeds. Each is
// declared once; flags, JSON and session columns follow.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "engine/fields.h"
#include "engine/policies/parameters.h"
#include "engine/world/costs.h"
#include "engine/world/world.h"

namespace splitee {

inline constexpr std::array<std::string_view, 3> kSideModes{"released", "observed", "corrected"};
inline constexpr std::array<std::string_view, 2> kOrders{"file", "shuffle"};

struct Experiment {
    std::string policies = "splitee";  ///< entries, separated by commas: policy_entry.h
    std::string side = "corrected";
    double mu = 0.1;
    double lambda1 = 1;
    double lambda2 = 0;
    double offload = 5;
    std::string offloadPerLayer;
    double offloadFactor = 1;
    std::string computePerLayer;
    double alpha = 0.7;
    double beta = 1;
    std::int64_t fixedLayer = 1;
    std::string order = "shuffle";
    std::int64_t seeds = 20;
    std::uint64_t seed = 1;
    std::int64_t rounds = 0;
    std::string schedule;
    std::string temperature = "1";
    std::int64_t rules = kRules;
    PolicyParameters policyParameters;

    friend bool operator==(const Experiment&, const Experiment&) = default;
    /// Before any schedule. Costs of layers that cannot be read are left out; validate() refuses
    /// them.
    [[nodiscard]] CostWeights costWeights() const;
    /// Whether every layer has an o of its own; then `offload` is not used.
    [[nodiscard]] bool offloadsPerLayer() const { return !offloadPerLayer.empty(); }
    /// Takes over the costs, but not mu: lambda1, lambda2, o and, where the weights have them,
    /// those of layers, as measured costs are written (writtenCost()).
    void takeCosts(const CostWeights& weights);

    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.policies, FieldInfo{"policy", "Policies",
                                       "Which policies play, separated by commas, or all", ""});
        visit(self.side,
              FieldInfo{
                  "side", "Side observations",
                  "How SplitEE-S learns from earlier exits: released as published (tables only), "
                  "observed only where it really was, corrected without bias",
                  "", 0, 0, kSideModes});
        visit(self.mu,
              FieldInfo{"mu", "Cost weight mu", "Turns cost into reward", "1/lambda", 0, 1e6});
        visit(self.lambda1, FieldInfo{"lambda1", "Computing lambda1", "Cost of a layer computed",
                                      "lambda", 0, 1e6});
        visit(self.lambda2,
              FieldInfo{"lambda2", "Exit lambda2", "Cost of an exit evaluated", "lambda", 0, 1e6});
        visit(self.offload, FieldInfo{"offload", "Offloading o", "Cost of offloading a sample",
                                      "lambda", 0, 1e6});
        visit(self.offloadPerLayer,
              FieldInfo{"offload_per_layer", "Offloading per layer",
                        "o of each layer in place of one for all, as in 6.1,4,2.5, or with that of "
                        "sending the input before it, as in input=9,6.1,4,2.5",
                        "lambda"});
        visit(self.offloadFactor,
              FieldInfo{"offload_factor", "Factor on o",
                        "Multiplies what an offload costs at every layer", "", 0, 1e6});
        visit(self.computePerLayer,
              FieldInfo{"compute_per_layer", "Computing per layer",
                        "What computing up to each layer takes, in place of the source's depth, as "
                        "in 1,2.5,4: lambda1 multiplies it",
                        ""});
        visit(self.alpha,
              FieldInfo{"alpha", "Threshold alpha",
                        "Confidence from which a sample leaves on the device", "", 0, 1});
        visit(self.beta,
              FieldInfo{"beta", "Exploration beta", "Weight of the confidence radius", "", 0, 1e6});
        visit(self.fixedLayer,
              FieldInfo{"fixed_layer", "Fixed layer",
                        "Layer of fixed, device-only, cascades with offloading and AdaEE", "", 1,
                        kMaxExits});
        visit(self.order,
              FieldInfo{"order", "Order", "Samples in file order, or shuffled by the seed", "", 0,
                        0, kOrders});
        visit(self.seeds, FieldInfo{"seeds", "Seeds", "Runs a policy, with seeds seed, seed+1, ..",
                                    "", 1, 100000});
        visit(self.seed,
              FieldInfo{"seed", "Seed", "First seed; fixes order, random choices and noise", "", 0,
                        9.007e15});
        visit(self.rounds,
              FieldInfo{"rounds", "Rounds", "Samples a run; 0: one pass over the source", "rounds",
                        0, 1e12});
        visit(
            self.schedule,
            FieldInfo{
                "schedule", "Schedule",
                "Drift, as in 'clean@0, gaussian_blur:0.8@2000, offload=8@5000..6000': a table of "
                "the same samples, mu, lambda1, lambda2, offload, offload_factor or alpha from a "
                "round on, or as a ramp",
                ""});
        visit(self.temperature, FieldInfo{"temperature", "Temperature",
                                          "Divides the logit of a table's confidences before the "
                                          "run: one for all exits, or one an "
                                          "exit, separated by commas (splitee calibrate fits them)",
                                          ""});
        visit(self.rules,
              FieldInfo{"rules", "Rules",
                        "Version of the rules: 1 as in runs recorded before there were versions "
                        "(docs/policies.md)",
                        "", 1, kRules});
        std::apply(
            [&](auto&... own) {
                (std::remove_cvref_t<decltype(own)>::visitFields(own, visit), ...);
            },
            self.policyParameters);
    }
};

/// What a stored run played by where its file does not say: the defaults of the first version, with
/// rules 1. They never change; a new field gets here what runs did before it was there.
[[nodiscard]] const Experiment& firstDefaults();

/// The entries of `experiment` (policy_entry.h) in their one spelling, checked; the error names
/// what is unknown and the nearest valid key.
[[nodiscard]] Result<std::vector<std::string>> policiesOf(const Experiment& experiment);

/// Checks ranges, policies and what the world allows: `released`, `best` and temperatures other
/// than 1 need a table, fixed_layer <= L, costs of layers are for L layers.
[[nodiscard]] Result<void> validate(const Experiment& experiment, World& world);

/// What a policy evaluates on the device, and which exits it is shown.
[[nodiscard]] ExitsEvaluated exitsEvaluated(std::string_view policy);
[[nodiscard]] Feedback feedbackOf(const Experiment& experiment, std::string_view policy);

}  // namespace splitee
