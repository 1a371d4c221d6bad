// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the time that work still takes.
#pragma once

#include <QString>

namespace splitee {

/// "7 s left", "3 min left", "2 h left".
[[nodiscard]] QString timeLeftText(double seconds);

}  // namespace splitee
