// SPDX-License-Identifier: GPL-3.0-or-later
// LineSplitter and CsvSplitter: cut a file that comes piece by piece into lines or CSV records,
// with bounded memory whatever the file holds.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace splitee {

/// Most bytes of a line or of a CSV record; a longer one is told as such and never held.
inline constexpr std::size_t kMostRecordBytes = std::size_t{4} << 20;

/// A line (one field) or the fields of a CSV record. Views end with the call that gives them.
struct TextRecord {
    std::vector<std::string_view> fields;
    std::int64_t line = 1;    ///< of the file where it begins, from 1
    std::int64_t lines = 1;   ///< how many it takes
    std::string_view damage;  ///< why it cannot be read; empty: it can
};
using RecordSink = std::function<bool(const TextRecord&)>;  ///< false: no more is wanted

class RecordSplitter {
public:
    virtual ~RecordSplitter() = default;
    /// The next piece of the file; false once no more is wanted.
    virtual bool feed(std::string_view piece) = 0;
    /// What is left at the file's end.
    virtual void finish() = 0;
};

/// Lines end with a line feed, which may follow a carriage return.
class LineSplitter final : public RecordSplitter {
public:
    explicit LineSplitter(RecordSink sink) : sink_(std::move(sink)) {}
    bool feed(std::string_view piece) override;
    void finish() override;

private:
    bool give(std::string_view line);

    RecordSink sink_;
    std::string begun_;
    bool tooLong_ = false;
    std::int64_t line_ = 1;
    bool wanted_ = true;
};

/// Fields by RFC 4180: parted by commas, in quotes where they hold commas, quotes (twice) or line
/// ends. A quote inside of an unquoted field is a character. Empty lines are passed over.
class CsvSplitter final : public RecordSplitter {
public:
    explicit CsvSplitter(RecordSink sink, char separator = ',')
        : sink_(std::move(sink)), separator_(separator) {}
    bool feed(std::string_view piece) override;
    void finish() override;

private:
    enum class At { FieldStart, Plain, Quoted, QuoteInQuoted };
    void take(char c);
    void endField();
    void endRecord();

    RecordSink sink_;
    char separator_;
    At at_ = At::FieldStart;
    std::string bytes_;              // of all fields of the record
    std::vector<std::size_t> ends_;  // of the finished ones
    bool tooLong_ = false, strayQuote_ = false;
    std::int64_t line_ = 1, begin_ = 1;
    bool wanted_ = true;
};

}  // namespace splitee
