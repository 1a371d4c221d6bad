// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/training/flat_parameters.h"

#include <algorithm>

namespace splitee {

FlatParameters::FlatParameters(std::vector<TensorSpec> tensors, const Initialise& initialise)
    : tensors_(std::move(tensors)) {
    std::int64_t trained = 0;
    std::int64_t fixed = 0;
    for (const TensorSpec& spec : tensors_) (spec.trained ? trained : fixed) += spec.size();
    parameters_ = at::zeros({trained});
    gradients_ = at::zeros({trained});
    statistics_ = at::zeros({fixed});
    std::int64_t atParameter = 0;
    std::int64_t atStatistic = 0;
    for (const TensorSpec& spec : tensors_) {
        std::int64_t& offset = spec.trained ? atParameter : atStatistic;
        at::Tensor view = (spec.trained ? parameters_ : statistics_)
                              .narrow(0, offset, spec.size())
                              .view(spec.shape)
                              .detach();
        initialise(spec, view.data_ptr<float>());
        if (spec.trained) {
            view.set_requires_grad(true);
            view.mutable_grad() = gradients_.narrow(0, offset, spec.size()).view(spec.shape);
        }
        named_.emplace(spec.name, view);
        offset += spec.size();
    }
}

std::vector<float> FlatParameters::values() const {
    std::vector<float> all(static_cast<std::size_t>(parameters_.numel() + statistics_.numel()));
    std::copy_n(parameters_.data_ptr<float>(), parameters_.numel(), all.begin());
    std::copy_n(statistics_.data_ptr<float>(), statistics_.numel(),
                all.begin() + parameters_.numel());
    return all;
}

void FlatParameters::setValues(const std::vector<float>& values) {
    std::copy_n(values.begin(), parameters_.numel(), parameters_.data_ptr<float>());
    std::copy_n(values.begin() + parameters_.numel(), statistics_.numel(),
                statistics_.data_ptr<float>());
}

}  // namespace splitee
