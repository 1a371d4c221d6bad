// SPDX-License-Identifier: GPL-3.0-or-later
// SettingGrid: the groups of one policy over two settings, as the cells of a heat map. One of them
// may be the source, and the other how severely it is distorted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comparison/compared_runs.h"

namespace splitee {

struct SettingGrid {
    std::string x, y;                                ///< of gridSettings()
    std::vector<std::string> xs, ys;                 ///< numbers rising, sources as they come first
    std::vector<std::optional<std::size_t>> groups;  ///< [ys * xs], x fastest
    std::size_t left = 0;  ///< groups that lie in a cell of another: something else differs, too
};

/// numericSettings(), and "source" where there are several. One alone makes no map.
[[nodiscard]] std::vector<std::string> gridSettings(const ComparedRuns& compared);

/// The keys of the policies, in the order of their first groups.
[[nodiscard]] std::vector<std::string> gridPolicies(const ComparedRuns& compared);

/// Beside a severity, a source is its distortion, "builtin:cifar10c-fog", and what is clean lies in
/// the column (or row) of 0 of every source of its family.
[[nodiscard]] SettingGrid settingGrid(const ComparedRuns& compared, const std::string& policy,
                                      const std::string& x, const std::string& y);

/// What a cell shows: the layer that was chosen most often over all seeds, the mean accuracy in %,
/// the mean cost a sample in lambda. Empty where it is not known.
enum class GridFigure { Layer, Accuracy, Cost };
[[nodiscard]] std::optional<double> gridFigure(const ComparedGroup& group, GridFigure figure);

}  // namespace splitee
