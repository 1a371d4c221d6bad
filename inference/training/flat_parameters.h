// SPDX-License-Identifier: GPL-3.0-or-later
// FlatParameters: the tensors of a network in training, all in one flat tensor, so that the
// optimiser, the sum over shards and a checkpoint are one operation each. Includes LibTorch: for
// inference's own .cpp files only.
#pragma once

#include <ATen/ATen.h>

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "inference/tensor_spec.h"

namespace splitee {

class FlatParameters {
public:
    /// Writes the first values of one tensor.
    using Initialise = std::function<void(const TensorSpec& spec, float* values)>;
    /// `tensors`: trained ones first, then the statistics.
    FlatParameters(std::vector<TensorSpec> tensors, const Initialise& initialise);

    /// A tensor by its name, a view of the flat one; throws std::out_of_range.
    [[nodiscard]] const at::Tensor& at(const std::string& name) const { return named_.at(name); }
    at::Tensor& parameters() { return parameters_; }  ///< [P], shared with the graph's leaves
    [[nodiscard]] const at::Tensor& parameters() const { return parameters_; }
    at::Tensor& gradients() { return gradients_; }    ///< [P], filled by backward()
    at::Tensor& statistics() { return statistics_; }  ///< [S], running means and variances
    [[nodiscard]] const std::vector<TensorSpec>& tensors() const { return tensors_; }

    /// All values in the order of the tensors, and back.
    [[nodiscard]] std::vector<float> values() const;
    void setValues(const std::vector<float>& values);

private:
    std::vector<TensorSpec> tensors_;
    at::Tensor parameters_, gradients_, statistics_;
    std::unordered_map<std::string, at::Tensor> named_;
};

}  // namespace splitee
