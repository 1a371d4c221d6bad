// SPDX-License-Identifier: GPL-3.0-or-later
// Frame: an image in floats on the scale of bytes, which corruptions work on.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace splitee {

/// Rows top down, channels interleaved. Values lie in 0..255 at first; what a corruption leaves
/// outside is cut when it becomes bytes.
struct Frame {
    int width = 0, height = 0;
    int channels = 3;           ///< 1 or 3
    std::vector<float> values;  ///< [height * width * channels]

    /// Floats in a row.
    [[nodiscard]] std::size_t stride() const {
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
    }
    [[nodiscard]] float* row(int y) {
        return values.data() + static_cast<std::size_t>(y) * stride();
    }
    [[nodiscard]] const float* row(int y) const {
        return values.data() + static_cast<std::size_t>(y) * stride();
    }
    [[nodiscard]] std::size_t pixels() const {
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    }
};

/// `bytes`: [height * width * 3].
[[nodiscard]] Frame frameOf(int width, int height, std::span<const std::uint8_t> bytes);

/// All zero.
[[nodiscard]] Frame emptyFrame(int width, int height, int channels);

/// A value as a byte: cut to 0..255 and truncated, as NumPy's uint8 does. A value that is whole but
/// for rounding stays what it is.
[[nodiscard]] std::uint8_t truncated(float value);

/// Every value truncated(). [height * width * channels].
[[nodiscard]] std::vector<std::uint8_t> bytesOf(const Frame& frame);

/// What lies beyond the edge of a row a b c d: Nearest a a a, Reflect c b a (the edge repeated),
/// Mirror d c b (the edge once).
enum class Border { Nearest, Reflect, Mirror };

/// The index in 0..n-1 that stands for index i of a row of n.
[[nodiscard]] int inside(int i, int n, Border border);

/// `frame` with `pad` more pixels at its left and right.
[[nodiscard]] Frame padded(const Frame& frame, int pad, Border border);

}  // namespace splitee
