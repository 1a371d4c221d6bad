// SPDX-License-Identifier: GPL-3.0-or-later
// A dataset from a folder of classes: <class>/<image>, JPEG, PNG, BMP or WebP, detected by content.
#pragma once

#include <filesystem>
#include <memory>

#include "datasets/dataset.h"

namespace splitee {

/// Opens `path`; a class is a sub-folder with images (Caltech's NNN.name shows as name), sorted by
/// folder name. A root with a single folder of classes in it (101_ObjectCategories) is entered.
/// Images are read when asked for: grey becomes RGB, alpha is laid over white, the centre square is
/// resized to side x side with an area-averaging filter. Split: by a hash of the path below the
/// root, about 70 % train, 15 % validation, 15 % test. 1 <= side <= 1024. What is refused, and why:
/// image_file.h. hash() reads every file once, when first asked for. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Dataset>> openImageFolder(
    const std::filesystem::path& path, int side, Split split);

}  // namespace splitee
