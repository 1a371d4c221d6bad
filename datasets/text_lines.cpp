// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text_lines.h"

namespace splitee {
namespace {

constexpr std::string_view kTooLong = "it has more than 4 MiB";

}  // namespace

bool LineSplitter::feed(std::string_view piece) {
    while (wanted_ && !piece.empty()) {
        const std::size_t end = piece.find('\n');
        const std::string_view part = piece.substr(0, end);
        if (begun_.size() + part.size() > kMostRecordBytes) {
            tooLong_ = true;
            begun_.clear();
        }
        if (end == std::string_view::npos) {
            if (!tooLong_) begun_ += part;
            return true;
        }
        if (begun_.empty()) {
            give(part);
        } else {
            begun_ += part;
            give(begun_);
            begun_.clear();
        }
        piece.remove_prefix(end + 1);
    }
    return wanted_;
}

void LineSplitter::finish() {
    if (wanted_ && (!begun_.empty() || tooLong_)) give(begun_);
    begun_.clear();
}

bool LineSplitter::give(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    TextRecord record{{line}, line_, 1, {}};
    if (tooLong_) record = {{}, line_, 1, kTooLong};
    tooLong_ = false;
    ++line_;
    return wanted_ = sink_(record);
}

bool CsvSplitter::feed(std::string_view piece) {
    for (const char c : piece) {
        if (!wanted_) return false;
        take(c);
    }
    return wanted_;
}

void CsvSplitter::take(char c) {
    if (c == '\n') ++line_;
    const bool ends = c == separator_ || c == '\n';
    if (at_ == At::Quoted) {
        if (c == '"')
            at_ = At::QuoteInQuoted;
        else
            bytes_ += c;
    } else if (at_ == At::QuoteInQuoted && c == '"') {
        bytes_ += c;
        at_ = At::Quoted;
    } else if (at_ == At::FieldStart && c == '"') {
        at_ = At::Quoted;
    } else if (ends) {
        endField();
        if (c == '\n') endRecord();
    } else {
        strayQuote_ = strayQuote_ || (at_ == At::QuoteInQuoted && c != '\r');
        if (at_ != At::QuoteInQuoted) at_ = At::Plain;
        bytes_ += c;
    }
    if (bytes_.size() + ends_.size() <= kMostRecordBytes) return;
    tooLong_ = true;  // its end is still looked for
    bytes_.clear();
    ends_.clear();
}

void CsvSplitter::endField() {
    ends_.push_back(bytes_.size());
    at_ = At::FieldStart;
}

void CsvSplitter::endRecord() {
    if (!bytes_.empty() && bytes_.back() == '\r' && ends_.back() == bytes_.size()) {
        bytes_.pop_back();
        --ends_.back();
    }
    TextRecord record{{}, begin_, line_ - begin_, {}};
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
        record.fields.push_back(std::string_view(bytes_).substr(begin, end - begin));
        begin = end;
    }
    const bool empty = record.fields.size() == 1 && record.fields.front().empty();
    if (tooLong_)
        record.damage = kTooLong;
    else if (strayQuote_)
        record.damage = "a quoted field does not end with its quote";
    if (!empty || tooLong_) wanted_ = sink_(record);
    bytes_.clear();
    ends_.clear();
    tooLong_ = strayQuote_ = false;
    begin_ = line_;
}

void CsvSplitter::finish() {
    if (!wanted_) return;
    const bool open = at_ == At::Quoted;
    if (bytes_.empty() && ends_.empty() && !tooLong_ && at_ == At::FieldStart) return;
    endField();
    if (open) {
        const std::int64_t lines = line_ - begin_ + (bytes_.ends_with('\n') ? 0 : 1);
        sink_({{}, begin_, lines, "a quoted field does not end before the file does"});
        wanted_ = false;
        return;
    }
    ++line_;
    endRecord();
}

}  // namespace splitee
