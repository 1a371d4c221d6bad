// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/csv_lines.h"

#include <charconv>
#include <cmath>

namespace splitee {
namespace {

constexpr std::size_t kMaxLineBytes = 64 * 1024;
constexpr std::uintmax_t kMaxFileBytes = std::uintmax_t{2} << 30;
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// False where a quote stays open.
bool splitFields(std::string_view line, char separator, std::vector<std::string>& fields) {
    fields.assign(1, "");
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            fields.back() += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return !quoted;
}

std::string shown(const std::string& field) { return "'" + field.substr(0, 40) + "'"; }

}  // namespace

Result<CsvLines> CsvLines::open(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail("cannot read table " + path.string() + ": there is no such file");
    if (!std::filesystem::is_regular_file(path, error))
        return fail("cannot read table " + path.string() + ": it is not a file");
    if (std::filesystem::file_size(path, error) > kMaxFileBytes)
        return fail("cannot read table " + path.string() + ": it is larger than 2 GiB; split it");
    CsvLines lines;
    lines.file_ = path.string();
    lines.in_.open(path, std::ios::binary);
    if (!lines.in_)
        return fail("cannot read table " + path.string() + ": check that you may read it");
    return lines;
}

std::string CsvLines::where() const { return file_ + ", line " + std::to_string(line_); }

Result<bool> CsvLines::next(std::vector<std::string>& fields) {
    std::string line;
    for (;;) {
        line.clear();
        ++line_;
        int c = 0;
        while ((c = in_.get()) != std::char_traits<char>::eof() && c != '\n') {
            if (line.size() == kMaxLineBytes)
                return fail(where() + " is longer than 64 KiB: this is not an exit table");
            if (c < 9)
                return fail(where() +
                            " holds bytes that are no text: this is not an exit table in CSV");
            line += static_cast<char>(c);
        }
        if (in_.bad()) return fail("cannot read " + file_ + ": the disk reported an error");
        if (line_ == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!line.empty()) break;
        if (c == std::char_traits<char>::eof()) return false;
    }
    if (!begun_ && line.find(',') == std::string::npos && line.find('\t') != std::string::npos)
        separator_ = '\t';
    begun_ = true;
    if (!splitFields(line, separator_, fields))
        return fail(where() + " opens a quote that it does not close");
    return true;
}

Result<double> numberIn(const std::string& field, const std::string& where,
                        const std::string& column) {
    double value = 0;
    const char* end = field.data() + field.size();
    const auto parsed = std::from_chars(field.data(), end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end || !std::isfinite(value))
        return fail(where + ", column " + column + ": " + shown(field) + " is not a finite number");
    return value;
}

Result<std::int64_t> integerIn(const std::string& field, std::int64_t low, std::int64_t high,
                               const std::string& where, const std::string& column) {
    constexpr double kExactBelow =
        9007199254740992.0;  // 2^53: whole numbers written 3.0 are exact up to here
    const auto refused = [&] {
        return fail(where + ", column " + column + ": " + shown(field) +
                    " is not a whole number from " + std::to_string(low) + " to " +
                    std::to_string(high));
    };
    std::int64_t whole = 0;
    const char* end = field.data() + field.size();
    const auto parsed = std::from_chars(field.data(), end, whole);
    if (parsed.ec != std::errc() || parsed.ptr != end) {
        const auto value = numberIn(field, where, column);
        if (!value) return tl::unexpected(value.error());
        if (*value != std::floor(*value) || std::abs(*value) >= kExactBelow) return refused();
        whole = static_cast<std::int64_t>(*value);
    }
    if (whole < low || whole > high) return refused();
    return whole;
}

}  // namespace splitee
