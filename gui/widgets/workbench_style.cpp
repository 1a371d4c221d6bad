// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/workbench_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace splitee {
namespace {

constexpr int kFieldHeight = 26;
constexpr int kBox = 14;
constexpr double kStroke = 1.75;

void strokeLine(QPainter& painter, const QColor& color, const QPolygonF& line) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, kStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
}

void drawBox(QPainter& painter, const QStyleOption& option) {
    const bool on = option.state.testFlag(QStyle::State_On),
               enabled = option.state.testFlag(QStyle::State_Enabled);
    const QPalette& palette = option.palette;
    QRectF box(0, 0, kBox, kBox);
    box.moveCenter(QRectF(option.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(on ? palette.color(enabled ? QPalette::Highlight : QPalette::Mid)
                        : palette.color(QPalette::Base));
    painter.setPen(
        on ? QPen(Qt::NoPen)
           : QPen(palette.color(enabled ? QPalette::PlaceholderText : QPalette::Mid), 1.25));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QPointF corner = box.topLeft();
    if (on)
        strokeLine(
            painter, palette.color(QPalette::HighlightedText),
            {corner + QPointF(3.5, 7.5), corner + QPointF(6, 10), corner + QPointF(10.5, 4.5)});
    painter.restore();
}

void drawChevron(QPainter& painter, const QStyleOption& option, const QPointF& at) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    strokeLine(painter, option.palette.color(QPalette::PlaceholderText),
               {at + QPointF(-4, -2), at + QPointF(0, 2), at + QPointF(4, -2)});
    painter.restore();
}

}  // namespace

WorkbenchStyle::WorkbenchStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void WorkbenchStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                   QPainter* painter, const QWidget* widget) const {
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck)
        drawBox(*painter, *option);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

// Fusion cuts what has no room, in the middle of a letter.
void WorkbenchStyle::drawControl(ControlElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const {
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (element != CE_ComboBoxLabel || combo == nullptr || combo->editable)
        return QProxyStyle::drawControl(element, option, painter, widget);
    QStyleOptionComboBox fitting = *combo;
    const int icon = combo->currentIcon.isNull() ? 0 : combo->iconSize.width() + 4;
    const int room =
        proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - icon -
        2;
    fitting.currentText =
        combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, std::max(room, 0));
    QProxyStyle::drawControl(element, &fitting, painter, widget);
}

void WorkbenchStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                        QPainter* painter, const QWidget* widget) const {
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control != CC_ComboBox || combo == nullptr || combo->editable)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool focus = option->state.testFlag(State_HasFocus);
    painter->setPen(
        QPen(option->palette.color(focus ? QPalette::Highlight : QPalette::Midlight), 1));
    painter->setBrush(option->palette.color(QPalette::Window));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->restore();
    drawChevron(*painter, *option,
                QPointF(option->rect.right() - 13, option->rect.center().y() + 1));
}

QSize WorkbenchStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                       const QSize& size, const QWidget* widget) const {
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox) wanted.setHeight(std::max(wanted.height(), kFieldHeight));
    return wanted;
}

void chooseFont() {
    QFont font = QApplication::font();
    if (QFontDatabase::families().contains(QStringLiteral("Inter")))
        font.setFamily(QStringLiteral("Inter"));
    font.setPointSizeF(10);
    QApplication::setFont(font);
}

}  // namespace splitee
