// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/cost_accuracy_chart.h"

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

/// Curves of a share, in per cent.
RunCurves::Source percent(Followed quantity) {
    return [quantity](const RunHistory& run, const RoundView& view) {
        auto curve = run.curve(quantity, view.from, view.to, view.most, view.logarithmic);
        for (CurvePoint& point : curve) {
            point.least *= 100;
            point.most *= 100;
            point.value *= 100;
        }
        return curve;
    };
}

constexpr int kTickRoom = 12;  // the lowest name stays clear of the ticks under it

std::vector<CurvePoint> costCurve(const RunHistory& run, const RoundView& view) {
    return run.curve(Followed::Cost, view.from, view.to, view.most, view.logarithmic);
}

std::vector<CurvePoint> finalCostCurve(const RunHistory& run, const RoundView& view) {
    return run.finalCostCurve(view.from, view.to, view.most, view.logarithmic);
}

}  // namespace

CostAccuracyChart::CostAccuracyChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Cost and accuracy, last %1 rounds").arg(RunHistory::kWindow), true,
                 parent),
      costRect_(addAxes(tr("round"), tr("cost (λ)"))),
      accuracyRect_(addAxes(tr("round"), tr("accuracy (%)"))),
      costLabels_(addEndLabels(*costRect_)),
      accuracyLabels_(addEndLabels(*accuracyRect_)),
      finalCost_(*costRect_, theme, QStringLiteral("final cost"), 2, finalCostCurve),
      cost_(*costRect_, theme, QStringLiteral("cost"), 2, costCurve),
      finalAccuracy_(*accuracyRect_, theme, QStringLiteral("final accuracy %"), 1,
                     percent(Followed::FinalAccuracy)),
      accuracy_(*accuracyRect_, theme, QStringLiteral("accuracy %"), 1,
                percent(Followed::Accuracy)) {
    finalCost_.setReference(tr("final exit"));
    finalAccuracy_.setReference(tr("final exit"));
    cost_.setFloor(0);
}

void CostAccuracyChart::runsChanged() {
    // A run of the final exit is its own reference.
    const bool own = plays("final");
    const std::vector<const RunHistory*> none;
    finalCost_.setRuns(own ? none : runs());
    finalAccuracy_.setRuns(own ? none : runs());
    cost_.setRuns(runs());
    accuracy_.setRuns(runs());
}

void CostAccuracyChart::recolour() {
    for (RunCurves* curves : {&finalCost_, &cost_, &finalAccuracy_, &accuracy_}) curves->recolour();
}

std::int64_t CostAccuracyChart::fill() {
    const std::int64_t points = cost_.fill(view());
    finalCost_.fill(view());
    accuracy_.fill(view());
    finalAccuracy_.fill(view());
    cost_.include(finalCost_);
    cost_.fitAxis();
    accuracy_.include(finalAccuracy_);
    accuracy_.fitAxis();
    costLabels_->clear();
    cost_.label(*costLabels_);
    finalCost_.label(*costLabels_);
    accuracyLabels_->clear();
    accuracy_.label(*accuracyLabels_);
    finalAccuracy_.label(*accuracyLabels_);
    // The names are the same above: where there is no room for both, they stand there and go on
    // down here.
    if (std::max(costLabels_->height(), accuracyLabels_->height()) > axesHeight() - kTickRoom)
        accuracyLabels_->clear();
    return points;
}

std::vector<Crosshair::Value> CostAccuracyChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> costs = cost_.valuesAt(position), values;
    const std::vector<Crosshair::Value> accuracies = accuracy_.valuesAt(position);
    for (Crosshair::Value& cost : costs) {
        const auto same = std::ranges::find(accuracies, cost.label, &Crosshair::Value::label);
        cost.value += QStringLiteral(" λ");
        if (same != accuracies.end())
            cost.value += QStringLiteral(" · ") + same->value + QStringLiteral(" %");
        values.push_back(cost);
    }
    return values;
}

ChartTable CostAccuracyChart::visibleTable() const {
    ChartTable table{RunCurves::columns(), {}};
    for (const RunCurves* curves : {&cost_, &finalCost_, &accuracy_, &finalAccuracy_})
        curves->appendRows(table);
    return table;
}

QString CostAccuracyChart::describe() const {
    QStringList parts;
    for (const RunHistory* run : runs())
        parts += tr("%1: cost %2 λ per sample, accuracy %3 %")
                     .arg(run->label(), numberText(run->costMean(), 2),
                          numberText(100 * run->accuracy(), 1));
    return parts.join(QStringLiteral("; "));
}

}  // namespace splitee
