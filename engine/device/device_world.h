// SPDX-License-Identifier: GPL-3.0-or-later
// DeviceWorld is the world of a learner on a device: it knows how many exits the network has and
// what computing takes, and leaves every sample to the program that asks the learner.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/world/world.h"

namespace splitee {

class DeviceWorld final : public World {
public:
    /// `computing`: [L] what computing up to each layer takes, in place of depths.
    explicit DeviceWorld(std::vector<double> computing) : computing_(std::move(computing)) {}
    [[nodiscard]] std::int64_t samples() const override { return 1; }  // how many come is unknown
    [[nodiscard]] std::span<const double> depth() const override { return computing_; }
    [[nodiscard]] Result<Observation> observe(const Query&) override {
        return fail("a policy asked for a sample before the device had it");
    }
    [[nodiscard]] bool allows(Feedback feedback) const override {
        return feedback != Feedback::UpToSplitAndFinal;
    }
    [[nodiscard]] bool tellsEntropy() const override { return true; }
    [[nodiscard]] std::int32_t label(std::int64_t) const override { return kUnknownLabel; }
    [[nodiscard]] std::int64_t sampleNumber(std::int64_t row) const override { return row; }

private:
    std::vector<double> computing_;
};

}  // namespace splitee
