// SPDX-License-Identifier: GPL-3.0-or-later
// TextFolder: which files of a folder or archive hold the texts of which part, told from names.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "datasets/dataset.h"
#include "datasets/file_tree.h"

namespace splitee {

struct TextFolder {
    struct File {
        std::filesystem::path path;
        std::string label;   ///< of all its texts, where a name says it
        bool whole = false;  ///< the file is one text
    };
    /// Sorted files by part; all of them as Split::All where there are no parts.
    std::map<Split, std::vector<File>> parts;
    std::vector<std::string> remarks;  ///< what stands for something or was left out, sentences
};

/// Looks into `path` of `tree`, files at any depth. Known are:
/// - a text a file in folders of classes, `pos` and `neg` of IMDb, below `train` and `test` or not;
/// - a table a part, `train.tsv`, `dev.tsv`, `test.tsv` of GLUE or `snli_1.0_train.jsonl`, in any
///   format of text_format.h; where test has no labels (GLUE's) or there is none, dev is the test
///   part;
/// - `positive.review` and `negative.review`, or one table: without parts.
/// `hasLabels`: asked of a test table. The error of an unclear folder names what there is. Blocks.
[[nodiscard]] Result<TextFolder> textFolder(
    const FileTree& tree, const std::filesystem::path& path,
    const std::function<bool(const std::filesystem::path&)>& hasLabels);

}  // namespace splitee
