// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/csv_lines.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "engine/current_stop.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr std::size_t kMaxLineBytes = 64 * 1024;
constexpr std::int64_t kLinesAtOnce = 1024;  // between questions whether to stop
constexpr std::int64_t kMostComments = 100;  // lines before the header
constexpr std::size_t kShownLine = 40;       // characters of a field in a sentence
constexpr std::string_view kNoBreakSpace = "\xc2\xa0";

struct Separator {
    char sign;
    std::string_view name;
};
constexpr std::array<Separator, 5> kSeparators{
    {{',', "commas"}, {'\t', "tabs"}, {';', "semicolons"}, {'|', "bars"}, {' ', "blanks"}}};

// False where a quote stays open. Several blanks in a row separate once.
bool splitFields(std::string_view line, char separator, std::vector<std::string>& fields) {
    if (separator == ' ') line = withoutBlanks(line);
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
            if (c != ' ' || line[i - 1] != ' ') fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return !quoted;
}

// Of "sep=;", as spreadsheets write and obey it.
std::optional<char> separatorIn(std::string line) {
    std::erase(line, '"');
    if (line.size() != 5 || (line[0] != 's' && line[0] != 'S') || line.substr(1, 3) != "ep=")
        return std::nullopt;
    return line[4];
}

// The separator as it was always told, then the others in turn.
std::vector<char> candidates(std::string_view line, std::optional<char> told) {
    std::vector<char> signs;
    if (told) signs.push_back(*told);
    const bool tabs =
        line.find(',') == std::string_view::npos && line.find('\t') != std::string_view::npos;
    signs.push_back(tabs ? '\t' : ',');
    for (const Separator& separator : kSeparators) signs.push_back(separator.sign);
    return signs;
}

char mostFrequent(std::string_view line) {
    return std::ranges::max(
               kSeparators, {},
               [&](const Separator& separator) {
                   return separator.sign == ' ' ? 0 : std::ranges::count(line, separator.sign);
               })
        .sign;
}

std::string shown(std::string_view field) { return "'" + shownText(field, kShownLine) + "'"; }

bool parsed(std::string_view text, double& value) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && std::isfinite(value);
}

// As people write numbers and from_chars() does not read them.
bool parsedLoosely(std::string_view text, double& value) {
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    std::string plain(text);
    if (std::ranges::count(plain, ',') == 1 && plain.find('.') == std::string::npos)
        std::ranges::replace(plain, ',', '.');
    return parsed(plain, value);
}

}  // namespace

bool mayMeanThousands(std::string_view field) {
    const std::size_t comma = field.find(',');
    return comma != std::string_view::npos && field.size() - comma == 4 &&
           field.substr(0, comma).find_first_of("123456789") != std::string_view::npos;
}

std::string_view withoutBlanks(std::string_view text) {
    for (;;) {
        const std::size_t before = text.size();
        if (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
        if (text.starts_with(kNoBreakSpace)) text.remove_prefix(kNoBreakSpace.size());
        if (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
        if (text.ends_with(kNoBreakSpace)) text.remove_suffix(kNoBreakSpace.size());
        if (text.size() == before) return text;
    }
}

Result<CsvLines> CsvLines::open(const std::filesystem::path& path) {
    auto text = TextInput::open(path);
    if (!text) return tl::unexpected(text.error());
    return CsvLines(path.string(), std::move(*text));
}

std::string CsvLines::where() const { return file_ + ", line " + std::to_string(line_); }

std::string CsvLines::dialect() const {
    const auto known = std::ranges::find(kSeparators, separator_, &Separator::sign);
    const std::string name =
        known == kSeparators.end() ? shown({&separator_, 1}) : std::string(known->name);
    return std::string(text_.encoding()) + ", columns separated by " + name;
}

// The next line that is not empty.
Result<bool> CsvLines::nextLine(std::string& line) {
    for (;;) {
        line.clear();
        if (line_++ % kLinesAtOnce == 0 && stopRequested())
            return stoppedWhileReading("table " + file_);
        int c = 0;
        while ((c = text_.get()) != TextInput::kEnd && c != '\n') {
            if (line.size() == kMaxLineBytes)
                return fail(where() + " is longer than 64 KiB: this is not an exit table");
            if (c < 9)
                return fail(where() +
                            " holds bytes that are no text: this is not an exit table in CSV");
            line += static_cast<char>(c);
        }
        if (text_.failed()) return fail("cannot read " + file_ + ": the disk reported an error");
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!line.empty()) return true;
        if (c == TextInput::kEnd) return false;
    }
}

Result<bool> CsvLines::header(Fields& fields, const std::function<bool(const Fields&)>& known,
                              const std::function<bool(const Fields&)>& readable) {
    std::string line, first;
    std::optional<char> told;
    for (std::int64_t comments = 0; comments < kMostComments; ++comments) {
        const auto more = nextLine(line);
        if (!more) return more;
        if (!*more) break;
        if (const auto sign = separatorIn(line); sign && first.empty()) {
            told = sign;
            continue;
        }
        if (first.empty()) first = line;
        const bool comment = line.starts_with('#');
        for (const bool bare : {false, true}) {
            if (bare && !comment) break;
            const std::string_view text =
                bare ? withoutBlanks(std::string_view(line).substr(1)) : std::string_view(line);
            for (const char sign : candidates(text, told)) {
                separator_ = sign;
                if (!splitFields(text, sign, fields)) continue;
                if (comment && !bare ? readable(fields) : known(fields)) return true;
            }
        }
        if (!comment) break;
    }
    if (first.empty()) return false;
    separator_ = told ? *told : mostFrequent(first);
    if (!splitFields(first, separator_, fields))
        return fail(where() + " opens a quote that it does not close");
    return true;
}

Result<bool> CsvLines::next(Fields& fields) {
    std::string line;
    for (;;) {
        const auto more = nextLine(line);
        if (!more || !*more) return more;
        if (!splitFields(line, separator_, fields))
            return fail(where() + " opens a quote that it does not close");
        bool empty = true;
        for (std::string& field : fields) {
            const std::string_view bare = withoutBlanks(field);
            if (bare.size() != field.size()) field = std::string(bare);
            empty = empty && field.empty();
        }
        if (!empty) return true;
    }
}

Result<double> numberIn(const std::string& field, const std::string& where,
                        const std::string& column) {
    double value = 0;
    if (parsed(field, value) || parsedLoosely(field, value)) return value;
    return fail(where + ", column " + column + ": " + shown(field) + " is not a finite number");
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
        if (mayMeanThousands(field))
            return fail(where + ", column " + column + ": " + shown(field) +
                        " may be a thousand or have a decimal comma: write it without the comma");
        const auto value = numberIn(field, where, column);
        if (!value) return tl::unexpected(value.error());
        if (*value != std::floor(*value) || std::abs(*value) >= kExactBelow) return refused();
        whole = static_cast<std::int64_t>(*value);
    }
    if (whole < low || whole > high) return refused();
    return whole;
}

}  // namespace splitee
