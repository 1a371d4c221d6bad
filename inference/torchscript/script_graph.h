// SPDX-License-Identifier: GPL-3.0-or-later
// ScriptGraph: a TorchScript network as one flat graph over one image of a fixed side: frozen,
// inlined, free of mutation, and of what depended on shapes alone. Includes LibTorch: for
// inference's own .cpp files only.
#pragma once

#include <ATen/ATen.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/ir.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/result.h"
#include "inference/network_info.h"

namespace splitee {

struct ScriptGraph {
    torch::jit::Module whole;  ///< as it was loaded, in evaluation mode: what a cut is held against
    std::shared_ptr<torch::jit::Graph> graph;
    torch::jit::Value* input = nullptr;     ///< the image [1, 3, side, side]
    std::vector<torch::jit::Value*> exits;  ///< logits [1, classes] of each exit, shallow to deep
    std::vector<bool> softmax;              ///< whether the network itself went on to a softmax
    /// What each value of the graph was for a sample image; tensors without their content.
    std::unordered_map<const torch::jit::Value*, std::vector<PayloadTensor>> tensors;
    std::unordered_map<const torch::jit::Node*, std::int64_t> multiplyAdds;  ///< where not 0
};

/// The number of classes where any will do that all exits share.
inline constexpr std::size_t kAnyClasses = 0;

/// Loads and flattens the network and finds its exits, each with as many `classes`. Runs the
/// network's own code: see isolated.h. The error is the end of a sentence about the file. Blocks;
/// LibTorch's exceptions pass.
[[nodiscard]] Result<ScriptGraph> readScript(const std::string& archive, int side,
                                             std::size_t classes);

/// An image of that side as the network's input, of normal random values.
[[nodiscard]] at::Tensor randomInput(int side, std::uint64_t seed);

/// The tensors of an output of forward(), in their order, however lists and tuples hold them.
[[nodiscard]] std::vector<at::Tensor> tensorsIn(const c10::IValue& value);

}  // namespace splitee
