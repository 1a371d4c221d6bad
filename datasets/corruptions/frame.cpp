// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/corruptions/frame.h"

#include <algorithm>

namespace splitee {
namespace {

constexpr float kWhole = 1.0F / 256;  // sums of floats miss a whole number by less

}  // namespace

Frame frameOf(int width, int height, std::span<const std::uint8_t> bytes) {
    return {width, height, 3, {bytes.begin(), bytes.end()}};
}

Frame emptyFrame(int width, int height, int channels) {
    Frame frame{width, height, channels, {}};
    frame.values.resize(frame.pixels() * static_cast<std::size_t>(channels));
    return frame;
}

std::uint8_t truncated(float value) {
    return static_cast<std::uint8_t>(std::clamp(value + kWhole, 0.0F, 255.0F));
}

std::vector<std::uint8_t> bytesOf(const Frame& frame) {
    std::vector<std::uint8_t> bytes(frame.values.size());
    std::ranges::transform(frame.values, bytes.begin(), truncated);
    return bytes;
}

int inside(int i, int n, Border border) {
    if (i >= 0 && i < n) return i;
    if (border == Border::Nearest || n == 1) return i < 0 ? 0 : n - 1;
    const int period = border == Border::Reflect ? 2 * n : 2 * (n - 1);
    i = ((i % period) + period) % period;
    if (i < n) return i;
    return border == Border::Reflect ? period - 1 - i : period - i;
}

Frame padded(const Frame& frame, int pad, Border border) {
    Frame wide = emptyFrame(frame.width + 2 * pad, frame.height, frame.channels);
    for (int y = 0; y < frame.height; ++y) {
        const float* in = frame.row(y);
        float* out = wide.row(y);
        for (int x = -pad; x < frame.width + pad; ++x) {
            const float* from = in + inside(x, frame.width, border) * frame.channels;
            for (int c = 0; c < frame.channels; ++c) *out++ = from[c];
        }
    }
    return wide;
}

}  // namespace splitee
