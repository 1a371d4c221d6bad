// SPDX-License-Identifier: GPL-3.0-or-later
// TorchScript archives for tests, made by LibTorch itself: networks of random weights, and what
// people should not bring. Torch-free.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "datasets/dataset.h"

namespace splitee::test {

/// Source of forward and what it calls. Parameters: w0 [8, 3, 3, 3], w1 and w2 [8, 8, 3, 3], each
/// with a bias b0..; h0, h1, h2 [8, 16], to logits of 16 classes; and t [16, 16].
void saveScript(const std::filesystem::path& path, const std::string& source);

/// forward of three exits in a row.
[[nodiscard]] std::string threeExits();
/// forward whose second branch starts at the image again: exit 1 does not need it.
[[nodiscard]] std::string twoBranches();
/// forward that writes in place into a tensor which is read before and after.
[[nodiscard]] std::string writtenInPlace();
/// forward with one exit behind a residual sum.
[[nodiscard]] std::string oneExit();
/// forward with one exit behind `layers` convolutions in a row.
[[nodiscard]] std::string deepOneExit(int layers);
/// forward with one exit that takes images of 64 pixels a side and no others.
[[nodiscard]] std::string oneSide();

/// The archive again, each of its records as `change(name, content)` gives it; with `version` as
/// its file version where that is not 0.
void rewriteScript(const std::filesystem::path& from, const std::filesystem::path& to,
                   const std::function<std::string(const std::string&, std::string)>& change,
                   std::uint64_t version = 0);

/// [images][exits][classes] logits of the archive run whole by LibTorch's executor; pixels enter as
/// (value / 255 - 0.5) / 0.25.
[[nodiscard]] std::vector<std::vector<std::vector<double>>> wholeLogits(
    const std::filesystem::path& path, const std::vector<Image>& images);

}  // namespace splitee::test
