// SPDX-License-Identifier: GPL-3.0-or-later
// The flag --where, which chooses rows of a table that holds several distortions or models, and
// what the user is told of a table that was read.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/command.h"
#include "engine/world/exit_table.h"

namespace splitee {

/// Adds --where COLUMN=VALUE, which may be given for several columns.
void addWhereFlag(const Command& verb, std::vector<std::string>& where);

/// Lets `table` name those of its rows: openTable() takes such names. The error says what is no
/// COLUMN=VALUE, or that there is no table to choose from.
[[nodiscard]] Result<void> chooseRows(std::string& table, const std::vector<std::string>& where);

/// Prints on stderr what reading left out of the tables.
void tellRemarks(std::span<const ExitTable> tables);

}  // namespace splitee
