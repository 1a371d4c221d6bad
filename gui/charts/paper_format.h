// SPDX-License-Identifier: GPL-3.0-or-later
// How a chart is written for a paper: as wide as its column, with writing as large as the text's.
#pragma once

#include <array>

namespace splitee {

struct PaperFormat {
    double widthCm = 8.6;   ///< of one column; 17.8: of both
    double fontPoints = 8;  ///< of tick labels and names
    bool axisTitles = true;
};

inline constexpr std::array<double, 3> kPaperWidths{8.6, 12.2, 17.8};  ///< cm
inline constexpr std::array<double, 4> kPaperFonts{7, 8, 9, 10};       ///< points

}  // namespace splitee
