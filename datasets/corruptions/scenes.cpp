// SPDX-License-Identifier: GPL-3.0-or-later
// Scenes: what a camera meets over a day, made of several corruptions. Our own; nothing of them is
// published.
#include <algorithm>
#include <array>
#include <cmath>

#include "datasets/corruptions/families.h"
#include "datasets/corruptions/filters.h"

namespace splitee {
namespace {

// What light does to every pixel: colours towards grey, then values towards their middle, then the
// strength of the light in red, green and blue.
struct Light {
    double colour = 1, contrast = 1;
    std::array<double, 3> gain{1, 1, 1};
};

void shine(Frame& frame, const Light& light) {
    const auto colour = static_cast<float>(light.colour);
    const auto contrast = static_cast<float>(light.contrast);
    for (std::size_t i = 0; i < frame.values.size(); i += 3) {
        float* rgb = &frame.values[i];
        const float grey = .299F * rgb[0] + .587F * rgb[1] + .114F * rgb[2];
        for (std::size_t k = 0; k < 3; ++k) {
            const float value = (grey + colour * (rgb[k] - grey) - 128) * contrast + 128;
            rgb[k] = value * static_cast<float>(light.gain[k]);
        }
    }
}

std::array<double, 3> gains(double all, double red, double green, double blue) {
    return {all * red, all * green, all * blue};
}

Light overcastLight(double t) {
    return {1 - .6 * t, 1 - .55 * t, gains(1 - .15 * t, 1 - .04 * t, 1, 1)};
}

// Falling drops, each a streak of about a sixth of the side.
void addStreaks(Frame& frame, double t, Rng& rng) {
    Frame drops = normalLayer(frame, 0, 1, rng);
    const double length = std::max(2.0, std::min(frame.width, frame.height) / 6.0);
    for (float& value : drops.values) value = value > static_cast<float>(2.5 - .7 * t) ? 255 : 0;
    smear(drops, length / 2, length / 2, 75 + 30 * rng.uniform());
    const auto bright = static_cast<float>(.5 * t * std::sqrt(length));
    for (std::size_t i = 0; i < frame.values.size(); ++i)
        frame.values[i] += bright * drops.values[i / 3];
}

// Out of focus, with fringes of colour and dark corners.
void seeThroughPoorLens(Frame& frame, double t) {
    blurGaussian(frame, .022 * t * std::min(frame.width, frame.height), Border::Mirror);
    const Frame from = frame;
    const float red = 1 / static_cast<float>(1 + .06 * t);
    const float green = 1 / static_cast<float>(1 + .03 * t);
    const float cx = static_cast<float>(frame.width - 1) / 2;
    const float cy = static_cast<float>(frame.height - 1) / 2;
    const float corner = std::max(cx * cx + cy * cy, 1e-6F);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            float* rgb = frame.row(y) + 3 * x;
            const float dx = static_cast<float>(x) - cx;
            const float dy = static_cast<float>(y) - cy;
            rgb[0] = between(from, cx + dx * red, cy + dy * red, 0, Border::Nearest);
            rgb[1] = between(from, cx + dx * green, cy + dy * green, 1, Border::Nearest);
            const float light = 1 - static_cast<float>(.8 * t) * (dx * dx + dy * dy) / corner;
            for (int k = 0; k < 3; ++k) rgb[k] *= light;
        }
}

}  // namespace

void paintScene(Frame& frame, Corruption scene, double t, Rng& rng) {
    switch (scene) {
        case Corruption::Dawn:
            fog(frame, {.9 * t, 3}, rng);
            return shine(frame, {1, 1 - .1 * t, gains(1 - .25 * t, 1, 1 - .2 * t, 1 - .14 * t)});
        case Corruption::Dusk:
            return shine(frame, {1, 1 - .2 * t, gains(1 - .45 * t, 1, 1 - .25 * t, 1 - .45 * t)});
        case Corruption::Night:
            shine(frame, {1 - .7 * t, 1 - .2 * t, gains(1 - .78 * t, 1 - .25 * t, 1 - .1 * t, 1)});
            return addGaussianNoise(frame, {.05 * t}, rng);
        case Corruption::Overcast:
            return shine(frame, overcastLight(t));
        case Corruption::Rain:
            blurGaussian(frame, .012 * t * std::min(frame.width, frame.height), Border::Mirror);
            shine(frame, overcastLight(.8 * t));
            return addStreaks(frame, t, rng);
        default:
            return seeThroughPoorLens(frame, t);
    }
}

}  // namespace splitee
