// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table_rows.h"

#include <cstdio>

#include "storage/tables/chosen_rows.h"

namespace splitee {

void addWhereFlag(const Command& verb, std::vector<std::string>& where) {
    verb.option("--where", where,
                "Only rows with COLUMN=VALUE of a CSV table that holds several distortions or "
                "models; may be repeated, VALUE * takes all")
        .oneValueEach();
}

Result<void> chooseRows(std::string& table, const std::vector<std::string>& where) {
    if (where.empty()) return {};
    if (table.empty()) return fail("--where chooses rows of a table: give --table too");
    std::vector<RowChoice> choices;
    for (const std::string& text : where) {
        auto choice = rowChoiceFrom(text);
        if (!choice) return fail("--where " + choice.error().message);
        choices.push_back(std::move(*choice));
    }
    table = withRowChoices(table, choices);
    return {};
}

void tellRemarks(std::span<const ExitTable> tables) {
    for (const ExitTable& table : tables)
        if (!table.remark.empty())
            std::fprintf(stderr, "splitee: %s: %s\n", table.name.c_str(), table.remark.c_str());
}

}  // namespace splitee
