// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of a chart's table: for reading back, not for reading.
#pragma once

#include <QLocale>
#include <QString>

#include <cmath>

namespace splitee {

/// The shortest text that gives the same double again; empty where there is no finite value.
[[nodiscard]] inline QString exactText(double value) {
    return std::isfinite(value) ? QString::number(value, 'g', QLocale::FloatingPointShortest)
                                : QString();
}

}  // namespace splitee
