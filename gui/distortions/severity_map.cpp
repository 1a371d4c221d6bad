// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/distortions/severity_map.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "gui/setup/distortion_names.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/own_keys.h"
#include "gui/widgets/place_tip.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kMapMargin = 8, kCellWidth = 34, kCells = kSeverityRows * kSeverityColumns;
constexpr double kPalestLayer = 0.1, kDeepestLayer = 0.8;  // of the device's colour

QString nameOf(int row) { return distortionTitle(distortionAt(row, 1)); }

QString columnName(int column) {
    return column == 0 ? SeverityMap::tr("clean") : QString::number(column);
}

}  // namespace

SeverityMap::SeverityMap(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), cells_(kCells) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Split layer by corruption and severity"));
    connect(&theme_, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SeverityMap::show(std::vector<std::optional<SeverityFigures>> cells, int exits) {
    cells_ = std::move(cells);
    exits_ = std::max(exits, 1);
    update();
}

void SeverityMap::setChosen(const std::optional<Distortion>& chosen) {
    chosen_ = chosen;
    update();
}

int SeverityMap::rowHeight() const { return QFontMetrics(theme_.captionFont()).height() + 4; }

int SeverityMap::namesWidth() const {
    const QFontMetrics metrics(theme_.captionFont());
    int width = 0;
    for (int row = 0; row < kSeverityRows; ++row)
        width = std::max(width, metrics.horizontalAdvance(nameOf(row)));
    return width + 8;
}

QSize SeverityMap::minimumSizeHint() const {
    return {2 * kMapMargin + namesWidth() + kSeverityColumns * kCellWidth,
            2 * kMapMargin + (kSeverityRows + 1) * rowHeight()};
}

QSize SeverityMap::sizeHint() const { return minimumSizeHint(); }

QRect SeverityMap::place(int row, int column) const {
    const int names = namesWidth(), high = rowHeight();
    const int room = width() - 2 * kMapMargin - names;
    const int left = kMapMargin + names + column * room / kSeverityColumns;
    const int right = kMapMargin + names + (column + 1) * room / kSeverityColumns;
    return {left, kMapMargin + (row + 1) * high, right - left, high};
}

QString SeverityMap::words(int row, int column) const {
    const QString name =
        column == 0 ? tr("clean") : distortionLabel(toText(distortionAt(row, column)));
    const auto& cell = cells_[static_cast<std::size_t>(row * kSeverityColumns + column)];
    if (!cell) return tr("%1: not computed yet").arg(name);
    return tr("%1: split layer %2 of %3, accuracy %4 %, cost %5 λ a sample, offloaded %6 %")
        .arg(name)
        .arg(cell->layer)
        .arg(exits_)
        .arg(numberText(cell->accuracy, 1), numberText(cell->cost, 2),
             numberText(cell->offloaded, 1));
}

ChartTable SeverityMap::table() const {
    ChartTable table{
        {QStringLiteral("corruption"), QStringLiteral("severity"), QStringLiteral("policy"),
         QStringLiteral("split_layer"), QStringLiteral("accuracy %"), QStringLiteral("cost"),
         QStringLiteral("offloaded %")},
        {}};
    const auto exact = [](double value) {
        return std::isnan(value) ? QString() : QString::number(value, 'g', 10);
    };
    for (int row = 0; row < kSeverityRows; ++row)
        for (int column = 0; column < kSeverityColumns; ++column)
            if (const auto& cell =
                    cells_[static_cast<std::size_t>(row * kSeverityColumns + column)])
                table.rows += QStringList{
                    QString::fromUtf8(kCorruptions[static_cast<std::size_t>(row)].name.data()),
                    QString::number(column),
                    QString::fromStdString(cell->policy),
                    QString::number(cell->layer),
                    exact(cell->accuracy),
                    exact(cell->cost),
                    exact(cell->offloaded)};
    return table;
}

void SeverityMap::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setFont(theme_.captionFont());
    painter.setPen(theme_.color(Token::MutedText));
    for (int column = 0; column < kSeverityColumns; ++column)
        painter.drawText(place(-1, column), Qt::AlignCenter, columnName(column));
    for (int row = 0; row < kSeverityRows; ++row) {
        const QRect first = place(row, 0);
        if (!QRect(0, first.top() - 2, width(), first.height() + 4).intersects(event->rect()))
            continue;
        const QRect name(kMapMargin, first.top(), first.left() - kMapMargin - 4, first.height());
        painter.setPen(theme_.color(row == this->row() ? Token::Text : Token::MutedText));
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, nameOf(row));
        for (int column = 0; column < kSeverityColumns; ++column) paintCell(painter, row, column);
    }
}

void SeverityMap::paintCell(QPainter& painter, int row, int column) const {
    const QRect cell = place(row, column).adjusted(1, 1, -1, -1);
    const int number = row * kSeverityColumns + column;
    const auto& known = cells_[static_cast<std::size_t>(number)];
    const QColor surface = theme_.color(Token::Surface);
    if (known) {
        const double share = exits_ > 1 ? static_cast<double>(known->layer - 1) / (exits_ - 1) : 0;
        const double strength = kPalestLayer + (kDeepestLayer - kPalestLayer) * share;
        painter.fillRect(cell, mixed(surface, theme_.color(Token::Device), strength));
        painter.setPen(strength > 0.5 && !theme_.dark() ? surface : theme_.color(Token::Text));
        painter.drawText(cell, Qt::AlignCenter, QString::number(known->layer));
    } else {
        painter.fillRect(cell, mixed(surface, theme_.color(Token::Border), 0.4));
    }
    const bool plays = chosen_ && *chosen_ == distortionAt(row, column);
    if (plays || (hasFocus() && number == current_)) {
        painter.setPen(QPen(theme_.color(plays ? Token::Accent : Token::Text), plays ? 2 : 1,
                            plays ? Qt::SolidLine : Qt::DotLine));
        painter.drawRect(cell.adjusted(0, 0, -1, -1));
    }
}

int SeverityMap::cellAt(const QPoint& point) const {
    for (int cell = 0; cell < kCells; ++cell)
        if (place(cell / kSeverityColumns, cell % kSeverityColumns).contains(point)) return cell;
    return -1;
}

void SeverityMap::moveTo(int cell) {
    const int before = row();
    current_ = std::clamp(cell, 0, kCells - 1);
    setAccessibleDescription(words(row(), current_ % kSeverityColumns));
    emit currentMoved(place(row(), current_ % kSeverityColumns));
    if (row() != before) emit rowMoved(row());
    update();
}

void SeverityMap::choose(int cell) {
    moveTo(cell);
    emit chosen(QString::fromStdString(toText(distortionAt(row(), cell % kSeverityColumns))));
}

void SeverityMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const int cell = cellAt(event->pos()); cell >= 0) return choose(cell);
    for (int row = 0; row < kSeverityRows; ++row)  // a name: its row alone
        if (const QRect first = place(row, 0); event->pos().x() < first.left() &&
                                               event->pos().y() >= first.top() &&
                                               event->pos().y() <= first.bottom())
            return moveTo(row * kSeverityColumns + current_ % kSeverityColumns);
}

void SeverityMap::keyPressEvent(QKeyEvent* event) {
    const int column = current_ % kSeverityColumns;
    if (event->matches(QKeySequence::Copy))
        return QGuiApplication::clipboard()->setText(tabSeparated(table()));
    switch (event->key()) {
        case Qt::Key_Left:
            return column > 0 ? moveTo(current_ - 1) : void();
        case Qt::Key_Right:
            return column + 1 < kSeverityColumns ? moveTo(current_ + 1) : void();
        case Qt::Key_Up:
            return row() > 0 ? moveTo(current_ - kSeverityColumns) : void();
        case Qt::Key_Down:
            return row() + 1 < kSeverityRows ? moveTo(current_ + kSeverityColumns) : void();
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            return choose(current_);
        default:
            return QWidget::keyPressEvent(event);
    }
}

bool SeverityMap::event(QEvent* event) {
    if (keepsKey(event, kGridKeys)) return true;
    const auto row = [](int cell) { return cell / kSeverityColumns; };
    const auto column = [](int cell) { return cell % kSeverityColumns; };
    if (showsTip(
            event, *this, [this](const QPoint& point) { return cellAt(point); },
            [&](int cell) { return words(row(cell), column(cell)); },
            [&](int cell) { return place(row(cell), column(cell)); }))
        return true;
    return QWidget::event(event);
}

}  // namespace splitee
