// SPDX-License-Identifier: GPL-3.0-or-later
// ContactSheet: a picture of small pictures in rows and columns with labels. It has letters of its
// own, so that it looks the same on a machine without fonts.
#pragma once

#include <string>
#include <vector>

#include "datasets/dataset.h"

namespace splitee {

struct SheetRow {
    std::string label;            ///< a-z, 0-9, and _ : . ; other characters are left out
    std::vector<Image> pictures;  ///< all of one size
};

/// `columns`: labels above the pictures, as many as the longest row has. Small pictures are
/// enlarged by a whole number, so that their pixels show.
[[nodiscard]] Image contactSheet(const std::vector<std::string>& columns,
                                 const std::vector<SheetRow>& rows);

/// Writes a PNG. Blocks.
[[nodiscard]] Result<void> writePng(const std::string& path, const Image& image);

}  // namespace splitee
