// SPDX-License-Identifier: GPL-3.0-or-later
// Exit tables in binary (.exits): everything that a table holds, depths too, at about 36 bytes a
// sample for 7 exits, 70 with their entropies and five context columns; packed, some 43 of
// these 70.
//
// Layout, little endian: "SPLITEXT", u32 version, u32 L, u64 n, u32 name bytes, u8 confidence bytes
// (4 or 8), u8 prediction bytes (1 or 2); from version 2 on: u8 entropy bytes, u8 context bytes
// (each 0: none, 2, 4 or 8), u32 bytes of the context names; name; context names, joined by commas;
// f64 depth[L], i64 sample[n], i32 label[n], confidence[n*L], prediction[n*L], entropy[n*L],
// context[n*F], u64 checksum (FNV-1a of all before). Values take 4 bytes where every one of the
// column is a float exactly; entropies 2 where every one is k kEntropyStep, context 2 where every
// one is k kContextStep, k = 0..65535. A table with neither column is written as version 1.
// Version 3 is packed: confidences take 2 bytes where every one is k kConfidenceStep, and what
// follows the depths is packed by packedColumns().
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/world/exit_table.h"
#include "storage/tables/chosen_rows.h"

namespace splitee {

/// Packed: smaller, slower to write; the same table. Programs before 0.2 read plain ones alone.
enum class TableForm { Plain, Packed };

/// The bytes of a .exits file. A name over 4096 bytes is cut.
[[nodiscard]] std::string encodeTable(const ExitTable& table, TableForm form = TableForm::Plain);
/// Checks sizes before it allocates, the checksum, and validate(). `origin` names the source in
/// errors.
[[nodiscard]] Result<ExitTable> decodeTable(std::string_view bytes, const std::string& origin);

/// Writes PATH.part, then renames. Refuses a table that is not valid. Blocks.
[[nodiscard]] Result<void> writeTableFile(const std::filesystem::path& path, const ExitTable& table,
                                          TableForm form = TableForm::Plain);

/// Reads .exits or any CSV layout, told by content; only text has rows to choose. Blocks.
[[nodiscard]] Result<ExitTable> readTable(const std::filesystem::path& path,
                                          const std::vector<RowChoice>& choices = {});

/// Hex digest (16 digits) of a table's values and depths, and of its entropies and context where it
/// has them; not of its name, and the same for both forms. For provenance.
[[nodiscard]] std::string tableHash(const ExitTable& table);

}  // namespace splitee
