#include "gui/charts/regret_chart.h"

#include <algorithm>

#include "gui/number_text.h"

namespace splitee {

RegretChart::RegretChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Cumulative regret"), true, parent), rect_(addAxes(tr("round"), tr("regret (reward)"))), labels_(addEndLabels(*rect_)),
      curves_(*rect_, theme, QStringLiteral("regret"), 1, [this](const RunHistory& run, const RoundView& view) {
          return run.curve(kind_, view.from, view.to, view.most, view.logarithmic);
      }) {}

void RegretChart::runsChanged() {
    curves_.setRuns(runs());
    chooseKind();
}

void RegretChart::chooseKind() {
    const bool pseudo = std::ranges::all_of(runs(), [](const RunHistory* run) { return run->knows(Followed::PseudoRegret); });
    kind_ = pseudo ? Followed::PseudoRegret : Followed::RealisedRegret;
    setTitle(runs().empty() || pseudo ? tr("Cumulative regret (pseudo)") : tr("Cumulative regret (realised)"));
}

std::int64_t RegretChart::fill() {
    const std::int64_t points = curves_.fill(view());
    if (kind_ == Followed::PseudoRegret) curves_.include(0);
    curves_.fitAxis();
    labels_->clear();
    curves_.label(*labels_);
    return points;
}

ChartTable RegretChart::visibleTable() const {
    ChartTable table{RunCurves::columns(), {}};
    curves_.appendRows(table);
    return table;
}

QString RegretChart::describe() const {
    QStringList parts;
    for (const RunHistory* run : runs()) {
        const auto regret = kind_ == Followed::PseudoRegret ? run->pseudoRegret() : run->realisedRegret();
        if (regret) parts += tr("%1 %2 after %3 rounds").arg(run->label(), numberText(*regret, 1), numberText(static_cast<double>(run->rounds())));
    }
    return parts.isEmpty() ? tr("No exit table, no regret.") : parts.join(QStringLiteral("; "));
}

}  // namespace splitee
