// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/packed_columns.h"

#include <lzma.h>

#include <new>

namespace splitee {
namespace {

constexpr std::uint32_t kPreset = 6;                   // 94 MiB to pack
constexpr std::uint64_t kDecoderMemory = 16ULL << 20;  // preset 6 needs 9 MiB

const std::uint8_t* bytesOf(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}
std::uint8_t* bytesOf(std::string& text) { return reinterpret_cast<std::uint8_t*>(text.data()); }

// Calls move(place in rows, place in planes) for each byte.
template <class Move>
void eachByte(std::uint64_t samples, const std::vector<ColumnGroup>& groups, Move&& move) {
    std::size_t start = 0;
    for (const ColumnGroup& group : groups) {
        const std::size_t row = group.bytes * group.perSample;
        for (std::size_t byte = 0; byte < row; ++byte)
            for (std::size_t r = 0; r < samples; ++r)
                move(start + r * row + byte, start + byte * samples + r);
        start += row * samples;
    }
}

}  // namespace

std::uint64_t plainBytes(std::uint64_t samples, const std::vector<ColumnGroup>& groups) {
    std::uint64_t row = 0;
    for (const ColumnGroup& group : groups) row += group.bytes * group.perSample;
    return row * samples;
}

std::string packedColumns(std::string_view columns, std::uint64_t samples,
                          const std::vector<ColumnGroup>& groups) {
    std::string planes(columns.size(), '\0');
    eachByte(samples, groups,
             [&](std::size_t inRows, std::size_t inPlanes) { planes[inPlanes] = columns[inRows]; });
    std::string packed(lzma_stream_buffer_bound(planes.size()), '\0');
    std::size_t size = 0;
    // A file has a checksum of its own. Fails for want of memory alone: there is room.
    if (lzma_easy_buffer_encode(kPreset, LZMA_CHECK_NONE, nullptr, bytesOf(planes), planes.size(),
                                bytesOf(packed), &size, packed.size()) != LZMA_OK)
        throw std::bad_alloc();
    packed.resize(size);
    return packed;
}

std::optional<std::string> unpackedColumns(std::string_view packed, std::uint64_t samples,
                                           const std::vector<ColumnGroup>& groups) {
    const std::uint64_t bytes = plainBytes(samples, groups);
    if (bytes > kMostPackableBytes) return {};
    std::string planes(bytes, '\0');
    std::uint64_t memory = kDecoderMemory;
    std::size_t used = 0, made = 0;
    if (lzma_stream_buffer_decode(&memory, 0, nullptr, bytesOf(packed), &used, packed.size(),
                                  bytesOf(planes), &made, planes.size()) != LZMA_OK ||
        made != bytes || used != packed.size())
        return {};
    std::string columns(bytes, '\0');
    eachByte(samples, groups,
             [&](std::size_t inRows, std::size_t inPlanes) { columns[inRows] = planes[inPlanes]; });
    return columns;
}

}  // namespace splitee
