// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "datasets/corruptions/families.h"

namespace splitee {

// More V of HSV at the same hue and saturation scales the three values alike.
void brighten(Frame& frame, const Constants& c) {
    const auto added = static_cast<float>(255 * c[0]);
    for (std::size_t i = 0; i < frame.values.size(); i += 3) {
        float* rgb = &frame.values[i];
        const float most = std::max({rgb[0], rgb[1], rgb[2]});
        const float wanted = std::min(255.0F, most + added);
        for (int k = 0; k < 3; ++k) rgb[k] = most > 0 ? rgb[k] * wanted / most : wanted;
    }
}

void changeContrast(Frame& frame, const Constants& c) {
    const auto kept = static_cast<float>(c[0]);
    std::array<double, 3> sums{};
    for (std::size_t i = 0; i < frame.values.size(); ++i) sums[i % 3] += double{frame.values[i]};
    for (std::size_t i = 0; i < frame.values.size(); ++i) {
        const auto mean = static_cast<float>(sums[i % 3] / static_cast<double>(frame.pixels()));
        frame.values[i] = (frame.values[i] - mean) * kept + mean;
    }
}

// S of HSV is the share of the greatest value by which the least is below it. A grey pixel has the
// hue 0, which is red: there what is added to S takes from green and blue.
void saturate(Frame& frame, const Constants& c) {
    for (std::size_t i = 0; i < frame.values.size(); i += 3) {
        float* rgb = &frame.values[i];
        const float most = std::max({rgb[0], rgb[1], rgb[2]});
        const float least = std::min({rgb[0], rgb[1], rgb[2]});
        const float was = most > 0 ? (most - least) / most : 0;
        const float wanted =
            std::clamp(was * static_cast<float>(c[0]) + static_cast<float>(c[1]), 0.0F, 1.0F);
        if (was > 0) {
            for (int k = 0; k < 3; ++k) rgb[k] = most - (most - rgb[k]) * wanted / was;
        } else {
            rgb[1] = rgb[2] = most * (1 - wanted);
        }
    }
}

}  // namespace splitee
