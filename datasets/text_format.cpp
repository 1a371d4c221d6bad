// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text_format.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "datasets/class_match.h"
#include "datasets/text_lines.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

using Layout = TextFormat::Layout;
using Fields = std::vector<std::string>;

constexpr std::size_t kRecordsSeen = 50;  // of the head
constexpr std::size_t kColumnsNamed = 20;
constexpr std::array<std::string_view, 3> kCompressed{".gz", ".xz", ".bz2"};
constexpr std::array<std::string_view, 6> kTextEndings{".tsv",   ".csv",  ".txt",
                                                       ".jsonl", ".json", ".review"};
constexpr std::array<std::string_view, 7> kTextColumns{
    "sentence", "text", "review", "reviews", "review_text", "content", "comment"};
constexpr std::array<std::string_view, 9> kLabelColumns{"gold_label", "label",   "labels",
                                                        "sentiment",  "quality", "is_duplicate",
                                                        "polarity",   "class",   "target"};

struct PairColumns {
    std::string_view first, second;
    LabelTask task;
};
constexpr std::array<PairColumns, 5> kPairColumns{{
    {"sentence1", "sentence2", LabelTask::Entailment},
    {"question1", "question2", LabelTask::Duplicates},
    {"question", "sentence", LabelTask::Entailment},
    {"premise", "hypothesis", LabelTask::SciTail},
    {"#1 string", "#2 string", LabelTask::Equivalence},
}};
// A column of this name tells the set, whatever else there is.
constexpr std::array<std::pair<std::string_view, LabelTask>, 2> kTellingColumns{{
    {"promptid", LabelTask::Mnli},
    {"captionid", LabelTask::Snli},
}};

std::string loweredName(std::string_view name) {
    std::string lowered(name);
    for (char& c : lowered)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lowered;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

Fields columnNames(const Fields& record) {
    Fields names;
    for (const std::string& field : record) names.push_back(loweredName(trimmed(field)));
    return names;
}

int placeOf(const Fields& names, std::string_view name) {
    const auto at = std::ranges::find(names, name);
    return at == names.end() ? -1 : static_cast<int>(at - names.begin());
}

int placeOfAny(const Fields& names, std::span<const std::string_view> wanted) {
    for (const std::string_view name : wanted)
        if (const int at = placeOf(names, name); at >= 0) return at;
    return -1;
}

// Sets the columns by their names; false where they are not known.
bool takeKnownColumns(const Fields& names, TextFormat& format) {
    format.label = placeOfAny(names, kLabelColumns);
    for (const PairColumns& pair : kPairColumns) {
        format.first = placeOf(names, pair.first);
        format.second = placeOf(names, pair.second);
        if (format.first < 0 || format.second < 0) continue;
        format.task = pair.task;
        for (const auto& [column, task] : kTellingColumns)
            if (placeOf(names, column) >= 0) format.task = task;
        return true;
    }
    format.second = -1;
    format.first = placeOfAny(names, kTextColumns);
    format.task = LabelTask::Sentiment;
    return format.first >= 0;
}

std::vector<Fields> recordsIn(std::string_view head, Layout layout) {
    std::vector<Fields> records;
    const RecordSink sink = [&](const TextRecord& record) {
        if (!record.damage.empty()) return true;
        Fields fields(record.fields.begin(), record.fields.end());
        if (layout == Layout::Tsv) {
            const std::string line = fields.front();
            fields.clear();
            for (std::size_t at = 0; at <= line.size();) {
                const std::size_t end = std::min(line.find('\t', at), line.size());
                fields.push_back(line.substr(at, end - at));
                at = end + 1;
            }
        }
        if (fields.size() > 1 || !trimmed(fields.front()).empty())
            records.push_back(std::move(fields));
        return records.size() < kRecordsSeen;
    };
    LineSplitter lines(sink);
    CsvSplitter csv(sink);
    RecordSplitter& splitter = layout == Layout::Csv ? static_cast<RecordSplitter&>(csv)
                                                     : static_cast<RecordSplitter&>(lines);
    const bool whole = head.size() < kTextHeadBytes;
    if (splitter.feed(head) && whole) splitter.finish();
    return records;
}

bool isLabelColumn(const std::vector<Fields>& records, std::size_t column) {
    return std::ranges::all_of(records, [&](const Fields& record) {
        return column >= record.size() || looksLikeLabel(trimmed(record[column]));
    });
}

tl::unexpected<Error> unknownColumns(const std::string& name, const Fields& first) {
    Fields shown;
    for (const std::string& field : first) shown.push_back(shownText(field, 40));
    return fail("cannot tell which column of " + name +
                " is the text and which the label; its first line is " +
                namesIn(shown, kColumnsNamed) +
                ": choose them by name or number, as in text:" + name + "#2,1");
}

// Columns of a file without a header, by which of them look like labels.
Result<void> guessColumns(const std::string& name, const std::vector<Fields>& records,
                          TextFormat& format) {
    const auto columns = static_cast<int>(records.front().size());
    const bool lastIsLabel = isLabelColumn(records, records.front().size() - 1);
    const bool firstIsLabel = isLabelColumn(records, 0);
    if (columns == 2 && lastIsLabel) {
        format.label = 1;
        format.task = LabelTask::Sentiment;
    } else if (columns <= 3 && firstIsLabel && format.layout == Layout::Csv) {
        format.label = 0;
        format.first = columns - 1;  // Yelp's "label","text", Amazon's "label","title","text"
        format.task = LabelTask::Polarity;
    } else if (columns == 2 && firstIsLabel) {
        format.label = 0;
        format.first = 1;
        format.task = LabelTask::Sentiment;
    } else if (columns >= 3 && isLabelColumn(records, 2)) {  // SciTail, in its TSV or DGEM format
        format.second = 1;
        format.label = 2;
        format.task = LabelTask::SciTail;
    } else {
        return unknownColumns(name, records.front());
    }
    return {};
}

// The column that the user means by a name or by a number from 1.
Result<int> chosenColumn(const std::string& name, const Fields& header, const std::string& wanted) {
    if (const int at = placeOf(header, loweredName(wanted)); at >= 0) return at;
    int number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (error == std::errc() && end == wanted.data() + wanted.size() && number >= 1 &&
        number <= static_cast<int>(header.size()))
        return number - 1;
    Fields shown;
    for (const std::string& field : header) shown.push_back(shownText(field, 40));
    return fail(name + " has no column '" + shownText(wanted, 60) + "': it has " +
                namesIn(shown, kColumnsNamed) + ", or numbers from 1 to " +
                std::to_string(header.size()));
}

Result<void> takeChosenColumns(const std::string& name, const Fields& header, const Fields& columns,
                               TextFormat& format) {
    std::array<int, 3> at{-1, -1, -1};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].empty() && i > 0 && i + 1 == columns.size()) continue;  // no label
        const auto place = chosenColumn(name, header, columns[i]);
        if (!place) return tl::unexpected(place.error());
        at[i] = *place;
    }
    format.first = at[0];
    format.second = columns.size() == 3 ? at[1] : -1;
    format.label = columns.size() == 3 ? at[2] : at[1];
    if (format.second < 0) format.task = LabelTask::Sentiment;
    return {};
}

Result<TextFormat> jsonFormat(const std::string& name, std::string_view line,
                              const Fields& columns) {
    TextFormat format;
    format.layout = Layout::JsonLines;
    const auto object =
        QJsonDocument::fromJson(QByteArray(line.data(), static_cast<qsizetype>(line.size())))
            .object();
    if (object.isEmpty())
        return fail("the first line of " + name + " begins as a JSON object, but is none");
    Fields keys;
    for (const QString& key : object.keys()) keys.push_back(key.toStdString());
    const Fields names = columnNames(keys);
    if (!columns.empty()) {
        takeKnownColumns(names, format);  // for the task
        if (auto taken = takeChosenColumns(name, names, columns, format); !taken)
            return tl::unexpected(taken.error());
    } else if (!takeKnownColumns(names, format)) {
        return unknownColumns(name, keys);
    }
    const auto keyAt = [&](int at) { return at < 0 ? "" : keys[static_cast<std::size_t>(at)]; };
    format.firstKey = keyAt(format.first);
    format.secondKey = keyAt(format.second);
    format.labelKey = keyAt(format.label);
    return format;
}

Result<TextFormat> tableFormat(const std::string& name, std::string_view head, Layout layout,
                               const Fields& columns) {
    TextFormat format;
    format.layout = layout;
    const std::vector<Fields> records = recordsIn(head, layout);
    if (records.empty()) return fail(name + " holds no texts: it is empty");
    const Fields names = columnNames(records.front());
    format.columns = static_cast<int>(names.size());
    format.header = takeKnownColumns(names, format);
    if (!columns.empty()) {
        if (auto taken = takeChosenColumns(name, names, columns, format); !taken)
            return tl::unexpected(taken.error());
        const auto at = [&](int column) { return names[static_cast<std::size_t>(column)]; };
        const bool named = std::ranges::any_of(
            columns, [&](const std::string& c) { return placeOf(names, loweredName(c)) >= 0; });
        format.header = format.header || named ||
                        (format.label >= 0 &&
                         std::ranges::find(kLabelColumns, at(format.label)) != kLabelColumns.end());
        if (!format.header && format.second >= 0) format.task = LabelTask::Unknown;
        return format;
    }
    if (format.header) return format;
    format = {};
    format.layout = layout;
    format.columns = static_cast<int>(names.size());
    if (format.columns == 1) {
        if (layout == Layout::Tsv) format.layout = Layout::Lines;
        return format;
    }
    if (auto guessed = guessColumns(name, records, format); !guessed)
        return tl::unexpected(guessed.error());
    return format;
}

}  // namespace

std::string unpackedName(std::string_view name) {
    std::string unpacked = loweredName(name);
    for (const std::string_view ending : kCompressed)
        if (unpacked.ends_with(ending)) unpacked.resize(unpacked.size() - ending.size());
    return unpacked;
}

bool isTextName(std::string_view name) {
    const std::string unpacked = unpackedName(name);
    return std::ranges::any_of(kTextEndings,
                               [&](std::string_view ending) { return unpacked.ends_with(ending); });
}

Result<TextFormat> textFormat(const std::string& name, std::string_view head,
                              const std::vector<std::string>& columns) {
    if (head.find('\0') != std::string_view::npos)
        return fail(name +
                    " is no file of texts: it holds zero bytes, as programs, images and "
                    "UTF-16 do; texts must be UTF-8");
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    const std::string_view first = trimmed(head).substr(0, trimmed(head).find('\n'));
    if (first.empty()) return fail(name + " holds no texts: it is empty");
    const std::string unpacked = unpackedName(name);
    if (first.starts_with("<review>") || first.starts_with("<reviews>") ||
        unpacked.ends_with(".review")) {
        TextFormat format;
        format.layout = Layout::Reviews;
        format.task = LabelTask::Sentiment;
        return format;
    }
    if (first.starts_with('{')) return jsonFormat(name, first, columns);
    if (unpacked.ends_with(".jsonl"))
        return fail("the first line of " + name + " is no JSON object, as its name has it");
    const bool tabs = first.find('\t') != std::string_view::npos || unpacked.ends_with(".tsv");
    return tableFormat(name, head,
                       unpacked.ends_with(".csv") ? Layout::Csv
                       : tabs                     ? Layout::Tsv
                                                  : Layout::Lines,
                       columns);
}

}  // namespace splitee
