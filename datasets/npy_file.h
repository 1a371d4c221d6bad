// SPDX-License-Identifier: GPL-3.0-or-later
// NpyFile: an array of NumPy (.npy) in a file, mapped into memory. The file is untrusted: its
// header is checked against its size before anything is read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/result.h"

namespace splitee {

/// What a header of versions 1 to 3 says.
struct NpyHeader {
    std::string type;  ///< "|u1": bytes
    bool columnMajor = false;
    std::vector<std::int64_t> shape;  ///< each 0 or more, eight at most
    std::size_t bytes = 0;            ///< length of the header itself

    friend bool operator==(const NpyHeader&, const NpyHeader&) = default;
};

/// Reads a header from the first bytes of a file. The error is the reason alone.
[[nodiscard]] Result<NpyHeader> readNpyHeader(std::string_view begin);

/// Thread-safe. A file that is cut off while it is mapped ends the program, as with any mapping.
class NpyFile {
public:
    /// Refuses what is no regular file, no array, in column order, or longer or shorter than its
    /// header says. Types: |u1, <i4, <i8. Errors name the file. Blocks.
    [[nodiscard]] static Result<std::shared_ptr<const NpyFile>> open(
        const std::filesystem::path& path);
    virtual ~NpyFile() = default;
    [[nodiscard]] virtual const NpyHeader& header() const = 0;
    /// The array, row by row.
    [[nodiscard]] virtual std::span<const std::uint8_t> data() const = 0;
};

}  // namespace splitee
