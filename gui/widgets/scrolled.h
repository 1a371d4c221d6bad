// SPDX-License-Identifier: GPL-3.0-or-later
// A scroll area for what a panel shows below its controls: the panel scrolls this part, and its
// dock does not scroll the panel.
#pragma once

#include <QScrollArea>

namespace splitee {

/// Over `content`, which gets all the height that it asks for; the card shows through. `least`: of
/// what can be seen, in pixels.
[[nodiscard]] inline QScrollArea* scrolled(QWidget* content, int least, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    area->setMinimumHeight(least);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

}  // namespace splitee
