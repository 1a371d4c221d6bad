// SPDX-License-Identifier: GPL-3.0-or-later
// Decodes one image file to a square RGB image. The file is untrusted: every size in it is checked.
#pragma once

#include <filesystem>
#include <string>

#include "datasets/dataset.h"

namespace splitee {

/// Greatest side that images are resized to, pixels.
inline constexpr int kMaxImageSide = 1024;

/// Reads a JPEG, PNG, BMP or WebP file, told by its first bytes; no other decoder is ever tried.
/// The centre square is resized to side x side (1 <= side <= kMaxImageSide) with an area-averaging
/// filter; grey becomes RGB, alpha is laid over white. Refuses anything but a regular file, files
/// above 256 MiB, images of more than 64 million pixels (before a pixel is decoded) and JPEGs and
/// BMPs that are cut off. Errors name the file and the reason. Blocks.
[[nodiscard]] Result<Image> readImageFile(const std::filesystem::path& path, int side);

/// Reads the file once and tells whether readImageFile() will take it, from its header, its end and
/// its sums; pixels are decoded only where these leave a doubt. Returns the SHA-256 of the file, 32
/// bytes. The same errors. Blocks.
[[nodiscard]] Result<std::string> checkImageFile(const std::filesystem::path& path);

}  // namespace splitee
