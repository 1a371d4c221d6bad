// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/torch_zip.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

#include "engine/plain_text.h"
#include "inference/weights/unpickle.h"

namespace splitee {
namespace {

constexpr std::uint64_t kZipEndBytes = 22, kZipEntryBytes = 46, kLocalBytes = 30;
constexpr std::uint64_t kMostCommentBytes = 65535, kMostDirectoryBytes = 64 << 20;
constexpr std::uint64_t kMostPickleBytes = 4 << 20;
constexpr std::uint64_t kEnd64Bytes = 56, kLocator64Bytes = 20;
constexpr std::uint32_t kBeyond32 = 0xffffffff;
constexpr std::uint16_t kExtra64 = 1;

struct ZipEntry {
    std::uint64_t header = 0, bytes = 0;  // of its local header, and of what it holds
    bool stored = true;                   // not compressed
};
using ZipEntries = std::map<std::string, ZipEntry>;

template <class Number>
Number zipNumber(std::string_view bytes, std::size_t at) {
    Number number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

Result<std::string> bytesAt(std::istream& in, std::uint64_t size, std::uint64_t at,
                            std::uint64_t count) {
    if (at > size || count > size - at) return fail("its directory points outside the file");
    std::string bytes(count, '\0');
    in.clear();
    in.seekg(static_cast<std::streamoff>(at));
    if (!in.read(bytes.data(), static_cast<std::streamsize>(count)))
        return fail("it cannot be read to its end");
    return bytes;
}

// Sizes and places beyond 32 bits stand in the extra field, in this order, where the entry has
// all ones.
bool take64(std::string_view extra, std::uint64_t& full, std::uint64_t& packed,
            std::uint64_t& header) {
    while (extra.size() >= 4) {
        const auto id = zipNumber<std::uint16_t>(extra, 0);
        const auto length = zipNumber<std::uint16_t>(extra, 2);
        if (length > extra.size() - 4) return false;
        if (id == kExtra64) {
            std::size_t at = 4;
            for (std::uint64_t* value : {&full, &packed, &header}) {
                if (*value != kBeyond32) continue;
                if (at + 8 > 4 + std::size_t{length}) return false;
                *value = zipNumber<std::uint64_t>(extra, at);
                at += 8;
            }
            return true;
        }
        extra.remove_prefix(4 + std::size_t{length});
    }
    return full != kBeyond32 && packed != kBeyond32 && header != kBeyond32;
}

Result<ZipEntries> entriesIn(std::string_view directory) {
    ZipEntries entries;
    while (!directory.empty()) {
        if (directory.size() < kZipEntryBytes || !directory.starts_with("PK\1\2"))
            return fail("its directory is damaged");
        const auto nameBytes = zipNumber<std::uint16_t>(directory, 28);
        const auto extraBytes = zipNumber<std::uint16_t>(directory, 30);
        const std::size_t all =
            kZipEntryBytes + nameBytes + extraBytes + zipNumber<std::uint16_t>(directory, 32);
        if (all > directory.size()) return fail("its directory is damaged");
        std::uint64_t packed = zipNumber<std::uint32_t>(directory, 20);
        std::uint64_t full = zipNumber<std::uint32_t>(directory, 24);
        ZipEntry entry;
        entry.header = zipNumber<std::uint32_t>(directory, 42);
        if (!take64(directory.substr(kZipEntryBytes + nameBytes, extraBytes), full, packed,
                    entry.header))
            return fail("its directory is damaged");
        entry.bytes = full;
        entry.stored = zipNumber<std::uint16_t>(directory, 10) == 0 && packed == full;
        if (!entries.emplace(std::string(directory.substr(kZipEntryBytes, nameBytes)), entry)
                 .second)
            return fail("two of its entries have one name");
        directory.remove_prefix(all);
    }
    return entries;
}

Result<ZipEntries> readDirectory(std::istream& in, std::uint64_t size) {
    const std::uint64_t tailBytes = std::min(size, kZipEndBytes + kMostCommentBytes);
    const auto tail = bytesAt(in, size, size - tailBytes, tailBytes);
    if (!tail) return tl::unexpected(tail.error());
    const std::size_t end = tail->rfind("PK\5\6");
    if (end == std::string::npos || tail->size() - end < kZipEndBytes)
        return fail("its zip directory is missing: the file may be cut short");
    std::uint64_t bytes = zipNumber<std::uint32_t>(*tail, end + 12);
    std::uint64_t at = zipNumber<std::uint32_t>(*tail, end + 16);
    if (end >= kLocator64Bytes &&
        std::string_view(*tail).substr(end - kLocator64Bytes).starts_with("PK\6\7")) {
        const auto place = zipNumber<std::uint64_t>(*tail, end - kLocator64Bytes + 8);
        const auto record = bytesAt(in, size, place, kEnd64Bytes);
        if (!record) return tl::unexpected(record.error());
        if (!record->starts_with("PK\6\6")) return fail("its directory is damaged");
        bytes = zipNumber<std::uint64_t>(*record, 40);
        at = zipNumber<std::uint64_t>(*record, 48);
    }
    if (bytes > kMostDirectoryBytes) return fail("its zip directory is too large");
    const auto directory = bytesAt(in, size, at, bytes);
    if (!directory) return tl::unexpected(directory.error());
    return entriesIn(*directory);
}

// Where an entry's own bytes begin.
Result<std::uint64_t> placeOf(std::istream& in, std::uint64_t size, const std::string& name,
                              const ZipEntry& entry) {
    const std::string subject = "its entry " + shownText(name, 100) + " ";
    if (!entry.stored) return fail(subject + "is compressed, which torch.save never does");
    const auto local = bytesAt(in, size, entry.header, kLocalBytes);
    if (!local) return tl::unexpected(local.error());
    if (!local->starts_with("PK\3\4")) return fail(subject + "is damaged");
    const std::uint64_t at = entry.header + kLocalBytes + zipNumber<std::uint16_t>(*local, 26) +
                             zipNumber<std::uint16_t>(*local, 28);
    if (at > size || entry.bytes > size - at) return fail(subject + "lies outside the file");
    return at;
}

}  // namespace

Result<std::map<std::string, StoredTensor>> readTorchZip(std::istream& in, std::uint64_t size) {
    const auto entries = readDirectory(in, size);
    if (!entries) return tl::unexpected(entries.error());
    const auto pickle = std::ranges::find_if(
        *entries, [](const auto& entry) { return entry.first.ends_with("/data.pkl"); });
    if (pickle == entries->end()) return fail("it holds no data.pkl: torch.save did not write it");
    const std::string root = pickle->first.substr(0, pickle->first.size() - 8);
    if (pickle->second.bytes > kMostPickleBytes) return fail("its data.pkl is too large");
    const auto pickleAt = placeOf(in, size, pickle->first, pickle->second);
    if (!pickleAt) return tl::unexpected(pickleAt.error());
    const auto bytes = bytesAt(in, size, *pickleAt, pickle->second.bytes);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto pickled = unpickle(*bytes);
    if (!pickled) return tl::unexpected(pickled.error());
    std::map<std::string, StoredTensor> tensors;
    for (const auto& [name, described] : *pickled) {
        const std::string subject = "tensor " + shownText(name, 100) + " ";
        const std::string entryName = root + "data/" + described.storage;
        const auto entry = entries->find(entryName);
        if (entry == entries->end()) return fail(subject + "has no values in the zip");
        const auto at = placeOf(in, size, entryName, entry->second);
        if (!at) return tl::unexpected(at.error());
        const auto values = valuesOf(described.shape);
        if (!values) return fail(subject + values.error().message);
        const std::uint64_t each = bytesOf(described.type);
        StoredTensor tensor{described.type, described.shape, 0, *values * each};
        const std::uint64_t held = each == 0 ? 0 : entry->second.bytes / each;
        if (described.first > held || *values > held - described.first) {
            if (each != 0) return fail(subject + "lies outside its values");
        }
        tensor.offset = *at + described.first * each;
        tensors.emplace(name, std::move(tensor));
    }
    return tensors;
}

}  // namespace splitee
