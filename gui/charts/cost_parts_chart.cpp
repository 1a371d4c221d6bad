// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/cost_parts_chart.h"

#include <algorithm>
#include <cmath>

#include "gui/charts/exact_text.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr std::size_t kMostSteps =
    100;  // single rounds jump between exit and offload: a step is the mean of its rounds
constexpr double kFillShare = 0.55;
constexpr double kNoCost = 1e-9;  // what rounding leaves

}  // namespace

CostPartsChart::CostPartsChart(const Theme& theme, QWidget* parent)
    : OneRunChart(theme, tr("Cost components"), true, parent),
      rect_(addAxes(tr("round"), tr("cost (λ per sample)"))),
      labels_(addEndLabels(*rect_)),
      layers_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))),
      compute_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))),
      total_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))),
      final_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))) {
    compute_->setChannelFillGraph(layers_);
    total_->setChannelFillGraph(compute_);
    for (QCPGraph* graph : {layers_, compute_, total_, final_})
        graph->setLineStyle(QCPGraph::lsStepLeft);
}

void CostPartsChart::recolour() {
    const QColor surface = theme().color(Token::Surface);
    layers_->setPen(QPen(theme().color(Token::Device), 1));
    layers_->setBrush(mixed(surface, theme().color(Token::Device), kFillShare));
    compute_->setPen(QPen(theme().color(Token::Exit), 1));
    compute_->setBrush(mixed(surface, theme().color(Token::Exit), kFillShare));
    total_->setPen(QPen(theme().color(Token::Offload), 1));
    total_->setBrush(mixed(surface, theme().color(Token::Offload), kFillShare));
    final_->setPen(QPen(theme().color(Token::MutedText), 1, Qt::DashLine));
}

void CostPartsChart::readSteps() {
    steps_.clear();
    const RunHistory* run = shown();
    if (run == nullptr) return;
    const auto& points = run->series(hasLogRounds()).points();
    const RoundView seen = view();
    const auto first = std::ranges::lower_bound(
                           points, seen.from, {},
                           [](const SeriesPoint& p) { return static_cast<double>(p.last()); }) -
                       points.begin();
    const auto past = std::ranges::upper_bound(
                          points, seen.to, {},
                          [](const SeriesPoint& p) { return static_cast<double>(p.first); }) -
                      points.begin();
    const auto count = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, past - first));
    const std::size_t group =
        hasLogRounds() ? 1 : std::max<std::size_t>(1, (count + kMostSteps - 1) / kMostSteps);
    auto at = static_cast<std::size_t>(first);
    for (at -= at % group; at < static_cast<std::size_t>(past); at += group) {
        SeriesPoint sum = points[at];
        for (std::size_t k = at + 1; k < std::min(at + group, points.size()); ++k)
            sum.join(points[k]);
        const auto rounds = static_cast<double>(sum.rounds);
        const double exits = std::isnan(sum.exits) ? 0 : sum.exits;
        steps_.push_back({static_cast<double>(sum.first), static_cast<double>(sum.last()),
                          sum.rounds, (sum.compute - exits) / rounds, exits / rounds,
                          sum.offload / rounds, sum.finalCost / rounds});
    }
}

std::int64_t CostPartsChart::fill() {
    readSteps();
    QVector<double> rounds, layers, compute, total, final;
    double highest = 0;
    for (const Step& step : steps_) {
        rounds += step.from - 0.5;
        layers += step.layers;
        compute += step.compute();
        total += step.compute() + step.offload;
        final += step.finalCost;
        highest = std::max({highest, total.back(), final.back()});
    }
    if (!steps_.empty()) {  // the last step has a width too
        rounds += steps_.back().to + 0.5;
        for (auto* column : {&layers, &compute, &total, &final}) *column += column->back();
    }
    layers_->setData(rounds, layers, true);
    compute_->setData(rounds, compute, true);
    total_->setData(rounds, total, true);
    final_->setData(rounds, final, true);
    rect_->axis(QCPAxis::atLeft)->setRange(0, highest > 0 ? 1.08 * highest : 1);
    labels_->clear();
    if (!steps_.empty()) {
        labels_->add({tr("layers"), theme().color(Token::Device), layers.back() / 2, false});
        if (compute.back() > layers.back() + kNoCost)
            labels_->add({tr("exits"), theme().color(Token::Exit),
                          (layers.back() + compute.back()) / 2, false});
        if (total.back() > compute.back())
            labels_->add({tr("offloading"), theme().color(Token::Offload),
                          (compute.back() + total.back()) / 2, false});
        labels_->add({tr("final exit"), theme().color(Token::MutedText), final.back(), true});
    }
    return static_cast<std::int64_t>(steps_.size());
}

std::vector<Crosshair::Value> CostPartsChart::valuesAt(double position) const {
    const auto step = std::ranges::lower_bound(steps_, position, {}, &Step::to);
    if (step == steps_.end() || position < step->from) return {};
    const auto lambda = [](double value) { return numberText(value, 2) + QStringLiteral(" λ"); };
    return {{theme().color(Token::Offload), tr("offloading"), lambda(step->offload)},
            {theme().color(Token::Exit), tr("exits"), lambda(step->exits)},
            {theme().color(Token::Device), tr("layers"), lambda(step->layers)},
            {theme().color(Token::MutedText), tr("final exit"), lambda(step->finalCost)}};
}

ChartTable CostPartsChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("run"), QStringLiteral("from_round"), QStringLiteral("to_round"),
         QStringLiteral("compute_cost"), QStringLiteral("offload_cost"),
         QStringLiteral("final_cost"), QStringLiteral("exit_cost")},
        {}};
    if (shown() == nullptr) return table;
    for (const Step& step : steps_)
        table.rows.push_back({shown()->label(), QString::number(step.from, 'f', 0),
                              QString::number(step.to, 'f', 0), exactText(step.compute()),
                              exactText(step.offload), exactText(step.finalCost),
                              exactText(step.exits)});
    return table;
}

QString CostPartsChart::describe() const {
    const RunHistory* run = shown();
    if (run == nullptr || run->rounds() == 0) return tr("No rounds yet.");
    return tr("%1: a sample costs %2 λ, %3 of it for computing and %4 for offloading")
        .arg(run->label(), numberText(run->costMean(), 2), numberText(run->computeCostMean(), 2),
             numberText(run->offloadCostMean(), 2));
}

}  // namespace splitee
