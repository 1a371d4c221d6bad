// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replay/kernel.h"

#include "engine/policies/splitee_s.h"
#include "engine/replay/replay.h"

namespace splitee {

std::unique_ptr<SplitKernel> kernelFor(const Experiment& experiment, std::string_view policy,
                                       const RewardTable& rewards) {
    if (!hasVectorKernels()) return nullptr;
    if (policy == SplitEePolicy::kInfo.key || policy == ISplitEePolicy::kInfo.key)
        return splitEeKernel(rewards, experiment.beta);
    if (policy != SplitEeSidePolicy::kInfo.key) return nullptr;
    const SideMode mode = experiment.side == "corrected"  ? SideMode::Corrected
                          : experiment.side == "released" ? SideMode::Released
                                                          : SideMode::Observed;
    return splitEeSKernel(rewards, experiment.beta, mode);
}

}  // namespace splitee
