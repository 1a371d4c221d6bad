// SPDX-License-Identifier: GPL-3.0-or-later
// Frost: ice on a pane, made from noise where the published program cuts pieces from photographs.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "datasets/corruptions/families.h"

namespace splitee {
namespace {

// Values in 0..1 at whole places, and smooth between.
class LatticeNoise {
public:
    explicit LatticeNoise(std::uint64_t seed) : seed_(seed) {}
    [[nodiscard]] float at(float x, float y) const {
        const float left = std::floor(x);
        const float top = std::floor(y);
        const float u = eased(x - left);
        const float v = eased(y - top);
        const auto column = static_cast<std::int64_t>(left);
        const auto row = static_cast<std::int64_t>(top);
        const float above = corner(column, row) * (1 - u) + corner(column + 1, row) * u;
        const float below = corner(column, row + 1) * (1 - u) + corner(column + 1, row + 1) * u;
        return above * (1 - v) + below * v;
    }

private:
    static float eased(float t) { return t * t * (3 - 2 * t); }
    [[nodiscard]] float corner(std::int64_t x, std::int64_t y) const {
        const auto place = static_cast<std::uint64_t>(x) * 0x9e3779b97f4a7c15ULL ^
                           static_cast<std::uint64_t>(y) * 0xc2b2ae3d27d4eb4fULL;
        return static_cast<float>(mixBits(seed_ ^ place) >> 40) * 0x1.0p-24F;
    }

    std::uint64_t seed_;
};

// A pane with patches of ice and needles along three directions. Lengths are shares of the smaller
// side, so the frost looks the same at every size; nothing is finer than four pixels.
class FrostedPane {
public:
    FrostedPane(int side, Rng& rng)
        : scale_(1 / static_cast<float>(side)),
          fine_(static_cast<float>(side) / 4),
          noise_(rng()),
          lightness_(static_cast<float>(.04 + .22 * rng.uniform())) {
        for (auto& [cosine, sine] : directions_) {
            const double angle = std::numbers::pi * rng.uniform();
            cosine = static_cast<float>(std::cos(angle));
            sine = static_cast<float>(std::sin(angle));
        }
    }

    /// 0 is bare glass, 1 is white ice.
    [[nodiscard]] float iceAt(int x, int y) const {
        const float u = (static_cast<float>(x) + .5F) * scale_;
        const float v = (static_cast<float>(y) + .5F) * scale_;
        const float patch = .65F * waves(u, v, 2.5F) + .35F * waves(u, v, 6);
        const float covered = std::clamp(3 * patch - 1, 0.0F, 1.0F);
        float needles = 0;
        for (const auto& [cosine, sine] : directions_)
            needles = std::max(needles, ridge(cosine * u + sine * v, cosine * v - sine * u));
        return std::clamp(lightness_ + .35F * covered + needles * (.2F + .5F * covered) +
                              .15F * (waves(u, v, 24) - .5F),
                          0.0F, 1.0F);
    }

private:
    [[nodiscard]] float waves(float u, float v, float perSide) const {
        const float k = std::min(perSide, fine_);
        return noise_.at(u * k + 17 * perSide, v * k);
    }
    // High along lines that run in the first direction.
    [[nodiscard]] float ridge(float along, float across) const {
        const float wide =
            1 - std::abs(2 * noise_.at(3 * along, std::min(14.0F, fine_) * across) - 1);
        const float thin =
            1 - std::abs(2 * noise_.at(5 * along + 40, std::min(28.0F, fine_) * across) - 1);
        const float line = std::max(wide * wide, .8F * thin * thin);
        return line * line;
    }

    float scale_, fine_;
    LatticeNoise noise_;
    float lightness_;
    std::array<std::pair<float, float>, 3> directions_{};
};

constexpr std::array<float, 3> kIceColour{.88F, .97F, 1};

}  // namespace

void frost(Frame& frame, const Constants& c, Rng& rng) {
    const FrostedPane pane(std::min(frame.width, frame.height), rng);
    for (int y = 0; y < frame.height; ++y) {
        float* rgb = frame.row(y);
        for (int x = 0; x < frame.width; ++x, rgb += 3) {
            const float ice = 255 * pane.iceAt(x, y);
            for (std::size_t k = 0; k < 3; ++k)
                rgb[k] = static_cast<float>(c[0]) * rgb[k] +
                         static_cast<float>(c[1]) * truncated(ice * kIceColour[k]);
        }
    }
}

}  // namespace splitee
