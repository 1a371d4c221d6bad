// SPDX-License-Identifier: GPL-3.0-or-later
// The common corruptions once more, slowly and straight from their description (PAPERS of
// CIFAR-10-C and ImageNet-C), with other random numbers: what the program's are compared with.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "datasets/dataset.h"

namespace splitee::test {

/// Values in 0..1 by [y][x][channel].
using Picture = std::vector<std::vector<std::vector<double>>>;

struct SlowRun {
    std::string name;
    int severity;  ///< 1..5
    bool large;    ///< ImageNet-C's constants
    std::mt19937_64 random;

    double uniform(double low, double high);
    double normal(double mean, double deviation);
};

[[nodiscard]] Picture pictureOf(const Image& image);
/// Cut to 0..1, truncated to bytes.
[[nodiscard]] Image bytesOfPicture(const Picture& picture);

enum class SlowBorder { Nearest, Reflect /* the edge repeated */, Mirror };

[[nodiscard]] double valueAt(const Picture& picture, int x, int y, std::size_t c,
                             SlowBorder border);
[[nodiscard]] Picture slowGaussian(const Picture& picture, double sigma, double truncate,
                                   SlowBorder border);
/// `kernel`: [odd][odd], correlated.
[[nodiscard]] Picture slowFilter(const Picture& picture,
                                 const std::vector<std::vector<double>>& kernel, SlowBorder border);
[[nodiscard]] Picture slowZoom(const Picture& picture, double factor);
[[nodiscard]] Picture slowMotion(const Picture& picture, double radius, double sigma,
                                 double degrees);

void slowNoise(Picture& p, SlowRun& run);
void slowBlur(Picture& p, SlowRun& run);
void slowLight(Picture& p, SlowRun& run);
void slowDigital(Picture& p, SlowRun& run);
void slowWeather(Picture& p, SlowRun& run);
void slowSpatter(Picture& p, SlowRun& run);

/// `name` as published; frost has no slow version.
[[nodiscard]] Image slowlyCorrupted(const Image& image, const std::string& name, int severity,
                                    std::uint64_t seed);

}  // namespace splitee::test
