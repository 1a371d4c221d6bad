// SPDX-License-Identifier: GPL-3.0-or-later
// Corruption: one of the 19 common corruptions of CIFAR-10-C and ImageNet-C (Hendrycks, Dietterich;
// arXiv 1903.12261), or a scene that is made of several.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "datasets/corruptions/frame.h"

namespace splitee {

enum class Corruption {
    GaussianNoise,
    ShotNoise,
    ImpulseNoise,
    SpeckleNoise,
    DefocusBlur,
    GaussianBlur,
    GlassBlur,
    MotionBlur,
    ZoomBlur,
    Snow,
    Frost,
    Fog,
    Spatter,
    Brightness,
    Contrast,
    Saturate,
    ElasticTransform,
    Pixelate,
    JpegCompression,
    Dawn,
    Dusk,
    Night,
    Overcast,
    Rain,
    Lens
};

enum class CorruptionFamily { Noise, Blur, Weather, Light, Digital, Scene };

inline constexpr int kSeverities = 5;

struct CorruptionInfo {
    Corruption corruption;
    std::string_view name;  ///< as published: "gaussian_noise"
    CorruptionFamily family;
    std::string_view help;  ///< what it imitates and how, one sentence without a full stop
};

/// The 19 published ones, then the scenes; the place of each is its number.
extern const std::array<CorruptionInfo, 25> kCorruptions;

[[nodiscard]] constexpr bool isScene(Corruption corruption) {
    return corruption >= Corruption::Dawn;
}

/// Corrupts `frame` at a severity of 1 to 5, which may lie between whole ones: constants.h. Depends
/// on the arguments alone. The random numbers of a sample are the same at every severity, so a
/// small change of severity is a small change of the image, but where a constant is a whole number:
/// docs/distortions.md. Any size from 1 x 1 pixel on, three channels.
void corrupt(Frame& frame, Corruption corruption, double severity, std::uint64_t seed,
             std::uint64_t sample);

}  // namespace splitee
