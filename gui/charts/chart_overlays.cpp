// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_overlays.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "plot/label_placement.h"

namespace splitee {
namespace {

constexpr int kMostRows = 2;  // of chips
constexpr int kLabelGap = 6;  // between the axes and a label
constexpr int kBoxPadding = 6, kBoxSwatch = 14, kBoxGap = 10;

}  // namespace

EndLabels::EndLabels(QCPAxisRect& rect, const Theme& theme)
    : QCPLayerable(rect.parentPlot(), QStringLiteral("overlay")), rect_(rect), theme_(theme) {}

QFont EndLabels::fontOf(const Label& label) const {
    QFont font = theme_.captionFont();
    if (!label.quiet) font.setWeight(QFont::DemiBold);
    return font;
}

QStringList EndLabels::texts() const {
    QStringList texts;
    for (const Label& label : labels_) texts += label.text;
    return texts;
}

QString EndLabels::shownOf(const Label& label) const {
    const qsizetype step = std::min(shortened_, label.shorter.size());
    return step == 0 ? label.text : label.shorter[step - 1];
}

void EndLabels::fit(int most) {
    const auto tooWide = [&](const Label& label) {
        return shortened_ < label.shorter.size() &&
               QFontMetrics(fontOf(label)).horizontalAdvance(shownOf(label)) + kLabelGap > most;
    };
    for (shortened_ = 0; std::ranges::any_of(labels_, tooWide);) ++shortened_;
}

int EndLabels::width() const {
    int widest = 0;
    for (const Label& label : labels_)
        widest = std::max(widest, QFontMetrics(fontOf(label)).horizontalAdvance(shownOf(label)));
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
    // writes there, and above the ticks of the lowest axes it ends. References find no place first,
    // then who was added last; the crosshair still tells them.
    const QCPAxisRect& last = *parentPlot()->axisRect(parentPlot()->axisRectCount() - 1);
    const double lowest = last.bottom() - height / 2 + 2, top = rect_.top() + height / 2 - 4;
    while (!places.empty() && top + height * (static_cast<double>(places.size()) - 1) > lowest)
        places.erase(std::ranges::max_element(places, {}, [](const Place& place) {
            return std::pair(place.label->quiet, place.label);
        }));
    const double bottom = std::max(rect_.bottom() - height / 2 + 2,
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
        const QString text =
            QFontMetrics(painter->font())
                .elidedText(shownOf(*place.label), Qt::ElideRight, std::max(width, 0));
        painter->drawText(QRectF(left, place.y - height / 2, std::max(width, 0), height),
                          Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

ChangeMarks::ChangeMarks(QCustomPlot& plot, const Theme& theme)
    : QCPLayerable(&plot, QStringLiteral("overlay")), theme_(theme) {}

int ChangeMarks::rowHeight() const { return QFontMetrics(theme_.captionFont()).height() + 4; }

std::vector<const Mark*> ChangeMarks::visibleMarks() const {
    std::vector<const Mark*> visible;
    if (marks_.empty()) return visible;
    const QCPRange shown = parentPlot()->axisRect(0)->axis(QCPAxis::atBottom)->range();
    for (const Mark& mark : marks_)
        if (shown.contains(mark.round)) visible.push_back(&mark);
    return visible;
}

int ChangeMarks::stripHeight() const {
    if (visibleMarks().empty() && taken_ == 0) return 0;
    const int top = parentPlot()->axisRect(0)->top();
    double highest = top - rowHeight();
    for (const Chip& chip : chips()) highest = std::min(highest, chip.place.top() - 0.5);
    return static_cast<int>(top - highest) + 1;
}

// Right of its line, or left of it where the axes end: in the lowest row that has the room.
std::vector<ChangeMarks::Chip> ChangeMarks::chips() const {
    const QCPAxisRect* first = parentPlot()->axisRect(0);
    const QCPAxis* axis = first->axis(QCPAxis::atBottom);
    const QFontMetrics metrics(theme_.captionFont());
    std::vector<Chip> chips;
    for (const Mark* mark : visibleMarks()) {
        const double x = axis->coordToPixel(mark->round);
        const int width = metrics.horizontalAdvance(mark->text) + 12;
        for (int row = 0; row < kMostRows; ++row) {
            const double top = first->top() - (row + 1) * rowHeight() + 0.5;
            QRectF place(x + 0.5, top, width, rowHeight() - 2);
            if (place.right() > parentPlot()->viewport().right()) place.moveRight(x - 0.5);
            const bool isTaken = place.left() < first->left() + (row == 0 ? taken_ + kLabelGap : 0);
            if (isTaken || std::ranges::any_of(chips, [&](const Chip& other) {
                    return other.place.adjusted(-2, 0, 2, 0).intersects(place);
                }))
                continue;
            chips.push_back({place, x, mark->text});
            break;
        }
    }
    return chips;
}

void ChangeMarks::draw(QCPPainter* painter) {
    const QCPAxisRect* first = parentPlot()->axisRect(0);
    const QCPAxis* axis = first->axis(QCPAxis::atBottom);
    const QColor color = theme_.color(Token::Offload);
    painter->setPen(QPen(color, 1, Qt::DashLine));
    for (const Mark* mark : visibleMarks()) {
        const double x = axis->coordToPixel(mark->round);
        for (const QCPAxisRect* rect : parentPlot()->axisRects())
            painter->drawLine(QLineF(x, rect->top(), x, rect->bottom()));
    }
    painter->setFont(theme_.captionFont());
    for (const Chip& chip : chips()) {
        painter->setPen(QPen(color, 1));
        painter->drawLine(QLineF(chip.line, first->top(), chip.line, chip.place.top()));
        painter->setBrush(theme_.color(Token::Surface));
        painter->drawRoundedRect(chip.place, 4, 4);
        painter->drawText(chip.place, Qt::AlignCenter, chip.text);
    }
}

Crosshair::Crosshair(QCustomPlot& plot, const Theme& theme)
    : QCPLayerable(&plot, QStringLiteral("crosshair")), theme_(theme) {}

void Crosshair::set(double position, QString title, std::vector<Value> values) {
    position_ = position;
    title_ = std::move(title);
    values_ = std::move(values);
}

// A line through all axes, with a head where the time line's handle would stand.
void Crosshair::drawPinned(QCPPainter& painter) const {
    constexpr double kHead = 4;  // pixels
    const QCPAxisRect* first = parentPlot()->axisRect(0);
    const QCPAxis* axis = first->axis(QCPAxis::atBottom);
    if (std::isnan(pinned_) || !axis->range().contains(pinned_)) return;
    const double x = axis->coordToPixel(pinned_);
    const QColor accent = theme_.color(Token::Accent);
    painter.setPen(QPen(accent, 1.5));
    for (const QCPAxisRect* rect : parentPlot()->axisRects())
        painter.drawLine(QLineF(x, rect->top(), x, rect->bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent);
    painter.drawPolygon(QPolygonF{{x - kHead, first->top() - 0.5},
                                  {x + kHead, first->top() - 0.5},
                                  {x, first->top() + kHead + 0.5}});
}

void Crosshair::draw(QCPPainter* painter) {
    drawPinned(*painter);
    const QCPAxisRect* first = parentPlot()->axisRect(0);
    const QCPAxis* axis = first->axis(QCPAxis::atBottom);
    if (std::isnan(position_) || !axis->range().contains(position_)) return;
    const double x = axis->coordToPixel(position_);
    painter->setPen(QPen(theme_.color(Token::MutedText), 1));
    for (const QCPAxisRect* rect : parentPlot()->axisRects())
        if (position_ != pinned_) painter->drawLine(QLineF(x, rect->top(), x, rect->bottom()));
    if (showsBox()) drawBox(*painter, box());
}

// Under the mouse always; at rest on a pinned round where it leaves most of the axes free.
bool Crosshair::showsBox() const {
    constexpr double kMostWidth = 0.45, kMostHeight = 0.6;
    if (values_.empty()) return false;
    if (position_ != pinned_) return true;
    const QCPAxisRect *first = parentPlot()->axisRect(0),
                      *last = parentPlot()->axisRect(parentPlot()->axisRectCount() - 1);
    const QSizeF size = boxSize();
    return size.width() <= kMostWidth * first->width() &&
           size.height() <= kMostHeight * (last->bottom() - first->top());
}

QSize Crosshair::boxSize() const {
    const QFontMetrics metrics(theme_.captionFont());
    int labels = 0, numbers = 0;
    for (const Value& value : values_) {
        labels = std::max(labels, metrics.horizontalAdvance(value.label));
        numbers = std::max(numbers, metrics.horizontalAdvance(value.value));
    }
    return {std::max(metrics.horizontalAdvance(title_), kBoxSwatch + labels + kBoxGap + numbers) +
                2 * kBoxPadding,
            (static_cast<int>(values_.size()) + 1) * metrics.height() + 2 * kBoxPadding};
}

// Of the corners of the uppermost and the lowest axes; where several are as empty, the first that
// is away from the mouse.
QRectF Crosshair::box() const {
    if (std::isnan(position_) || values_.empty()) return {};
    const QCPAxisRect *first = parentPlot()->axisRect(0),
                      *last = parentPlot()->axisRect(parentPlot()->axisRectCount() - 1);
    const QSizeF size = boxSize();
    const double x = first->axis(QCPAxis::atBottom)->coordToPixel(position_);
    const bool left = x > first->center().x();
    std::vector<QRectF> places;
    for (const bool atLeft : {left, !left}) {
        const double from = atLeft ? first->left() + 4.5 : first->right() - size.width() - 3.5;
        places.emplace_back(QPointF(from, first->top() + 0.5), size);
        places.emplace_back(QPointF(from, last->bottom() - size.height() - 0.5), size);
    }
    return *std::ranges::min_element(places, {}, [&](const QRectF& place) {
        return covered(place) + (place.left() <= x && x <= place.right() ? 1.0 : 0.0);
    });
}

// Points of the curves that would be hidden.
double Crosshair::covered(const QRectF& place) const {
    double hidden = other_ ? other_(place) : 0;
    for (int k = 0; k < parentPlot()->graphCount(); ++k) {
        const QCPGraph& graph = *parentPlot()->graph(k);
        const QCPAxis &keys = *graph.keyAxis(), &values = *graph.valueAxis();
        const double from = keys.pixelToCoord(place.left()), to = keys.pixelToCoord(place.right());
        for (auto at = graph.data()->findBegin(from); at != graph.data()->findEnd(to); ++at)
            if (place.contains(keys.coordToPixel(at->key), values.coordToPixel(at->value)))
                ++hidden;
    }
    return hidden;
}

void Crosshair::drawBox(QCPPainter& painter, const QRectF& box) {
    const QFontMetrics metrics(theme_.captionFont());
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
        painter.drawText(line.adjusted(kBoxSwatch, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         value.label);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, value.value);
    }
}

}  // namespace splitee
