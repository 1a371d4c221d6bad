// SPDX-License-Identifier: GPL-3.0-or-later
// Help of F1: what each panel shows, in two or three sentences, and the tooltip that shows it.
#pragma once

#include <QString>

namespace splitee {

/// By the name of its dock; "" where there is nothing to say.
[[nodiscard]] QString panelHelp(const QString& dock);

/// Shows the help of the widget that has the keyboard, or of what it lies in, beside it. False
/// where none of them has any.
bool showHelpOnFocus();

}  // namespace splitee
