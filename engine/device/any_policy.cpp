// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/any_policy.h"

#include <tuple>

#include "engine/policies/policy_list.h"

namespace splitee {
namespace {

template <class Policy>
class PolicyAlone final : public AnyPolicy {
public:
    PolicyAlone(const PolicySetup& setup, const typename Policy::Parameters& own)
        : policy_(setup, own) {}
    Choice choose(const Round& round, Rng& rng) override { return policy_.choose(round, rng); }
    void observe(const Round& round, const Choice& choice, const Outcome& outcome,
                 const Observation& seen, Rng& rng) override {
        policy_.observe(round, choice, outcome, seen, rng);
    }
    void costsChanged(const CostTable& costs) override {
        if constexpr (requires { policy_.costsChanged(costs); }) policy_.costsChanged(costs);
    }

private:
    Policy policy_;
};

}  // namespace

std::unique_ptr<AnyPolicy> AnyPolicy::of(const Experiment& experiment, const PolicySetup& setup) {
    std::unique_ptr<AnyPolicy> policy;
    withPolicyType(experiment.policies, experiment.side, [&]<class P>(std::type_identity<P>) {
        policy = std::make_unique<PolicyAlone<P>>(
            setup, std::get<typename P::Parameters>(experiment.policyParameters));
    });
    return policy;
}

}  // namespace splitee
