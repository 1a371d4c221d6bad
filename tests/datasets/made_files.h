// SPDX-License-Identifier: GPL-3.0-or-later
// Real files for the tests: CIFAR-10 batches in every wrapping, and small images.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/rng.h"

namespace splitee::test {

inline constexpr std::size_t kRecordBytes = 3073;

/// A batch of records with labels 0..9 in turn and random pixels.
inline std::string madeBatch(int records, std::uint64_t seed) {
    std::string bytes;
    Rng rng(seed, "batch");
    for (int r = 0; r < records; ++r) {
        bytes += static_cast<char>(r % 10);
        for (std::size_t i = 1; i < kRecordBytes; i += 8) {
            const std::uint64_t plain = 0x0101010101010101U * static_cast<std::uint64_t>(r % 200);
            const std::uint64_t word = r < 50 ? rng() : plain;
            bytes.append(reinterpret_cast<const char*>(&word), 8);
        }
    }
    return bytes;
}

inline void put(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

inline std::string bytesOf(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

using Entries = std::vector<std::pair<std::string, std::string>>;  ///< names and bytes

/// An archive with the given entries, compressed by `addFilter`, in the format of `setFormat`.
inline void writeArchive(const std::string& path, const Entries& entries,
                         int (*addFilter)(archive*), int (*setFormat)(archive*)) {
    archive* a = archive_write_new();
    addFilter(a);
    setFormat(a);
    archive_write_open_filename(a, path.c_str());
    for (const auto& [name, bytes] : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(a, entry);
        archive_write_data(a, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_free(a);
}

inline void writeTarGz(const std::string& path, const Entries& entries) {
    writeArchive(path, entries, archive_write_add_filter_gzip, archive_write_set_format_ustar);
}

inline void writeZip(const std::string& path, const Entries& entries) {
    writeArchive(path, entries, archive_write_add_filter_none, archive_write_set_format_zip);
}

/// One compressed stream of `size` zeros, as .xz.
inline void writeXzZeros(const std::string& path, std::size_t size, const std::string& head = "") {
    archive* a = archive_write_new();
    archive_write_add_filter_xz(a);
    archive_write_set_format_raw(a);
    archive_write_open_filename(a, path.c_str());
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(a, entry);
    archive_write_data(a, head.data(), head.size());
    const std::string block(1 << 20, '\0');
    for (std::size_t done = head.size(); done < size; done += block.size())
        archive_write_data(a, block.data(), std::min(block.size(), size - done));
    archive_entry_free(entry);
    archive_write_free(a);
}

/// `bytes` as one stream of a compressed format. Streams may be put behind each other: bombs are
/// made so, at once.
inline std::string compressed(const std::string& bytes, int (*addFilter)(archive*)) {
    std::string packed(bytes.size() / 8 + 4096, '\0');
    std::size_t used = 0;
    archive* a = archive_write_new();
    addFilter(a);
    archive_write_set_format_raw(a);
    archive_write_set_bytes_in_last_block(a, 1);
    archive_write_open_memory(a, packed.data(), packed.size(), &used);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(a, entry);
    archive_write_data(a, bytes.data(), bytes.size());
    archive_entry_free(entry);
    archive_write_close(a);
    archive_write_free(a);
    packed.resize(used);
    return packed;
}

/// The head of a tar entry (ustar, 512 bytes).
inline std::string tarHead(const std::string& name, std::uint64_t size) {
    std::string head = name + std::string(512 - name.size(), '\0');
    const auto octal = [](std::uint64_t value, int digits) {
        std::string text;
        for (int i = digits - 1; i >= 0; --i)
            text += static_cast<char>('0' + ((value >> (3 * i)) & 7U));
        return text;
    };
    head.replace(100, 7, octal(0644, 7)).replace(108, 7, octal(0, 7)).replace(116, 7, octal(0, 7));
    head.replace(124, 11, octal(size, 11)).replace(136, 11, octal(0, 11));
    head.replace(148, 9, "        0").replace(257, 8, std::string("ustar\00000", 8));
    std::uint64_t sum = 0;
    for (const char c : head) sum += static_cast<unsigned char>(c);
    return head.replace(148, 8, octal(sum, 6) + std::string("\0 ", 2));
}

}  // namespace splitee::test
