// SPDX-License-Identifier: GPL-3.0-or-later
// TensorSpec: one tensor of a network that this program trains, as a model file and a checkpoint
// hold it. No LibTorch here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace splitee {

/// Name, shape, and whether it is trained (else a batch-norm running statistic).
struct TensorSpec {
    std::string name;
    std::vector<std::int64_t> shape;
    bool trained = true;

    [[nodiscard]] std::int64_t size() const {
        std::int64_t product = 1;
        for (const auto extent : shape) product *= extent;
        return product;
    }
};

}  // namespace splitee
