// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the texts and labels of one file, whatever its format (text_format.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "datasets/dataset.h"
#include "datasets/text_labels.h"
#include "engine/result.h"

namespace splitee {

/// Most samples, and most bytes of texts, that a dataset holds.
inline constexpr std::size_t kMostTexts = 5'000'000;
inline constexpr std::size_t kMostTextBytes = std::size_t{2} << 30;

/// A file that gives its unpacked bytes piece by piece, more than once, until the sink says false.
struct TextFile {
    std::string name;  ///< for formats, remarks and errors
    std::function<Result<void>(const std::function<bool(std::string_view)>& sink)> stream;
};
/// A file on disk, plain or compressed (gzip, bzip2, xz), of at most 8 GiB unpacked.
[[nodiscard]] TextFile textFileAt(const std::filesystem::path& path);
/// Bytes that were read already, compressed or not.
[[nodiscard]] TextFile textFileOf(std::string name, std::string bytes);
/// Its first kTextHeadBytes. Blocks.
[[nodiscard]] Result<std::string> headOf(const TextFile& file);

struct ReadText {
    Text text;
    std::int32_t word = -1;  ///< index into words, -1: no label
};

struct ReadTexts {
    std::vector<ReadText> samples;
    std::vector<std::string> words;  ///< the different labels, as they stand in the file
    LabelTask task = LabelTask::Unknown;
    std::vector<std::string> remarks;  ///< what was left out, sentences
    std::size_t bytes = 0;             ///< of all texts

    /// Adds a sample and notes its label, "" for none. Says why where it cannot be one: no text, no
    /// UTF-8, too long a label, more than 1,000 labels.
    [[nodiscard]] std::string_view add(Text text, std::string_view label);

private:
    std::unordered_map<std::string, std::int32_t> wordAt_;
};

/// Blanks at both ends go; HTML's <br />, which reviews of IMDb hold, becomes a line feed.
[[nodiscard]] std::string plainReview(std::string_view text);

/// Appends the file's samples to `texts`. `columns`: see textFormat(). `label`: of every sample of
/// a file whose name says it ("positive.review"), or empty. Lines that cannot be read are left out
/// and named in a remark; more than 1 % of them is an error. Samples that their makers gave no
/// label
/// ("-", SNLI) are left out too. Blocks.
[[nodiscard]] Result<void> readTexts(const TextFile& file, const std::vector<std::string>& columns,
                                     const std::string& label, ReadTexts& texts);

}  // namespace splitee
