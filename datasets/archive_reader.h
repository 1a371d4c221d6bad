// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the decompressed bytes of a file, or of the entries of an archive, through libarchive, with
// a size limit against decompression bombs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "engine/result.h"

namespace splitee {

/// What to do with an entry: its greatest allowed size in bytes, or 0 to skip it. `name`: the path
/// inside the archive.
using EntryLimit = std::function<std::size_t(const std::string& name)>;
/// Receives one wanted entry, whole.
using EntryReader = std::function<Result<void>(const std::string& name, std::string bytes)>;

/// A single file, plain or compressed (gzip, bzip2, xz). Fails as soon as more than `maxBytes` come
/// out. Blocks.
[[nodiscard]] Result<std::string> readCompressedFile(const std::filesystem::path& path,
                                                     std::size_t maxBytes);

/// A tar archive, plain or compressed (gzip, bzip2, xz), entry by entry. At most 100,000 entries
/// are looked at. Blocks.
[[nodiscard]] Result<void> readArchive(const std::filesystem::path& path, const EntryLimit& limit,
                                       const EntryReader& reader);

}  // namespace splitee
