// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: random access to labelled images.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/result.h"

namespace splitee {

struct Distortion;

/// An RGB image, 8 bits a channel, rows top down, channels interleaved: pixel (x, y) starts at (y *
/// width + x) * 3.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;  ///< [height * width * 3]

    friend bool operator==(const Image&, const Image&) = default;
};

struct Sample {
    Image image;
    std::int32_t label = -1;  ///< index into classNames(), -1: unknown
};

/// Which part of a dataset. CIFAR-10 and a folder hold out part of the training images for
/// validation. All: every sample of the three, in an order of the dataset's own.
enum class Split { Train, Validation, Test, All };

/// Samples in each part, those that cannot be read among them; zeros where there are no parts.
struct PartSizes {
    std::int64_t train = 0, validation = 0, test = 0, all = 0;

    [[nodiscard]] std::int64_t of(Split split) const {
        return split == Split::Train        ? train
               : split == Split::Validation ? validation
               : split == Split::Test       ? test
                                            : all;
    }
    friend bool operator==(const PartSizes&, const PartSizes&) = default;
};

/// Images of one side length with labels. Thread-safe for concurrent read() calls.
class Dataset {
public:
    virtual ~Dataset() = default;
    [[nodiscard]] virtual std::string name() const = 0;   ///< for the user ("cifar10 test")
    [[nodiscard]] virtual std::int64_t size() const = 0;  ///< samples
    [[nodiscard]] virtual int side() const = 0;           ///< width = height of every image, pixels
    [[nodiscard]] virtual const std::vector<std::string>& classNames() const = 0;
    /// Sample 0 <= index < size(). May block on a file.
    [[nodiscard]] virtual Result<Sample> read(std::int64_t index) const = 0;
    /// Of a sample, the same under every distortion.
    [[nodiscard]] virtual Result<std::int32_t> label(std::int64_t index) const {
        return read(index).map([](const Sample& sample) { return sample.label; });
    }
    /// The same samples as others distorted and recorded them; null: this dataset has none, distort
    /// it. An error: it has some, but not this. Blocks.
    [[nodiscard]] virtual Result<std::shared_ptr<const Dataset>> recorded(
        const Distortion& /*distortion*/) const {
        return nullptr;
    }
    /// Hex digest (SHA-256) of what defines the data: file contents, or generator version. For
    /// provenance.
    [[nodiscard]] virtual std::string hash() const = 0;
    [[nodiscard]] virtual PartSizes parts() const { return {}; }
    /// What was left out or taken for something when it was opened, a sentence each; for the user.
    [[nodiscard]] virtual std::vector<std::string> remarks() const { return {}; }
};

}  // namespace splitee
