// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a network that is to be imported, and the request and images that follow: the
// same for both front ends.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "datasets/dataset.h"
#include "inference/importing.h"

namespace splitee {

/// As flags and fields give it.
struct ImportWords {
    std::string network;  ///< a TorchScript archive
    std::string classes;  ///< a file with one a line, or a,b,c; "": those of the dataset
    int side = 32;        ///< pixels
    std::string mean = "0", deviation = "1";  ///< a number, or three by commas
    std::string attach;                       ///< see ImportRequest
    std::string dataset;                      ///< as datasetName() gives it, or ""
    std::int64_t images = ImportRequest().images;
    std::uint64_t seed = 1;
    int threads = 1;
    std::string out;  ///< the model file
};

/// Whether errors name flags or the fields of a form.
enum class AskedBy { Flags, Form };

/// Names as a list a,b,c or a file with one a line holds them. The error is the end of a sentence
/// about `text`. Blocks where it is a file.
[[nodiscard]] Result<std::vector<std::string>> classNamesFrom(const std::string& text);

/// Classes, input and provenance are checked; the network is not read. Blocks where classes come
/// from a file or a dataset.
[[nodiscard]] Result<ImportRequest> importRequest(const ImportWords& words, AskedBy asked);

struct ImportImages {
    std::shared_ptr<const Dataset> training, validation;  ///< null: not asked for
};

/// The images of the dataset, where there is one: to validate, and to train exits where they are to
/// be attached. Blocks.
[[nodiscard]] Result<ImportImages> openImportImages(const ImportWords& words,
                                                    const std::vector<std::string>& classNames);

}  // namespace splitee
