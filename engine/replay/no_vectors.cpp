// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for the AVX2 kernels on processors of another kind: the round loop plays SplitEE and
// SplitEE-S there, with the same choices.
#include "engine/replay/kernel.h"
#include "engine/replay/replay.h"

namespace splitee {

bool hasVectorKernels() { return false; }

std::unique_ptr<SplitKernel> splitEeKernel(const RewardTable& /*rewards*/, double /*beta*/) {
    return nullptr;
}

std::unique_ptr<SplitKernel> splitEeSKernel(const RewardTable& /*rewards*/, double /*beta*/,
                                            SideMode /*mode*/) {
    return nullptr;
}

}  // namespace splitee
