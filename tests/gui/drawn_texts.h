// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that a window draws, and where: recorded by a paint device, those of charts included.
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

class QWidget;

namespace splitee::test {

struct DrawnText {
    QString text;
    QRectF ink;      ///< what is really covered, in pixels of the window
    QRectF visible;  ///< the part of it that is not clipped away
};

/// In the order in which they are drawn. The window is laid out; it need not be on a screen.
[[nodiscard]] std::vector<DrawnText> drawnTexts(QWidget& window);

}  // namespace splitee::test
