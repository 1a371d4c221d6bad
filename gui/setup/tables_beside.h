// SPDX-License-Identifier: GPL-3.0-or-later
// Distortions whose exit tables lie beside a source: bundled ones, or files of its folder.
#pragma once

#include <set>
#include <string>

namespace splitee {

/// "clean", "fog:3": of the tables of the same family and ending, as tableBeside() names them. None
/// where the name chooses rows of a table. Looks into the folder of a file.
[[nodiscard]] std::set<std::string> distortionsBeside(const std::string& source);

}  // namespace splitee
