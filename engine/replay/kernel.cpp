// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replay/kernel.h"

#include "engine/policies/splitee_s.h"
#include "engine/replay/replay.h"
#include "engine/run/policy_entry.h"

namespace splitee {

std::unique_ptr<SplitKernel> kernelFor(const Experiment& experiment, const RunSpec& run,
                                       const RewardTable& rewards, std::int64_t rounds) {
    const Experiment own = settingsOf(experiment, run.policy);
    if (auto rule = ruleKernel(own, run, rewards, rounds)) return rule;
    if (!hasVectorKernels()) return nullptr;
    const std::string_view kind = policyKind(run.policy);
    if (kind == SplitEePolicy::kInfo.key || kind == ISplitEePolicy::kInfo.key)
        return splitEeKernel(rewards, own.beta);
    if (kind != SplitEeSidePolicy::kInfo.key) return nullptr;
    const SideMode mode = own.side == "corrected"  ? SideMode::Corrected
                          : own.side == "released" ? SideMode::Released
                                                   : SideMode::Observed;
    return splitEeSKernel(rewards, own.beta, mode);
}

}  // namespace splitee
