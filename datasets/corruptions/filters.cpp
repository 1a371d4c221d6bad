// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/corruptions/filters.h"

#include <algorithm>
#include <cmath>

namespace splitee {
namespace {

constexpr int kFurthestTap = 128;
constexpr int kBoxes = 4;

void addScaled(const float* in, float weight, std::size_t count, float* out) {
    for (std::size_t i = 0; i < count; ++i) out[i] += weight * in[i];
}

std::vector<float> gaussianKernel(double sigma, int radius) {
    std::vector<double> kernel(static_cast<std::size_t>(2 * radius + 1), 1);
    double total = 0;
    for (int i = -radius; i <= radius; ++i) {
        const double z = radius == 0 ? 0 : i / sigma;
        total += kernel[static_cast<std::size_t>(i + radius)] = std::exp(-0.5 * z * z);
    }
    std::vector<float> weights;
    for (const double weight : kernel) weights.push_back(static_cast<float>(weight / total));
    return weights;
}

// Means over 2 * radius + 1 values of a row of n that goes on as `border` says.
class BoxMean {
public:
    BoxMean(int n, int radius, Border border) : n_(n), radius_(radius), border_(border) {}

    void operator()(float* values, std::ptrdiff_t step) {
        sums_.assign(1, 0);
        for (int i = -radius_ - 1; i <= n_ + radius_; ++i)
            sums_.push_back(sums_.back() + double{values[inside(i, n_, border_) * step]});
        const auto width = static_cast<std::size_t>(2 * radius_ + 1);
        for (int i = 0; i < n_; ++i) {
            const std::size_t first = static_cast<std::size_t>(i) + 1;
            values[i * step] = static_cast<float>((sums_[first + width] - sums_[first]) /
                                                  static_cast<double>(width));
        }
    }

private:
    int n_, radius_;
    Border border_;
    std::vector<double> sums_;
};

// Radii of boxes whose variances, (w^2 - 1) / 12 of a width w, add up to sigma^2 as nearly as whole
// radii can.
void blurByBoxes(Frame& frame, double sigma, Border border) {
    const double ideal = std::sqrt(12 * sigma * sigma / kBoxes + 1);
    const int less = static_cast<int>((ideal - 1) / 2);
    const auto variance = [](int radius) { return radius * (radius + 1.0) / 3; };
    const double missing = sigma * sigma - kBoxes * variance(less);
    const long more = std::lround(missing / (variance(less + 1) - variance(less)));
    for (int box = 0; box < kBoxes; ++box) {
        const int radius = box < more ? less + 1 : less;
        BoxMean along(frame.width, radius, border);
        BoxMean down(frame.height, radius, border);
        for (int c = 0; c < frame.channels; ++c) {
            for (int y = 0; y < frame.height; ++y) along(frame.row(y) + c, frame.channels);
            for (int x = 0; x < frame.width; ++x)
                down(frame.row(0) + x * frame.channels + c,
                     static_cast<std::ptrdiff_t>(frame.stride()));
        }
    }
}

// Where the pixels of an enlarged row come from: `low` and the one after it, which has `share`.
struct ZoomedPlace {
    int low, high;
    float share;
};

std::vector<ZoomedPlace> zoomedPlaces(int n, double factor) {
    const int cut = static_cast<int>(std::ceil(n / factor));
    const int first = (n - cut) / 2;
    const int grown = static_cast<int>(std::nearbyint(cut * factor));
    const int trimmed = (grown - n) / 2;
    const double step = grown > 1 ? (cut - 1.0) / (grown - 1) : 0;
    std::vector<ZoomedPlace> places;
    for (int i = 0; i < n; ++i) {
        const double at = (trimmed + i) * step;
        const int low = std::min(static_cast<int>(at), cut - 1);
        places.push_back(
            {first + low, first + std::min(low + 1, cut - 1), static_cast<float>(at - low)});
    }
    return places;
}

}  // namespace

void blurGaussian(Frame& frame, double sigma, Border border, double cut) {
    const int radius = static_cast<int>(cut * sigma + .5);
    if (radius == 0) return;
    if (radius > kFurthestTap) return blurByBoxes(frame, sigma, border);
    const std::vector<float> kernel = gaussianKernel(sigma, radius);
    const Frame wide = padded(frame, radius, border);
    Frame rows = emptyFrame(frame.width, frame.height, frame.channels);
    const std::size_t count = frame.stride();
    for (int y = 0; y < frame.height; ++y)
        for (std::size_t k = 0; k < kernel.size(); ++k)
            addScaled(wide.row(y) + k * static_cast<std::size_t>(frame.channels), kernel[k], count,
                      rows.row(y));
    std::ranges::fill(frame.values, 0.0F);
    for (int y = 0; y < frame.height; ++y)
        for (int k = -radius; k <= radius; ++k)
            addScaled(rows.row(inside(y + k, frame.height, border)),
                      kernel[static_cast<std::size_t>(k + radius)], count, frame.row(y));
}

void gather(Frame& frame, std::span<const Tap> taps, Border border) {
    int pad = 0;
    for (const Tap& tap : taps) pad = std::max(pad, std::abs(tap.dx));
    const Frame wide = padded(frame, pad, border);
    std::ranges::fill(frame.values, 0.0F);
    for (int y = 0; y < frame.height; ++y)
        for (const Tap& tap : taps)
            addScaled(wide.row(inside(y + tap.dy, frame.height, border)) +
                          static_cast<std::ptrdiff_t>(pad + tap.dx) * frame.channels,
                      tap.weight, frame.stride(), frame.row(y));
}

void addZoomed(const Frame& frame, double factor, float weight, Frame& sum) {
    const auto columns = zoomedPlaces(frame.width, factor);
    const auto rows = zoomedPlaces(frame.height, factor);
    for (int y = 0; y < frame.height; ++y) {
        const ZoomedPlace& down = rows[static_cast<std::size_t>(y)];
        const float* above = frame.row(down.low);
        const float* below = frame.row(down.high);
        float* out = sum.row(y);
        for (const ZoomedPlace& along : columns)
            for (int c = 0; c < frame.channels; ++c) {
                const int left = along.low * frame.channels + c;
                const int right = along.high * frame.channels + c;
                const float top = above[left] + along.share * (above[right] - above[left]);
                const float base = below[left] + along.share * (below[right] - below[left]);
                *out++ += weight * (top + down.share * (base - top));
            }
    }
}

float between(const Frame& frame, float x, float y, int c, Border border) {
    const float left = std::floor(x);
    const float top = std::floor(y);
    const int x0 = inside(static_cast<int>(left), frame.width, border) * frame.channels + c;
    const int x1 = inside(static_cast<int>(left) + 1, frame.width, border) * frame.channels + c;
    const float* above = frame.row(inside(static_cast<int>(top), frame.height, border));
    const float* below = frame.row(inside(static_cast<int>(top) + 1, frame.height, border));
    const float a = above[x0] + (x - left) * (above[x1] - above[x0]);
    const float b = below[x0] + (x - left) * (below[x1] - below[x0]);
    return a + (y - top) * (b - a);
}

}  // namespace splitee
