// SPDX-License-Identifier: GPL-3.0-or-later
// Opens datasets by name, as flags and experiment files give them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/dataset.h"

namespace splitee {

/// `cifar10:PATH`, `cifar10c:PATH`, `folder:PATH`, `signs`, or `text:PATH#COLUMNS`
/// (text_dataset.h). `side`: the pixels that the network wants, 0 where any will do; folder resizes
/// to it (0: 32), cifar10 and signs have 32. `classes`: the network's, by which folder finds its
/// own (class_match.h), and text (text_labels.h); empty: the folder's names in their order. A name
/// that is none of these but a path stands for datasetAt() it. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Dataset>> openDataset(
    std::string_view name, Split split, int side, const std::vector<std::string>& classes = {});

/// The name of the dataset at `path`, "cifar10:PATH", "cifar10c:PATH", "text:PATH" or
/// "folder:PATH", told by the names that lie there: batches of CIFAR-10 (also the Python edition,
/// which openDataset() then refuses), arrays of CIFAR-10-C, files of texts and no images, or
/// folders and archives of images. The error says what it is instead and what to do. Blocks.
[[nodiscard]] Result<std::string> datasetAt(const std::filesystem::path& path);

/// `name` as openDataset() takes it, with its kind in front: a path becomes datasetAt() it, and may
/// have #COLUMNS behind.
[[nodiscard]] Result<std::string> datasetName(const std::string& name);

/// What the samples of a dataset that datasetName() names are, told from its kind alone.
[[nodiscard]] InputKind inputKindOf(std::string_view name);

/// The classes of the dataset `name`, by its folders or its kind; images are not read, texts are.
/// Blocks.
[[nodiscard]] Result<std::vector<std::string>> classesOf(std::string_view name);

}  // namespace splitee
