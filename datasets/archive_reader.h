// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the decompressed bytes of a file, or of the entries of an archive, through libarchive, with
// a size limit against decompression bombs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

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

/// The same piece by piece, for files that are not to be held in memory, until `sink` returns
/// false.
[[nodiscard]] Result<void> streamCompressedFile(const std::filesystem::path& path,
                                                std::int64_t maxBytes,
                                                const std::function<bool(std::string_view)>& sink);

/// What is too much for an archive of its kind.
struct ArchiveLimits {
    int entries = 100'000;
    std::int64_t skippedBytes = std::int64_t{4}
                                << 30;  ///< unpacked, of entries that are not wanted
};
/// Of archives of images.
inline constexpr ArchiveLimits kImageArchive{300'000, std::int64_t{64} << 30};

/// A tar archive, plain or compressed (gzip, bzip2, xz), or a zip archive, entry by entry. An entry
/// that is damaged is an error, unless `damaged` is given, which then hears of it. Blocks.
[[nodiscard]] Result<void> readArchive(const std::filesystem::path& path, const EntryLimit& limit,
                                       const EntryReader& reader, const ArchiveLimits& limits = {},
                                       const std::function<void(const std::string&)>& damaged = {});

struct ArchiveEntry {
    std::string name;                       ///< as the archive has it: it may lead anywhere
    bool isFile = false, isFolder = false;  ///< neither: a link or a device
};
/// The names in such an archive, within kImageArchive. Blocks.
[[nodiscard]] Result<void> listArchive(const std::filesystem::path& path,
                                       const std::function<void(const ArchiveEntry&)>& visit);

/// Is this file such an archive, by its first bytes and a first entry that can be read? False for
/// single compressed files and for documents that are zip archives inside (Excel, OpenDocument).
[[nodiscard]] bool isArchive(const std::filesystem::path& path);

}  // namespace splitee
