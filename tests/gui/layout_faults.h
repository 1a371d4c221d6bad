// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the layout of a window: texts or siblings that intersect, what lies outside
// its parent, texts that are cut, or elided without a tooltip.
#pragma once

#include <QStringList>

class QWidget;

namespace splitee::test {

/// A sentence for each fault; empty where there is none.
[[nodiscard]] QStringList layoutFaults(QWidget& window);

}  // namespace splitee::test
