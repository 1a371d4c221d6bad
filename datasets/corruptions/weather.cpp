// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cmath>

#include "datasets/corruptions/families.h"
#include "datasets/corruptions/filters.h"

namespace splitee {
namespace {

// A height map by diamonds and squares, whose edges meet, in 0..1. What is added falls by `decay`,
// and its range too, from one step to the next.
class PlasmaMap {
public:
    PlasmaMap(int width, int height, double decay, Rng& rng)
        : side_(std::bit_ceil(static_cast<unsigned>(std::max(width, height)))),
          heights_(std::size_t{side_} * side_) {
        double range = 100;
        for (unsigned step = side_; step >= 2; step /= 2, range /= decay) {
            const unsigned half = step / 2;
            const auto draw = [&] {
                return static_cast<float>(range * range * (2 * rng.uniform() - 1));
            };
            for (unsigned y = 0; y < side_; y += step)
                for (unsigned x = 0; x < side_; x += step)
                    at(y + half, x + half) =
                        (at(y, x) + at(y + step, x) + at(y, x + step) + at(y + step, x + step)) /
                            4 +
                        draw();
            for (unsigned y = 0; y < side_; y += step)
                for (unsigned x = 0; x < side_; x += step) {
                    at(y, x + half) = around(y, x + half, half) / 4 + draw();
                    at(y + half, x) = around(y + half, x, half) / 4 + draw();
                }
        }
        const auto [least, most] = std::ranges::minmax_element(heights_);
        const float low = *least;
        const float range01 = *most - low;
        for (float& value : heights_) value = range01 > 0 ? (value - low) / range01 : 0;
    }
    float& at(unsigned y, unsigned x) {
        return heights_[std::size_t{y & (side_ - 1)} * side_ + (x & (side_ - 1))];
    }

private:
    float around(unsigned y, unsigned x, unsigned half) {
        return at(y - half, x) + at(y + half, x) + at(y, x - half) + at(y, x + half);
    }

    unsigned side_;
    std::vector<float> heights_;
};

}  // namespace

void fog(Frame& frame, const Constants& c, Rng& rng) {
    PlasmaMap plasma(frame.width, frame.height, c[1], rng);
    const float most = *std::ranges::max_element(frame.values) / 255;
    const auto amount = static_cast<float>(c[0]);
    for (int y = 0; y < frame.height; ++y) {
        float* value = frame.row(y);
        for (int x = 0; x < frame.width; ++x)
            for (int channel = 0; channel < frame.channels; ++channel, ++value)
                *value =
                    (*value +
                     255 * amount * plasma.at(static_cast<unsigned>(y), static_cast<unsigned>(x))) *
                    most / (most + amount);
    }
}

// Flakes are the noise above a cut, enlarged and smeared; the layer falls twice, once turned by
// half a turn.
void snow(Frame& frame, const Constants& c, Rng& rng) {
    const Frame noise = normalLayer(frame, c[0], c[1], rng);
    Frame flakes = emptyFrame(frame.width, frame.height, 1);
    addZoomed(noise, c[2], 1, flakes);
    for (float& value : flakes.values)
        value = value < static_cast<float>(c[3]) ? 0 : truncated(255 * value);
    smear(flakes, c[4], c[5], -135 + 90 * rng.uniform());
    const auto kept = static_cast<float>(c[6]);
    for (std::size_t i = 0; i < frame.pixels(); ++i) {
        float* rgb = &frame.values[3 * i];
        const float grey = .299F * rgb[0] + .587F * rgb[1] + .114F * rgb[2];
        const float fallen = flakes.values[i] + flakes.values[frame.pixels() - 1 - i];
        for (int channel = 0; channel < 3; ++channel)
            rgb[channel] = kept * rgb[channel] +
                           (1 - kept) * std::max(rgb[channel], 1.5F * grey + 127.5F) + fallen;
    }
}

}  // namespace splitee
