// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/pareto_chart.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kMeanMark = 9, kSeedMark = 4, kDiamond = 12, kRing = 15;  // pixels
constexpr double kSeedFaint = 0.45;  // how much of its colour a seed keeps
constexpr double kParetoReach = 12;  // of a click and of the crosshair
constexpr double kParetoAir = 0.08;

void fit(QCPAxis* axis, QCPRange range) {
    const double air =
        std::max(kParetoAir * range.size(), 1e-3 * std::max(1.0, std::abs(range.upper)));
    axis->setRange(range.lower - air, range.upper + air);
}

}  // namespace

ParetoChart::ParetoChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Accuracy and cost"), false, parent),
      rect_(addAxes(tr("cost (λ per sample)"), tr("accuracy (%)"))),
      frontName_(new QCPItemText(&plot())),
      finalName_(new QCPItemText(&plot())) {
    for (QCPItemText* name : {frontName_, finalName_}) {
        name->setVisible(false);
        name->setClipToAxisRect(false);
    }
    frontName_->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    connect(&plot(), &QCustomPlot::mousePress, this,
            [this](QMouseEvent* event) { pressed_ = event->position().toPoint(); });
    connect(&plot(), &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
        const bool click = (event->position().toPoint() - pressed_).manhattanLength() <
                           QApplication::startDragDistance();
        const ParetoPoint* point =
            click && event->button() == Qt::LeftButton ? pointAt(event->position()) : nullptr;
        if (point != nullptr) choose(*point);
    });
    connect(&plot(), &QCustomPlot::mouseDoubleClick, this, [this](QMouseEvent* event) {
        if (const ParetoPoint* point = pointAt(event->position())) emit runOpened(point->run);
    });
    connect(&plot(), &QCustomPlot::mouseMove, this,
            [this](QMouseEvent* event) { hover(event->position()); });
}

void ParetoChart::show(ComparedRunsPtr compared) {
    compared_ = std::move(compared);
    picture_ = compared_ ? paretoOf(*compared_) : ParetoPicture();
    looks_ = compared_ ? looksOf(*compared_) : std::vector<GroupLook>();
    plot().clearGraphs();
    dots_.clear();
    means_.clear();
    for (QCPErrorBars* bars : bars_) plot().removePlottable(bars);
    bars_.clear();
    QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    front_ = plot().addGraph(x, y);
    for (const OperatingPoint& at : picture_.front) front_->addData(at.cost, at.accuracy);
    for (std::size_t g = 0; g < looks_.size(); ++g) {
        dots_.push_back(plot().addGraph(x, y));
        dots_.back()->setLineStyle(QCPGraph::lsNone);
    }
    for (const ParetoPoint& point : picture_.points)
        dots_[point.group]->addData(point.at.cost, point.at.accuracy);
    addMeans();
    finals_ = plot().addGraph(x, y);  // over the runs that always go there
    finals_->setLineStyle(QCPGraph::lsNone);
    for (const OperatingPoint& at : picture_.finalExits) finals_->addData(at.cost, at.accuracy);
    ring_ = plot().addGraph(x, y);
    ring_->setLineStyle(QCPGraph::lsNone);
    chosen_.reset();
    plot().setCursor(Qt::ArrowCursor);
    plot().setToolTip({});
    setNote(!compared_                ? QString()
            : picture_.points.empty() ? tr("unknown: no labels")
                                      : tr("click a point: its run"));
    recolour();
    refresh();
}

// Over the seeds: the mean of each group with its intervals, sideways and upwards.
void ParetoChart::addMeans() {
    QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    for (const ParetoMean& mean : picture_.means) {
        QCPGraph* graph = plot().addGraph(x, y);
        graph->setLineStyle(QCPGraph::lsNone);
        graph->addData(mean.at.cost, mean.at.accuracy);
        means_.push_back(graph);
        const std::pair<QCPErrorBars::ErrorType, std::optional<double>> ways[] = {
            {QCPErrorBars::etKeyError, mean.costHalfWidth},
            {QCPErrorBars::etValueError, mean.accuracyHalfWidth}};
        for (const auto& [way, halfWidth] : ways) {
            auto* bars = new QCPErrorBars(x, y);  // the plot owns it
            bars->setErrorType(way);
            bars->setDataPlottable(graph);
            bars->setWhiskerWidth(0);
            bars->addData(halfWidth.value_or(0));
            bars_.push_back(bars);
        }
    }
}

void ParetoChart::recolour() {
    if (front_ == nullptr) return;
    const QColor text = theme().color(Token::Text);
    front_->setPen(QPen(mixed(theme().color(Token::Surface), text, 0.8), 1.2, Qt::DashLine));
    finals_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond,
                                             QPen(theme().color(Token::Surface), 1),
                                             theme().color(Token::MutedText), kDiamond));
    ring_->setScatterStyle(QCPScatterStyle(
        QCPScatterStyle::ssCircle, QPen(theme().color(Token::Accent), 2), Qt::NoBrush, kRing));
    for (std::size_t g = 0; g < dots_.size(); ++g) {
        const QColor own = theme().policy(looks_[g].color);
        const QColor faint = mixed(theme().color(Token::Surface), own, kSeedFaint);
        dots_[g]->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssDisc, faint, faint, kSeedMark));
    }
    for (std::size_t k = 0; k < means_.size(); ++k) {
        const GroupLook& look = looks_[picture_.means[k].group];
        means_[k]->setScatterStyle(markerOf(theme(), look, kMeanMark));
        for (std::size_t b = 2 * k; b < 2 * k + 2; ++b)
            bars_[b]->setPen(QPen(theme().policy(look.color), 1.2));
    }
    frontName_->setFont(theme().captionFont());
    frontName_->setColor(text);
    finalName_->setFont(theme().captionFont());
    finalName_->setColor(theme().color(Token::MutedText));
}

std::int64_t ParetoChart::fill() {
    frontName_->setVisible(picture_.front.size() > 1);
    finalName_->setVisible(!picture_.finalExits.empty());
    bool any = false;
    QCPRange cost, accuracy;
    const auto add = [&](const OperatingPoint& at) {
        if (!any) cost = {at.cost, at.cost}, accuracy = {at.accuracy, at.accuracy};
        cost.expand(at.cost);
        accuracy.expand(at.accuracy);
        any = true;
    };
    for (const ParetoPoint& point : picture_.points) add(point.at);
    for (const ParetoMean& mean : picture_.means)
        for (const double side : {-1.0, 1.0})
            add({mean.at.cost + side * mean.costHalfWidth.value_or(0),
                 mean.at.accuracy + side * mean.accuracyHalfWidth.value_or(0)});
    for (const OperatingPoint& at : picture_.finalExits) add(at);
    fit(rect_->axis(QCPAxis::atBottom), any ? cost : QCPRange(0, 1));
    fit(rect_->axis(QCPAxis::atLeft), any ? accuracy : QCPRange(0, 100));
    if (picture_.front.size() > 1) {
        // In the middle of its longest stretch, where there are no points: above the line, for the
        // front rises.
        std::size_t longest = 1;
        for (std::size_t k = 1; k < picture_.front.size(); ++k)
            if (picture_.front[k].cost - picture_.front[k - 1].cost >
                picture_.front[longest].cost - picture_.front[longest - 1].cost)
                longest = k;
        const OperatingPoint &from = picture_.front[longest - 1], &to = picture_.front[longest];
        frontName_->setText(tr("Pareto front"));
        frontName_->position->setCoords((from.cost + to.cost) / 2,
                                        (from.accuracy + to.accuracy) / 2);
        frontName_->setPadding(QMargins(0, 0, 8, 4));
    }
    if (!picture_.finalExits.empty()) {
        const OperatingPoint& at = picture_.finalExits.back();
        finalName_->setText(tr("final exit"));
        finalName_->position->setCoords(at.cost, at.accuracy);
        // Named below and to the left: the final exit is mostly the dearest and the most accurate.
        finalName_->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
        finalName_->setPadding(QMargins(0, 8, 0, 0));
    }
    return 0;
}

const ParetoPoint* ParetoChart::pointAt(const QPointF& at) const {
    const ParetoPoint* nearest = nullptr;
    double distance = kParetoReach;
    for (const ParetoPoint& point : picture_.points) {
        const QPointF place(rect_->axis(QCPAxis::atBottom)->coordToPixel(point.at.cost),
                            rect_->axis(QCPAxis::atLeft)->coordToPixel(point.at.accuracy));
        const double away = std::hypot(place.x() - at.x(), place.y() - at.y());
        if (away < distance) {
            distance = away;
            nearest = &point;
        }
    }
    return nearest;
}

void ParetoChart::hover(const QPointF& at) {
    const ParetoPoint* point = pointAt(at);
    plot().setCursor(point != nullptr ? Qt::PointingHandCursor : Qt::ArrowCursor);
    plot().setToolTip(point == nullptr
                          ? QString()
                          : tr("Run %1. Click: find it in the table; double click or Enter: open "
                               "its set-up. Left and Right: the next by cost.")
                                .arg(point->run));
}

void ParetoChart::choose(const ParetoPoint& point) {
    chosen_ = point.run;
    ring_->data()->clear();
    ring_->addData(point.at.cost, point.at.accuracy);
    plot().replot(QCustomPlot::rpQueuedReplot);
    emit runChosen(point.run);
}

void ParetoChart::step(int by) {
    std::vector<const ParetoPoint*> points;
    for (const ParetoPoint& point : picture_.points) points.push_back(&point);
    if (points.empty()) return;
    std::ranges::stable_sort(points, {}, [](const ParetoPoint* point) { return point->at.cost; });
    const auto at = std::ranges::find_if(
        points, [this](const ParetoPoint* point) { return point->run == chosen_; });
    const auto last = static_cast<std::ptrdiff_t>(points.size()) - 1;
    const std::ptrdiff_t next = at == points.end()
                                    ? (by > 0 ? 0 : last)
                                    : std::clamp<std::ptrdiff_t>(at - points.begin() + by, 0, last);
    choose(*points[static_cast<std::size_t>(next)]);
}

void ParetoChart::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right) return step(key == Qt::Key_Right ? 1 : -1);
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && chosen_) {
        emit runOpened(*chosen_);
        return;
    }
    ChartPanel::keyPressEvent(event);
}

QString ParetoChart::crosshairTitle(double position) const {
    return tr("cost about %1 λ").arg(numberText(position, 2));
}

std::vector<Crosshair::Value> ParetoChart::valuesAt(double position) const {
    constexpr std::size_t kMost = 6;
    std::vector<Crosshair::Value> values;
    const QCPAxis* x = rect_->axis(QCPAxis::atBottom);
    for (const ParetoPoint& point : picture_.points) {
        if (std::abs(x->coordToPixel(point.at.cost) - x->coordToPixel(position)) >
                kParetoReach / 2 ||
            values.size() == kMost)
            continue;
        values.push_back(
            {theme().policy(looks_[point.group].color),
             tr("%1, run %2")
                 .arg(labelOf(compared_->groups[point.group]), QString::number(point.run)),
             tr("%1 λ · %2 %")
                 .arg(numberText(point.at.cost, 2), numberText(point.at.accuracy, 2))});
    }
    return values;
}

ChartTable ParetoChart::visibleTable() const {
    ChartTable table{{QStringLiteral("group"), QStringLiteral("run"), QStringLiteral("cost"),
                      QStringLiteral("accuracy"), QStringLiteral("on_front")},
                     {}};
    for (const ParetoPoint& point : picture_.points)
        table.rows.push_back({labelOf(compared_->groups[point.group]), QString::number(point.run),
                              QString::number(point.at.cost, 'g', 10),
                              QString::number(point.at.accuracy, 'g', 10),
                              isOnFront(point.group) ? tr("yes") : tr("no")});
    return table;
}

bool ParetoChart::isOnFront(std::size_t group) const {
    return std::ranges::any_of(picture_.means, [group](const ParetoMean& mean) {
        return mean.group == group && mean.onFront;
    });
}

QString ParetoChart::describe() const {
    const QString all = tr("Accuracy and cost, runs: %1, groups: %2, on the Pareto front: %3")
                            .arg(picture_.points.size())
                            .arg(picture_.means.size())
                            .arg(picture_.front.size());
    return chosen_ ? all + tr("; chosen: run %1").arg(*chosen_) : all;
}

}  // namespace splitee
