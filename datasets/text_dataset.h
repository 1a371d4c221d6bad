// SPDX-License-Identifier: GPL-3.0-or-later
// Datasets of texts with labels, from files, folders and archives of the formats that sets of texts
// are published in.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "datasets/dataset.h"

namespace splitee {

/// Opens `name`: PATH, or PATH#COLUMNS. PATH is a file (text_format.h; gzip, bzip2, xz), or a
/// folder or zip or tar archive with files of parts or classes (text_folder.h). COLUMNS, parted by
/// commas: columns as textFormat() takes them, and map=NAME as labelMapFrom() does:
/// `a.csv#review,label`, `snli_1.0_dev.jsonl#map=splitee_snli`. A file or folder without parts is
/// whole in the parts test and all; a twentieth is held out of it for validation, and the rest is
/// for training (text_holdout.h). `classes`: the network's, by which labels are numbered
/// (text_labels.h); empty: those of the set, in its own order. The texts are kept in memory; what
/// is too much: text_reader.h. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Dataset>> openTexts(
    const std::string& name, Split split, const std::vector<std::string>& classes = {});

}  // namespace splitee
