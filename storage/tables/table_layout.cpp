// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/table_layout.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/world/exit_table.h"

namespace splitee {
namespace {

using Header = std::vector<std::string>;

// Optional columns of our own layout.
constexpr std::string_view kEntropy = "entropy_";
constexpr std::string_view kContext = "context_";

// The layouts with one line a sample. {b} counts the exits from 1.
struct Naming {
    std::string_view sample, label, confidence,
        prediction;  // the last two are followed by the exit's number
};
constexpr std::array<Naming, 3> kNamings{{
    {"sample", "label", "conf_", "pred_"},                      // ours
    {"", "target", "conf_branch_", "prediction_branch_"},       // edOffTS
    {"", "target", "conf_branch_", "infered_class_branches_"},  // adaptive_early_exit
}};

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
Result<void> checkNumbering(const Header& header, std::string_view prefix, std::size_t exits,
                            const std::string& file) {
    const auto numbered = std::ranges::count_if(
        header, [&](const std::string& name) { return name.starts_with(prefix); });
    if (static_cast<std::size_t>(numbered) == exits) return {};
    return fail(file + ": the columns " + std::string(prefix) +
                "1.. must be numbered from 1 without gaps or repeats");
}

// Our own layout has no other columns: one that is misspelt must not pass unseen.
Result<void> checkNothingElse(const Header& header, const Naming& naming, const std::string& file) {
    for (const std::string& name : header) {
        const bool known = name.starts_with(naming.confidence) ||
                           name.starts_with(naming.prediction) || name.starts_with(kEntropy) ||
                           name.starts_with(kContext) || name == naming.sample ||
                           name == naming.label;
        if (!known)
            return fail(file + ": the header has an unknown column '" + name.substr(0, 40) +
                        "', but must be sample,label,conf_1..conf_L,pred_1..pred_L, with "
                        "entropy_1..entropy_L and context_NAME "
                        "where known");
        if (std::ranges::count(header, name) > 1)
            return fail(file + ": the header has the column " + name.substr(0, 40) + " twice");
    }
    return {};
}

// Entropies: all or none. Names of context columns are validate()'s to check.
Result<void> addOptionalColumns(const Header& header, WideLayout& layout, const std::string& file) {
    layout.entropy = numberedColumns(header, kEntropy);
    if (auto numbered = checkNumbering(header, kEntropy, layout.entropy.size(), file); !numbered)
        return numbered;
    if (!layout.entropy.empty() && layout.entropy.size() != layout.confidence.size())
        return fail(file + ": the header has " + std::to_string(layout.entropy.size()) +
                    " columns entropy_1.. but " + std::to_string(layout.confidence.size()) +
                    " exits: either every exit has one or none");
    for (std::size_t column = 0; column < header.size(); ++column) {
        if (!header[column].starts_with(kContext)) continue;
        layout.context.push_back(column);
        layout.contextNames.push_back(header[column].substr(kContext.size()));
    }
    if (layout.context.size() > kMaxContext)
        return fail(file + ": the header has " + std::to_string(layout.context.size()) +
                    " columns context_.., but at most " + std::to_string(kMaxContext) +
                    " are possible");
    return {};
}

Result<WideLayout> wideLayout(const Header& header, const Naming& naming, const std::string& file) {
    WideLayout layout{columnOf(header, naming.sample),
                      columnOf(header, naming.label),
                      numberedColumns(header, naming.confidence),
                      numberedColumns(header, naming.prediction),
                      {},
                      {},
                      {}};
    if (!naming.sample.empty() && !layout.sample)
        return fail(file + ": the header has no column " + std::string(naming.sample));
    if (!layout.label)
        return fail(file + ": the header has no column " + std::string(naming.label));
    const std::size_t exits = layout.confidence.size();
    if (exits > static_cast<std::size_t>(kMaxExits) ||
        layout.prediction.size() > static_cast<std::size_t>(kMaxExits))
        return fail(file + ": the header has more than " + std::to_string(kMaxExits) +
                    " exits, the most that are possible");
    if (exits != layout.prediction.size())
        return fail(file + ": the header has " + std::to_string(exits) + " columns " +
                    std::string(naming.confidence) + "1.. but " +
                    std::to_string(layout.prediction.size()) + " columns " +
                    std::string(naming.prediction) + "1..: each exit needs both");
    for (const std::string_view prefix : {naming.confidence, naming.prediction})
        if (auto numbered = checkNumbering(header, prefix, exits, file); !numbered)
            return tl::unexpected(numbered.error());
    if (naming.sample.empty())
        return layout;  // other columns of published layouts are not ours to read
    if (auto nothingElse = checkNothingElse(header, naming, file); !nothingElse)
        return tl::unexpected(nothingElse.error());
    if (auto added = addOptionalColumns(header, layout, file); !added)
        return tl::unexpected(added.error());
    return layout;
}

}  // namespace

Result<TableLayout> layoutOf(const Header& header, const std::string& file) {
    const auto sample = columnOf(header, "Sample_ID");
    const auto exit = columnOf(header, "Exit");
    const auto confidence = columnOf(header, "Confidence");
    const auto prediction = columnOf(header, "Prediction");
    const auto label = columnOf(header, "Label");
    if (sample && exit && confidence && prediction && label)
        return TableLayout{{}, LongLayout{*sample, *exit, *confidence, *prediction, *label}};
    if (columnOf(header, "op_labels") && columnOf(header, "0"))
        return fail(file +
                    " holds predictions but no confidences, so there is nothing that a threshold "
                    "could act on: "
                    "it cannot be played");
    for (const Naming& naming : kNamings) {
        const bool predictions = columnOf(header, std::string(naming.prediction) + "1").has_value();
        const bool ours =
            naming.confidence == "conf_" && (columnOf(header, "conf_1") || predictions);
        if (!predictions && !ours) continue;
        auto layout = wideLayout(header, naming, file);
        if (!layout) return tl::unexpected(layout.error());
        return TableLayout{std::move(*layout), {}};
    }
    return fail(
        file +
        " is not an exit table: its first line must be sample,label,conf_1..conf_L,pred_1..pred_L, "
        "or "
        "Sample_ID,Exit,Confidence,Prediction,Label, or one with target, conf_branch_1.. and "
        "prediction_branch_1.. (or infered_class_branches_1..)");
}

}  // namespace splitee
