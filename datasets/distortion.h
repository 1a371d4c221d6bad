// SPDX-License-Identifier: GPL-3.0-or-later
// Distortion: what is done to samples before the network sees them, as in I-SplitEE (arXiv
// 2401.10541), CIFAR-10-C and ImageNet-C (arXiv 1903.12261). docs/distortions.md describes those of
// images; of texts there are typing errors and missing words.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/corruptions/corruption.h"
#include "datasets/dataset.h"

namespace splitee {

enum class DistortionKind {
    Clean,
    GaussianBlur,
    GaussianNoise,
    LegacyWrap,
    Corruption,
    Typos,
    DroppedWords
};

/// A kind and its amount.
/// - gaussian_blur: standard deviation in pixels; cut at 4 of them, borders reflected (d c b a | a
/// b c d | d c b a).
/// - gaussian_noise: clipped Gaussian noise. The paper's levels .5 to 3 have no stated unit; ours
/// is one twenty-fifth of
///   the pixel range: level 1 is a standard deviation of .04 on [0, 1] images, severity 1 of
///   CIFAR-10-C.
/// - legacy_wrap: what a published script does: N(0, sigma) cast to an unsigned byte, so that draws
/// <= -1 wrap to about
///   255 and, added with saturation, make white salt: a share of Phi(-1/sigma) of the values.
/// - a corruption: its severity, 1 to 5, at the constants of CIFAR-10-C for images of up to 32
///   pixels a side (the smaller one decides), of ImageNet-C from 96 on, and between the two
///   linearly between these.
/// - typos: of texts, the share of letters that are left out, doubled, swapped with the next
///   character or replaced by a neighbour on the keyboard, each as often.
/// - dropped_words: of texts, the share of words that are missing; one is always left.
struct Distortion {
    DistortionKind kind = DistortionKind::Clean;
    double amount = 0;
    Corruption corruption = {};  ///< of the kind Corruption

    friend bool operator==(const Distortion&, const Distortion&) = default;
};

/// Noise level 1 as a standard deviation on [0, 1] images.
inline constexpr double kNoiseUnit = 0.04;
inline constexpr double kMaxDistortionAmount = 10;  ///< of images; of texts it is 1, a share

/// What lists and forms say of a distortion that can be named.
struct DistortionInfo {
    std::string name;       ///< "gaussian_blur", "cifar10c:gaussian_blur", "fog"
    Distortion distortion;  ///< its kind; at severity 3 or amount 1
    CorruptionFamily family;
    std::string help;  ///< one sentence without a full stop
};

/// Those of images, all but clean: those with an amount of their own, then the corruptions and
/// scenes.
[[nodiscard]] std::vector<DistortionInfo> distortionList();

/// What a kind applies to; nothing: to everything.
[[nodiscard]] std::optional<InputKind> inputOf(DistortionKind kind);

/// Whether the samples of a dataset can be distorted so: an image cannot hold typos.
[[nodiscard]] Result<void> applies(const Distortion& distortion, const Dataset& dataset);

/// Reads `clean`, `NAME:AMOUNT` (0 < amount <= 10, of texts 1), or `NAME@SEVERITY` (1 to 5, also
/// between). The amount of a corruption is its severity: fog:3 is fog@3. `cifar10c:NAME@SEVERITY`
/// is the published corruption of that name, where NAME alone is an older distortion of ours
/// (gaussian_noise, gaussian_blur) and where it is not.
[[nodiscard]] Result<Distortion> parseDistortion(std::string_view text);

/// The inverse: "clean", "gaussian_blur:0.8", "fog:3", "cifar10c:gaussian_blur:3".
[[nodiscard]] std::string toText(const Distortion& distortion);

/// The severity 1..5 that it has or that its amount stands for, if any.
[[nodiscard]] std::optional<double> severityOf(const Distortion& distortion);

/// Depends on (image, distortion, seed, sample) alone, never on the order of work.
/// The distortion's kind applies to images, below to texts.
[[nodiscard]] Image distort(const Image& image, const Distortion& distortion, std::uint64_t seed,
                            std::int64_t sample);

[[nodiscard]] Text distort(const Text& text, const Distortion& distortion, std::uint64_t seed,
                           std::int64_t sample);

/// `dataset` seen through a distortion that applies() to it. The hash stays that of the data; the
/// name says what was done.
[[nodiscard]] std::shared_ptr<const Dataset> distorted(std::shared_ptr<const Dataset> dataset,
                                                       const Distortion& distortion,
                                                       std::uint64_t seed);

/// The same, or where the dataset brings images that others distorted (cifar10c), those. The error
/// says what it does not hold. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Dataset>> underDistortion(
    std::shared_ptr<const Dataset> dataset, const Distortion& distortion, std::uint64_t seed);

}  // namespace splitee
