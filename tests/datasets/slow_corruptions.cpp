// SPDX-License-Identifier: GPL-3.0-or-later
#include "slow_corruptions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace splitee::test {
namespace {

using Row = std::vector<double>;

// One severity of a table written in full, for small and for large images.
Row chosen(const SlowRun& run, const std::vector<Row>& small, const std::vector<Row>& large) {
    return (run.large ? large : small)[static_cast<std::size_t>(run.severity - 1)];
}

template <class Change>
void forEachValue(Picture& p, Change change) {
    for (auto& row : p)
        for (auto& pixel : row)
            for (double& value : pixel) change(value);
}

int widthOf(const Picture& p) { return static_cast<int>(p[0].size()); }
int heightOf(const Picture& p) { return static_cast<int>(p.size()); }
double& at(Picture& p, int x, int y, std::size_t c) {
    return p[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)][c];
}

}  // namespace

double SlowRun::uniform(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}
double SlowRun::normal(double mean, double deviation) {
    return std::normal_distribution<double>(mean, deviation)(random);
}

Picture pictureOf(const Image& image) {
    Picture p(static_cast<std::size_t>(image.height),
              std::vector<Row>(static_cast<std::size_t>(image.width), Row(3)));
    std::size_t i = 0;
    forEachValue(p, [&](double& value) { value = image.pixels[i++] / 255.0; });
    return p;
}

Image bytesOfPicture(const Picture& picture) {
    Image image{widthOf(picture), heightOf(picture), {}};
    for (const auto& row : picture)
        for (const auto& pixel : row)
            for (const double value : pixel)
                image.pixels.push_back(
                    static_cast<std::uint8_t>(std::clamp(value, 0.0, 1.0) * 255 + 1e-6));
    return image;
}

double valueAt(const Picture& picture, int x, int y, std::size_t c, SlowBorder border) {
    const auto put = [&](int i, int n) {
        while (n > 1 && border != SlowBorder::Nearest && (i < 0 || i >= n)) {
            const int once =
                border == SlowBorder::Mirror ? 0 : 1;  // how often the edge counts more
            i = i < 0 ? -i - once : 2 * n - 2 - i + once;
        }
        return std::clamp(i, 0, n - 1);
    };
    return picture[static_cast<std::size_t>(put(y, heightOf(picture)))]
                  [static_cast<std::size_t>(put(x, widthOf(picture)))][c];
}

Picture slowFilter(const Picture& picture, const std::vector<Row>& kernel, SlowBorder border) {
    Picture result = picture;
    const int reach = static_cast<int>(kernel.size()) / 2;
    const int across = static_cast<int>(kernel[0].size()) / 2;
    for (int y = 0; y < heightOf(picture); ++y)
        for (int x = 0; x < widthOf(picture); ++x)
            for (std::size_t c = 0; c < picture[0][0].size(); ++c) {
                double sum = 0;
                for (int j = -reach; j <= reach; ++j)
                    for (int i = -across; i <= across; ++i)
                        sum += kernel[static_cast<std::size_t>(j + reach)]
                                     [static_cast<std::size_t>(i + across)] *
                               valueAt(picture, x + i, y + j, c, border);
                at(result, x, y, c) = sum;
            }
    return result;
}

Picture slowGaussian(const Picture& picture, double sigma, double truncate, SlowBorder border) {
    const int radius = static_cast<int>(truncate * sigma + .5);
    Row line;
    double total = 0;
    for (int i = -radius; i <= radius; ++i)
        line.push_back(radius == 0 ? 1 : std::exp(-i * i / (2 * sigma * sigma)));
    for (const double weight : line) total += weight;
    std::vector<Row> column;
    for (double& weight : line) column.push_back({weight /= total});
    return slowFilter(slowFilter(picture, {line}, border), column, border);
}

Picture slowZoom(const Picture& picture, double factor) {
    Picture result = picture;
    const auto place = [&](int i, int n) {
        const double crop = std::ceil(n / factor);
        const double grown = std::nearbyint(crop * factor);  // half to even, as Python
        const double first = std::floor((n - crop) / 2);
        const double trimmed = std::floor((grown - n) / 2);
        return first + (grown > 1 ? (trimmed + i) * (crop - 1) / (grown - 1) : 0);
    };
    for (int y = 0; y < heightOf(picture); ++y)
        for (int x = 0; x < widthOf(picture); ++x)
            for (std::size_t c = 0; c < picture[0][0].size(); ++c) {
                const double u = place(x, widthOf(picture));
                const double v = place(y, heightOf(picture));
                const int left = static_cast<int>(u);
                const int top = static_cast<int>(v);
                double sum = 0;
                for (const int j : {0, 1})
                    for (const int i : {0, 1})
                        sum += (i == 1 ? u - left : 1 - u + left) *
                               (j == 1 ? v - top : 1 - v + top) *
                               valueAt(picture, left + i, top + j, c, SlowBorder::Nearest);
                at(result, x, y, c) = sum;
            }
    return result;
}

Picture slowMotion(const Picture& picture, double radius, double sigma, double degrees) {
    Picture result = picture;
    const int taps = 2 * static_cast<int>(std::ceil(radius)) + 1;
    double total = 0;
    for (int i = 0; i < taps; ++i) total += std::exp(-i * i / (2 * sigma * sigma));
    const double dx = std::cos(degrees * std::numbers::pi / 180);
    const double dy = std::sin(degrees * std::numbers::pi / 180);
    for (int y = 0; y < heightOf(picture); ++y)
        for (int x = 0; x < widthOf(picture); ++x)
            for (std::size_t c = 0; c < picture[0][0].size(); ++c) {
                double sum = 0;
                for (int i = 0; i < taps; ++i)
                    sum += std::exp(-i * i / (2 * sigma * sigma)) / total *
                           valueAt(picture, x + static_cast<int>(std::ceil(i * dx - .5)),
                                   y + static_cast<int>(std::ceil(i * dy - .5)), c,
                                   SlowBorder::Nearest);
                at(result, x, y, c) = std::round(sum * 255) / 255;
            }
    return result;
}

void slowNoise(Picture& p, SlowRun& run) {
    if (run.name == "gaussian_noise") {
        const double sd = chosen(run, {{.04}, {.06}, {.08}, {.09}, {.10}},
                                 {{.08}, {.12}, {.18}, {.26}, {.38}})[0];
        forEachValue(p, [&](double& x) { x += run.normal(0, sd); });
    } else if (run.name == "shot_noise") {
        const double photons =
            chosen(run, {{500}, {250}, {100}, {75}, {50}}, {{60}, {25}, {12}, {5}, {3}})[0];
        forEachValue(p, [&](double& x) {
            int count = -1;  // Knuth: uniform draws until their product falls below e^-mean
            for (double product = 1; product > std::exp(-x * photons); ++count)
                product *= run.uniform(0, 1);
            x = count / photons;
        });
    } else if (run.name == "impulse_noise") {
        const double share = chosen(run, {{.01}, {.02}, {.03}, {.05}, {.07}},
                                    {{.03}, {.06}, {.09}, {.17}, {.27}})[0];
        forEachValue(p, [&](double& x) {
            if (run.uniform(0, 1) < share) x = run.uniform(0, 1) < .5 ? 1 : 0;
        });
    } else {
        const double sd =
            chosen(run, {{.06}, {.1}, {.12}, {.16}, {.2}}, {{.15}, {.2}, {.35}, {.45}, {.6}})[0];
        forEachValue(p, [&](double& x) { x += x * run.normal(0, sd); });
    }
}

void slowBlur(Picture& p, SlowRun& run) {
    if (run.name == "gaussian_blur") {
        const Row c = chosen(run, {{.4}, {.6}, {.7}, {.8}, {1}}, {{1}, {2}, {3}, {4}, {6}});
        p = slowGaussian(p, c[0], 4, SlowBorder::Nearest);
    } else if (run.name == "defocus_blur") {
        const Row c = chosen(run, {{.3, .4}, {.4, .5}, {.5, .6}, {1, .2}, {1.5, .1}},
                             {{3, .1}, {4, .5}, {6, .5}, {8, .5}, {10, .5}});
        const int reach = 12;
        Picture disk(2 * reach + 1, std::vector<Row>(2 * reach + 1, Row(1)));
        double total = 0;
        for (int y = -reach; y <= reach; ++y)
            for (int x = -reach; x <= reach; ++x) {
                at(disk, x + reach, y + reach, 0) = x * x + y * y <= c[0] * c[0] ? 1 : 0;
                total += at(disk, x + reach, y + reach, 0);
            }
        forEachValue(disk, [&](double& x) { x /= total; });
        const double cut = c[0] > 8 ? 2 : 1;  // 3 x 3 or 5 x 5 pixels soften it
        disk = slowGaussian(disk, c[1], (cut + .1) / c[1], SlowBorder::Nearest);
        std::vector<Row> kernel;
        for (const auto& row : disk) {
            kernel.emplace_back();
            for (const auto& weight : row) kernel.back().push_back(weight[0]);
        }
        p = slowFilter(p, kernel, SlowBorder::Mirror);
    } else if (run.name == "motion_blur") {
        const Row c = chosen(run, {{6, 1}, {6, 1.5}, {6, 2}, {8, 2}, {9, 2.5}},
                             {{10, 3}, {15, 5}, {15, 8}, {15, 12}, {20, 15}});
        p = slowMotion(p, c[0], c[1], run.uniform(-45, 45));
    } else if (run.name == "zoom_blur") {
        const Row c = chosen(run, {{7, .01}, {12, .01}, {16, .01}, {21, .01}, {26, .01}},
                             {{12, .01}, {16, .01}, {11, .02}, {13, .02}, {11, .03}});
        std::vector<Picture> all{p};
        for (int k = 0; k < c[0]; ++k) all.push_back(slowZoom(p, 1 + k * c[1]));
        for (int y = 0; y < heightOf(p); ++y)
            for (int x = 0; x < widthOf(p); ++x)
                for (std::size_t channel = 0; channel < 3; ++channel) {
                    double sum = 0;
                    for (Picture& one : all) sum += at(one, x, y, channel);
                    at(p, x, y, channel) = sum / static_cast<double>(all.size());
                }
    } else {  // glass_blur
        const Row c = chosen(run, {{.05, 1, 1}, {.25, 1, 1}, {.4, 1, 1}, {.25, 1, 2}, {.4, 1, 2}},
                             {{.7, 1, 2}, {.9, 2, 1}, {1, 2, 3}, {1.1, 3, 2}, {1.5, 4, 2}});
        const int d = static_cast<int>(c[1]);
        std::uniform_int_distribution<int> shift(-d, d - 1);
        p = pictureOf(bytesOfPicture(slowGaussian(p, c[0], 4, SlowBorder::Nearest)));
        for (int pass = 0; pass < c[2]; ++pass)
            for (int y = heightOf(p) - d; y > d; --y)
                for (int x = widthOf(p) - d; x > d; --x) {
                    const int dx = shift(run.random);
                    const int dy = shift(run.random);
                    for (std::size_t k = 0; k < 3; ++k) at(p, x, y, k) = at(p, x + dx, y + dy, k);
                }
        p = slowGaussian(p, c[0], 4, SlowBorder::Nearest);
    }
}

Image slowlyCorrupted(const Image& image, const std::string& name, int severity,
                      std::uint64_t seed) {
    SlowRun run{name, severity, std::min(image.width, image.height) >= 96, std::mt19937_64(seed)};
    Picture p = pictureOf(image);
    if (name.ends_with("_noise"))
        slowNoise(p, run);
    else if (name.ends_with("_blur"))
        slowBlur(p, run);
    else if (name == "brightness" || name == "contrast" || name == "saturate")
        slowLight(p, run);
    else if (name == "snow" || name == "fog")
        slowWeather(p, run);
    else if (name == "spatter")
        slowSpatter(p, run);
    else
        slowDigital(p, run);
    return bytesOfPicture(p);
}

}  // namespace splitee::test
