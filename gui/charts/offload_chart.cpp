// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/offload_chart.h"

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

std::vector<CurvePoint> percentOffloaded(const RunHistory& run, const RoundView& view) {
    auto curve = run.curve(Followed::OffloadRate, view.from, view.to, view.most, view.logarithmic);
    for (CurvePoint& point : curve) {
        point.least *= 100;
        point.most *= 100;
        point.value *= 100;
    }
    return curve;
}

}  // namespace

OffloadChart::OffloadChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Offload rate, last %1 rounds").arg(RunHistory::kWindow), true, parent),
      rect_(addAxes(tr("round"), tr("offloaded (%)"))),
      labels_(addEndLabels(*rect_)),
      curves_(*rect_, theme, QStringLiteral("offloaded %"), 1, percentOffloaded) {
    curves_.setFloor(0);
}

std::int64_t OffloadChart::fill() {
    const std::int64_t points = curves_.fill(view());
    curves_.fitAxis();
    labels_->clear();
    curves_.label(*labels_);
    return points;
}

std::vector<Crosshair::Value> OffloadChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> values = curves_.valuesAt(position);
    for (Crosshair::Value& value : values) value.value += QStringLiteral(" %");
    return values;
}

ChartTable OffloadChart::visibleTable() const {
    ChartTable table{RunCurves::columns(), {}};
    curves_.appendRows(table);
    return table;
}

QString OffloadChart::describe() const {
    QStringList parts;
    for (const RunHistory* run : runs())
        parts += tr("%1: %2 % offloaded recently, %3 % overall")
                     .arg(run->label(), numberText(run->recentOffloadPercent(), 1),
                          numberText(run->offloadPercent(), 1));
    return parts.isEmpty() ? tr("No rounds yet.") : parts.join(QStringLiteral("; "));
}

}  // namespace splitee
