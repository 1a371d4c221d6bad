// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_overlays.h"

#include <algorithm>
#include <cmath>

#include "plot/label_placement.h"

namespace splitee {
namespace {

constexpr double kMostChip = 0.4;  // of the width of the axes
constexpr int kLabelGap = 6;       // between the axes and a label
constexpr int kBoxPadding = 6;

}  // namespace

EndLabels::EndLabels(QCPAxisRect& rect, const Theme& theme)
    : QCPLayerable(rect.parentPlot(), QStringLiteral("overlay")), rect_(rect), theme_(theme) {}

QFont EndLabels::fontOf(const Label& label) const {
    QFont font = theme_.captionFont();
    if (!label.quiet) font.setWeight(QFont::DemiBold);
    return font;
}

int EndLabels::width() const {
    int widest = 0;
    for (const Label& label : labels_)
        widest = std::max(widest, QFontMetrics(fontOf(label)).horizontalAdvance(label.text));
    return widest == 0 ? 0 : widest + kLabelGap;
}

int EndLabels::height() const {
    return static_cast<int>(labels_.size()) * QFontMetrics(theme_.captionFont()).height();
}

std::vector<EndLabels::Place> EndLabels::pinnedPlaces(double height) const {
    constexpr double kOverlap = 3;  // pixels that the lines of two digits may share
    std::vector<Place> places;
    for (const Label& label : labels_) {
        const double y = rect_.axis(QCPAxis::atLeft)->coordToPixel(label.value);
        if (std::ranges::all_of(places, [&](const Place& other) {
                return std::abs(other.y - y) >= height - kOverlap;
            }))
            places.push_back({&label, y});
    }
    return places;
}

// Everyone keeps a line's height from the next.
std::vector<EndLabels::Place> EndLabels::spreadPlaces(double height) const {
    std::vector<Place> places;
    for (const Label& label : labels_)
        if (std::isfinite(label.value))
            places.push_back({&label, rect_.axis(QCPAxis::atLeft)->coordToPixel(label.value)});
    std::ranges::stable_sort(places, {}, &Place::y);
    // Where the axes are too low for them all, they go on below: charts take care that nobody else
    // writes there. The last ones may find no place at all; the crosshair still tells them.
    const double lowest = parentPlot()->viewport().bottom() - height / 2,
                 top = rect_.top() + height / 2 - 4;
    while (!places.empty() && top + height * (static_cast<double>(places.size()) - 1) > lowest)
        places.pop_back();
    const double bottom = std::max(rect_.bottom() - height / 2 + 4,
                                   top + height * (static_cast<double>(places.size()) - 1));
    std::vector<double> wanted;
    for (const Place& place : places) wanted.push_back(place.y);
    const std::vector<double> placed = spreadLabels(wanted, height, top, bottom);
    for (std::size_t i = 0; i < places.size(); ++i) places[i].y = placed[i];
    return places;
}

void EndLabels::draw(QCPPainter* painter) {
    const double height = QFontMetrics(theme_.captionFont()).height();
    const int left = rect_.right() + kLabelGap;
    const int width = parentPlot()->viewport().right() - left;
    for (const Place& place : pinned_ ? pinnedPlaces(height) : spreadPlaces(height)) {
        painter->setFont(fontOf(*place.label));
        painter->setPen(place.label->color);
        const QString text = QFontMetrics(painter->font())
                                 .elidedText(place.label->text, Qt::ElideRight, std::max(width, 0));
        painter->drawText(QRectF(left, place.y - height / 2, std::max(width, 0), height),
                          Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

ChangeMarks::ChangeMarks(QCustomPlot& plot, const Theme& theme)
    : QCPLayerable(&plot, QStringLiteral("overlay")), theme_(theme) {}

void ChangeMarks::draw(QCPPainter* painter) {
    const QCPAxisRect* first = parentPlot()->axisRect(0);
    const QCPAxis* axis = first->axis(QCPAxis::atBottom);
    const QFontMetrics metrics(theme_.captionFont());
    const QColor color = theme_.color(Token::Offload);
    std::vector<int> rowEnds;  // where the last chip of each row ends
    if (taken_ > 0) rowEnds.push_back(first->left() + taken_ + kLabelGap);
    for (const Mark& mark : marks_) {
        if (!axis->range().contains(mark.round)) continue;
        const double x = axis->coordToPixel(mark.round);
        painter->setPen(QPen(color, 1, Qt::DashLine));
        for (const QCPAxisRect* rect : parentPlot()->axisRects())
            painter->drawLine(QLineF(x, rect->top(), x, rect->bottom()));
        const int width = metrics.horizontalAdvance(mark.text) + 12, height = metrics.height() + 2;
        if (width > kMostChip * first->width()) continue;  // a narrow chart keeps the line
        int left = static_cast<int>(x) + 4;
        if (left + width > first->right()) left = static_cast<int>(x) - 4 - width;
        std::size_t row = 0;
        while (row < rowEnds.size() && rowEnds[row] > left) ++row;
        if (first->top() + static_cast<int>(row + 1) * (height + 3) > first->bottom())
            continue;  // nor does one stand below the axes
        if (row == rowEnds.size()) rowEnds.push_back(0);
        rowEnds[row] = left + width + 4;
        const QRectF chip(left + 0.5, first->top() + static_cast<int>(row) * (height + 3) + 0.5,
                          width, height);
        painter->setPen(QPen(color, 1));
        painter->setBrush(theme_.color(Token::Surface));
        painter->drawRoundedRect(chip, 6, 6);
        painter->setFont(theme_.captionFont());
        painter->drawText(chip, Qt::AlignCenter, mark.text);
    }
}

Crosshair::Crosshair(QCustomPlot& plot, const Theme& theme)
    : QCPLayerable(&plot, QStringLiteral("crosshair")), theme_(theme) {}

void Crosshair::set(double position, QString title, std::vector<Value> values) {
    position_ = position;
    title_ = std::move(title);
    values_ = std::move(values);
}

void Crosshair::draw(QCPPainter* painter) {
    const QCPAxisRect* first = parentPlot()->axisRect(0);
    const QCPAxis* axis = first->axis(QCPAxis::atBottom);
    if (std::isnan(position_) || !axis->range().contains(position_)) return;
    const double x = axis->coordToPixel(position_);
    painter->setPen(QPen(theme_.color(Token::MutedText), 1));
    for (const QCPAxisRect* rect : parentPlot()->axisRects())
        painter->drawLine(QLineF(x, rect->top(), x, rect->bottom()));
    if (!values_.empty()) drawBox(*painter, first->rect(), x > first->center().x());
}

void Crosshair::drawBox(QCPPainter& painter, const QRect& inside, bool left) {
    const QFontMetrics metrics(theme_.captionFont());
    int labels = 0, numbers = 0;
    for (const Value& value : values_) {
        labels = std::max(labels, metrics.horizontalAdvance(value.label));
        numbers = std::max(numbers, metrics.horizontalAdvance(value.value));
    }
    constexpr int kSwatch = 14, kGap = 10;
    const int width =
        std::max(metrics.horizontalAdvance(title_), kSwatch + labels + kGap + numbers) +
        2 * kBoxPadding;
    const int height = (static_cast<int>(values_.size()) + 1) * metrics.height() + 2 * kBoxPadding;
    const QRectF box(left ? inside.left() + 4.5 : inside.right() - width - 3.5, inside.top() + 0.5,
                     width, height);
    painter.setPen(QPen(theme_.color(Token::Border), 1));
    painter.setBrush(mixed(theme_.color(Token::Surface), theme_.color(Token::Background), 0.5));
    painter.drawRoundedRect(box, 6, 6);
    painter.setFont(theme_.captionFont());
    QRectF line = box.adjusted(kBoxPadding, kBoxPadding, -kBoxPadding, 0);
    line.setHeight(metrics.height());
    painter.setPen(theme_.color(Token::MutedText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title_);
    for (const Value& value : values_) {
        line.translate(0, metrics.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(value.color);
        painter.drawRoundedRect(QRectF(line.left(), line.center().y() - 3, 8, 6), 2, 2);
        painter.setPen(theme_.color(Token::Text));
        painter.drawText(line.adjusted(kSwatch, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         value.label);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, value.value);
    }
}

}  // namespace splitee
