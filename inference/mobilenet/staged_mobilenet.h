// SPDX-License-Identifier: GPL-3.0-or-later
// StagedMobileNet: our MobileNetV2 as any network is played. Includes LibTorch: for inference's own
// .cpp files only.
#pragma once

#include "inference/mobilenet/mobilenet_model.h"
#include "inference/mobilenet/split_network.h"
#include "inference/staged_network.h"

namespace splitee {

class StagedMobileNet final : public StagedNetwork {
public:
    StagedMobileNet(NetworkInfo info, const MobileNetModel& model)
        : StagedNetwork(std::move(info)), network_(model) {}

    [[nodiscard]] Activation input(std::span<const Sample> samples) const override {
        std::vector<Image> images;
        for (const Sample& sample : samples) images.push_back(sample.image());
        return {{network_.input(images)}, {}};
    }
    [[nodiscard]] Activation run(int stage, const Activation& before) const override {
        return {{network_.runStage(stage, before.payload.front())}, {}};
    }
    void answer(int exit, const Activation& activation,
                std::span<ExitAnswer> answers) const override {
        network_.answer(exit, activation.payload.front(), answers);
    }
    [[nodiscard]] std::int64_t batch() const override { return 64; }

private:
    SplitNetwork network_;
};

}  // namespace splitee
