// SPDX-License-Identifier: GPL-3.0-or-later
// Spatter: drops of water, whose edges catch the light, or of mud.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "datasets/corruptions/families.h"
#include "datasets/corruptions/filters.h"

namespace splitee {
namespace {

constexpr std::array<float, 3> kWater{175, 238, 238}, kMud{63, 42, 20};
constexpr float kWeakEdge = 50, kStrongEdge = 150, kFurthest = 20;

std::vector<Tap> block(float weight) {
    std::vector<Tap> taps;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) taps.push_back({dx, dy, weight});
    return taps;
}

// Canny's edges as OpenCV finds them: Sobel gradients, |x| + |y| as their size, thinned along one
// of four directions, weak ones kept where they touch a strong one. 1 on an edge.
class Edges {
public:
    explicit Edges(const Frame& layer) : width_(layer.width), height_(layer.height) {
        gradientX_ = gradientY_ = layer;
        gather(gradientX_,
               std::array<Tap, 6>{
                   {{1, -1, 1}, {1, 0, 2}, {1, 1, 1}, {-1, -1, -1}, {-1, 0, -2}, {-1, 1, -1}}},
               Border::Nearest);
        gather(gradientY_,
               std::array<Tap, 6>{
                   {{-1, 1, 1}, {0, 1, 2}, {1, 1, 1}, {-1, -1, -1}, {0, -1, -2}, {1, -1, -1}}},
               Border::Nearest);
        edges_ = emptyFrame(width_, height_, 1);
        std::vector<std::pair<int, int>> strong;
        for (int y = 0; y < height_; ++y)
            for (int x = 0; x < width_; ++x)
                if (isCrest(x, y) && size(x, y) > kStrongEdge) strong.emplace_back(x, y);
        while (!strong.empty()) {
            const auto [x, y] = strong.back();
            strong.pop_back();
            if (edges_.row(y)[x] > 0) continue;
            edges_.row(y)[x] = 1;
            for (int v = std::max(0, y - 1); v <= std::min(height_ - 1, y + 1); ++v)
                for (int u = std::max(0, x - 1); u <= std::min(width_ - 1, x + 1); ++u)
                    if (edges_.row(v)[u] == 0 && isCrest(u, v)) strong.emplace_back(u, v);
        }
    }
    [[nodiscard]] const Frame& found() const { return edges_; }

private:
    [[nodiscard]] float size(int x, int y) const {
        if (x < 0 || y < 0 || x >= width_ || y >= height_) return 0;
        return std::abs(gradientX_.row(y)[x]) + std::abs(gradientY_.row(y)[x]);
    }
    // Greater than its neighbours across the edge.
    [[nodiscard]] bool isCrest(int x, int y) const {
        const float here = size(x, y);
        if (here <= kWeakEdge) return false;
        const float gx = gradientX_.row(y)[x];
        const float gy = gradientY_.row(y)[x];
        constexpr float kTangent = 0.41421356F;  // of 22.5 degrees
        if (std::abs(gy) < kTangent * std::abs(gx))
            return here > size(x - 1, y) && here >= size(x + 1, y);
        if (std::abs(gy) > (kTangent + 2) * std::abs(gx))
            return here > size(x, y - 1) && here >= size(x, y + 1);
        const int side = (gx < 0) != (gy < 0) ? -1 : 1;
        return here > size(x - side, y - 1) && here > size(x + side, y + 1);
    }

    int width_, height_;
    Frame gradientX_, gradientY_, edges_;
};

// How far the next edge is, at most kFurthest, by steps of 1, 1.4 and 2.1969 pixels as OpenCV
// counts them.
Frame distances(const Frame& edges) {
    Frame far = edges;
    for (float& value : far.values) value = value > 0 ? 0 : kFurthest;
    struct Step {
        int dx, dy;
        float length;
    };
    constexpr std::array<Step, 8> kBack{{{-1, 0, 1},
                                         {0, -1, 1},
                                         {-1, -1, 1.4F},
                                         {1, -1, 1.4F},
                                         {-2, -1, 2.1969F},
                                         {2, -1, 2.1969F},
                                         {-1, -2, 2.1969F},
                                         {1, -2, 2.1969F}}};
    const auto shorten = [&](int x, int y, int sign) {
        for (const Step& step : kBack) {
            const int u = x + sign * step.dx;
            const int v = y + sign * step.dy;
            if (u < 0 || v < 0 || u >= far.width || v >= far.height) continue;
            far.row(y)[x] = std::min(far.row(y)[x], far.row(v)[u] + step.length);
        }
    };
    for (int y = 0; y < far.height; ++y)
        for (int x = 0; x < far.width; ++x) shorten(x, y, 1);
    for (int y = far.height - 1; y >= 0; --y)
        for (int x = far.width - 1; x >= 0; --x) shorten(x, y, -1);
    return far;
}

// Spreads the bytes that occur evenly over 0..255.
void equalize(Frame& frame) {
    std::array<int, 256> counts{};
    for (const float value : frame.values) ++counts[truncated(value)];
    const int first = *std::ranges::find_if(counts, [](int count) { return count > 0; });
    const int rest = static_cast<int>(frame.values.size()) - first;
    if (rest == 0) return;
    std::array<float, 256> spread{};
    int sum = -first;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        sum += counts[k];
        spread[k] =
            std::nearbyint(static_cast<float>(std::max(0, sum)) * 255 / static_cast<float>(rest));
    }
    for (float& value : frame.values) value = spread[truncated(value)];
}

// How bright the water is at each pixel, before it is scaled: drops times a relief of their edges.
void lightDrops(Frame& layer) {
    for (float& value : layer.values) value = truncated(255 * value);
    Frame relief = distances(Edges(layer).found());
    gather(relief, block(1.0F / 9), Border::Mirror);
    equalize(relief);
    gather(
        relief,
        std::array<Tap, 7>{
            {{-1, -1, -2}, {0, -1, -1}, {-1, 0, -1}, {0, 0, 1}, {1, 0, 1}, {0, 1, 1}, {1, 1, 2}}},
        Border::Mirror);
    for (float& value : relief.values) value = truncated(value);
    gather(relief, block(1.0F / 9), Border::Mirror);
    for (std::size_t i = 0; i < layer.values.size(); ++i)
        layer.values[i] *= std::nearbyint(relief.values[i]);
}

void pour(Frame& frame, Frame& layer, float strength) {
    lightDrops(layer);
    const float most = *std::ranges::max_element(layer.values);
    if (most <= 0) return;  // no drop has an edge
    for (std::size_t i = 0; i < frame.values.size(); ++i)
        frame.values[i] += layer.values[i / 3] / most * strength * kWater[i % 3];
}

void soil(Frame& frame, Frame& layer, double sigma) {
    for (float& value : layer.values) value = value > 0 ? 1 : 0;
    blurGaussian(layer, sigma, Border::Nearest);
    for (std::size_t i = 0; i < frame.values.size(); ++i) {
        const float mud = layer.values[i / 3] < .8F ? 0 : layer.values[i / 3];
        frame.values[i] = frame.values[i] * (1 - mud) + mud * kMud[i % 3];
    }
}

}  // namespace

void spatter(Frame& frame, const Constants& c, Rng& rng) {
    Frame layer = normalLayer(frame, c[0], c[1], rng);
    blurGaussian(layer, c[2], Border::Nearest);
    for (float& value : layer.values)
        if (value < static_cast<float>(c[3])) value = 0;
    if (c[5] < .5)
        pour(frame, layer, static_cast<float>(c[4]));
    else
        soil(frame, layer, c[4]);
}

}  // namespace splitee
