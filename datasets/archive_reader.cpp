// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

#include "engine/current_stop.h"

namespace splitee {
namespace {

constexpr std::size_t kBlockBytes = 1U << 16;
constexpr std::int64_t kGiB = std::int64_t{1} << 30;

struct CloseArchive {
    void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

tl::unexpected<Error> failure(const std::filesystem::path& path, archive* a) {
    const char* why = archive_error_string(a);
    return fail("cannot read " + path.string() + ": " + (why == nullptr ? "it is damaged" : why));
}

// Only what libarchive unpacks itself: support_filter_all would run a program (lrzip, grzip) where
// a file begins as its own.
void allowFilters(archive* a) {
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_xz(a);
}

Result<void> streamEntry(archive* a, const std::filesystem::path& path, const std::string& name,
                         std::int64_t maxBytes, const std::function<bool(std::string_view)>& sink) {
    std::string block(kBlockBytes, '\0');
    for (std::int64_t all = 0;;) {
        const auto got = archive_read_data(a, block.data(), block.size());
        if (got < 0) return failure(path, a);
        if (got == 0) return {};
        if (stopRequested()) return stoppedWhileReading(path.string());
        all += got;
        if (all > maxBytes)
            return fail(path.string() + (name.empty() ? "" : ": " + name) +
                        " unpacks to more than the " + std::to_string(maxBytes) +
                        " bytes that such a file can have; it was not read further");
        if (!sink({block.data(), static_cast<std::size_t>(got)})) return {};
    }
}

Result<std::string> entryBytes(archive* a, const std::filesystem::path& path,
                               const std::string& name, std::size_t maxBytes) {
    std::string bytes;
    auto read = streamEntry(a, path, name, static_cast<std::int64_t>(maxBytes),
                            [&](std::string_view block) {
                                bytes += block;
                                return true;
                            });
    if (!read) return tl::unexpected(read.error());
    return bytes;
}

Result<void> checkFile(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail("cannot read " + path.string() + ": there is no such file");
    if (!std::filesystem::is_regular_file(path, error))
        return fail("cannot read " + path.string() + ": it is not a file");
    return {};
}

// Tar and zip, and nothing that names files outside of it (mtree) or holds others (iso).
Result<Archive> openedArchive(const std::filesystem::path& path) {
    if (auto file = checkFile(path); !file) return tl::unexpected(file.error());
    Archive a(archive_read_new());
    allowFilters(a.get());
    archive_read_support_format_tar(a.get());
    archive_read_support_format_zip(a.get());
    if (archive_read_open_filename(a.get(), path.c_str(), kBlockBytes) != ARCHIVE_OK)
        return failure(path, a.get());
    return a;
}

// Reads past an unwanted entry, but not for ever: a bomb may hide in front of what is wanted. A zip
// archive says where the next one lies.
Result<void> skipEntry(archive* a, const std::filesystem::path& path, std::int64_t& left,
                       const ArchiveLimits& limits) {
    if ((archive_format(a) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP) {
        if (archive_read_data_skip(a) < ARCHIVE_WARN) return failure(path, a);
        return {};
    }
    std::string block(kBlockBytes, '\0');
    for (;;) {
        const auto got = archive_read_data(a, block.data(), block.size());
        if (got < 0) return failure(path, a);
        if (got == 0) return {};
        if (stopRequested()) return stoppedWhileReading(path.string());
        left -= got;
        if (left < 0)
            return fail(path.string() + " unpacks to more than " +
                        std::to_string(limits.skippedBytes / kGiB) +
                        " GiB of files that do not belong to the dataset");
    }
}

// Visits every entry; `visit` reads its data, or says that it is to be skipped.
Result<void> forEachEntry(const std::filesystem::path& path, const ArchiveLimits& limits,
                          const std::function<Result<bool>(archive*, const ArchiveEntry&)>& visit) {
    const auto a = openedArchive(path);
    if (!a) return tl::unexpected(a.error());
    std::int64_t left = limits.skippedBytes;
    for (int entries = 0;; ++entries) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(a->get(), &entry);
        if (status == ARCHIVE_EOF) return {};
        if (status < ARCHIVE_WARN) return failure(path, a->get());
        if (stopRequested()) return stoppedWhileReading(path.string());
        if (entries == limits.entries)
            return fail(path.string() + " holds more than " + std::to_string(limits.entries) +
                        " files: unpack it and name the folder");
        const char* raw = archive_entry_pathname(entry);  // null where the locale has no such name
        if (raw == nullptr) raw = archive_entry_pathname_utf8(entry);
        const bool file =
            archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
        const auto read = visit(
            a->get(), {raw == nullptr ? "" : raw, file, archive_entry_filetype(entry) == AE_IFDIR});
        if (!read) return tl::unexpected(read.error());
        if (*read) continue;
        if (auto passed = skipEntry(a->get(), path, left, limits); !passed) return passed;
    }
}

}  // namespace

Result<void> streamCompressedFile(const std::filesystem::path& path, std::int64_t maxBytes,
                                  const std::function<bool(std::string_view)>& sink) {
    if (auto file = checkFile(path); !file) return tl::unexpected(file.error());
    const Archive a(archive_read_new());
    allowFilters(a.get());
    archive_read_support_format_raw(a.get());
    archive_read_support_format_empty(a.get());
    archive_entry* entry = nullptr;
    if (archive_read_open_filename(a.get(), path.c_str(), kBlockBytes) != ARCHIVE_OK)
        return failure(path, a.get());
    const int header = archive_read_next_header(a.get(), &entry);
    if (header == ARCHIVE_EOF) return {};
    if (header != ARCHIVE_OK) return failure(path, a.get());
    return streamEntry(a.get(), path, "", maxBytes, sink);
}

Result<std::string> readCompressedFile(const std::filesystem::path& path, std::size_t maxBytes) {
    std::string bytes;
    auto read = streamCompressedFile(path, static_cast<std::int64_t>(maxBytes),
                                     [&](std::string_view block) {
                                         bytes += block;
                                         return true;
                                     });
    if (!read) return tl::unexpected(read.error());
    return bytes;
}

Result<void> readArchive(const std::filesystem::path& path, const EntryLimit& limit,
                         const EntryReader& reader, const ArchiveLimits& limits,
                         const std::function<void(const std::string&)>& damaged) {
    return forEachEntry(path, limits, [&](archive* a, const ArchiveEntry& entry) -> Result<bool> {
        const std::size_t maxBytes = limit(entry.name);
        if (maxBytes == 0) return false;
        auto bytes = entryBytes(a, path, entry.name, maxBytes);
        if (!bytes && damaged && !stopRequested()) {
            damaged(entry.name);
            return false;  // what is left of it counts as skipped
        }
        if (!bytes) return tl::unexpected(bytes.error());
        if (auto taken = reader(entry.name, std::move(*bytes)); !taken)
            return tl::unexpected(taken.error());
        return true;
    });
}

Result<void> listArchive(const std::filesystem::path& path,
                         const std::function<void(const ArchiveEntry&)>& visit) {
    return forEachEntry(path, kImageArchive,
                        [&](archive*, const ArchiveEntry& entry) -> Result<bool> {
                            visit(entry);
                            return false;
                        });
}

bool isArchive(const std::filesystem::path& path) {
    const auto a = openedArchive(path);
    if (!a) return false;
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(a->get(), &entry);
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return false;
    const char* raw = archive_entry_pathname(entry);
    const std::string first = raw == nullptr ? "" : raw;
    return first != "[Content_Types].xml" && first != "mimetype" && !first.starts_with("_rels/");
}

}  // namespace splitee
