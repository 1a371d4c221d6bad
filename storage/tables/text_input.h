// SPDX-License-Identifier: GPL-3.0-or-later
// TextInput reads a text file as UTF-8, whichever encoding it was saved in.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "engine/result.h"

namespace splitee {

/// UTF-8 with or without a byte order mark, and UTF-16 of either byte order. Bytes of 8-bit
/// encodings pass unchanged: whatever a table needs is ASCII.
class TextInput {
public:
    static constexpr int kEnd = -1;

    /// Refuses what is no regular file, files above 2 GiB, and content that is no text by its first
    /// bytes; the error says what it is and what to do. Blocks.
    [[nodiscard]] static Result<TextInput> open(const std::filesystem::path& path);

    /// The next byte of the text in UTF-8, 0..255, or kEnd. Half of a surrogate pair reads as
    /// U+FFFD. A file that ends lines with a carriage return alone gives line feeds instead.
    [[nodiscard]] int get();
    /// Did the disk report an error?
    [[nodiscard]] bool failed() const { return in_.bad(); }
    /// "UTF-8" or "UTF-16", for a sentence.
    [[nodiscard]] const char* encoding() const { return unitBytes_ == 2 ? "UTF-16" : "UTF-8"; }

private:
    [[nodiscard]] int byte();
    [[nodiscard]] int unit();  // of UTF-16
    void push(std::uint32_t character);

    std::ifstream in_;
    std::string block_;
    std::size_t at_ = 0;  // in block_
    int unitBytes_ = 1;
    bool bigEndian_ = false;
    bool returnsEndLines_ = false;
    int held_ = kEnd;  // a unit of UTF-16 that was read too early
    std::array<unsigned char, 4> waiting_{};
    std::size_t waitingFrom_ = 0, waitingTo_ = 0;  // in waiting_
};

}  // namespace splitee
