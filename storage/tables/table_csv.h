// SPDX-License-Identifier: GPL-3.0-or-later
// Exit tables as CSV: `sample,label,conf_1..conf_L,pred_1..pred_L`, label -1 or empty where it is
// unknown; then, where the table has them, `entropy_1..entropy_L` in nats and one column
// `context_NAME` for each thing known before the split.
#pragma once

#include <filesystem>
#include <ostream>
#include <vector>

#include "engine/world/exit_table.h"
#include "storage/tables/chosen_rows.h"

namespace splitee {

/// Reads our own layout, or one that others publish, told by its header (published_tables.h), in
/// any dialect of CSV that CsvLines understands. Numbers keep every digit; confidences and
/// entropies that rounding put outside their range by 1e-6 at most are moved to its end; depths
/// become 1..L. A file that holds several distortions or models is refused, with their names,
/// unless `choices` leaves one (ChosenRows). Reads line by line; the error names the line and the
/// column. Blocks.
[[nodiscard]] Result<ExitTable> readTableCsv(const std::filesystem::path& path,
                                             const std::vector<RowChoice>& choices = {});

/// The columns by which a text table's rows must be chosen still, with their values; empty where
/// it holds one distortion and model. Blocks.
[[nodiscard]] Result<std::vector<GroupColumn>> groupColumnsOf(
    const std::filesystem::path& path, const std::vector<RowChoice>& choices = {});

/// Writes our own layout with the shortest digits that read back the same. Depths are not part of
/// it. PATH is replaced as a whole. Blocks.
[[nodiscard]] Result<void> writeTableCsv(const std::filesystem::path& path, const ExitTable& table);
/// The same text onto a stream. The table must be valid.
void writeTableCsv(std::ostream& out, const ExitTable& table);

}  // namespace splitee
