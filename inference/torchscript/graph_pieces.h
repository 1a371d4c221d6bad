// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a graph apart: what a value needs, and graphs made of some of another's nodes. Includes
// LibTorch: for inference's own .cpp files only.
#pragma once

#include <torch/csrc/jit/ir/ir.h>

#include <memory>
#include <span>
#include <unordered_set>
#include <vector>

namespace splitee {

using NodeSet = std::unordered_set<torch::jit::Node*>;

/// Whether a node costs nothing and may be on both sides of a cut: constants, and lists and tuples
/// of values.
[[nodiscard]] bool isFree(const torch::jit::Node& node);

/// The values of the graph's outermost block that the node uses, those that its own blocks (if,
/// loop) use included.
[[nodiscard]] std::vector<torch::jit::Value*> usedBy(torch::jit::Node& node);

/// The same without the free nodes in between: what would have to be sent for the node to be
/// computed elsewhere.
[[nodiscard]] std::vector<torch::jit::Value*> neededBy(torch::jit::Node& node);
/// What would have to be sent for the value to be known elsewhere: itself, or what a free node
/// makes it of.
[[nodiscard]] std::vector<torch::jit::Value*> neededFor(torch::jit::Value* value);

/// Every node that `value` is computed by, without the free ones.
[[nodiscard]] NodeSet closureOf(torch::jit::Value* value);

/// A graph of the nodes in `keep` and the free nodes that they need, from `ins` to `outs`.
[[nodiscard]] std::shared_ptr<torch::jit::Graph> pieceOf(torch::jit::Graph& from,
                                                         const NodeSet& keep,
                                                         std::span<torch::jit::Value* const> ins,
                                                         std::span<torch::jit::Value* const> outs);

}  // namespace splitee
