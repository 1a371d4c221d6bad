// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/shards.h"

#include <cmath>

#include "engine/rng.h"
#include "inference/training/two_halves.h"

namespace splitee {
namespace {

constexpr std::size_t kMostShardBytes = 4ULL << 30;

// A crop of the image padded with the mean colour (zeros after normalisation), mirrored where
// `mirror`.
void augmentInto(const std::uint8_t* from, int side, int shiftX, int shiftY, bool mirror,
                 const std::array<std::array<float, 256>, 3>& lookup, float* to) {
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x, to += 3) {
            const int sourceX = (mirror ? side - 1 - x : x) + shiftX;
            const int sourceY = y + shiftY;
            const bool inside = sourceX >= 0 && sourceX < side && sourceY >= 0 && sourceY < side;
            const std::uint8_t* pixel = from + (sourceY * side + sourceX) * 3;
            for (std::size_t c = 0; c < 3; ++c) to[c] = inside ? lookup[c][pixel[c]] : 0.0F;
        }
    }
}

}  // namespace

std::pair<std::array<double, 3>, std::array<double, 3>> ImageBank::channelStatistics() const {
    std::array<double, 3> mean{};
    std::array<double, 3> deviation{};
    std::array<double, 3> sum{};
    std::array<double, 3> squares{};
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const double value = pixels[i] / 255.0;
        sum[i % 3] += value;
        squares[i % 3] += value * value;
    }
    const double count = static_cast<double>(pixels.size()) / 3;
    for (std::size_t c = 0; c < 3; ++c) {
        mean[c] = sum[c] / count;
        deviation[c] = std::sqrt(std::max(1e-6, squares[c] / count - mean[c] * mean[c]));
    }
    return {mean, deviation};
}

Result<ImageBank> loadImages(const Dataset& dataset, const std::stop_token& stop) {
    ImageBank bank;
    bank.side = dataset.side();
    const auto imageBytes =
        static_cast<std::size_t>(bank.side) * static_cast<std::size_t>(bank.side) * 3;
    const auto count = static_cast<std::size_t>(dataset.size());
    if (count * imageBytes > kMostShardBytes)
        return fail("cannot train on " + dataset.name() +
                    ": its images take more than 4 GiB; choose a smaller side");
    bank.pixels.reserve(count * imageBytes);
    for (std::int64_t i = 0; i < dataset.size(); ++i) {
        if (stop.stop_requested()) return fail("stopped while the images were read");
        auto sample = dataset.read(i);
        if (!sample) return tl::unexpected(sample.error());
        if (sample->label < 0)
            return fail("cannot train on " + dataset.name() + ": image " + std::to_string(i) +
                        " has no label");
        bank.pixels.insert(bank.pixels.end(), sample->image().pixels.begin(),
                           sample->image().pixels.end());
        bank.labels.push_back(sample->label);
    }
    return bank;
}

namespace {

constexpr double kDistillationTemperature = 2;

// Hinton et al. 2015 (arXiv 1503.02531): the squared temperature keeps the gradient's size.
at::Tensor distillationLoss(const at::Tensor& logits, const at::Tensor& teacher) {
    const at::Tensor shares = at::softmax(teacher / kDistillationTemperature, 1);
    const at::Tensor logShares = at::log_softmax(logits / kDistillationTemperature, 1);
    return (shares * logShares).sum(1).mean() *
           (-kDistillationTemperature * kDistillationTemperature);
}

// The final exit teaches the earlier ones (Zhang et al. 2019, arXiv 1905.08094).
at::Tensor jointLoss(const std::vector<at::Tensor>& logits, const at::Tensor& labels,
                     const TrainSettings& settings, std::vector<double>& ownLosses) {
    const auto& weights = settings.exitWeights == "rising" ? kRisingLossWeights : kExitLossWeights;
    const at::Tensor teacher = logits.back().detach();
    at::Tensor loss = at::zeros({});
    ownLosses.resize(logits.size());
    for (std::size_t exit = 0; exit < logits.size(); ++exit) {
        at::Tensor own = at::cross_entropy_loss(logits[exit], labels);
        ownLosses[exit] = double{own.item<float>()};
        if (settings.distillation > 0 && exit + 1 < logits.size())
            own = (1 - settings.distillation) * own +
                  settings.distillation * distillationLoss(logits[exit], teacher);
        loss = loss + weights[exit] * own;
    }
    return loss;
}

}  // namespace

Shards::Shards(const Architecture& architecture, const TrainSettings& settings,
               const std::array<double, 3>& mean, const std::array<double, 3>& deviation,
               int threads)
    : settings_(settings),
      mean_(mean),
      deviation_(deviation),
      threads_(threads),
      networks_{TrainableNetwork(architecture, settings.seed),
                TrainableNetwork(architecture, settings.seed)} {}

double Shards::computeShard(std::size_t shard, const ImageBank& images,
                            std::span<const std::int64_t> indices, std::int64_t epoch) {
    const auto side = static_cast<std::size_t>(images.side);
    const auto count = static_cast<std::int64_t>(indices.size());
    std::array<std::array<float, 256>, 3> lookup;
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t v = 0; v < 256; ++v)
            lookup[c][v] =
                static_cast<float>((static_cast<double>(v) / 255 - mean_[c]) / deviation_[c]);
    at::Tensor input = at::empty({count, 3, images.side, images.side},
                                 at::TensorOptions().memory_format(at::MemoryFormat::ChannelsLast));
    at::Tensor labels = at::empty({count}, at::kLong);
    const int reach = settings_.augment == "none" ? 0 : images.side / 8;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const auto image = static_cast<std::size_t>(indices[i]);
        Rng rng(settings_.seed, "augmentation", mixBits(static_cast<std::uint64_t>(epoch)) + image);
        const auto span = static_cast<std::uint64_t>(2 * reach + 1);
        const int shiftX = static_cast<int>(rng.below(span)) - reach;
        const int shiftY = static_cast<int>(rng.below(span)) - reach;
        const bool mirror = settings_.augment == "crop_flip" && rng.below(2) == 1;
        augmentInto(images.pixels.data() + image * side * side * 3, images.side, shiftX, shiftY,
                    mirror, lookup, input.data_ptr<float>() + i * side * side * 3);
        labels.data_ptr<std::int64_t>()[i] = images.labels[image];
    }
    TrainableNetwork& network = networks_[shard];
    network.tensors().gradients().zero_();
    const auto logits = network.forwardTraining(input);
    const at::Tensor loss = jointLoss(logits, labels, settings_, exitLosses_[shard]);
    loss.backward();
    return double{loss.item<float>()};
}

double Shards::computeGradients(const ImageBank& images, std::span<const std::int64_t> indices,
                                std::int64_t epoch) {
    const std::size_t half = indices.size() / 2;
    std::array<double, 2> loss{};
    runHalves(threads_, [&](std::size_t shard) {
        loss[shard] = computeShard(shard, images, indices.subspan(shard * half, half), epoch);
    });
    at::Tensor& gradients = networks_[0].tensors().gradients();
    gradients.add_(networks_[1].tensors().gradients()).mul_(0.5);
    return (loss[0] + loss[1]) / 2;
}

std::vector<double> Shards::exitLosses() const {
    std::vector<double> mean = exitLosses_[0];
    for (std::size_t exit = 0; exit < mean.size(); ++exit)
        mean[exit] = (mean[exit] + exitLosses_[1][exit]) / 2;
    return mean;
}

void Shards::copyMasterParameters() {
    networks_[1].tensors().parameters().copy_(networks_[0].tensors().parameters());
}

void Shards::averageStatistics() {
    at::Tensor& statistics = networks_[0].tensors().statistics();
    statistics.add_(networks_[1].tensors().statistics()).mul_(0.5);
    networks_[1].tensors().statistics().copy_(statistics);
}

void Shards::setValues(const std::vector<float>& values) {
    for (TrainableNetwork& network : networks_) network.tensors().setValues(values);
}

}  // namespace splitee
