// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a sample before any layer has run, as context for policies: of images that of
// image_statistics.h, of texts their length.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "datasets/dataset.h"

namespace splitee {

/// Their names, in the order of sampleStatistics(). Of texts, the second text counted with the
/// first:
/// - words: log2(1 + w) / 10 of its w words parted by white space, at most 1 (1,023 words).
/// - word_length: mean characters of a word / 16, at most 1.
[[nodiscard]] std::span<const std::string_view> sampleStatisticNames(InputKind kind);

/// Each in [0, 1], rounded to kContextStep, the same on every machine. Pure.
[[nodiscard]] std::vector<double> sampleStatistics(const Sample& sample);

}  // namespace splitee
