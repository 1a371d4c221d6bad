// SPDX-License-Identifier: GPL-3.0-or-later
// A dataset from a folder of classes: <class>/<image>, JPEG, PNG, BMP or WebP, detected by content;
// or from a zip or tar archive of such a folder.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "datasets/dataset.h"

namespace splitee {

/// Opens `path`; a class is a folder with images at any depth (Caltech's NNN.name shows as name),
/// sorted by folder name. What is entered, passed over and taken for train, val and test:
/// folder_layout.h. `classes`: what a network tells apart; the folders' labels are then its, found
/// by name (class_match.h), and classNames() is `classes`. Empty: labels follow the folders' order,
/// as in training. Every image of the part is read once to check and hash it; those that cannot be
/// read are left out, more than 1 % of them is an error. Images are decoded when asked for: grey
/// becomes RGB, alpha is laid over white, the centre square is resized to side x side with an
/// area-averaging filter. 1 <= side <= 1024. What an image may be: image_file.h. Of an archive
/// (archiveTree()) the images of the part are kept in memory. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Dataset>> openImageFolder(
    const std::filesystem::path& path, int side, Split split,
    const std::vector<std::string>& classes = {});

/// Names of its class folders, sorted; images are not read. The same errors. Blocks.
[[nodiscard]] Result<std::vector<std::string>> classFoldersOf(const std::filesystem::path& path);

}  // namespace splitee
