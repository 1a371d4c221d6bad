// SPDX-License-Identifier: GPL-3.0-or-later
// Reads exit tables in the layouts that others publish.
#pragma once

#include "storage/tables/table_file.h"

namespace splitee {

/// Reads any table that this program knows, told by its content: binary .exits, our own CSV, and
/// the layouts of edOffTS (target, conf_branch_b, prediction_branch_b), adaptive_early_exit
/// (target, conf_branch_b, infered_class_branches_b) and
/// Sample_ID,Exit,Confidence,Prediction,Label. A table of predictions without confidences is
/// refused. Blocks.
[[nodiscard]] inline Result<ExitTable> importTable(const std::filesystem::path& path) {
    return readTable(path);
}

}  // namespace splitee
