// SPDX-License-Identifier: GPL-3.0-or-later
// Names of exit tables that hold the same samples under several distortions: PREFIX-clean beside
// PREFIX-KIND-SEVERITY, as files or as builtin:NAME.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace splitee {

/// What a table's name says of its samples.
struct TableName {
    std::string prefix;      ///< "builtin:cifar10"; the whole name where it says no distortion
    std::string distortion;  ///< "clean", "gaussian_blur:0.8"; "" where it says none
    std::string ending;      ///< ".exits" of a file, ".csv"; "" of a bundled one
};
[[nodiscard]] TableName tableNameOf(const std::string& name);

/// "builtin:cifar10-fog-3" for "fog:3" beside "builtin:cifar10-clean". Of a name that
/// says no distortion what stands before its first dash is taken for the prefix; "" where there is
/// no dash, or where the name chooses rows of a table.
[[nodiscard]] std::string tableBeside(const std::string& name, std::string_view distortion);

/// Files for tables of the same samples under these distortions, none of them twice, so that a
/// schedule finds all the others from the first one. `chosen` is the name of a file: one table is
/// written there; of several, each name says its distortion, in the place of the one that `chosen`
/// says. Dashes become underscores where they would be taken for the end of the prefix. Empty where
/// the others would not be found all the same: `chosen` has a '?', which chooses rows of a table,
/// or an ending that is none of a table.
[[nodiscard]] std::vector<std::string> tablesTogether(const std::string& chosen,
                                                      std::span<const std::string> distortions);

}  // namespace splitee
