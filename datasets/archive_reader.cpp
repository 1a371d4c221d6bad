// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace splitee {
namespace {

constexpr std::size_t kBlockBytes = 1U << 16;
constexpr int kMaxEntries = 100'000;
constexpr std::int64_t kMaxSkippedBytes = std::int64_t{4} << 30;

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

Result<std::string> entryBytes(archive* a, const std::filesystem::path& path,
                               const std::string& name, std::size_t maxBytes) {
    std::string bytes;
    std::string block(kBlockBytes, '\0');
    for (;;) {
        const auto got = archive_read_data(a, block.data(), block.size());
        if (got < 0) return failure(path, a);
        if (got == 0) return bytes;
        if (bytes.size() + static_cast<std::size_t>(got) > maxBytes)
            return fail(path.string() + (name.empty() ? "" : ": " + name) +
                        " unpacks to more than the " + std::to_string(maxBytes) +
                        " bytes that such a file can have; it was not read further");
        bytes.append(block.data(), static_cast<std::size_t>(got));
    }
}

Result<void> checkFile(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail("cannot read " + path.string() + ": there is no such file");
    if (!std::filesystem::is_regular_file(path, error))
        return fail("cannot read " + path.string() + ": it is not a file");
    return {};
}

// Reads past an unwanted entry, but not for ever: a bomb may hide in front of what is wanted.
Result<void> skipEntry(archive* a, const std::filesystem::path& path, std::int64_t& skipped) {
    std::string block(kBlockBytes, '\0');
    for (;;) {
        const auto got = archive_read_data(a, block.data(), block.size());
        if (got < 0) return failure(path, a);
        if (got == 0) return {};
        skipped += got;
        if (skipped > kMaxSkippedBytes)
            return fail(path.string() +
                        " unpacks to more than 4 GiB of files that do not belong to the dataset");
    }
}

}  // namespace

Result<std::string> readCompressedFile(const std::filesystem::path& path, std::size_t maxBytes) {
    if (auto file = checkFile(path); !file) return tl::unexpected(file.error());
    const Archive a(archive_read_new());
    allowFilters(a.get());
    archive_read_support_format_raw(a.get());
    archive_read_support_format_empty(a.get());
    archive_entry* entry = nullptr;
    if (archive_read_open_filename(a.get(), path.c_str(), kBlockBytes) != ARCHIVE_OK)
        return failure(path, a.get());
    const int header = archive_read_next_header(a.get(), &entry);
    if (header == ARCHIVE_EOF) return std::string();
    if (header != ARCHIVE_OK) return failure(path, a.get());
    return entryBytes(a.get(), path, "", maxBytes);
}

Result<void> readArchive(const std::filesystem::path& path, const EntryLimit& limit,
                         const EntryReader& reader) {
    if (auto file = checkFile(path); !file) return file;
    const Archive a(archive_read_new());
    allowFilters(a.get());
    archive_read_support_format_tar(a.get());
    if (archive_read_open_filename(a.get(), path.c_str(), kBlockBytes) != ARCHIVE_OK)
        return failure(path, a.get());
    std::int64_t skipped = 0;
    for (int entries = 0;; ++entries) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(a.get(), &entry);
        if (status == ARCHIVE_EOF) return {};
        if (status < ARCHIVE_WARN) return failure(path, a.get());
        if (entries == kMaxEntries)
            return fail(path.string() +
                        " holds more than 100,000 files: not the dataset's archive");
        const char* raw = archive_entry_pathname(entry);
        const std::string name = raw == nullptr ? "" : raw;
        const std::size_t maxBytes = limit(name);
        if (maxBytes == 0) {
            if (auto passed = skipEntry(a.get(), path, skipped); !passed) return passed;
            continue;
        }
        auto bytes = entryBytes(a.get(), path, name, maxBytes);
        if (!bytes) return tl::unexpected(bytes.error());
        if (auto taken = reader(name, std::move(*bytes)); !taken) return taken;
    }
}

}  // namespace splitee
