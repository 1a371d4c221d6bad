// SPDX-License-Identifier: GPL-3.0-or-later
// NetworkInfo: what is known of a network of any kind before it is built: what it takes, its stages
// with their exits and costs, what crosses each cut, and where it came from. No LibTorch here.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace splitee {

/// Images of side x side RGB pixels; a pixel scaled to [0, 1] enters as (value - mean) / deviation.
struct ImageInput {
    int side = 32;
    std::array<double, 3> mean{}, deviation{1, 1, 1};  ///< per channel

    friend bool operator==(const ImageInput&, const ImageInput&) = default;
};

/// Texts, or pairs of them, as pieces of words.
struct TextInput {
    int length = 128;    ///< most pieces of a text; the rest is cut off
    int vocabulary = 0;  ///< pieces that the network knows
    bool lowerCase = true;

    friend bool operator==(const TextInput&, const TextInput&) = default;
};

/// What a network takes.
using NetworkInput = std::variant<ImageInput, TextInput>;

/// One of the tensors that cross a cut.
struct PayloadTensor {
    std::vector<std::int64_t> shape;  ///< of one sample: no batch in front
    std::string type = "float32";     ///< as PyTorch names it
    std::int64_t bytes = 0;

    friend bool operator==(const PayloadTensor&, const PayloadTensor&) = default;
};

/// Counted costs of one stage (what is computed between the cut before and its own) and of its
/// exit, for one sample.
struct StageInfo {
    std::string exit;  ///< name of the exit, for the user
    double depth = 0;  ///< d_i, rising: layers up to the exit, as the kind counts them
    std::int64_t multiplyAdds = 0, parameters = 0;          ///< of the stage
    std::int64_t exitMultiplyAdds = 0, exitParameters = 0;  ///< of the exit's head
    std::vector<PayloadTensor> payload;  ///< what crosses the cut behind the stage

    [[nodiscard]] std::int64_t payloadBytes() const;
    friend bool operator==(const StageInfo&, const StageInfo&) = default;
};

/// Where a model came from.
struct Provenance {
    std::string program;   ///< "splitee 0.1.0"
    std::string torch;     ///< LibTorch's version
    std::string command;   ///< the exact command line that made it
    std::string dataset;   ///< as the user named its kind ("cifar10", "signs")
    std::string dataHash;  ///< of the training data, SHA-256
    std::uint64_t seed = 0;
    std::int64_t epochs = 0;              ///< epochs behind the kept weights
    std::vector<double> accuracyPerExit;  ///< on the validation images, shares in [0, 1]
};

struct NetworkInfo {
    std::string kind;   ///< "mobilenet": key of the kind in a model file
    std::string title;  ///< for the user: "MobileNetV2, width 0.75"
    NetworkInput input;
    std::vector<std::string> classNames;
    std::vector<StageInfo> stages;  ///< [L], 1..kMaxExits
    Provenance provenance;
    std::string hash;  ///< SHA-256 of the model file, hex; "" if it was not read from one

    [[nodiscard]] int exits() const { return static_cast<int>(stages.size()); }
    [[nodiscard]] std::vector<double> depth() const;  ///< [L]
    /// Whether it takes texts; else images.
    [[nodiscard]] bool takesTexts() const { return std::holds_alternative<TextInput>(input); }
    [[nodiscard]] const ImageInput& image() const { return std::get<ImageInput>(input); }
    [[nodiscard]] const TextInput& text() const { return std::get<TextInput>(input); }
    /// Width = height of the images that it takes, pixels; 0 where it takes texts.
    [[nodiscard]] int side() const { return takesTexts() ? 0 : image().side; }
};

}  // namespace splitee
