// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/distortion.h"

#include <algorithm>
#include <cmath>

#include "engine/rng.h"

namespace splitee {
namespace {

std::uint8_t toByte(double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

// Mirrors an index into 0..n-1 with the edge pixel repeated: d c b a | a b c d | d c b a.
int reflected(int i, int n) {
    const int period = 2 * n;
    i = ((i % period) + period) % period;
    return i < n ? i : period - 1 - i;
}

// As scipy.ndimage.gaussian_filter does it (truncate 4, mode "reflect"), but rounded once, at the
// end.
Image blurred(const Image& image, double sigma) {
    const int radius = static_cast<int>(std::ceil(4 * sigma));
    std::vector<double> kernel(static_cast<std::size_t>(2 * radius + 1));
    double total = 0;
    for (int i = -radius; i <= radius; ++i) {
        const double z = i / sigma;  // divided first: the square of a tiny sigma would be 0
        total += kernel[static_cast<std::size_t>(i + radius)] = std::exp(-0.5 * z * z);
    }
    for (double& weight : kernel) weight /= total;
    const auto at = [&](int x, int y) {
        return static_cast<std::size_t>((y * image.width + x) * 3);
    };
    std::vector<double> rows(image.pixels.size());
    Image result{image.width, image.height, std::vector<std::uint8_t>(image.pixels.size())};
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (std::size_t c = 0; c < 3; ++c) {
                double sum = 0;
                for (int i = -radius; i <= radius; ++i)
                    sum += kernel[static_cast<std::size_t>(i + radius)] *
                           image.pixels[at(reflected(x + i, image.width), y) + c];
                rows[at(x, y) + c] = sum;
            }
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (std::size_t c = 0; c < 3; ++c) {
                double sum = 0;
                for (int i = -radius; i <= radius; ++i)
                    sum += kernel[static_cast<std::size_t>(i + radius)] *
                           rows[at(x, reflected(y + i, image.height)) + c];
                result.pixels[at(x, y) + c] = toByte(sum);
            }
    return result;
}

class DistortedDataset final : public Dataset {
public:
    DistortedDataset(std::shared_ptr<const Dataset> dataset, const Distortion& distortion,
                     std::uint64_t seed)
        : dataset_(std::move(dataset)), distortion_(distortion), seed_(seed) {}
    [[nodiscard]] std::string name() const override {
        return dataset_->name() + ", " + toText(distortion_);
    }
    [[nodiscard]] std::int64_t size() const override { return dataset_->size(); }
    [[nodiscard]] InputKind inputKind() const override { return dataset_->inputKind(); }
    [[nodiscard]] int side() const override { return dataset_->side(); }
    [[nodiscard]] const std::vector<std::string>& classNames() const override {
        return dataset_->classNames();
    }
    [[nodiscard]] std::string hash() const override { return dataset_->hash(); }
    [[nodiscard]] std::vector<std::string> remarks() const override { return dataset_->remarks(); }
    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        auto sample = dataset_->read(index);
        if (!sample) return sample;
        if (auto fit = applies(distortion_, *dataset_); !fit) return tl::unexpected(fit.error());
        std::visit([&](auto& input) { input = distort(input, distortion_, seed_, index); },
                   sample->input);
        return sample;
    }
    [[nodiscard]] Result<std::int32_t> label(std::int64_t index) const override {
        return dataset_->label(index);
    }

private:
    std::shared_ptr<const Dataset> dataset_;
    Distortion distortion_;
    std::uint64_t seed_;
};

}  // namespace

Result<void> applies(const Distortion& distortion, const Dataset& dataset) {
    const auto input = inputOf(distortion.kind);
    if (!input || *input == dataset.inputKind()) return {};
    const bool texts = *input == InputKind::Text;
    return fail("distortion '" + toText(distortion) + "' is for " + (texts ? "texts" : "images") +
                ", but " + dataset.name() + " holds " +
                (texts ? "images: 'splitee distortions' lists what there is for them"
                       : "texts: choose typos or dropped_words"));
}

Image distort(const Image& image, const Distortion& distortion, std::uint64_t seed,
              std::int64_t sample) {
    if (distortion.kind == DistortionKind::Clean) return image;
    if (distortion.kind == DistortionKind::GaussianBlur) return blurred(image, distortion.amount);
    if (distortion.kind == DistortionKind::Corruption) {
        Frame frame = frameOf(image.width, image.height, image.pixels);
        corrupt(frame, distortion.corruption, distortion.amount, seed,
                static_cast<std::uint64_t>(sample));
        return {image.width, image.height, bytesOf(frame)};
    }
    Rng rng(seed, toText(distortion), static_cast<std::uint64_t>(sample));
    Image result = image;
    for (std::uint8_t& value : result.pixels) {
        if (distortion.kind == DistortionKind::GaussianNoise) {
            value = toByte(value + rng.normal() * distortion.amount * kNoiseUnit * 255);
        } else {
            const auto wrapped = static_cast<std::uint8_t>(
                static_cast<std::int64_t>(rng.normal() * distortion.amount));
            value = static_cast<std::uint8_t>(std::min(255, value + wrapped));
        }
    }
    return result;
}

std::shared_ptr<const Dataset> distorted(std::shared_ptr<const Dataset> dataset,
                                         const Distortion& distortion, std::uint64_t seed) {
    if (distortion.kind == DistortionKind::Clean) return dataset;
    return std::make_shared<DistortedDataset>(std::move(dataset), distortion, seed);
}

Result<std::shared_ptr<const Dataset>> underDistortion(std::shared_ptr<const Dataset> dataset,
                                                       const Distortion& distortion,
                                                       std::uint64_t seed) {
    if (auto fit = applies(distortion, *dataset); !fit) return tl::unexpected(fit.error());
    auto recorded = dataset->recorded(distortion);
    if (!recorded || *recorded) return recorded;
    return distorted(std::move(dataset), distortion, seed);
}

}  // namespace splitee
