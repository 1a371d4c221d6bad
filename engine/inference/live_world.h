// A network at work, one image at a time, really cut in two. Includes LibTorch: for inference's own .cpp files only.
#pragma once

#include <array>
#include <memory>

#include "datasets/dataset.h"
#include "engine/inference/split_network.h"
#include "engine/world.h"

namespace splitee {

/// Runs layers 1..s and the exit at s (for UpToSplit every exit up to s); only a sample that stays below the threshold
/// goes on, from the cut activation, to the final exit. Never shows what was not computed.
class LiveWorld final : public World {
public:
    LiveWorld(const SplitNetwork& network, std::shared_ptr<const Dataset> dataset, std::int64_t samples, int threads);
    [[nodiscard]] std::int64_t samples() const override { return samples_; }
    [[nodiscard]] std::span<const double> depth() const override { return depth_; }
    [[nodiscard]] Result<Observation> observe(const Query& query) override;
    [[nodiscard]] bool allows(Look look) const override { return look != Look::UpToSplitAndFinal; }
    [[nodiscard]] std::int32_t label(std::int64_t row) const override;
    [[nodiscard]] std::int64_t sampleNumber(std::int64_t row) const override { return row; }

private:
    void look(int exit, const at::Tensor& activation);

    const SplitNetwork& network_;
    std::shared_ptr<const Dataset> dataset_;
    std::int64_t samples_;
    int threads_;
    std::array<double, kNetworkExits> depth_{}, confidence_{};
    std::array<std::int16_t, kNetworkExits> prediction_{};
    std::uint64_t revealed_ = 0;
    std::int64_t lastRow_ = -1;
    std::int32_t lastLabel_ = kUnknownLabel;
};

}  // namespace splitee
