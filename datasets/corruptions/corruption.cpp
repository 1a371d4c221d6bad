// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/corruptions/corruption.h"

#include <algorithm>
#include <string>

#include "datasets/corruptions/families.h"
#include "datasets/corruptions/filters.h"

namespace splitee {

constinit const std::array<CorruptionInfo, 25> kCorruptions{{
    {Corruption::GaussianNoise, "gaussian_noise", CorruptionFamily::Noise,
     "Little light: normal noise on every value"},
    {Corruption::ShotNoise, "shot_noise", CorruptionFamily::Noise,
     "Few photons: each value is a count, Poisson distributed"},
    {Corruption::ImpulseNoise, "impulse_noise", CorruptionFamily::Noise,
     "Bit errors: a share of the values is white or black"},
    {Corruption::SpeckleNoise, "speckle_noise", CorruptionFamily::Noise,
     "Normal noise in proportion to the value"},
    {Corruption::DefocusBlur, "defocus_blur", CorruptionFamily::Blur,
     "Out of focus: the mean over a disk"},
    {Corruption::GaussianBlur, "gaussian_blur", CorruptionFamily::Blur,
     "The mean under a Gaussian"},
    {Corruption::GlassBlur, "glass_blur", CorruptionFamily::Blur,
     "Frosted glass: pixels change places with neighbours between two blurs"},
    {Corruption::MotionBlur, "motion_blur", CorruptionFamily::Blur,
     "A moving camera: smeared along one direction"},
    {Corruption::ZoomBlur, "zoom_blur", CorruptionFamily::Blur,
     "A camera that moves ahead: the mean of enlarged images"},
    {Corruption::Snow, "snow", CorruptionFamily::Weather,
     "Bright streaks over an image that is whitened"},
    {Corruption::Frost, "frost", CorruptionFamily::Weather, "Ice on a pane in front of the image"},
    {Corruption::Fog, "fog", CorruptionFamily::Weather,
     "Patches of a plasma fractal, at less contrast"},
    {Corruption::Spatter, "spatter", CorruptionFamily::Weather,
     "Drops of water (severities 1 to 3) or mud (4 and 5) on the lens"},
    {Corruption::Brightness, "brightness", CorruptionFamily::Light,
     "More daylight: V of HSV is raised"},
    {Corruption::Contrast, "contrast", CorruptionFamily::Light,
     "Values nearer to the channel's mean"},
    {Corruption::Saturate, "saturate", CorruptionFamily::Light,
     "Colours paler (severities 1 and 2) or stronger (3 to 5)"},
    {Corruption::ElasticTransform, "elastic_transform", CorruptionFamily::Digital,
     "Stretched and bent, globally and locally"},
    {Corruption::Pixelate, "pixelate", CorruptionFamily::Digital, "Fewer and larger pixels"},
    {Corruption::JpegCompression, "jpeg_compression", CorruptionFamily::Digital,
     "Compressed as JPEG"},
    {Corruption::Dawn, "dawn", CorruptionFamily::Scene, "Scene of ours: mist in pink light"},
    {Corruption::Dusk, "dusk", CorruptionFamily::Scene,
     "Scene of ours: little light, warm, of low contrast"},
    {Corruption::Night, "night", CorruptionFamily::Scene,
     "Scene of ours: hardly any light or colour, and the noise that comes with it"},
    {Corruption::Overcast, "overcast", CorruptionFamily::Scene,
     "Scene of ours: grey light of low contrast"},
    {Corruption::Rain, "rain", CorruptionFamily::Scene,
     "Scene of ours: overcast, a little blurred, with bright streaks"},
    {Corruption::Lens, "lens", CorruptionFamily::Scene,
     "Scene of ours: a poor lens, out of focus, with fringes of colour and dark corners"},
}};

void corrupt(Frame& frame, Corruption corruption, double severity, std::uint64_t seed,
             std::uint64_t sample) {
    const std::string_view name = kCorruptions[static_cast<std::size_t>(corruption)].name;
    Rng rng(seed, "corruption " + std::string(name), sample);
    const int side = std::min(frame.width, frame.height);
    const Constants c = constantsOf(corruption, severity, side);
    switch (corruption) {
        case Corruption::GaussianNoise:
            return addGaussianNoise(frame, c, rng);
        case Corruption::ShotNoise:
            return addShotNoise(frame, c, rng);
        case Corruption::ImpulseNoise:
            return addImpulseNoise(frame, c, rng);
        case Corruption::SpeckleNoise:
            return addSpeckleNoise(frame, c, rng);
        case Corruption::DefocusBlur: {
            const int low = std::clamp(static_cast<int>(severity), 1, kSeverities - 1);
            return blurDefocused(frame, constantsAt(corruption, low, side),
                                 constantsAt(corruption, low + 1, side), severity - low);
        }
        case Corruption::GaussianBlur:
            return blurGaussian(frame, c[0], Border::Nearest);
        case Corruption::GlassBlur:
            return blurBehindGlass(frame, c, rng);
        case Corruption::MotionBlur:
            return blurMoving(frame, c, rng);
        case Corruption::ZoomBlur:
            return blurZoomed(frame, c);
        case Corruption::Snow:
            return snow(frame, c, rng);
        case Corruption::Frost:
            return frost(frame, c, rng);
        case Corruption::Fog:
            return fog(frame, c, rng);
        case Corruption::Spatter:
            return spatter(frame, c, rng);
        case Corruption::Brightness:
            return brighten(frame, c);
        case Corruption::Contrast:
            return changeContrast(frame, c);
        case Corruption::Saturate:
            return saturate(frame, c);
        case Corruption::ElasticTransform:
            return transformElastically(frame, c, rng);
        case Corruption::Pixelate:
            return pixelate(frame, c);
        case Corruption::JpegCompression:
            return compressAsJpeg(frame, c);
        default:
            return paintScene(frame, corruption, c[0], rng);
    }
}

}  // namespace splitee
