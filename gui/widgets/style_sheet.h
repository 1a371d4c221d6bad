// SPDX-License-Identifier: GPL-3.0-or-later
// Style sheet for what the Fusion style and a palette cannot do: cards, panels, the run button.
#pragma once

#include <QString>

namespace splitee {

class Theme;

/// For the whole window; to be set again when the theme changes.
[[nodiscard]] QString styleSheet(const Theme& theme);

}  // namespace splitee
