// SPDX-License-Identifier: GPL-3.0-or-later
// Slow versions of the light and the digital family.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "slow_corruptions.h"

namespace splitee::test {
namespace {

using Values = std::vector<double>;

Values toHsv(const Values& rgb) {
    const double v = *std::ranges::max_element(rgb);
    const double range = v - *std::ranges::min_element(rgb);
    if (range == 0) return {0, 0, v};
    double h = rgb[0] == v   ? (rgb[1] - rgb[2]) / range
               : rgb[1] == v ? 2 + (rgb[2] - rgb[0]) / range
                             : 4 + (rgb[0] - rgb[1]) / range;
    if (h < 0) h += 6;
    return {h, range / v, v};
}

Values fromHsv(const Values& hsv) {
    Values rgb(3);
    for (std::size_t k = 0; k < 3; ++k) {
        const double offset = k == 0 ? 5 : k == 1 ? 3 : 1;
        const double t = std::fmod(offset + hsv[0], 6);
        rgb[k] = hsv[2] - hsv[2] * hsv[1] * std::clamp(std::min(t, 4 - t), 0.0, 1.0);
    }
    return rgb;
}

// As Pillow does it: the whole pixels whose centres lie in the box, rounded after each direction.
Picture boxResized(const Picture& p, std::size_t width, std::size_t height) {
    const auto meanOf = [](const std::vector<Values>& row, std::size_t to) {
        std::vector<Values> result;
        const double scale = static_cast<double>(row.size()) / static_cast<double>(to);
        for (std::size_t i = 0; i < to; ++i) {
            Values sum(3);
            double count = 0;
            for (std::size_t k = 0; k < row.size(); ++k) {
                const double centre = static_cast<double>(k) + .5;
                const double low = static_cast<double>(i) * scale;
                const bool enlarged = scale < 1;
                const bool inBox = enlarged ? k == static_cast<std::size_t>(low + scale / 2)
                                            : centre > low && centre <= low + scale;
                if (!inBox) continue;
                for (std::size_t c = 0; c < 3; ++c) sum[c] += row[k][c];
                ++count;
            }
            for (double& value : sum) value = std::floor(value / count * 255 + .5 + 1e-6) / 255;
            result.push_back(sum);
        }
        return result;
    };
    Picture across;
    for (const auto& row : p) across.push_back(meanOf(row, width));
    Picture down(height, std::vector<Values>(width));
    for (std::size_t x = 0; x < width; ++x) {
        std::vector<Values> column;
        for (const auto& row : across) column.push_back(row[x]);
        column = meanOf(column, height);
        for (std::size_t y = 0; y < height; ++y) down[y][x] = column[y];
    }
    return down;
}

// A plane of an image through JPEG's transform: 8 x 8 blocks, quantised.
void quantise(std::vector<Values>& plane, const std::array<int, 64>& table, int quality) {
    const std::size_t h = plane.size();
    const std::size_t w = plane[0].size();
    const auto value = [&](std::size_t y, std::size_t x) {
        return plane[std::min(y, h - 1)][std::min(x, w - 1)] - 128;
    };
    const int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    const auto wave = [](std::size_t k, std::size_t i) {
        return (k == 0 ? std::sqrt(.125) : .5) *
               std::cos((2 * static_cast<double>(i) + 1) * static_cast<double>(k) *
                        std::numbers::pi / 16);
    };
    std::vector<Values> result = plane;
    for (std::size_t by = 0; by < h; by += 8)
        for (std::size_t bx = 0; bx < w; bx += 8) {
            std::array<double, 64> block{};
            for (std::size_t v = 0; v < 8; ++v)
                for (std::size_t u = 0; u < 8; ++u) {
                    double sum = 0;
                    for (std::size_t y = 0; y < 8; ++y)
                        for (std::size_t x = 0; x < 8; ++x)
                            sum += value(by + y, bx + x) * wave(v, y) * wave(u, x);
                    const double step = std::clamp((table[v * 8 + u] * scale + 50) / 100, 1, 255);
                    block[v * 8 + u] = std::round(sum / step) * step;
                }
            for (std::size_t y = 0; y < 8 && by + y < h; ++y)
                for (std::size_t x = 0; x < 8 && bx + x < w; ++x) {
                    double sum = 128;
                    for (std::size_t v = 0; v < 8; ++v)
                        for (std::size_t u = 0; u < 8; ++u)
                            sum += block[v * 8 + u] * wave(v, y) * wave(u, x);
                    result[by + y][bx + x] = std::clamp(std::round(sum), 0.0, 255.0);
                }
        }
    plane = result;
}

// The example tables of the standard (ITU T.81, K.1 and K.2).
constexpr std::array<int, 64> kLuma{16,  11,  10,  16,  24, 40, 51,  61,  12,  12,  14,  19,  26,
                                    58,  60,  55,  14,  13, 16, 24,  40,  57,  69,  56,  14,  17,
                                    22,  29,  51,  87,  80, 62, 18,  22,  37,  56,  68,  109, 103,
                                    77,  24,  35,  55,  64, 81, 104, 113, 92,  49,  64,  78,  87,
                                    103, 121, 120, 101, 72, 92, 95,  98,  112, 100, 103, 99};
constexpr std::array<int, 64> kChroma{
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99,
    99, 99, 47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99};

// Sides must be even: colour is kept at half of them.
void slowJpeg(Picture& p, int quality) {
    const std::size_t h = p.size();
    const std::size_t w = p[0].size();
    std::vector<Values> luma(h, Values(w));
    std::vector<Values> blue(h / 2, Values(w / 2));
    std::vector<Values> red = blue;
    for (std::size_t y = 0; y < h; ++y)
        for (std::size_t x = 0; x < w; ++x) {
            const Values& c = p[y][x];
            luma[y][x] = std::round(255 * (.299 * c[0] + .587 * c[1] + .114 * c[2]));
            blue[y / 2][x / 2] +=
                std::round(128 + 255 * (-.168736 * c[0] - .331264 * c[1] + .5 * c[2]));
            red[y / 2][x / 2] +=
                std::round(128 + 255 * (.5 * c[0] - .418688 * c[1] - .081312 * c[2]));
        }
    for (auto* plane : {&blue, &red})  // means of four: halves fall and rise in turn
        for (Values& row : *plane)
            for (std::size_t x = 0; x < row.size(); ++x)
                row[x] = std::floor((row[x] + (x % 2 == 0 ? 1 : 2)) / 4);
    quantise(luma, kLuma, quality);
    quantise(blue, kChroma, quality);
    quantise(red, kChroma, quality);
    // Three quarters of the nearest sample and a quarter of the next, in both directions.
    const auto smooth = [](const std::vector<Values>& plane, std::size_t y, std::size_t x) {
        const auto near = [](std::size_t i, std::size_t n, bool next) {
            const auto half = static_cast<long>(i / 2);
            const long other = i % 2 == 0 ? half - 1 : half + 1;
            return static_cast<std::size_t>(
                std::clamp(next ? other : half, 0L, static_cast<long>(n) - 1));
        };
        double sum = 0;
        for (const bool v : {false, true})
            for (const bool u : {false, true})
                sum += (v ? .25 : .75) * (u ? .25 : .75) *
                       plane[near(y, plane.size(), v)][near(x, plane[0].size(), u)];
        return sum - 128;
    };
    for (std::size_t y = 0; y < h; ++y)
        for (std::size_t x = 0; x < w; ++x) {
            const double b = smooth(blue, y, x);
            const double r = smooth(red, y, x);
            const double rgb[] = {luma[y][x] + 1.402 * r, luma[y][x] - .344136 * b - .714136 * r,
                                  luma[y][x] + 1.772 * b};
            for (std::size_t k = 0; k < 3; ++k) p[y][x][k] = std::round(rgb[k]) / 255;
        }
}

double betweenPixels(const Picture& p, double x, double y, std::size_t c, SlowBorder border) {
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    double sum = 0;
    for (const int j : {0, 1})
        for (const int i : {0, 1})
            sum += (i == 1 ? x - left : 1 - x + left) * (j == 1 ? y - top : 1 - y + top) *
                   valueAt(p, left + i, top + j, c, border);
    return sum;
}

void slowElastic(Picture& p, SlowRun& run) {
    const double side = static_cast<double>(p.size());
    const std::vector<Values> small{
        {0, 0, .08}, {.05, .2, .07}, {.08, .06, .06}, {.1, .04, .05}, {.1, .03, .03}};
    std::vector<Values> large{
        {2, .7, .1}, {2, .08, .2}, {.05, .01, .02}, {.07, .01, .02}, {.12, .01, .02}};
    Values c = (run.large ? large : small)[static_cast<std::size_t>(run.severity - 1)];
    for (double& value : c) value *= run.large ? side * 244 / 224 : side;
    // The map that takes three corners to where they have moved, by Cramer's rule.
    const double m = std::floor(side / 2);
    const double s = std::floor(side / 3);
    const double from[3][2] = {{m + s, m + s}, {m + s, m - s}, {m - s, m - s}};
    double to[3][2];
    for (int k = 0; k < 3; ++k)
        for (int i = 0; i < 2; ++i) to[k][i] = from[k][i] + run.uniform(-c[2], c[2]);
    // Barycentric coordinates of the target give the source.
    const double area = (to[1][0] - to[0][0]) * (to[2][1] - to[0][1]) -
                        (to[2][0] - to[0][0]) * (to[1][1] - to[0][1]);
    Picture bent = p;
    for (std::size_t y = 0; y < p.size(); ++y)
        for (std::size_t x = 0; x < p.size(); ++x) {
            const double dx = static_cast<double>(x) - to[0][0];
            const double dy = static_cast<double>(y) - to[0][1];
            const double one = (dx * (to[2][1] - to[0][1]) - dy * (to[2][0] - to[0][0])) / area;
            const double two = (dy * (to[1][0] - to[0][0]) - dx * (to[1][1] - to[0][1])) / area;
            double at[2];
            for (int i = 0; i < 2; ++i)
                at[i] =
                    from[0][i] + one * (from[1][i] - from[0][i]) + two * (from[2][i] - from[0][i]);
            for (std::size_t k = 0; k < 3; ++k)
                bent[y][x][k] = betweenPixels(p, at[0], at[1], k, SlowBorder::Mirror);
        }
    std::vector<Picture> shifts(2, Picture(p.size(), std::vector<Values>(p.size(), Values(1))));
    for (Picture& shift : shifts) {
        for (auto& row : shift)
            for (auto& pixel : row) pixel[0] = run.uniform(-1, 1);
        shift = slowGaussian(shift, c[1], 3, SlowBorder::Reflect);
    }
    for (std::size_t y = 0; y < p.size(); ++y)
        for (std::size_t x = 0; x < p.size(); ++x)
            for (std::size_t k = 0; k < 3; ++k)
                p[y][x][k] = betweenPixels(bent, static_cast<double>(x) + c[0] * shifts[0][y][x][0],
                                           static_cast<double>(y) + c[0] * shifts[1][y][x][0], k,
                                           SlowBorder::Reflect);
}

}  // namespace

void slowLight(Picture& p, SlowRun& run) {
    const auto at = static_cast<std::size_t>(run.severity - 1);
    const Values added = run.large ? Values{.1, .2, .3, .4, .5} : Values{.05, .1, .15, .2, .3};
    const Values kept = run.large ? Values{.4, .3, .2, .1, .05} : Values{.75, .5, .4, .3, .15};
    const Values factor = run.large ? Values{.3, .1, 2, 5, 20} : Values{.3, .1, 1.5, 2, 2.5};
    const Values more{0, 0, 0, .1, .2};
    Values mean(3);
    for (const auto& row : p)
        for (const auto& pixel : row)
            for (std::size_t k = 0; k < 3; ++k)
                mean[k] += pixel[k] / static_cast<double>(p.size() * p[0].size());
    for (auto& row : p)
        for (auto& pixel : row) {
            Values hsv = toHsv(pixel);
            if (run.name == "brightness") {
                hsv[2] = std::min(1.0, hsv[2] + added[at]);
                pixel = fromHsv(hsv);
            } else if (run.name == "saturate") {
                hsv[1] = std::clamp(hsv[1] * factor[at] + more[at], 0.0, 1.0);
                pixel = fromHsv(hsv);
            } else {
                for (std::size_t k = 0; k < 3; ++k)
                    pixel[k] = (pixel[k] - mean[k]) * kept[at] + mean[k];
            }
        }
}

void slowDigital(Picture& p, SlowRun& run) {
    const auto at = static_cast<std::size_t>(run.severity - 1);
    if (run.name == "elastic_transform") return slowElastic(p, run);
    if (run.name == "jpeg_compression")
        return slowJpeg(
            p, run.large ? std::array{25, 18, 15, 10, 7}[at] : std::array{80, 65, 58, 50, 40}[at]);
    const double share =
        run.large ? Values{.6, .5, .4, .3, .25}[at] : Values{.95, .9, .85, .75, .65}[at];
    const auto width = static_cast<std::size_t>(static_cast<double>(p[0].size()) * share);
    const auto height = static_cast<std::size_t>(static_cast<double>(p.size()) * share);
    p = boxResized(boxResized(p, width, height), p[0].size(), p.size());
}

}  // namespace splitee::test
