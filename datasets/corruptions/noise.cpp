// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "datasets/corruptions/families.h"

namespace splitee {
namespace {

// How many photons reach a value whose mean is `mean`, by the share of cases below: the quantiles
// of a Poisson distribution.
class PhotonCounts {
public:
    explicit PhotonCounts(double mean) {
        if (mean <= 0) {
            below_.push_back(1);
            return;
        }
        const double spread = 6 * std::sqrt(mean) + 6;  // less than 1e-8 lies beyond
        first_ = static_cast<int>(std::max(0.0, std::floor(mean - spread)));
        const int last = static_cast<int>(mean + spread);
        double chance = std::exp(first_ * std::log(mean) - mean - std::lgamma(first_ + 1.0));
        double sum = 0;
        for (int k = first_; k <= last; ++k, chance *= mean / k) below_.push_back(sum += chance);
    }
    [[nodiscard]] int at(double share) const {
        const auto found = std::ranges::upper_bound(below_, share);
        return first_ + static_cast<int>(std::min(found, below_.end() - 1) - below_.begin());
    }

private:
    int first_ = 0;
    std::vector<double> below_;
};

}  // namespace

Frame normalLayer(const Frame& like, double mean, double deviation, Rng& rng) {
    Frame layer = emptyFrame(like.width, like.height, 1);
    for (float& value : layer.values) value = static_cast<float>(mean + deviation * rng.normal());
    return layer;
}

void addGaussianNoise(Frame& frame, const Constants& c, Rng& rng) {
    for (float& value : frame.values) value += static_cast<float>(255 * c[0] * rng.normal());
}

void addShotNoise(Frame& frame, const Constants& c, Rng& rng) {
    std::vector<std::vector<PhotonCounts>> counts(256);  // by byte, made when one is met
    for (float& value : frame.values) {
        auto& known = counts[truncated(value)];
        if (known.empty()) known.emplace_back(truncated(value) / 255.0 * c[0]);
        value = static_cast<float>(255 * known.front().at(rng.uniform()) / c[0]);
    }
}

// Half of the values that are hit become white, half black.
void addImpulseNoise(Frame& frame, const Constants& c, Rng& rng) {
    for (float& value : frame.values) {
        const std::uint64_t drawn = rng();
        if (static_cast<double>(drawn >> 11) * 0x1.0p-53 < c[0])
            value = (drawn & 1) != 0 ? 255.0F : 0.0F;
    }
}

void addSpeckleNoise(Frame& frame, const Constants& c, Rng& rng) {
    for (float& value : frame.values) value += static_cast<float>(value * c[0] * rng.normal());
}

}  // namespace splitee
