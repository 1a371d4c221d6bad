// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/time_left.h"

#include <QCoreApplication>

#include <cmath>

#include "gui/widgets/number_text.h"

namespace splitee {

QString timeLeftText(double seconds) {
    constexpr double kMost = 90;  // of a unit, before the next one is easier to read
    if (seconds < kMost)
        return QCoreApplication::translate("TimeLeft", "%1 s left")
            .arg(numberText(std::ceil(seconds)));
    if (seconds < 60 * kMost)
        return QCoreApplication::translate("TimeLeft", "%1 min left")
            .arg(numberText(std::ceil(seconds / 60)));
    return QCoreApplication::translate("TimeLeft", "%1 h left")
        .arg(numberText(std::ceil(seconds / 3600)));
}

}  // namespace splitee
