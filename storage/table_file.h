// Exit tables in binary (.exits): everything that a table holds, depths too, at about 36 bytes a sample for 7 exits.
//
// Layout, little endian: "SPLITEXT", u32 version, u32 L, u64 n, u32 name bytes, u8 confidence bytes (4 or 8),
// u8 prediction bytes (1 or 2), name, f64 depth[L], i64 sample[n], i32 label[n], confidence[n*L], prediction[n*L],
// u64 checksum (FNV-1a of all before). Confidences take 4 bytes where every one is a float exactly.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "engine/exit_table.h"

namespace splitee {

/// The bytes of a .exits file. A name over 4096 bytes is cut.
[[nodiscard]] std::string encodeTable(const ExitTable& table);
/// Checks sizes before it allocates, the checksum, and validate(). `origin` names the source in errors.
[[nodiscard]] Result<ExitTable> decodeTable(std::string_view bytes, const std::string& origin);

/// Writes PATH.part, then renames. Refuses a table that is not valid. Blocks.
[[nodiscard]] Result<void> writeTableFile(const std::filesystem::path& path, const ExitTable& table);

/// Reads .exits or any CSV layout, told by content. Blocks.
[[nodiscard]] Result<ExitTable> readTable(const std::filesystem::path& path);

/// Hex digest (16 digits) of a table's values and depths, not of its name, for provenance.
[[nodiscard]] std::string tableHash(const ExitTable& table);

}  // namespace splitee
