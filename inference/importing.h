// SPDX-License-Identifier: GPL-3.0-or-later
// Import of a network from outside, with or without exits of its own: what is asked for and what
// came of it. No LibTorch here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "inference/model_file.h"

namespace splitee {

/// A single tensor of a network through which all that follows goes: an exit can be attached there.
struct Place {
    std::string name;               ///< of the module that makes it: "layer2.1.relu"
    std::int64_t multiplyAdds = 0;  ///< from the image to here
    PayloadTensor tensor;
};

/// What a network from outside says by itself, before it is imported.
struct NetworkProbe {
    int side = 0;                    ///< of an image that it takes, pixels
    int exits = 0;                   ///< of its own
    std::int64_t classes = 0;        ///< that each of them tells apart
    std::int64_t multiplyAdds = 0;   ///< of the whole network, for one image
    std::vector<Place> places = {};  ///< of a network with one exit: where more can be attached
};

struct ImportRequest {
    std::filesystem::path network;  ///< a TorchScript archive
    ImageInput input;
    std::vector<std::string> classNames;
    /// Where exits are attached to a network with one: "auto", their number, or names of places by
    /// commas. Empty: the network has exits of its own.
    std::string attach;
    std::int64_t images = 20'000;  ///< of the training images at most so many, chosen by `seed`
    std::uint64_t seed = 1;
    int threads = 1;        ///< that compute features and validate; the result is the same
    Provenance provenance;  ///< program, command and dataset; the import fills in the rest
};

struct ImportReport {
    ModelFile model;
    std::vector<double> temperatures;  ///< [L] fitted on the validation images; empty without
    /// [L] the largest difference of each exit between the network whole and cut, on random images.
    std::vector<double> differences;
};

}  // namespace splitee
