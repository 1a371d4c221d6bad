// SPDX-License-Identifier: GPL-3.0-or-later
// Slow versions of snow, fog and spatter.
#include <algorithm>
#include <cmath>
#include <functional>

#include "slow_corruptions.h"

namespace splitee::test {
namespace {

using Numbers = std::vector<double>;

Picture layerOf(const Picture& like, const std::function<double()>& value) {
    Picture layer(like.size(), std::vector<Numbers>(like[0].size(), Numbers(1)));
    for (auto& row : layer)
        for (auto& pixel : row) pixel[0] = value();
    return layer;
}

// A height map on a torus, from coarse to fine: middles of squares, then of diamonds.
std::vector<Numbers> slowPlasma(std::size_t side, double decay, SlowRun& run) {
    std::vector<Numbers> map(side, Numbers(side, 0));
    const auto at = [&](std::size_t y, std::size_t x) -> double& {
        return map[(y + side) % side][(x + side) % side];
    };
    double wibble = 100;
    for (std::size_t step = side; step >= 2; step /= 2, wibble /= decay) {
        const std::size_t h = step / 2;
        const auto shake = [&] { return wibble * run.uniform(-wibble, wibble); };
        for (std::size_t y = h; y < side; y += step)
            for (std::size_t x = h; x < side; x += step)
                at(y, x) =
                    (at(y - h, x - h) + at(y - h, x + h) + at(y + h, x - h) + at(y + h, x + h)) /
                        4 +
                    shake();
        for (std::size_t y = 0; y < side; y += h)
            for (std::size_t x = (y / h) % 2 == 0 ? h : 0; x < side; x += step)
                at(y, x) =
                    (at(y - h + side, x) + at(y + h, x) + at(y, x - h + side) + at(y, x + h)) / 4 +
                    shake();
    }
    double least = map[0][0];
    double most = least;
    for (const Numbers& row : map)
        for (const double value : row) least = std::min(least, value), most = std::max(most, value);
    for (Numbers& row : map)
        for (double& value : row) value = (value - least) / (most - least);
    return map;
}

void slowFog(Picture& p, SlowRun& run) {
    const std::vector<Numbers> small{{.2, 3}, {.5, 3}, {.75, 2.5}, {1, 2}, {1.5, 1.75}};
    const std::vector<Numbers> large{{1.5, 2}, {2, 2}, {2.5, 1.7}, {2.5, 1.5}, {3, 1.4}};
    const Numbers c = (run.large ? large : small)[static_cast<std::size_t>(run.severity - 1)];
    std::size_t side = 1;
    while (side < std::max(p.size(), p[0].size())) side *= 2;
    const auto plasma = slowPlasma(side, c[1], run);
    double most = 0;
    for (const auto& row : p)
        for (const auto& pixel : row) most = std::max(most, *std::ranges::max_element(pixel));
    for (std::size_t y = 0; y < p.size(); ++y)
        for (std::size_t x = 0; x < p[0].size(); ++x)
            for (double& value : p[y][x])
                value = (value + c[0] * plasma[y][x]) * most / (most + c[0]);
}

void slowSnow(Picture& p, SlowRun& run) {
    const std::vector<Numbers> small{{.1, .2, 1, .6, 8, 3, .95},
                                     {.1, .2, 1, .5, 10, 4, .9},
                                     {.15, .3, 1.75, .55, 10, 4, .9},
                                     {.25, .3, 2.25, .6, 12, 6, .85},
                                     {.3, .3, 1.25, .65, 14, 12, .8}};
    const std::vector<Numbers> large{{.1, .3, 3, .5, 10, 4, .8},
                                     {.2, .3, 2, .5, 12, 4, .7},
                                     {.55, .3, 4, .9, 12, 8, .7},
                                     {.55, .3, 4.5, .85, 12, 8, .65},
                                     {.55, .3, 2.5, .85, 12, 12, .55}};
    const Numbers c = (run.large ? large : small)[static_cast<std::size_t>(run.severity - 1)];
    Picture layer = slowZoom(layerOf(p, [&] { return run.normal(c[0], c[1]); }), c[2]);
    for (auto& row : layer)
        for (auto& pixel : row)
            pixel[0] = pixel[0] < c[3] ? 0 : std::floor(std::min(pixel[0], 1.0) * 255) / 255;
    layer = slowMotion(layer, c[4], c[5], run.uniform(-135, -45));
    const std::size_t h = p.size();
    const std::size_t w = p[0].size();
    for (std::size_t y = 0; y < h; ++y)
        for (std::size_t x = 0; x < w; ++x) {
            const double grey = .299 * p[y][x][0] + .587 * p[y][x][1] + .114 * p[y][x][2];
            for (double& value : p[y][x])
                value = c[6] * value + (1 - c[6]) * std::max(value, grey * 1.5 + .5) +
                        layer[y][x][0] + layer[h - 1 - y][w - 1 - x][0];
        }
}

// Canny on bytes: true on edges.
std::vector<std::vector<bool>> slowEdges(const Picture& bytes) {
    const int h = static_cast<int>(bytes.size());
    const int w = static_cast<int>(bytes[0].size());
    const auto v = [&](int x, int y) { return valueAt(bytes, x, y, 0, SlowBorder::Nearest); };
    const auto gx = [&](int x, int y) {
        return v(x + 1, y - 1) + 2 * v(x + 1, y) + v(x + 1, y + 1) - v(x - 1, y - 1) -
               2 * v(x - 1, y) - v(x - 1, y + 1);
    };
    const auto gy = [&](int x, int y) {
        return v(x - 1, y + 1) + 2 * v(x, y + 1) + v(x + 1, y + 1) - v(x - 1, y - 1) -
               2 * v(x, y - 1) - v(x + 1, y - 1);
    };
    const auto size = [&](int x, int y) {
        return x < 0 || y < 0 || x >= w || y >= h ? 0 : std::abs(gx(x, y)) + std::abs(gy(x, y));
    };
    const auto crest = [&](int x, int y) {
        const double angle = std::atan2(std::abs(gy(x, y)), std::abs(gx(x, y))) * 180 / 3.14159265;
        const double m = size(x, y);
        if (angle < 22.5) return m > size(x - 1, y) && m >= size(x + 1, y);
        if (angle > 67.5) return m > size(x, y - 1) && m >= size(x, y + 1);
        const int s = (gx(x, y) < 0) != (gy(x, y) < 0) ? -1 : 1;
        return m > size(x - s, y - 1) && m > size(x + s, y + 1);
    };
    std::vector<std::vector<bool>> edges(bytes.size(), std::vector<bool>(bytes[0].size()));
    for (bool grew = true; grew;) {
        grew = false;
        for (int y = 0; y < h; ++y)
            for (int x = 0; x < w; ++x) {
                auto edge = edges[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
                if (edge || !(size(x, y) > 50) || !crest(x, y)) continue;
                bool touches = size(x, y) > 150;
                for (int j = std::max(0, y - 1); j <= std::min(h - 1, y + 1); ++j)
                    for (int i = std::max(0, x - 1); i <= std::min(w - 1, x + 1); ++i)
                        touches = touches ||
                                  edges[static_cast<std::size_t>(j)][static_cast<std::size_t>(i)];
                if (touches) edge = grew = true;
            }
    }
    return edges;
}

// To the nearest edge as the crow flies, at most 20.
Picture slowDistances(const std::vector<std::vector<bool>>& edges, const Picture& like) {
    Picture far = layerOf(like, [] { return 20; });
    const int h = static_cast<int>(edges.size());
    const int w = static_cast<int>(edges[0].size());
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x)
            for (int j = std::max(0, y - 20); j <= std::min(h - 1, y + 20); ++j)
                for (int i = std::max(0, x - 20); i <= std::min(w - 1, x + 20); ++i) {
                    double& one = far[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)][0];
                    if (edges[static_cast<std::size_t>(j)][static_cast<std::size_t>(i)])
                        one = std::min(one, std::hypot(x - i, y - j));
                }
    return far;
}

void slowWater(Picture& p, Picture layer, double strength) {
    for (auto& row : layer)
        for (auto& pixel : row) pixel[0] = std::floor(std::min(pixel[0], 1.0) * 255);
    const std::vector<Numbers> mean(3, Numbers(3, 1.0 / 9));
    Picture relief = slowFilter(slowDistances(slowEdges(layer), layer), mean, SlowBorder::Mirror);
    Numbers all;
    for (auto& row : relief)
        for (auto& pixel : row) all.push_back(pixel[0] = std::floor(pixel[0] + 1e-6));
    std::ranges::sort(all);
    const auto upTo = [&](double value) {
        return static_cast<double>(std::ranges::upper_bound(all, value) - all.begin());
    };
    const double lowest = upTo(all.front());
    for (auto& row : relief)
        for (auto& pixel : row) {  // equalised: by the share of pixels that are not higher
            const double below = upTo(pixel[0]);
            const double rest = static_cast<double>(all.size()) - lowest;
            if (rest > 0) pixel[0] = std::round((below - lowest) * 255 / rest);
        }
    relief = slowFilter(relief, {{-2, -1, 0}, {-1, 1, 1}, {0, 1, 2}}, SlowBorder::Mirror);
    for (auto& row : relief)
        for (auto& pixel : row) pixel[0] = std::clamp(std::round(pixel[0]), 0.0, 255.0);
    relief = slowFilter(relief, mean, SlowBorder::Mirror);
    double most = 0;
    for (std::size_t y = 0; y < p.size(); ++y)
        for (std::size_t x = 0; x < p[0].size(); ++x)
            most = std::max(most, layer[y][x][0] *= std::round(relief[y][x][0]));
    if (most == 0) return;
    for (std::size_t y = 0; y < p.size(); ++y)
        for (std::size_t x = 0; x < p[0].size(); ++x)
            for (std::size_t k = 0; k < 3; ++k)
                p[y][x][k] += layer[y][x][0] / most * strength * (k == 0 ? 175 : 238) / 255;
}

void slowMud(Picture& p, Picture layer, double sigma) {
    for (auto& row : layer)
        for (auto& pixel : row) pixel[0] = pixel[0] > 0 ? 1 : 0;
    layer = slowGaussian(layer, sigma, 4, SlowBorder::Nearest);
    const double brown[] = {63, 42, 20};
    for (std::size_t y = 0; y < p.size(); ++y)
        for (std::size_t x = 0; x < p[0].size(); ++x) {
            const double mud = layer[y][x][0] < .8 ? 0 : layer[y][x][0];
            for (std::size_t k = 0; k < 3; ++k)
                p[y][x][k] = p[y][x][k] * (1 - mud) + mud * brown[k] / 255;
        }
}

}  // namespace

void slowWeather(Picture& p, SlowRun& run) {
    if (run.name == "fog")
        slowFog(p, run);
    else
        slowSnow(p, run);
}

void slowSpatter(Picture& p, SlowRun& run) {
    const std::vector<Numbers> small{{.62, .1, .7, .7, .5, 0},
                                     {.65, .1, .8, .7, .5, 0},
                                     {.65, .3, 1, .69, .5, 0},
                                     {.65, .1, .7, .69, .6, 1},
                                     {.65, .1, .5, .68, .6, 1}};
    const std::vector<Numbers> large{{.65, .3, 4, .69, .6, 0},
                                     {.65, .3, 3, .68, .6, 0},
                                     {.65, .3, 2, .68, .5, 0},
                                     {.65, .3, 1, .65, 1.5, 1},
                                     {.67, .4, 1, .65, 1.5, 1}};
    const Numbers c = (run.large ? large : small)[static_cast<std::size_t>(run.severity - 1)];
    Picture layer = slowGaussian(layerOf(p, [&] { return run.normal(c[0], c[1]); }), c[2], 4,
                                 SlowBorder::Nearest);
    for (auto& row : layer)
        for (auto& pixel : row)
            if (pixel[0] < c[3]) pixel[0] = 0;
    if (c[5] == 0)
        slowWater(p, layer, c[4]);
    else
        slowMud(p, layer, c[4]);
}

}  // namespace splitee::test
