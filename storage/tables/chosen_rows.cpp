// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/chosen_rows.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/fields.h"
#include "engine/plain_text.h"
#include "storage/tables/csv_lines.h"
#include "storage/tables/table_layout.h"

namespace splitee {
namespace {

constexpr std::size_t kMostValues = 64;   // of a group
constexpr std::size_t kMostKept = 200;    // characters of a value that are remembered
constexpr std::size_t kMostListed = 12;   // in a sentence
constexpr std::size_t kShownRows = 40;    // characters of a value
constexpr std::size_t kMostChoices = 32;  // of one name

constexpr std::array<std::string_view, 3> kGroupBegins{"distortion", "corruption", "perturbation"};
constexpr std::array<std::string_view, 19> kGroups{
    "model",      "model_name",   "model_id",  "network",      "backbone",
    "arch",       "architecture", "dataset",   "dataset_name", "device",
    "noise_type", "noise_level",  "noise_lvl", "blur_level",   "blur_lvl",
    "severity",   "seed",         "epoch",     "fold"};

std::string encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '%')
            out += "%25";
        else if (c == '&')
            out += "%26";
        else if (c == '=')
            out += "%3D";
        else
            out += c;
    }
    return out;
}

std::string decoded(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const bool coded = text.starts_with("%25") || text.starts_with("%26") ||
                           text.starts_with("%3D") || text.starts_with("%3d");
        out += !coded ? text.front() : text[1] == '3' ? '=' : text[2] == '5' ? '%' : '&';
        text.remove_prefix(coded ? 3 : 1);
    }
    return out;
}

bool isFile(std::string_view name) {
    std::error_code error;
    return std::filesystem::is_regular_file(std::filesystem::path(name), error);
}

bool same(const std::string& field, const std::string& asked) {
    if (asked == "*" || field == asked) return true;
    const auto a = numberIn(field, "", ""), b = numberIn(asked, "", "");
    return a && b && *a == *b;
}

// Remembers a value that was not seen before; false where there are too many.
bool noted(std::vector<std::string>& values, const std::string& value) {
    const std::string_view kept = utf8Prefix(value, kMostKept);
    if (std::ranges::find(values, kept) != values.end()) return true;
    if (values.size() == kMostValues) return false;
    values.emplace_back(kept);
    return true;
}

std::string someOf(const std::vector<std::string>& values) {
    std::string text;
    for (std::size_t k = 0; k < values.size(); ++k) {
        if (k == kMostListed) return text + ", ..";
        text += (k == 0 ? "" : ", ") +
                (values[k].empty() ? std::string("''") : shownText(values[k], kShownRows));
    }
    return text;
}

}  // namespace

bool isGroupColumn(std::string_view name) {
    return std::ranges::find(kGroups, name) != kGroups.end() ||
           std::ranges::any_of(kGroupBegins,
                               [&](std::string_view begin) { return name.starts_with(begin); });
}

Result<RowChoice> rowChoiceFrom(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string_view::npos)
        return fail("'" + shownText(text, 100) +
                    "' chooses no rows: write COLUMN=VALUE, as in distortion_type=gaussian_blur");
    return RowChoice{std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

std::string withRowChoices(const std::string& name, const std::vector<RowChoice>& choices) {
    std::string text = name;
    const auto held = namedRows(name);
    char mark = held && !held->choices.empty() ? '&' : '?';
    for (const RowChoice& choice : choices) {
        text += mark + encoded(choice.column) + "=" + encoded(choice.value);
        mark = '&';
    }
    return text;
}

Result<NamedRows> namedRows(const std::string& name) {
    NamedRows rows{name, {}};
    std::size_t mark = name.find('?');
    if (mark == std::string::npos || isFile(name)) return rows;
    while (mark != std::string::npos && !isFile(std::string_view(name).substr(0, mark)))
        mark = name.find('?', mark + 1);
    // No such file: the reader says so, without the choices.
    if (mark == std::string::npos) mark = name.find('?');
    rows.file = name.substr(0, mark);
    std::string_view rest = std::string_view(name).substr(mark + 1);
    for (;;) {
        const std::size_t end = rest.find('&');
        const std::string_view word = rest.substr(0, end);
        const std::size_t equals = word.find('=');
        if (equals == 0 || equals == std::string_view::npos)
            return fail("table " + shownText(name, 200) + ": '" + shownText(word, 100) +
                        "' chooses no rows: write FILE?COLUMN=VALUE");
        if (rows.choices.size() == kMostChoices)
            return fail("table " + shownText(name, 200) + " chooses by more than " +
                        std::to_string(kMostChoices) + " columns");
        rows.choices.push_back({decoded(word.substr(0, equals)), decoded(word.substr(equals + 1))});
        if (end == std::string_view::npos) return rows;
        rest.remove_prefix(end + 1);
    }
}

Result<ChosenRows> ChosenRows::in(const std::vector<std::string>& header,
                                  const std::vector<RowChoice>& choices, const std::string& file) {
    ChosenRows rows;
    rows.file_ = file;
    std::vector<std::string> plain;
    for (const std::string& name : header) plain.push_back(plainName(name));
    for (const RowChoice& asked : choices) {
        auto at = std::ranges::find(header, asked.column);
        if (at == header.end()) {
            const auto loosely = std::ranges::find(plain, plainName(asked.column));
            at = header.begin() + (loosely - plain.begin());
        }
        if (at == header.end())
            return fail("table " + file + " has no column " + shownText(asked.column, kShownRows) +
                        " to choose rows by: its columns are " + someOf(header));
        rows.choices_.push_back({static_cast<std::size_t>(at - header.begin()), asked, {}, false});
    }
    for (std::size_t column = 0; column < header.size(); ++column) {
        const bool chosen = std::ranges::any_of(
            rows.choices_, [&](const Choice& choice) { return choice.column == column; });
        if (chosen || !isGroupColumn(plain[column])) continue;
        rows.groups_.push_back({std::string(withoutBlanks(header[column])), {}, false});
        rows.groupColumns_.push_back(column);
    }
    return rows;
}

bool ChosenRows::takes(const std::vector<std::string>& fields) {
    for (Choice& choice : choices_) {
        const std::string& field = fields[choice.column];
        if (!same(field, choice.asked.value)) {
            static_cast<void>(noted(choice.seen, field));
            return false;
        }
        choice.fits = true;
    }
    for (std::size_t g = 0; g < groups_.size(); ++g)
        if (!groups_[g].endless)
            groups_[g].endless = !noted(groups_[g].values, fields[groupColumns_[g]]);
    return true;
}

Result<void> ChosenRows::check() const {
    for (const Choice& choice : choices_)
        if (!choice.fits)
            return fail("table " + file_ + " has no rows with " +
                        shownText(choice.asked.column, kShownRows) + "=" +
                        shownText(choice.asked.value, kShownRows) +
                        (choice.seen.empty() ? " among those chosen before"
                                             : ": there it is " + someOf(choice.seen)));
    for (const GroupColumn& group : groups_) {
        if (group.endless || group.values.size() < 2) continue;
        const std::string name = shownText(group.name, kShownRows);
        return fail("table " + file_ + " holds several of " + name + " (" + someOf(group.values) +
                    "), which are different experiments: choose one by --where " + name + "=" +
                    shownText(group.values.front(), kShownRows) + ", or all by --where \"" + name +
                    "=*\"");
    }
    return {};
}

}  // namespace splitee
