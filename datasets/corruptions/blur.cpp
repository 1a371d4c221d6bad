// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "datasets/corruptions/families.h"
#include "datasets/corruptions/filters.h"

namespace splitee {
namespace {

using DiskKernel = std::map<std::pair<int, int>, double>;  // weight by (dy, dx)

// The pixels within `radius`, softened by a Gaussian of 3 x 3 pixels (5 x 5 for a radius over 8).
void addDisk(double radius, double sigma, double share, DiskKernel& kernel) {
    if (share <= 0) return;
    const int reach = radius > 8 ? 2 : 1;
    std::vector<double> soft;
    double total = 0;
    for (int i = -reach; i <= reach; ++i)
        total += soft.emplace_back(std::exp(-i * i / (2 * sigma * sigma)));
    const int edge = static_cast<int>(radius);
    const auto within = [&](int x, int y) { return x * x + y * y <= radius * radius; };
    double count = 0;
    for (int y = -edge; y <= edge; ++y)
        for (int x = -edge; x <= edge; ++x) count += within(x, y) ? 1 : 0;
    for (int y = -edge; y <= edge; ++y)
        for (int x = -edge; x <= edge; ++x)
            for (int j = -reach; within(x, y) && j <= reach; ++j)
                for (int i = -reach; i <= reach; ++i)
                    kernel[{y + j, x + i}] += share / count *
                                              soft[static_cast<std::size_t>(i + reach)] / total *
                                              soft[static_cast<std::size_t>(j + reach)] / total;
}

void truncateAll(Frame& frame) {
    for (float& value : frame.values) value = truncated(value);
}

}  // namespace

void blurDefocused(Frame& frame, const Constants& c, const Constants& next, double share) {
    DiskKernel kernel;
    addDisk(c[0], c[1], 1 - share, kernel);
    addDisk(next[0], next[1], share, kernel);
    std::vector<Tap> taps;
    for (const auto& [at, weight] : kernel)
        taps.push_back({at.second, at.first, static_cast<float>(weight)});
    gather(frame, taps, Border::Mirror);
}

// The published program means to swap neighbours, but its arrays are views: it copies them.
void blurBehindGlass(Frame& frame, const Constants& c, Rng& rng) {
    blurGaussian(frame, c[0], Border::Nearest);
    truncateAll(frame);
    const int furthest = static_cast<int>(std::lround(c[1]));
    const auto shift = [&] {
        return static_cast<int>(rng.uniform() * 2 * furthest) - furthest;  // -furthest..furthest-1
    };
    for (long pass = std::lround(c[2]); pass > 0; --pass)
        for (int y = frame.height - furthest; y > furthest; --y)
            for (int x = frame.width - furthest; x > furthest; --x) {
                const int dx = shift();
                const int dy = shift();
                std::copy_n(frame.row(y + dy) + (x + dx) * frame.channels, frame.channels,
                            frame.row(y) + x * frame.channels);
            }
    blurGaussian(frame, c[0], Border::Nearest);
}

void smear(Frame& frame, double radius, double sigma, double degrees) {
    const int width = 2 * static_cast<int>(std::ceil(radius)) + 1;
    const double angle = degrees * std::numbers::pi / 180;
    std::vector<Tap> taps;
    double total = 0;
    for (int i = 0; i < width; ++i) {
        const double weight = std::exp(-i * i / (2 * sigma * sigma));
        total += weight;
        taps.push_back({static_cast<int>(std::ceil(i * std::cos(angle) - .5)),
                        static_cast<int>(std::ceil(i * std::sin(angle) - .5)),
                        static_cast<float>(weight)});
    }
    for (Tap& tap : taps) tap.weight = static_cast<float>(tap.weight / total);
    gather(frame, taps, Border::Nearest);
    for (float& value : frame.values) value = std::floor(value + .5F);  // it works on bytes
}

void blurMoving(Frame& frame, const Constants& c, Rng& rng) {
    smear(frame, c[0], c[1], 90 * rng.uniform() - 45);
}

void blurZoomed(Frame& frame, const Constants& c) {
    Frame sum = frame;
    double total = 1;
    for (int k = 0; k < c[0]; ++k) {
        const double weight = std::min(1.0, c[0] - k);
        addZoomed(frame, 1 + k * c[1], static_cast<float>(weight), sum);
        total += weight;
    }
    for (float& value : sum.values) value /= static_cast<float>(total);
    frame = std::move(sum);
}

}  // namespace splitee
