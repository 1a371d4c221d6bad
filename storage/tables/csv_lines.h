// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a text table line by line with limits, so that no file exhausts the memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace splitee {

/// Splits a file into lines and lines into fields. Understands CRLF, a byte order mark and quoted
/// fields on one line.
class CsvLines {
public:
    [[nodiscard]] static Result<CsvLines> open(const std::filesystem::path& path);

    /// The next line that is not empty, as fields; false at the end. Lines over 64 KiB, bytes below
    /// 9 and a quote that is not closed on its line are errors.
    [[nodiscard]] Result<bool> next(std::vector<std::string>& fields);

    /// "table.csv, line 12", of the line read last.
    [[nodiscard]] std::string where() const;
    [[nodiscard]] const std::string& file() const { return file_; }

private:
    std::ifstream in_;
    std::string file_;
    char separator_ = ',';
    bool begun_ = false;  // the first line with content has told the separator
    std::int64_t line_ = 0;
};

/// A whole field as a finite number; the sentence names `where` and `column`.
[[nodiscard]] Result<double> numberIn(const std::string& field, const std::string& where,
                                      const std::string& column);
/// The same, a whole number between low and high, with every digit of 64 bits; "3.0" counts as 3.
[[nodiscard]] Result<std::int64_t> integerIn(const std::string& field, std::int64_t low,
                                             std::int64_t high, const std::string& where,
                                             const std::string& column);

}  // namespace splitee
