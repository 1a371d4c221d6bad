// SPDX-License-Identifier: GPL-3.0-or-later
// Decodes one image file to a square RGB image. The file is untrusted: every size in it is checked.
#pragma once

#include <filesystem>
#include <string>

#include "datasets/dataset.h"

namespace splitee {

/// Greatest side that images are resized to, pixels.
inline constexpr int kMaxImageSide = 1024;

/// Most bytes that an image file may have.
inline constexpr std::size_t kMaxImageBytes = std::size_t{256} << 20;

/// The bytes of a regular file of at most kMaxImageBytes. The error is the reason alone. Blocks.
[[nodiscard]] Result<std::string> imageFileBytes(const std::filesystem::path& path);

/// Reads a JPEG, PNG, BMP or WebP file from its bytes, told by the first ones; no other decoder is
/// ever tried. The centre square is resized to side x side (1 <= side <= kMaxImageSide) with an
/// area-averaging filter; grey becomes RGB, alpha is laid over white. Refuses images of more than
/// 64 million pixels (before a pixel is decoded) and JPEGs and BMPs that are cut off. Errors name
/// the file and the reason.
[[nodiscard]] Result<Image> readImage(const std::string& bytes, const std::filesystem::path& name,
                                      int side);

/// Both at once. Blocks.
[[nodiscard]] Result<Image> readImageFile(const std::filesystem::path& path, int side);

/// Tells whether readImage() will take it, from its header, its end and its sums; pixels are
/// decoded only where these leave a doubt. Returns the SHA-256 of the bytes, 32 bytes. The same
/// errors.
[[nodiscard]] Result<std::string> checkImage(const std::string& bytes,
                                             const std::filesystem::path& name);

/// The error of an image that cannot be read for this reason.
[[nodiscard]] tl::unexpected<Error> unreadableImage(const std::filesystem::path& name,
                                                    const std::string& why);

}  // namespace splitee
