// SPDX-License-Identifier: GPL-3.0-or-later
// GraphWalk: one run of a graph node by node, which keeps what every value was and counts what
// every node computed. Includes LibTorch: for inference's own .cpp files only.
#pragma once

#include <ATen/ATen.h>
#include <torch/csrc/jit/ir/ir.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "inference/network_info.h"

namespace splitee {

class GraphWalk {
public:
    /// Runs `graph`, whose one input is the image. LibTorch's exceptions pass.
    GraphWalk(torch::jit::Graph& graph, const at::Tensor& image);
    [[nodiscard]] const c10::IValue& at(const torch::jit::Value* value) const {
        return values_.at(value);
    }
    /// Of convolutions and matrix products; nodes without any are left out.
    [[nodiscard]] const std::unordered_map<const torch::jit::Node*, std::int64_t>& multiplyAdds()
        const {
        return multiplyAdds_;
    }

private:
    std::unordered_map<const torch::jit::Value*, c10::IValue> values_;
    std::unordered_map<const torch::jit::Node*, std::int64_t> multiplyAdds_;
};

/// Whether a node asks for a shape, a type or a length: constants for images of one size.
[[nodiscard]] bool asksForShape(const torch::jit::Node& node);

/// Tensors as they would cross a cut, without the batch of one in front: of a tensor one, of a list
/// of tensors each, of a number one of 8 bytes; empty for what cannot cross.
[[nodiscard]] std::vector<PayloadTensor> payloadOf(const c10::IValue& value);

/// "float32 [64, 8, 8]"
[[nodiscard]] std::string shapeText(const PayloadTensor& tensor);

}  // namespace splitee
