// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that a widget keeps for itself where they are shortcuts of the window too.
#pragma once

#include <QKeyEvent>

#include <algorithm>
#include <initializer_list>

namespace splitee {

/// Those by which a grid of things to choose is used.
inline constexpr std::initializer_list<int> kGridKeys{Qt::Key_Left, Qt::Key_Right,  Qt::Key_Up,
                                                      Qt::Key_Down, Qt::Key_Return, Qt::Key_Enter,
                                                      Qt::Key_Space};

/// For event(): whether the window asks if one of `keys` is a shortcut now. It is not; the widget's
/// keyPressEvent() gets it. Call at first and return true where it is true.
[[nodiscard]] inline bool keepsKey(QEvent* event, std::initializer_list<int> keys) {
    if (event->type() != QEvent::ShortcutOverride ||
        std::ranges::find(keys, static_cast<QKeyEvent*>(event)->key()) == keys.end())
        return false;
    event->accept();
    return true;
}

}  // namespace splitee
