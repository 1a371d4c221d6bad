// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/table_layout.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/plain_text.h"
#include "engine/world/exit_table.h"
#include "storage/tables/chosen_rows.h"
#include "storage/tables/csv_lines.h"

namespace splitee {
namespace {

using Header = std::vector<std::string>;

// Optional columns of our own layout.
constexpr std::string_view kEntropy = "entropy_";
constexpr std::string_view kContext = "context_";

constexpr std::size_t kShownName = 40;  // characters of a column's name in a sentence

// The layouts with one line a sample.
struct Naming {
    std::string_view sample, label;
    std::string_view confidence, prediction, entropy;  // followed by the exit's number, from 1
};
constexpr std::array<Naming, 3> kNamings{{
    {"sample", "label", "conf_", "pred_", kEntropy},  // ours
    // edOffTS and adaptive_early_exit
    {"", "target", "conf_branch_", "prediction_branch_", "entropy_branch_"},
    {"", "target", "conf_branch_", "infered_class_branches_", "entropy_branch_"},
}};
constexpr std::array<std::string_view, 5> kLong{"Sample_ID", "Exit", "Confidence", "Prediction",
                                                "Label"};

// What every layout is looked for in.
struct Named {
    const Header& header;                    // as recognised
    const Header& written;                   // as the file has it, for sentences
    const std::vector<std::string>& chosen;  // as recognised
    std::string file, dialect;

    [[nodiscard]] std::string shown(std::size_t column) const {
        return shownText(written[column], kShownName);
    }
};

std::optional<std::size_t> columnOf(const Header& header, std::string_view name) {
    const auto at = std::ranges::find(header, name);
    if (at == header.end()) return std::nullopt;
    return static_cast<std::size_t>(at - header.begin());
}

std::vector<std::size_t> numberedColumns(const Header& header, std::string_view prefix) {
    std::vector<std::size_t> columns;
    while (columns.size() <=
           static_cast<std::size_t>(kMaxExits)) {  // one too many is enough to refuse
        const auto at = columnOf(header, std::string(prefix) + std::to_string(columns.size() + 1));
        if (!at) break;
        columns.push_back(*at);
    }
    return columns;
}

// The columns that start with `prefix` must be PREFIX1, PREFIX2, .. and nothing else.
Result<void> checkNumbering(const Named& in, std::string_view prefix, std::size_t exits) {
    const auto numbered = std::ranges::count_if(
        in.header, [&](const std::string& name) { return name.starts_with(prefix); });
    if (static_cast<std::size_t>(numbered) == exits) return {};
    return fail(in.file + ": the columns " + std::string(prefix) +
                "1.. must be numbered from 1 without gaps or repeats");
}

// As pandas and R write the number of the row, or what a comma at the end of each line leaves.
bool isUnnamed(std::string_view name) {
    return name.empty() || name.starts_with("Unnamed:") || name.starts_with("unnamed:");
}

// Our own layout has no other columns: one that is misspelt must not pass unseen.
Result<void> checkNothingElse(const Named& in, const Naming& naming) {
    for (std::size_t column = 0; column < in.header.size(); ++column) {
        const std::string& name = in.header[column];
        const bool passed = isUnnamed(name) || isGroupColumn(plainName(name)) ||
                            std::ranges::find(in.chosen, name) != in.chosen.end();
        const bool known = name.starts_with(naming.confidence) ||
                           name.starts_with(naming.prediction) || name.starts_with(kEntropy) ||
                           name.starts_with(kContext) || name == naming.sample ||
                           name == naming.label;
        if (!known && !passed)
            return fail(in.file + ": the header has an unknown column '" + in.shown(column) +
                        "', but must be sample,label,conf_1..conf_L,pred_1..pred_L, with "
                        "entropy_1..entropy_L and context_NAME "
                        "where known");
        if (known && std::ranges::count(in.header, name) > 1)
            return fail(in.file + ": the header has the column " + in.shown(column) + " twice");
    }
    return {};
}

// Entropies: all or none. Names of context columns are validate()'s to check.
Result<void> addOptionalColumns(const Named& in, WideLayout& layout) {
    layout.entropy = numberedColumns(in.header, kEntropy);
    if (auto numbered = checkNumbering(in, kEntropy, layout.entropy.size()); !numbered)
        return numbered;
    if (!layout.entropy.empty() && layout.entropy.size() != layout.confidence.size())
        return fail(in.file + ": the header has " + std::to_string(layout.entropy.size()) +
                    " columns entropy_1.. but " + std::to_string(layout.confidence.size()) +
                    " exits: either every exit has one or none");
    for (std::size_t column = 0; column < in.header.size(); ++column) {
        if (!in.header[column].starts_with(kContext)) continue;
        layout.context.push_back(column);
        layout.contextNames.push_back(in.header[column].substr(kContext.size()));
    }
    if (layout.context.size() > kMaxContext)
        return fail(in.file + ": the header has " + std::to_string(layout.context.size()) +
                    " columns context_.., but at most " + std::to_string(kMaxContext) +
                    " are possible");
    return {};
}

// Published entropies, where every exit has one; what is left out is said.
void addPublishedEntropies(const Named& in, const Naming& naming, TableLayout& layout) {
    WideLayout& wide = *layout.wide;
    wide.byOthers = true;
    wide.entropy = numberedColumns(in.header, naming.entropy);
    if (wide.entropy.empty() || wide.entropy.size() == wide.confidence.size()) return;
    layout.remark = "entropies were left out: " + std::to_string(wide.confidence.size()) +
                    " exits have " + std::to_string(wide.entropy.size()) + " columns " +
                    std::string(naming.entropy) + "1..";
    wide.entropy.clear();
}

Result<TableLayout> wideLayout(const Named& in, const Naming& naming) {
    WideLayout layout;
    layout.sample = columnOf(in.header, naming.sample);  // published: the unnamed one
    layout.label = columnOf(in.header, naming.label);
    layout.confidence = numberedColumns(in.header, naming.confidence);
    layout.prediction = numberedColumns(in.header, naming.prediction);
    const bool published = naming.sample.empty();
    if (!published && !layout.sample)
        return fail(in.file + ": the header has no column " + std::string(naming.sample));
    if (!layout.label)
        return fail(in.file + ": the header has no column " + std::string(naming.label));
    const std::size_t exits = layout.confidence.size();
    if (exits > static_cast<std::size_t>(kMaxExits) ||
        layout.prediction.size() > static_cast<std::size_t>(kMaxExits))
        return fail(in.file + ": the header has more than " + std::to_string(kMaxExits) +
                    " exits, the most that are possible");
    if (exits != layout.prediction.size())
        return fail(in.file + ": the header has " + std::to_string(exits) + " columns " +
                    std::string(naming.confidence) + "1.. but " +
                    std::to_string(layout.prediction.size()) + " columns " +
                    std::string(naming.prediction) + "1..: each exit needs both");
    for (const std::string_view prefix : {naming.confidence, naming.prediction})
        if (auto numbered = checkNumbering(in, prefix, exits); !numbered)
            return tl::unexpected(numbered.error());
    TableLayout found{std::move(layout), {}, ""};
    if (published) {  // other columns of published layouts are not ours to read
        addPublishedEntropies(in, naming, found);
        return found;
    }
    if (auto nothingElse = checkNothingElse(in, naming); !nothingElse)
        return tl::unexpected(nothingElse.error());
    if (auto added = addOptionalColumns(in, *found.wide); !added)
        return tl::unexpected(added.error());
    return found;
}

std::optional<LongLayout> longLayout(const Header& header, bool plain) {
    std::array<std::size_t, kLong.size()> at{};
    for (std::size_t k = 0; k < kLong.size(); ++k) {
        const auto column = columnOf(header, plain ? plainName(kLong[k]) : std::string(kLong[k]));
        if (!column) return {};
        at[k] = *column;
    }
    return LongLayout{at[0], at[1], at[2], at[3], at[4]};
}

Header plainNames(const Header& header) {
    Header names;
    for (const std::string& name : header) names.push_back(plainName(name));
    return names;
}

Result<TableLayout> recognised(const Named& in, bool plain) {
    if (const auto rows = longLayout(in.header, plain)) return TableLayout{{}, rows, ""};
    if (columnOf(in.header, "op_labels") && columnOf(in.header, "0"))
        return fail(in.file +
                    " holds predictions but no confidences, so there is nothing that a threshold "
                    "could act on: "
                    "it cannot be played");
    for (const Naming& naming : kNamings) {
        const bool predictions =
            columnOf(in.header, std::string(naming.prediction) + "1").has_value();
        const bool ours =
            naming.confidence == "conf_" && (columnOf(in.header, "conf_1") || predictions);
        if (predictions || ours) return wideLayout(in, naming);
    }
    std::string columns;
    for (std::size_t k = 0; k < in.written.size() && k < 12; ++k)
        columns += (k == 0 ? "'" : ", '") + in.shown(k) + "'";
    return fail(
        in.file +
        " is not an exit table: its first line must be sample,label,conf_1..conf_L,pred_1..pred_L, "
        "or "
        "Sample_ID,Exit,Confidence,Prediction,Label, or one with target, conf_branch_1.. and "
        "prediction_branch_1.. (or infered_class_branches_1..); it was read as " +
        in.dialect + ": " + std::to_string(in.written.size()) +
        (in.written.size() == 1 ? " column, " : " columns, ") + columns +
        (in.written.size() > 12 ? ", .." : ""));
}

// Those that are read.
std::vector<std::size_t> columnsOf(const TableLayout& layout) {
    if (layout.rows)
        return {layout.rows->sample, layout.rows->exit, layout.rows->confidence,
                layout.rows->prediction, layout.rows->label};
    const WideLayout& wide = *layout.wide;
    std::vector<std::size_t> columns{*wide.label};
    if (wide.sample) columns.push_back(*wide.sample);
    for (const auto* more : {&wide.confidence, &wide.prediction, &wide.entropy, &wide.context})
        columns.insert(columns.end(), more->begin(), more->end());
    return columns;
}

}  // namespace

std::string plainName(std::string_view name) {
    std::string plain(withoutBlanks(name));
    for (char& c : plain) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '-') c = '_';
    }
    return plain;
}

bool looksLikeTable(const Header& header) {
    const Header names = plainNames(header);
    const auto has = [&](std::string_view name) { return columnOf(names, name).has_value(); };
    return std::ranges::any_of(kNamings,
                               [&](const Naming& naming) {
                                   return has(std::string(naming.confidence) + "1") ||
                                          has(std::string(naming.prediction) + "1");
                               }) ||
           (has("sample_id") && has("exit") && has("confidence")) || (has("op_labels") && has("0"));
}

bool isReadable(const Header& header) { return layoutOf(header, "", {}, "").has_value(); }

Result<TableLayout> layoutOf(const Header& header, const std::string& file,
                             const std::vector<std::string>& chosen, const std::string& dialect) {
    auto exactly = recognised({header, header, chosen, file, dialect}, false);
    if (exactly) return exactly;
    const Header plain = plainNames(header);
    auto loosely = recognised({plain, header, plainNames(chosen), file, dialect}, true);
    if (!loosely) return loosely;
    for (const std::size_t column : columnsOf(*loosely))
        if (!plain[column].empty() && std::ranges::count(plain, plain[column]) > 1)
            return fail(file + ": the header has the column " +
                        shownText(plain[column], kShownName) +
                        " twice, but for capitals and blanks");
    return loosely;
}

}  // namespace splitee
