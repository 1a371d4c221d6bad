#include "engine/inference/live_world.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <limits>

namespace splitee {

LiveWorld::LiveWorld(const SplitNetwork& network, std::shared_ptr<const Dataset> dataset, std::int64_t samples, int threads)
    : network_(network), dataset_(std::move(dataset)), samples_(samples), threads_(threads),
      contextNames_(kImageStatistics.begin(), kImageStatistics.end()) {
    std::ranges::copy(kExitBlocks, depth_.begin());
}

void LiveWorld::look(int exit, const at::Tensor& activation) {
    ExitAnswer answer;
    network_.answer(exit, activation, {&answer, 1});
    const auto at = static_cast<std::size_t>(exit - 1);
    confidence_[at] = double{answer.confidence};
    prediction_[at] = answer.prediction;
    entropy_[at] = answer.entropy;
    revealed_ |= 1ULL << at;
}

Result<void> LiveWorld::read(std::int64_t row) {
    if (row == lastRow_) return {};
    auto sample = dataset_->read(row);
    if (!sample) return tl::unexpected(sample.error());
    last_ = std::move(*sample);
    lastRow_ = row;
    return {};
}

Result<std::span<const double>> LiveWorld::context(std::int64_t row) {
    if (auto ready = read(row); !ready) return tl::unexpected(ready.error());
    context_ = imageStatistics(last_.image);
    return std::span<const double>(context_);
}

Result<Observation> LiveWorld::observe(const Query& query) {
    if (!allows(query.look)) return fail("a live world cannot reveal an exit that was never computed");
    const c10::InferenceMode inference;
    if (at::get_num_threads() != threads_) at::set_num_threads(threads_);
    if (auto ready = read(query.row); !ready) return tl::unexpected(ready.error());
    confidence_.fill(std::numeric_limits<double>::quiet_NaN());
    prediction_.fill(-1);
    revealed_ = 0;

    at::Tensor activation = network_.input({&last_.image, 1});
    int computed = 0;
    const auto compute = [&](int layer) {
        while (computed < layer) {
            activation = network_.runStage(++computed, activation);
            if (computed < layer && computed <= query.split && query.look == Look::UpToSplit) look(computed, activation);
        }
        look(layer, activation);
        const auto at = static_cast<std::size_t>(layer - 1);
        return ExitView{confidence_[at], entropy_[at], prediction_[at]};
    };
    const Stop stop = stopOf(query.choice(), kNetworkExits, compute);   // the device
    if (!stop.exited) compute(kNetworkExits);                           // the cloud, from the cut activation
    return Observation(confidence_.data(), prediction_.data(), kNetworkExits, revealed_, stop);
}

std::int32_t LiveWorld::label(std::int64_t row) const {
    if (row == lastRow_) return last_.label;
    const auto sample = dataset_->read(row);
    return sample ? sample->label : kUnknownLabel;
}

}  // namespace splitee
