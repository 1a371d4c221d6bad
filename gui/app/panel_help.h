// SPDX-License-Identifier: GPL-3.0-or-later
// What each panel shows, in two or three sentences: for F1.
#pragma once

#include <QString>

namespace splitee {

/// By the name of its dock; "" where there is nothing to say.
[[nodiscard]] QString panelHelp(const QString& dock);

}  // namespace splitee
