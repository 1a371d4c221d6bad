// SPDX-License-Identifier: GPL-3.0-or-later
// Style based on Fusion, with check boxes and arrows of our own in the colours of the palette:
// Fusion's vanish on dark and differ from our fields.
#pragma once

#include <QProxyStyle>

namespace splitee {

class WorkbenchStyle : public QProxyStyle {
    Q_OBJECT
public:
    WorkbenchStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
                                         const QSize& size, const QWidget* widget) const override;
};

/// The type of the window: Inter where it is installed, in the size of its body.
void chooseFont();

}  // namespace splitee
