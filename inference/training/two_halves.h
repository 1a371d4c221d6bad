// SPDX-License-Identifier: GPL-3.0-or-later
// runHalves: the two halves of a training batch on one thread or two. No LibTorch here.
#pragma once

#include <functional>

namespace splitee {

/// Calls work(0) and work(1), one after the other or (`threads` > 1) at once; each call has one
/// compute thread of LibTorch's. What a call throws is thrown here.
void runHalves(int threads, const std::function<void(std::size_t half)>& work);

}  // namespace splitee
