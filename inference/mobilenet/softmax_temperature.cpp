// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/softmax_temperature.h"

#include <algorithm>
#include <cmath>

#include "engine/world/temperature.h"

namespace splitee {
namespace {

constexpr int kHalvings = 40;

// How the mean negative log likelihood changes with 1 / temperature. It rises with it, for the
// likelihood is concave in the logits' factor.
double slope(std::span<const double> logits, std::span<const std::int64_t> labels, double factor) {
    const std::size_t classes = logits.size() / labels.size();
    double sum = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto row = logits.subspan(i * classes, classes);
        const double most = *std::ranges::max_element(row);
        double total = 0;
        double weighted = 0;
        for (const double logit : row) {
            const double share = std::exp(factor * (logit - most));
            total += share;
            weighted += share * logit;
        }
        sum += weighted / total - row[static_cast<std::size_t>(labels[i])];
    }
    return sum;
}

}  // namespace

double softmaxTemperature(std::span<const double> logits, std::span<const std::int64_t> labels) {
    double low = std::log(1 / kMaxTemperature);
    double high = std::log(1 / kMinTemperature);
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (slope(logits, labels, std::exp(middle)) > 0 ? high : low) = middle;
    }
    const double fitted = std::exp(-(low + high) / 2);
    return std::clamp(std::round(1000 * fitted) / 1000, kMinTemperature, kMaxTemperature);
}

}  // namespace splitee
