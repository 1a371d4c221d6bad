// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text_reader.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <memory>
#include <optional>

#include "datasets/archive_reader.h"
#include "datasets/class_match.h"
#include "datasets/review_lines.h"
#include "datasets/text_format.h"
#include "datasets/text_lines.h"
#include "engine/utf8.h"

namespace splitee {
namespace {

constexpr std::int64_t kMostFileBytes = std::int64_t{8} << 30;
constexpr std::int64_t kBadShare = 100;  // one line in so many may be bad
constexpr std::size_t kBadNamed = 20;    // lines in a remark
constexpr std::size_t kMostLabels = 1000;
constexpr std::size_t kMostLabelBytes = 200;
constexpr std::string_view kBom = "\xef\xbb\xbf";

std::string_view withoutBlanks(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string made;
    for (;;) {
        const std::size_t at = text.find(from);
        made += text.substr(0, at);
        if (at == std::string_view::npos) return made;
        made += to;
        text.remove_prefix(at + from.size());
    }
}

void splitAt(std::string_view line, char separator, std::vector<std::string_view>& fields) {
    fields.clear();
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(separator, at), line.size());
        fields.push_back(line.substr(at, end - at));
        at = end + 1;
    }
}

class TextReader {
public:
    TextReader(const TextFile& file, TextFormat format, std::string label, ReadTexts& texts)
        : file_(file), format_(std::move(format)), label_(std::move(label)), texts_(texts) {
        texts_.task = format_.task;
    }

    Result<void> run() {
        const RecordSink sink = [this](const TextRecord& record) { return take(record); };
        std::unique_ptr<RecordSplitter> splitter;
        if (format_.layout == TextFormat::Layout::Csv)
            splitter = std::make_unique<CsvSplitter>(sink);
        else
            splitter = std::make_unique<LineSplitter>(sink);
        bool begun = false;
        auto streamed = file_.stream([&](std::string_view piece) {
            if (!begun && piece.starts_with(kBom)) piece.remove_prefix(kBom.size());
            begun = true;
            return splitter->feed(piece);
        });
        if (!streamed) return streamed;
        splitter->finish();
        if (const std::string_view why = reviews_.finish(); !why.empty())
            noteBad(lastLine_, 1, why);
        if (full_) return fail(file_.name + " holds more than " + *full_ + ": take a part of it");
        tellBad();
        if (bad_ * kBadShare > all_) return fail(file_.name + ": " + tooManyBad());
        return {};
    }

private:
    bool take(const TextRecord& record) {
        if (texts_.samples.size() >= kMostTexts) full_ = "5,000,000 texts";
        if (texts_.bytes > kMostTextBytes) full_ = "2 GiB of texts";
        if (full_) return false;
        lastLine_ = record.line;
        const bool blank = record.damage.empty() && record.fields.size() == 1 &&
                           withoutBlanks(record.fields.front()).empty();
        if (blank && format_.layout != TextFormat::Layout::Reviews) return true;
        if (std::exchange(first_, false) && format_.header) return true;
        if (!record.damage.empty())
            noteBad(record.line, record.lines, record.damage);
        else if (format_.layout == TextFormat::Layout::Reviews)
            takeReviewLine(record.fields.front(), record.line);
        else if (const auto why = sampleOf(record.fields))
            count(record.line, *why);
        return true;
    }

    void takeReviewLine(std::string_view line, std::int64_t number) {
        if (const std::string_view why = reviews_.take(line); !why.empty()) noteBad(number, 1, why);
        const auto review = reviews_.finished();
        if (!review) return;
        const std::string_view label = label_.empty() ? review->label : label_;
        if (label == "-")
            ++undecided_;
        else
            count(number, texts_.add({plainReview(review->text), ""}, label));
    }

    // Why the record is no sample, empty where it is one; nothing where none is meant.
    std::optional<std::string_view> sampleOf(const std::vector<std::string_view>& fields) {
        switch (format_.layout) {
            case TextFormat::Layout::Lines:
                return texts_.add({plainReview(fields.front()), ""}, label_);
            case TextFormat::Layout::JsonLines:
                return fromJson(fields.front());
            case TextFormat::Layout::Tsv:
                splitAt(fields.front(), '\t', columns_);
                return fromColumns(columns_);
            default:
                return fromColumns(fields);
        }
    }

    std::optional<std::string_view> fromColumns(const std::vector<std::string_view>& fields) {
        const auto count = static_cast<int>(fields.size());
        if (count > format_.columns) return "it has more columns than the first line";
        if (count <= std::max({format_.first, format_.second, format_.label}))
            return "it has fewer columns than the first line";
        const auto at = [&](int column) {
            return column < 0 ? std::string_view() : fields[static_cast<std::size_t>(column)];
        };
        std::string first = plainReview(at(format_.first));
        if (format_.task == LabelTask::Polarity)  // Yelp's way to write line feeds and quotes
            first = replaced(replaced(first, "\\n", "\n"), "\\\"", "\"");
        return addPair({std::move(first), plainReview(at(format_.second))}, at(format_.label));
    }

    std::optional<std::string_view> fromJson(std::string_view line) {
        const auto document =
            QJsonDocument::fromJson(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
        if (!document.isObject()) return "it is no JSON object";
        const QJsonObject object = document.object();
        const auto textAt = [&](const std::string& key) {
            return object.value(QString::fromStdString(key)).toVariant().toString().toStdString();
        };
        return addPair({plainReview(textAt(format_.firstKey)),
                        format_.secondKey.empty() ? "" : plainReview(textAt(format_.secondKey))},
                       format_.labelKey.empty() ? "" : textAt(format_.labelKey));
    }

    std::optional<std::string_view> addPair(Text text, std::string_view label) {
        const bool pair = format_.second >= 0;
        const bool labelled = format_.label >= 0;
        label = withoutBlanks(label);
        if (label == "-") {
            ++undecided_;
            return std::nullopt;
        }
        if (pair && text.second.empty()) return "its second text is empty";
        if (labelled && label.empty()) return "it has no label";
        return texts_.add(std::move(text), labelled ? label : std::string_view(label_));
    }

    void count(std::int64_t line, std::string_view why) {
        if (why.empty())
            ++all_;
        else
            noteBad(line, 1, why);
    }

    void noteBad(std::int64_t line, std::int64_t lines, std::string_view why) {
        all_ += lines;
        bad_ += lines;
        if (named_.size() < kBadNamed)
            named_.push_back("line " + std::to_string(line) + " (" + std::string(why) + ")");
        else
            ++unnamed_;
    }

    [[nodiscard]] std::string badLines() const {
        return namesIn(named_, kBadNamed) +
               (unnamed_ == 0 ? "" : " and " + std::to_string(unnamed_) + " more");
    }
    [[nodiscard]] std::string tooManyBad() const {
        return std::to_string(bad_) + " of " + std::to_string(all_) +
               " lines cannot be read, more than 1 %: " + badLines();
    }
    void tellBad() {
        if (bad_ > 0)
            texts_.remarks.push_back("left out " + std::to_string(bad_) + " of " +
                                     std::to_string(all_) + " lines of " + file_.name +
                                     ", which cannot be read: " + badLines());
        if (undecided_ > 0)
            texts_.remarks.push_back("left out " + std::to_string(undecided_) + " texts of " +
                                     file_.name + " whose label is -: their makers did not agree");
    }

    const TextFile& file_;
    TextFormat format_;
    std::string label_;
    ReadTexts& texts_;
    ReviewLines reviews_;
    std::vector<std::string_view> columns_;
    bool first_ = true;
    std::int64_t all_ = 0, bad_ = 0, undecided_ = 0;  // lines
    std::int64_t lastLine_ = 1;
    std::vector<std::string> named_;
    std::int64_t unnamed_ = 0;
    std::optional<std::string> full_;
};

}  // namespace

TextFile textFileAt(const std::filesystem::path& path) {
    return {path.string(), [path](const std::function<bool(std::string_view)>& sink) {
                return streamCompressedFile(path, kMostFileBytes, sink);
            }};
}

TextFile textFileOf(std::string name, std::string bytes) {
    auto kept = std::make_shared<const std::string>(std::move(bytes));
    return {std::move(name), [kept](const std::function<bool(std::string_view)>& sink) {
                sink(*kept);
                return Result<void>();
            }};
}

Result<std::string> headOf(const TextFile& file) {
    std::string head;
    auto read = file.stream([&](std::string_view piece) {
        head += piece.substr(0, kTextHeadBytes - head.size());
        return head.size() < kTextHeadBytes;
    });
    if (!read) return tl::unexpected(read.error());
    return head;
}

std::string_view ReadTexts::add(Text text, std::string_view label) {
    if (text.first.empty()) return "its text is empty";
    if (!isUtf8(text.first) || !isUtf8(text.second)) return "it is not UTF-8";
    std::int32_t word = -1;
    if (!label.empty()) {
        if (label.size() > kMostLabelBytes || !isUtf8(label))
            return "its label has more than 200 bytes or is not UTF-8";
        const auto there = wordAt_.find(std::string(label));
        if (there != wordAt_.end()) {
            word = there->second;
        } else {
            if (words.size() == kMostLabels) return "its label is one more than 1,000";
            word = static_cast<std::int32_t>(words.size());
            words.emplace_back(label);
            wordAt_.emplace(label, word);
        }
    }
    bytes += text.first.size() + text.second.size();
    samples.push_back({std::move(text), word});
    return {};
}

std::string plainReview(std::string_view text) {
    text = withoutBlanks(text);
    if (text.find("<br") == std::string_view::npos) return std::string(text);
    return replaced(replaced(text, "<br />", "\n"), "<br/>", "\n");
}

Result<void> readTexts(const TextFile& file, const std::vector<std::string>& columns,
                       const std::string& label, ReadTexts& texts) {
    const auto head = headOf(file);
    if (!head) return tl::unexpected(head.error());
    auto format = textFormat(file.name, *head, columns);
    if (!format) return tl::unexpected(format.error());
    return TextReader(file, std::move(*format), label, texts).run();
}

}  // namespace splitee
