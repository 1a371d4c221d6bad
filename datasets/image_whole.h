// SPDX-License-Identifier: GPL-3.0-or-later
// Tells from an image file's bytes, without decoding its pixels, whether it is whole.
#pragma once

#include <string_view>

namespace splitee {

/// The decoder's name by the first bytes, "jpeg", "png", "webp" or "bmp"; "" for what is not read.
[[nodiscard]] const char* imageFormat(std::string_view bytes);

/// Is the end of the JPEG missing? libjpeg fills what is missing with grey and only warns.
[[nodiscard]] bool isCutOffJpeg(std::string_view bytes);

/// Are pixels of the BMP missing, by the size that its header tells? Qt fills them with black.
[[nodiscard]] bool isCutOffBmp(std::string_view bytes, int width, int height);

/// May the decoder refuse it although its header is fine? False for a PNG whose sums are right and
/// for JPEG and BMP, whose damaged pixels are shown as they are.
[[nodiscard]] bool mayBeDamaged(std::string_view bytes);

}  // namespace splitee
