// SPDX-License-Identifier: GPL-3.0-or-later
// What LibTorch throws about a TorchScript network, as the end of one sentence for the user. No
// LibTorch here.
#pragma once

#include <string>
#include <string_view>

namespace splitee {

/// Names the operator, the line of the network's own source and the way out, where `what` (of
/// LibTorch's exception, often a page long) tells them.
[[nodiscard]] std::string scriptErrorText(std::string_view what);

}  // namespace splitee
