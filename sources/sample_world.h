// SPDX-License-Identifier: GPL-3.0-or-later
// SampleWorld: the samples of a live run without its network, for a RecalledWorld to play stored
// rounds over.
#pragma once

#include <memory>
#include <vector>

#include "engine/run/experiment.h"
#include "engine/world/world.h"
#include "sources/live_source.h"

namespace splitee {

/// Tells labels and contexts as the network's own world does, and has no exits to ask: observe() is
/// an error.
class SampleWorld final : public World {
public:
    /// `schedule`: of the run, its sources are distortions of `source`; `depth`: [L]. Torch is not
    /// needed.
    [[nodiscard]] static Result<std::unique_ptr<SampleWorld>> of(
        std::shared_ptr<const LiveSource> source, const Experiment& experiment,
        std::vector<double> depth);

    [[nodiscard]] std::int64_t samples() const override { return images_.front()->size(); }
    [[nodiscard]] std::span<const double> depth() const override { return depth_; }
    [[nodiscard]] Result<Observation> observe(const Query& query) override;
    [[nodiscard]] bool allows(Feedback feedback) const override {
        return feedback != Feedback::UpToSplitAndFinal;
    }
    [[nodiscard]] bool tellsEntropy() const override { return true; }
    [[nodiscard]] Result<std::span<const double>> context(std::int64_t row) override;
    [[nodiscard]] std::span<const std::string> contextNames() const override {
        return contextNames_;
    }
    [[nodiscard]] std::size_t sources() const override { return images_.size(); }
    void show(std::size_t source) override { shown_ = source; }
    [[nodiscard]] std::int32_t label(std::int64_t row) const override;
    [[nodiscard]] std::int64_t sampleNumber(std::int64_t row) const override { return row; }
    /// As the network saw it. Blocks.
    [[nodiscard]] Result<Sample> sample(std::int64_t row) const {
        return images_[shown_]->read(row);
    }

private:
    SampleWorld(std::shared_ptr<const LiveSource> source,
                std::vector<std::shared_ptr<const Dataset>> images, std::vector<double> depth);

    std::shared_ptr<const LiveSource> source_;
    std::vector<std::shared_ptr<const Dataset>> images_;  // by source
    std::size_t shown_ = 0;
    std::vector<double> depth_;
    std::vector<std::string> contextNames_;
    std::vector<double> context_;
};

}  // namespace splitee
