// SPDX-License-Identifier: GPL-3.0-or-later
// Exit tables as CSV: `sample,label,conf_1..conf_L,pred_1..pred_L`, label -1 or empty where it is
// unknown; then, where the table has them, `entropy_1..entropy_L` in nats and one column
// `context_NAME` for each thing known before the split.
#pragma once

#include <filesystem>
#include <ostream>

#include "engine/world/exit_table.h"

namespace splitee {

/// Reads our own layout, or one that others publish, told by its header (published_tables.h).
/// Numbers keep every digit; depths become 1..L. Reads line by line; the error names the line and
/// the column. Blocks.
[[nodiscard]] Result<ExitTable> readTableCsv(const std::filesystem::path& path);

/// Writes our own layout with the shortest digits that read back the same. Depths are not part of
/// it. PATH is replaced as a whole. Blocks.
[[nodiscard]] Result<void> writeTableCsv(const std::filesystem::path& path, const ExitTable& table);
/// The same text onto a stream. The table must be valid.
void writeTableCsv(std::ostream& out, const ExitTable& table);

}  // namespace splitee
