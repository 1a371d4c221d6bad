// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/table_csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "engine/plain_text.h"
#include "engine/whole_file.h"
#include "storage/tables/csv_lines.h"
#include "storage/tables/table_layout.h"

namespace splitee {
namespace {

constexpr std::int64_t kMaxClass = std::numeric_limits<std::int16_t>::max();
constexpr std::int64_t kMaxLabel = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t kMinNumber = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMaxNumber = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kMaxEntries =
    200'000'000;  // confidences, entropies and context: 2 GB in memory

constexpr std::size_t kWriteBytes = 64 * 1024;
constexpr std::size_t kShown = 40;  // characters of a field or a column's name in a sentence
constexpr double kRounding = 1e-6;  // how far a sum of rounded numbers leaves its range

using Fields = std::vector<std::string>;

// One line of the file under its header: errors name both.
struct Row {
    const Fields& header;
    const Fields& fields;
    std::string where;
    bool commas = false;  // separate the columns

    [[nodiscard]] std::string column(std::size_t at) const { return shownText(header[at], kShown); }
    [[nodiscard]] Result<std::int64_t> integer(std::size_t at, std::int64_t low,
                                               std::int64_t high) const {
        return integerIn(fields[at], low, high, where, column(at));
    }
    [[nodiscard]] Result<double> number(std::size_t at) const {
        return numberIn(fields[at], where, column(at));
    }
    [[nodiscard]] Result<std::int32_t> label(std::size_t at) const {
        if (fields[at].empty()) return kUnknownLabel;
        return integer(at, kUnknownLabel, kMaxLabel).map([](std::int64_t label) {
            return static_cast<std::int32_t>(label);
        });
    }
};

// What rounding put outside 0 to `most` moves to its end.
double unrounded(double value, double most) {
    const bool near = value >= -kRounding && value <= most + kRounding;
    return near && (value < 0 || value > most) ? std::clamp(value, 0.0, most) : value;
}

Result<void> appendAnswer(ExitTable& table, const Row& row, std::size_t confidence,
                          std::size_t prediction) {
    const auto number = row.number(confidence);
    if (!number) return tl::unexpected(number.error());
    const double c = unrounded(*number, 1);
    if (c < 0 || c > 1)
        return fail(row.where + ", column " + row.column(confidence) + ": the confidence " +
                    shownText(row.fields[confidence], kShown) + " is not between 0 and 1" +
                    (c > 1 && c <= 100 ? "; divide by 100 if it is per cent" : ""));
    const auto p = row.integer(prediction, 0, kMaxClass);
    if (!p) return tl::unexpected(p.error());
    table.confidence.push_back(c);
    table.prediction.push_back(static_cast<std::int16_t>(*p));
    return {};
}

// Published entropies are often not numbers, as 0 log 0 is none: then the table has none. Ours are
// validate()'s to check.
Result<void> appendEntropies(ExitTable& table, WideLayout& layout, const Row& row) {
    static const double most = std::log(kMaxClass + 1.0);
    for (const std::size_t column : layout.entropy) {
        const auto number = row.number(column);
        const double entropy = number ? unrounded(*number, most) : -1;
        if (number && (!layout.byOthers || (entropy >= 0 && entropy <= most))) {
            table.entropy.push_back(entropy);
            continue;
        }
        if (!layout.byOthers) return tl::unexpected(number.error());
        table.remark = "entropies were left out: " + row.where + ", column " + row.column(column) +
                       ": '" + shownText(row.fields[column], kShown) + "' is no entropy in nats";
        table.entropy.clear();
        layout.entropy.clear();
        return {};
    }
    return {};
}

Result<void> appendWideRow(ExitTable& table, WideLayout& layout, const Row& row) {
    if (table.samples() == 0 && layout.byOthers && layout.sample &&
        row.fields[*layout.sample].empty())
        layout.sample.reset();  // what a comma at the end of each line leaves
    auto sample = table.samples();
    if (layout.sample) {
        const auto number = row.integer(*layout.sample, kMinNumber, kMaxNumber);
        if (!number) return tl::unexpected(number.error());
        sample = *number;
    }
    const auto label = row.label(*layout.label);
    if (!label) return tl::unexpected(label.error());
    for (std::size_t exit = 0; exit < layout.confidence.size(); ++exit)
        if (auto added = appendAnswer(table, row, layout.confidence[exit], layout.prediction[exit]);
            !added)
            return added;
    if (auto added = appendEntropies(table, layout, row); !added) return added;
    for (const std::size_t column : layout.context) {
        if (row.commas && mayMeanThousands(row.fields[column]))
            return fail(row.where + ", column " + row.column(column) + ": '" +
                        shownText(row.fields[column], kShown) +
                        "' may be thousands or have a decimal comma: write it without the comma");
        const auto value = row.number(column);
        if (!value) return tl::unexpected(value.error());
        table.context.push_back(*value);
    }
    table.sample.push_back(sample);
    table.label.push_back(*label);
    return {};
}

// The long layout: the lines of a sample follow one another, exits from 0. The first sample tells
// how many exits there are.
Result<void> appendLongRow(ExitTable& table, const LongLayout& layout, const Row& row) {
    const auto sample = row.integer(layout.sample, kMinNumber, kMaxNumber);
    if (!sample) return tl::unexpected(sample.error());
    const auto exit = row.integer(layout.exit, 0, kMaxExits - 1);
    if (!exit) return tl::unexpected(exit.error());
    const auto label = row.label(layout.label);
    if (!label) return tl::unexpected(label.error());
    if (*exit == 0) {
        if (table.samples() == 1) table.exits = static_cast<int>(table.confidence.size());
        if (table.samples() > 1 &&
            table.confidence.size() != table.label.size() * static_cast<std::size_t>(table.exits))
            return fail(row.where +
                        ": the sample before has another number of exits than the first one");
        table.sample.push_back(*sample);
        table.label.push_back(*label);
    }
    const std::size_t expected =
        table.samples() < 2 ? table.confidence.size()
                            : table.confidence.size() % static_cast<std::size_t>(table.exits);
    const bool continues = *exit == 0 || (!table.sample.empty() && table.sample.back() == *sample &&
                                          static_cast<std::size_t>(*exit) == expected);
    if (!continues)
        return fail(row.where +
                    ", column Exit: the exits of a sample must follow one another as 0, 1, 2, ..");
    if (table.label.back() != *label)
        return fail(row.where +
                    ", column Label: the label differs from that of the sample's exit 0");
    return appendAnswer(table, row, layout.confidence, layout.prediction);
}

// A line may have more or fewer commas at its end than the header, where nothing stands between.
Result<void> fitToHeader(Fields& fields, const Fields& header, const CsvLines& lines) {
    const std::size_t given = fields.size();
    while (fields.size() > header.size() && fields.back().empty()) fields.pop_back();
    while (fields.size() < header.size() && withoutBlanks(header[fields.size()]).empty())
        fields.emplace_back();
    if (fields.size() == header.size()) return {};
    return fail(lines.where() + " has " + std::to_string(given) + " fields, but the header has " +
                std::to_string(header.size()) + " (" + lines.dialect() + ")" +
                (lines.separator() == ',' && given > header.size()
                     ? ": if the numbers have decimal commas, save it with semicolons between them"
                     : ""));
}

// In our own layout nothing may stand behind the last name: it may be half a decimal comma.
Result<void> checkUnnamed(const TableLayout& layout, const Row& row) {
    if (!layout.wide || layout.wide->byOthers) return {};
    for (std::size_t k = row.header.size(); k-- > 0 && withoutBlanks(row.header[k]).empty();)
        if (!row.fields[k].empty())
            return fail(row.where + " has '" + shownText(row.fields[k], kShown) + "' in column " +
                        std::to_string(k + 1) +
                        ", which has no name: if the numbers have decimal commas, save it with "
                        "semicolons between them");
    return {};
}

void appendField(std::string& text, auto value) {
    char digits[32];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

std::string headerOf(const ExitTable& table) {
    std::string text = "sample,label";
    for (const char* prefix : {",conf_", ",pred_", ",entropy_"}) {
        if (std::string_view(prefix) == ",entropy_" && table.entropy.empty()) break;
        for (int i = 1; i <= table.exits; ++i) appendField(text += prefix, i);
    }
    for (const std::string& name : table.contextNames) text += ",context_" + name;
    return text + '\n';
}

}  // namespace

Result<ExitTable> readTableCsv(const std::filesystem::path& path,
                               const std::vector<RowChoice>& choices) {
    auto lines = CsvLines::open(path);
    if (!lines) return tl::unexpected(lines.error());
    Fields fields, chosen;
    const auto first = lines->header(fields, looksLikeTable, isReadable);
    if (!first) return tl::unexpected(first.error());
    if (!*first) return fail("table " + path.string() + " is empty");
    const Fields header = fields;
    for (const RowChoice& choice : choices) chosen.push_back(choice.column);
    auto layout = layoutOf(header, path.string(), chosen, lines->dialect());
    if (!layout) return tl::unexpected(layout.error());
    auto rows = ChosenRows::in(header, choices, path.string());
    if (!rows) return tl::unexpected(rows.error());
    ExitTable table;
    table.name = withRowChoices(path.filename().string(), choices);
    table.remark = layout->remark;
    if (layout->wide) {
        table.exits = static_cast<int>(layout->wide->confidence.size());
        table.contextNames = layout->wide->contextNames;
    }
    for (;;) {
        const auto more = lines->next(fields);
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        if (auto fits = fitToHeader(fields, header, *lines); !fits)
            return tl::unexpected(fits.error());
        if (!rows->takes(fields)) continue;
        const Row row{header, fields, lines->where(), lines->separator() == ','};
        if (auto named = checkUnnamed(*layout, row); !named) return tl::unexpected(named.error());
        auto added = layout->wide ? appendWideRow(table, *layout->wide, row)
                                  : appendLongRow(table, *layout->rows, row);
        if (!added) return tl::unexpected(added.error());
        if (table.confidence.size() + table.entropy.size() + table.context.size() > kMaxEntries)
            return fail("table " + path.string() +
                        " holds more than 200,000,000 numbers: split it");
    }
    if (auto oneKind = rows->check(); !oneKind) return tl::unexpected(oneKind.error());
    if (table.samples() == 0)
        return fail("table " + path.string() + " has a header but no samples");
    if (layout->rows && table.samples() == 1)
        table.exits = static_cast<int>(table.confidence.size());
    if (table.confidence.size() != table.label.size() * static_cast<std::size_t>(table.exits))
        return fail("table " + path.string() +
                    ": the last sample has another number of exits than the first one");
    table.depth = unitDepths(table.exits);
    if (auto valid = validate(table); !valid)
        return fail("table " + path.string() + ": " + valid.error().message);
    return table;
}

Result<std::vector<GroupColumn>> groupColumnsOf(const std::filesystem::path& path,
                                                const std::vector<RowChoice>& choices) {
    auto lines = CsvLines::open(path);
    if (!lines) return tl::unexpected(lines.error());
    Fields fields;
    const auto first = lines->header(fields, looksLikeTable, isReadable);
    if (!first) return tl::unexpected(first.error());
    const Fields header = fields;
    auto rows = ChosenRows::in(header, choices, path.string());
    if (!rows) return tl::unexpected(rows.error());
    for (;;) {
        const auto more = lines->next(fields);
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        if (auto fits = fitToHeader(fields, header, *lines); !fits)
            return tl::unexpected(fits.error());
        static_cast<void>(rows->takes(fields));
    }
    std::vector<GroupColumn> several = rows->groups();
    std::erase_if(
        several, [](const GroupColumn& group) { return group.endless || group.values.size() < 2; });
    return several;
}

void writeTableCsv(std::ostream& out, const ExitTable& table) {
    std::string text = headerOf(table);
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        appendField(text, table.sample[static_cast<std::size_t>(row)]);
        appendField(text += ',', table.label[static_cast<std::size_t>(row)]);
        for (const double confidence : table.confidencesOf(row))
            appendField(text += ',', confidence);
        for (const std::int16_t prediction : table.predictionsOf(row))
            appendField(text += ',', prediction);
        if (!table.entropy.empty())
            for (std::int64_t at = row * table.exits; at < (row + 1) * table.exits; ++at)
                appendField(text += ',', table.entropy[static_cast<std::size_t>(at)]);
        for (const double value : table.contextOf(row)) appendField(text += ',', value);
        text += '\n';
        if (text.size() < kWriteBytes && row + 1 < table.samples()) continue;
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        text.clear();
    }
}

Result<void> writeTableCsv(const std::filesystem::path& path, const ExitTable& table) {
    if (auto valid = validate(table); !valid)
        return fail("cannot write table " + path.string() + ": " + valid.error().message);
    return writeWholeFile(path, "exit table",
                          [&](std::ostream& out) { writeTableCsv(out, table); });
}

}  // namespace splitee
