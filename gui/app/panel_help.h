// SPDX-License-Identifier: GPL-3.0-or-later
// Help of F1: what each panel shows, in two or three sentences, and the tooltip that shows it.
#pragma once

#include <QString>

class QWidget;

namespace splitee {

/// By the name of its dock, "policies" or "runs"; "" where there is nothing to say.
[[nodiscard]] QString panelHelp(const QString& dock);

/// What F1 says of the control that has the keyboard, or of what is around it; "" where nothing is
/// known. Of the row of a list that has its own help: that.
[[nodiscard]] QString helpOn(const QWidget& focus);

/// Shows the help of the widget that has the keyboard, or of what it lies in, beside it. False
/// where none of them has any.
bool showHelpOnFocus();

}  // namespace splitee
