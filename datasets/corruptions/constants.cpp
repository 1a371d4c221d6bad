// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/corruptions/constants.h"

#include <algorithm>

namespace splitee {
namespace {

constexpr int kSmallSide = 32, kLargeSide = 96;
constexpr double kElastic = 244.0 / 224;  // ImageNet-C's elastic constants were made for 244 pixels

using Severities = std::array<Constants, kSeverities>;

struct Published {
    Severities small, large;  // CIFAR-10-C, ImageNet-C
};

// In the order of Corruption. Scenes are our own and the same for every size.
constexpr std::array<Published, 19> kPublished{{
    // gaussian_noise: standard deviation
    {{{{.04}, {.06}, {.08}, {.09}, {.10}}}, {{{.08}, {.12}, {.18}, {.26}, {.38}}}},
    // shot_noise: photons at white
    {{{{500}, {250}, {100}, {75}, {50}}}, {{{60}, {25}, {12}, {5}, {3}}}},
    // impulse_noise: share of values
    {{{{.01}, {.02}, {.03}, {.05}, {.07}}}, {{{.03}, {.06}, {.09}, {.17}, {.27}}}},
    // speckle_noise: standard deviation at white
    {{{{.06}, {.1}, {.12}, {.16}, {.2}}}, {{{.15}, {.2}, {.35}, {.45}, {.6}}}},
    // defocus_blur: radius of the disk, sigma that softens it
    {{{{.3, .4}, {.4, .5}, {.5, .6}, {1, .2}, {1.5, .1}}},
     {{{3, .1}, {4, .5}, {6, .5}, {8, .5}, {10, .5}}}},
    // gaussian_blur: sigma
    {{{{.4}, {.6}, {.7}, {.8}, {1}}}, {{{1}, {2}, {3}, {4}, {6}}}},
    // glass_blur: sigma, furthest neighbour, passes
    {{{{.05, 1, 1}, {.25, 1, 1}, {.4, 1, 1}, {.25, 1, 2}, {.4, 1, 2}}},
     {{{.7, 1, 2}, {.9, 2, 1}, {1, 2, 3}, {1.1, 3, 2}, {1.5, 4, 2}}}},
    // motion_blur: radius, sigma
    {{{{6, 1}, {6, 1.5}, {6, 2}, {8, 2}, {9, 2.5}}},
     {{{10, 3}, {15, 5}, {15, 8}, {15, 12}, {20, 15}}}},
    // zoom_blur: number of zooms, step from one to the next
    {{{{7, .01}, {12, .01}, {16, .01}, {21, .01}, {26, .01}}},
     {{{12, .01}, {16, .01}, {11, .02}, {13, .02}, {11, .03}}}},
    // snow: mean, deviation, zoom, cut, radius, sigma, share of the image
    {{{{.1, .2, 1, .6, 8, 3, .95},
       {.1, .2, 1, .5, 10, 4, .9},
       {.15, .3, 1.75, .55, 10, 4, .9},
       {.25, .3, 2.25, .6, 12, 6, .85},
       {.3, .3, 1.25, .65, 14, 12, .8}}},
     {{{.1, .3, 3, .5, 10, 4, .8},
       {.2, .3, 2, .5, 12, 4, .7},
       {.55, .3, 4, .9, 12, 8, .7},
       {.55, .3, 4.5, .85, 12, 8, .65},
       {.55, .3, 2.5, .85, 12, 12, .55}}}},
    // frost: share of the image, of the frost
    {{{{1, .2}, {1, .3}, {.9, .4}, {.85, .4}, {.75, .45}}},
     {{{1, .4}, {.8, .6}, {.7, .7}, {.65, .7}, {.6, .75}}}},
    // fog: amount, decay of the fractal
    {{{{.2, 3}, {.5, 3}, {.75, 2.5}, {1, 2}, {1.5, 1.75}}},
     {{{1.5, 2}, {2, 2}, {2.5, 1.7}, {2.5, 1.5}, {3, 1.4}}}},
    // spatter: mean, deviation, sigma, cut, strength (water) or sigma (mud), 1: mud
    {{{{.62, .1, .7, .7, .5, 0},
       {.65, .1, .8, .7, .5, 0},
       {.65, .3, 1, .69, .5, 0},
       {.65, .1, .7, .69, .6, 1},
       {.65, .1, .5, .68, .6, 1}}},
     {{{.65, .3, 4, .69, .6, 0},
       {.65, .3, 3, .68, .6, 0},
       {.65, .3, 2, .68, .5, 0},
       {.65, .3, 1, .65, 1.5, 1},
       {.67, .4, 1, .65, 1.5, 1}}}},
    // brightness: added to V
    {{{{.05}, {.1}, {.15}, {.2}, {.3}}}, {{{.1}, {.2}, {.3}, {.4}, {.5}}}},
    // contrast: share of the distance from the mean
    {{{{.75}, {.5}, {.4}, {.3}, {.15}}}, {{{.4}, {.3}, {.2}, {.1}, {.05}}}},
    // saturate: factor of S, added to S
    {{{{.3, 0}, {.1, 0}, {1.5, 0}, {2, .1}, {2.5, .2}}},
     {{{.3, 0}, {.1, 0}, {2, 0}, {5, .1}, {20, .2}}}},
    // elastic_transform: as shares of the side: shift, sigma, corners
    {{{{0, 0, .08}, {.05, .2, .07}, {.08, .06, .06}, {.1, .04, .05}, {.1, .03, .03}}},
     {{{2 * kElastic, .7 * kElastic, .1 * kElastic},
       {2 * kElastic, .08 * kElastic, .2 * kElastic},
       {.05 * kElastic, .01 * kElastic, .02 * kElastic},
       {.07 * kElastic, .01 * kElastic, .02 * kElastic},
       {.12 * kElastic, .01 * kElastic, .02 * kElastic}}}},
    // pixelate: share of the side
    {{{{.95}, {.9}, {.85}, {.75}, {.65}}}, {{{.6}, {.5}, {.4}, {.3}, {.25}}}},
    // jpeg_compression: quality
    {{{{80}, {65}, {58}, {50}, {40}}}, {{{25}, {18}, {15}, {10}, {7}}}},
}};

Constants mixed(const Constants& a, const Constants& b, double share) {
    Constants result = a;
    for (std::size_t k = 0; k < result.size(); ++k) result[k] += share * (b[k] - a[k]);
    return result;
}

}  // namespace

Constants constantsAt(Corruption corruption, int severity, int side) {
    const auto at = static_cast<std::size_t>(severity - 1);
    if (isScene(corruption)) return {static_cast<double>(severity) / kSeverities};
    const Published& published = kPublished[static_cast<std::size_t>(corruption)];
    const double large = static_cast<double>(side - kSmallSide) / (kLargeSide - kSmallSide);
    return mixed(published.small[at], published.large[at], std::clamp(large, 0.0, 1.0));
}

Constants constantsOf(Corruption corruption, double severity, int side) {
    const int low = std::clamp(static_cast<int>(severity), 1, kSeverities - 1);
    return mixed(constantsAt(corruption, low, side), constantsAt(corruption, low + 1, side),
                 severity - low);
}

}  // namespace splitee
