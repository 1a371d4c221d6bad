// SPDX-License-Identifier: GPL-3.0-or-later
// AnyPolicy is a policy whose type is not seen: its calls go one by one, where the round loop of a
// run is a template.
#pragma once

#include <memory>

#include "engine/policies/policy.h"
#include "engine/run/experiment.h"

namespace splitee {

class AnyPolicy {
public:
    /// The one policy of `experiment`; what `setup` points to must outlive it.
    [[nodiscard]] static std::unique_ptr<AnyPolicy> of(const Experiment& experiment,
                                                       const PolicySetup& setup);
    virtual ~AnyPolicy() = default;

    [[nodiscard]] virtual Choice choose(const Round& round, Rng& rng) = 0;
    virtual void observe(const Round& round, const Choice& choice, const Outcome& outcome,
                         const Observation& seen, Rng& rng) = 0;
    virtual void costsChanged(const CostTable& costs) = 0;
};

}  // namespace splitee
