// SPDX-License-Identifier: GPL-3.0-or-later
// CallByCall: the network as version 0.1 computed it, with a LibTorch call for each convolution,
// clamp and sum. The reference of the tests and the baseline of the bench; it shares no code with
// SplitNetwork. Includes LibTorch.
#pragma once

#include <ATen/ATen.h>

#include <span>
#include <vector>

#include "inference/mobilenet/split_network.h"

namespace splitee::test {

class CallByCall {
public:
    explicit CallByCall(const MobileNetModel& model);
    [[nodiscard]] at::Tensor input(std::span<const Image> images) const;
    [[nodiscard]] at::Tensor runStage(int stage, const at::Tensor& activation) const;
    void answer(int exit, const at::Tensor& activation, std::span<ExitAnswer> answers) const;

private:
    struct Convolution {
        at::Tensor weight, bias;
        int stride, padding, groups;
        bool activated;
    };
    struct Block {
        std::vector<Convolution> convolutions;
        bool residual;
    };
    struct Head {
        std::vector<double> weight, bias;  // [classes, channels], [classes]
    };

    int side_, classes_;
    std::array<double, 3> mean_, deviation_;
    std::vector<std::vector<Block>> stages_;
    std::vector<Head> heads_;
};

}  // namespace splitee::test
