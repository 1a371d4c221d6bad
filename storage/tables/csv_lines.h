// SPDX-License-Identifier: GPL-3.0-or-later
// CsvLines reads a text table line by line with limits, so that no file exhausts the memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/result.h"
#include "storage/tables/text_input.h"

namespace splitee {

/// Splits a file into lines and lines into fields. Understands CRLF, UTF-8 and UTF-16
/// (TextInput), quoted fields on one line, and columns separated by commas, semicolons, tabs, bars
/// or blanks.
class CsvLines {
public:
    using Fields = std::vector<std::string>;

    [[nodiscard]] static Result<CsvLines> open(const std::filesystem::path& path);

    /// The first line that is `known` under one of the separators; a line "sep=;" before it is
    /// obeyed, "# " before it is dropped unless it is `readable` with it, and other lines that
    /// start with # are passed over. Where none is known: the first line, separated by what stands
    /// most often in it. False where the file holds no line.
    [[nodiscard]] Result<bool> header(Fields& fields,
                                      const std::function<bool(const Fields&)>& known,
                                      const std::function<bool(const Fields&)>& readable);

    /// The next line with a field that is not empty, without the blanks around its fields; false at
    /// the end. Lines over 64 KiB, bytes below 9 and a quote that is not closed on its line are
    /// errors.
    [[nodiscard]] Result<bool> next(Fields& fields);

    /// "table.csv, line 12", of the line read last.
    [[nodiscard]] std::string where() const;
    [[nodiscard]] const std::string& file() const { return file_; }
    /// "UTF-8, columns separated by semicolons", as the header told.
    [[nodiscard]] std::string dialect() const;
    [[nodiscard]] char separator() const { return separator_; }

private:
    CsvLines(std::string file, TextInput text) : text_(std::move(text)), file_(std::move(file)) {}
    [[nodiscard]] Result<bool> nextLine(std::string& line);

    TextInput text_;
    std::string file_;
    char separator_ = ',';
    std::int64_t line_ = 0;
};

/// Without blanks, tabs and no-break spaces at either end.
[[nodiscard]] std::string_view withoutBlanks(std::string_view text);

/// Could the comma of "1,000" stand between thousands?
[[nodiscard]] bool mayMeanThousands(std::string_view field);

/// A whole field as a finite number, "0.5", "+0.5" or with a decimal comma "0,5"; the sentence
/// names `where` and `column`.
[[nodiscard]] Result<double> numberIn(const std::string& field, const std::string& where,
                                      const std::string& column);
/// The same, a whole number between low and high, with every digit of 64 bits; "3.0" counts as 3,
/// and "1,000", which may be 1 or 1000, is refused.
[[nodiscard]] Result<std::int64_t> integerIn(const std::string& field, std::int64_t low,
                                             std::int64_t high, const std::string& where,
                                             const std::string& column);

}  // namespace splitee
