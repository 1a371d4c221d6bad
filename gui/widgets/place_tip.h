// SPDX-License-Identifier: GPL-3.0-or-later
// Tooltips of a widget that paints several things, each with words of its own.
#pragma once

#include <QHelpEvent>
#include <QToolTip>

#include "gui/widgets/plain_tip.h"

namespace splitee {

/// For event(): whether it asks for a tooltip; then the tip is shown, or hidden where nothing lies.
/// `at(point)` gives the number of the thing there, -1: none; `words` and `place` are of a number.
/// Return true where it is true.
template <class At, class Words, class Place>
[[nodiscard]] bool showsTip(QEvent* event, QWidget& widget, At&& at, Words&& words, Place&& place) {
    if (event->type() != QEvent::ToolTip) return false;
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const int thing = at(help->pos()); thing >= 0)
        QToolTip::showText(help->globalPos(), plainTip(words(thing)), &widget, place(thing));
    else
        QToolTip::hideText();
    return true;
}

}  // namespace splitee
