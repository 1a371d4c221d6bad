// SPDX-License-Identifier: GPL-3.0-or-later
// Names of exit tables that hold the same samples under several distortions: PREFIX-clean beside
// PREFIX-KIND-SEVERITY, as files or as builtin:NAME.
#pragma once

#include <string>
#include <string_view>

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

}  // namespace splitee
