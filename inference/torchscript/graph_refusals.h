// SPDX-License-Identifier: GPL-3.0-or-later
// What a network may not hold: branches around its exits, loops without bound, operators whose
// answer is not the image's alone. Errors name operator and line, as the end of a sentence about
// the file. Includes LibTorch: for inference's own .cpp files only.
#pragma once

#include <torch/csrc/jit/ir/ir.h>

#include <vector>

#include "engine/result.h"

namespace splitee {

/// Whether an exit that this node makes can be told from the graph alone: not where it comes out
/// of an if or a loop.
[[nodiscard]] Result<void> refuseBranch(const torch::jit::Node& node);

/// Loops that may never end: those without a count, and once what shapes tell is `settled` those
/// whose count depends on the data.
[[nodiscard]] Result<void> refuseUnbounded(torch::jit::Graph& graph, bool settled);

/// Random numbers, tasks of its own, and writing into tensors that others read.
[[nodiscard]] Result<void> refuseOperators(torch::jit::Graph& graph,
                                           const std::vector<torch::jit::Value*>& exits);

/// "line 31 of net.py" of the network's own source, "" where it is not known.
[[nodiscard]] std::string lineOf(const torch::jit::Node& node);

}  // namespace splitee
