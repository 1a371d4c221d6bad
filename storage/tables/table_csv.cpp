// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/table_csv.h"

#include <charconv>
#include <limits>

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

using Fields = std::vector<std::string>;

// One line of the file under its header: errors name both.
struct Row {
    const Fields& header;
    const Fields& fields;
    std::string where;

    [[nodiscard]] Result<std::int64_t> integer(std::size_t column, std::int64_t low,
                                               std::int64_t high) const {
        return integerIn(fields[column], low, high, where, header[column].substr(0, 40));
    }
    [[nodiscard]] Result<void> append(std::vector<double>& values, std::size_t column) const {
        return numberIn(fields[column], where, header[column].substr(0, 40)).map([&](double value) {
            values.push_back(value);
        });
    }
    [[nodiscard]] Result<std::int32_t> label(std::size_t column) const {
        if (fields[column].empty()) return kUnknownLabel;
        return integer(column, kUnknownLabel, kMaxLabel).map([](std::int64_t label) {
            return static_cast<std::int32_t>(label);
        });
    }
};

Result<void> appendAnswer(ExitTable& table, const Row& row, std::size_t confidence,
                          std::size_t prediction) {
    const std::string column = row.header[confidence].substr(0, 40);
    const auto c = numberIn(row.fields[confidence], row.where, column);
    if (!c) return tl::unexpected(c.error());
    if (*c < 0 || *c > 1)
        return fail(row.where + ", column " + column + ": the confidence " +
                    row.fields[confidence].substr(0, 40) + " is not between 0 and 1");
    const auto p = row.integer(prediction, 0, kMaxClass);
    if (!p) return tl::unexpected(p.error());
    table.confidence.push_back(*c);
    table.prediction.push_back(static_cast<std::int16_t>(*p));
    return {};
}

Result<void> appendWideRow(ExitTable& table, const WideLayout& layout, const Row& row) {
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
    for (const std::size_t column : layout.entropy)
        if (auto added = row.append(table.entropy, column); !added) return added;
    for (const std::size_t column : layout.context)
        if (auto added = row.append(table.context, column); !added) return added;
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

void append(std::string& text, auto value) {
    char digits[32];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

std::string headerOf(const ExitTable& table) {
    std::string text = "sample,label";
    for (const char* prefix : {",conf_", ",pred_", ",entropy_"}) {
        if (std::string_view(prefix) == ",entropy_" && table.entropy.empty()) break;
        for (int i = 1; i <= table.exits; ++i) append(text += prefix, i);
    }
    for (const std::string& name : table.contextNames) text += ",context_" + name;
    return text + '\n';
}

}  // namespace

Result<ExitTable> readTableCsv(const std::filesystem::path& path) {
    auto lines = CsvLines::open(path);
    if (!lines) return tl::unexpected(lines.error());
    Fields fields;
    const auto first = lines->next(fields);
    if (!first) return tl::unexpected(first.error());
    if (!*first) return fail("table " + path.string() + " is empty");
    const auto layout = layoutOf(fields, path.string());
    if (!layout) return tl::unexpected(layout.error());
    const Fields header = fields;
    ExitTable table;
    table.name = path.filename().string();
    if (layout->wide) {
        table.exits = static_cast<int>(layout->wide->confidence.size());
        table.contextNames = layout->wide->contextNames;
    }
    for (;;) {
        const auto more = lines->next(fields);
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        if (fields.size() != header.size())
            return fail(lines->where() + " has " + std::to_string(fields.size()) +
                        " fields, but the header has " + std::to_string(header.size()));
        const Row row{header, fields, lines->where()};
        auto added = layout->wide ? appendWideRow(table, *layout->wide, row)
                                  : appendLongRow(table, *layout->rows, row);
        if (!added) return tl::unexpected(added.error());
        if (table.confidence.size() + table.entropy.size() + table.context.size() > kMaxEntries)
            return fail("table " + path.string() +
                        " holds more than 200,000,000 numbers: split it");
    }
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

void writeTableCsv(std::ostream& out, const ExitTable& table) {
    std::string text = headerOf(table);
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        append(text, table.sample[static_cast<std::size_t>(row)]);
        append(text += ',', table.label[static_cast<std::size_t>(row)]);
        for (const double confidence : table.confidencesOf(row)) append(text += ',', confidence);
        for (const std::int16_t prediction : table.predictionsOf(row))
            append(text += ',', prediction);
        if (!table.entropy.empty())
            for (std::int64_t at = row * table.exits; at < (row + 1) * table.exits; ++at)
                append(text += ',', table.entropy[static_cast<std::size_t>(at)]);
        for (const double value : table.contextOf(row)) append(text += ',', value);
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
