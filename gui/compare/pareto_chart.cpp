#include "gui/compare/pareto_chart.h"

#include <algorithm>
#include <cmath>

#include "gui/number_text.h"

namespace splitee {
namespace {

constexpr double kDot = 8, kDiamond = 12;      // pixels
constexpr double kReach = 12;                  // of a click and of the crosshair
constexpr double kAir = 0.08;

void fit(QCPAxis* axis, QCPRange range) {
    const double air = std::max(kAir * range.size(), 1e-3 * std::max(1.0, std::abs(range.upper)));
    axis->setRange(range.lower - air, range.upper + air);
}

}  // namespace

ParetoChart::ParetoChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Accuracy and cost"), false, parent), rect_(addAxes(tr("cost (λ a sample)"), tr("right (%)"))), frontName_(new QCPItemText(&plot())),
      finalName_(new QCPItemText(&plot())) {
    for (QCPItemText* name : {frontName_, finalName_}) {
        name->setVisible(false);
        name->setClipToAxisRect(false);
    }
    frontName_->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    connect(&plot(), &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) { click(event->position()); });
}

void ParetoChart::show(ComparedRunsPtr compared) {
    compared_ = std::move(compared);
    picture_ = compared_ ? paretoOf(*compared_) : ParetoPicture();
    looks_ = compared_ ? looksOf(*compared_) : std::vector<GroupLook>();
    plot().clearGraphs();
    dots_.clear();
    QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    front_ = plot().addGraph(x, y);
    for (const OperatingPoint& at : picture_.front) front_->addData(at.cost, at.accuracy);
    for (std::size_t g = 0; g < looks_.size(); ++g) {
        dots_.push_back(plot().addGraph(x, y));
        dots_.back()->setLineStyle(QCPGraph::lsNone);
    }
    for (const ParetoPoint& point : picture_.points) dots_[point.group]->addData(point.at.cost, point.at.accuracy);
    finals_ = plot().addGraph(x, y);    // over the runs that always go there
    finals_->setLineStyle(QCPGraph::lsNone);
    for (const OperatingPoint& at : picture_.finalExits) finals_->addData(at.cost, at.accuracy);
    setNote(!compared_ ? QString() : picture_.points.empty() ? tr("not known: no labels") : tr("click a point to see its run"));
    recolour();
    refresh();
}

void ParetoChart::recolour() {
    if (front_ == nullptr) return;
    const QColor text = theme().color(Token::Text);
    front_->setPen(QPen(mixed(theme().color(Token::Surface), text, 0.8), 1.2, Qt::DashLine));
    finals_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme().color(Token::Surface), 1), theme().color(Token::MutedText), kDiamond));
    for (std::size_t g = 0; g < dots_.size(); ++g) dots_[g]->setScatterStyle(markerOf(theme(), looks_[g], kDot));
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
    for (const OperatingPoint& at : picture_.finalExits) add(at);
    fit(rect_->axis(QCPAxis::atBottom), any ? cost : QCPRange(0, 1));
    fit(rect_->axis(QCPAxis::atLeft), any ? accuracy : QCPRange(0, 100));
    if (picture_.front.size() > 1) {
        // In the middle of its longest stretch, where there are no points: above the line, for the front rises.
        std::size_t longest = 1;
        for (std::size_t k = 1; k < picture_.front.size(); ++k)
            if (picture_.front[k].cost - picture_.front[k - 1].cost > picture_.front[longest].cost - picture_.front[longest - 1].cost) longest = k;
        const OperatingPoint &from = picture_.front[longest - 1], &to = picture_.front[longest];
        frontName_->setText(tr("Pareto front"));
        frontName_->position->setCoords((from.cost + to.cost) / 2, (from.accuracy + to.accuracy) / 2);
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

void ParetoChart::click(const QPointF& at) {
    const ParetoPoint* nearest = nullptr;
    double distance = kReach;
    for (const ParetoPoint& point : picture_.points) {
        const QPointF place(rect_->axis(QCPAxis::atBottom)->coordToPixel(point.at.cost), rect_->axis(QCPAxis::atLeft)->coordToPixel(point.at.accuracy));
        const double away = std::hypot(place.x() - at.x(), place.y() - at.y());
        if (away < distance) {
            distance = away;
            nearest = &point;
        }
    }
    if (nearest != nullptr) emit runChosen(nearest->run);
}

QString ParetoChart::crosshairTitle(double position) const { return tr("cost about %1 λ").arg(numberText(position, 2)); }

std::vector<Crosshair::Value> ParetoChart::valuesAt(double position) const {
    constexpr std::size_t kMost = 6;
    std::vector<Crosshair::Value> values;
    const QCPAxis* x = rect_->axis(QCPAxis::atBottom);
    for (const ParetoPoint& point : picture_.points) {
        if (std::abs(x->coordToPixel(point.at.cost) - x->coordToPixel(position)) > kReach / 2 || values.size() == kMost) continue;
        values.push_back({theme().policy(looks_[point.group].color), tr("%1, run %2").arg(labelOf(compared_->groups[point.group]), QString::number(point.run)),
                          tr("%1 λ · %2 %").arg(numberText(point.at.cost, 2), numberText(point.at.accuracy, 2))});
    }
    return values;
}

ChartTable ParetoChart::visibleTable() const {
    ChartTable table{{QStringLiteral("group"), QStringLiteral("run"), QStringLiteral("cost"), QStringLiteral("accuracy"), QStringLiteral("on_front")}, {}};
    for (const ParetoPoint& point : picture_.points)
        table.rows.push_back({labelOf(compared_->groups[point.group]), QString::number(point.run), QString::number(point.at.cost, 'g', 10),
                              QString::number(point.at.accuracy, 'g', 10), point.onFront ? tr("yes") : tr("no")});
    return table;
}

QString ParetoChart::describe() const {
    return tr("%1 runs, %2 of them on the Pareto front of accuracy and cost").arg(picture_.points.size()).arg(picture_.front.size());
}

}  // namespace splitee
