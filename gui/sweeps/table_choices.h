// SPDX-License-Identifier: GPL-3.0-or-later
// What a sweep can choose its exit tables from: sources that are at hand, and distortions that lie
// beside all of them.
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace splitee {

struct TableChoice {
    std::string value;  ///< as an axis of a sweep has it
    QString group;      ///< heading of what belongs together
    QString label;
};

/// `own`, then the bundled tables of what is clean, each under its kind of data.
[[nodiscard]] std::vector<TableChoice> sourceChoices(const std::vector<std::string>& own);

/// The distortions whose tables lie beside each of `sources`, bundled or in its folder, kind by
/// kind, rising. Looks into folders.
[[nodiscard]] std::vector<TableChoice> distortionChoices(const std::vector<std::string>& sources);

}  // namespace splitee
