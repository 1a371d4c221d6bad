// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a packed exit table: their bytes in planes, and these as an .xz stream (liblzma).
// The first bytes of a column's values stand together, then all second bytes: those are alike, so
// they shrink. A table with entropies and context takes some 55 % of its plain size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace splitee {

/// More is written plain: a small file must not fill the memory.
inline constexpr std::uint64_t kMostPackableBytes = 64ULL << 20;

/// Columns of one width that stand side by side in a row: `perSample` values of `bytes` bytes.
struct ColumnGroup {
    std::size_t bytes, perSample;
};

/// Bytes of these columns when they are not packed.
[[nodiscard]] std::uint64_t plainBytes(std::uint64_t samples,
                                       const std::vector<ColumnGroup>& groups);

/// `columns` holds the groups one after the other, each row by row: plainBytes() in all.
[[nodiscard]] std::string packedColumns(std::string_view columns, std::uint64_t samples,
                                        const std::vector<ColumnGroup>& groups);

/// The columns again; nothing where `packed` is not what packedColumns() makes of so many. Memory:
/// twice plainBytes() and 16 MiB; none where plainBytes() exceeds kMostPackableBytes.
[[nodiscard]] std::optional<std::string> unpackedColumns(std::string_view packed,
                                                         std::uint64_t samples,
                                                         const std::vector<ColumnGroup>& groups);

}  // namespace splitee
