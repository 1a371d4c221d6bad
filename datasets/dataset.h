// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: random access to labelled samples, all images or all texts.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
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

/// A text, or two that are judged together: premise and hypothesis, question and sentence. UTF-8.
struct Text {
    std::string first;
    std::string second;  ///< empty: there is none

    friend bool operator==(const Text&, const Text&) = default;
};

enum class InputKind { Image, Text };

struct Sample {
    std::variant<Image, Text> input;
    std::int32_t label = -1;  ///< index into classNames(), -1: unknown

    /// Of a sample whose dataset says so by its inputKind().
    [[nodiscard]] const Image& image() const { return std::get<Image>(input); }
    [[nodiscard]] Image& image() { return std::get<Image>(input); }
    [[nodiscard]] const Text& text() const { return std::get<Text>(input); }
    [[nodiscard]] Text& text() { return std::get<Text>(input); }
};

/// Which part of a dataset. CIFAR-10, folders and texts hold out part of the training samples for
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

/// Images of one side length, or texts, with labels. Thread-safe for concurrent read() calls.
class Dataset {
public:
    virtual ~Dataset() = default;
    [[nodiscard]] virtual std::string name() const = 0;   ///< for the user ("cifar10 test")
    [[nodiscard]] virtual std::int64_t size() const = 0;  ///< samples
    /// What every sample is.
    [[nodiscard]] virtual InputKind inputKind() const { return InputKind::Image; }
    [[nodiscard]] virtual int side() const = 0;  ///< width = height of images, pixels; 0 of texts
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
