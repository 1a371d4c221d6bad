// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/image_statistics.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "engine/world/exit_table.h"

namespace splitee {
namespace {

constexpr double kBrightest = 255'000;  // luminance of white, in thousandths of a grey level

// [height * width], in thousandths of a grey level.
std::vector<std::int64_t> luminances(const Image& image) {
    std::vector<std::int64_t> result(image.pixels.size() / 3);
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = 299 * image.pixels[3 * i] + 587 * image.pixels[3 * i + 1] +
                    114 * image.pixels[3 * i + 2];
    return result;
}

// Sums of absolute mask answers over the inner pixels.
struct MaskSums {
    std::int64_t laplacian = 0, immerkaer = 0;
    double pixels = 0;
};

MaskSums maskSums(const std::vector<std::int64_t>& y, int width, int height) {
    MaskSums sums;
    if (width < 3 || height < 3) return sums;
    const auto w = static_cast<std::size_t>(width);
    for (std::size_t row = 1; row + 1 < static_cast<std::size_t>(height); ++row)
        for (std::size_t at = row * w + 1; at + 1 < (row + 1) * w; ++at) {
            const std::int64_t cross = y[at - w] + y[at - 1] + y[at + 1] + y[at + w];
            const std::int64_t corners =
                y[at - w - 1] + y[at - w + 1] + y[at + w - 1] + y[at + w + 1];
            sums.laplacian += std::abs(4 * y[at] - cross);
            sums.immerkaer += std::abs(4 * y[at] - 2 * cross + corners);
        }
    sums.pixels = static_cast<double>(width - 2) * static_cast<double>(height - 2);
    return sums;
}

double meanSaturation(const Image& image) {
    std::int64_t sum = 0;  // millionths
    for (std::size_t i = 0; i + 2 < image.pixels.size(); i += 3) {
        const auto [low, high] =
            std::minmax({image.pixels[i], image.pixels[i + 1], image.pixels[i + 2]});
        if (high > 0) sum += 1'000'000 * (high - low) / high;
    }
    return static_cast<double>(sum) / 1e6 / static_cast<double>(image.pixels.size() / 3);
}

}  // namespace

std::array<double, kImageStatistics.size()> imageStatistics(const Image& image) {
    if (image.pixels.size() < 3) return {};
    const auto y = luminances(image);
    std::int64_t sum = 0;
    for (const std::int64_t value : y) sum += value;
    const double mean = static_cast<double>(sum) / static_cast<double>(y.size());
    double squares = 0;
    for (const std::int64_t value : y)
        squares += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean);
    const double deviation = std::sqrt(squares / static_cast<double>(y.size()));
    const MaskSums masks = maskSums(y, image.width, image.height);
    const auto meanOf = [&](std::int64_t total) {
        return masks.pixels > 0 ? static_cast<double>(total) / masks.pixels / kBrightest : 0;
    };
    std::array<double, kImageStatistics.size()> result{
        mean / kBrightest, 2 * deviation / kBrightest, meanOf(masks.laplacian),
        5 * std::sqrt(std::numbers::pi / 2) / 6 * meanOf(masks.immerkaer), meanSaturation(image)};
    for (double& value : result)
        value = std::round(std::clamp(value, 0.0, 1.0) / kContextStep) * kContextStep;
    return result;
}

}  // namespace splitee
