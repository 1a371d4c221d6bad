// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of the live page beyond the first four, in docks that start closed.
#include "gui/charts/calibration_chart.h"
#include "gui/charts/calibration_drift_chart.h"
#include "gui/charts/confusion_chart.h"
#include "gui/charts/cost_parts_chart.h"
#include "gui/charts/flow_chart.h"
#include "gui/charts/latency_chart.h"
#include "gui/charts/offload_chart.h"
#include "gui/charts/pulls_chart.h"
#include "gui/charts/reward_chart.h"
#include "gui/charts/threshold_chart.h"
#include "gui/live/exits_panel.h"
#include "gui/live/policy_legend.h"
#include "gui/live/rounds_panel.h"
#include "gui/live/run_view.h"
#include "gui/live/table_charts.h"
#include "gui/run/run_controller.h"
#include "gui/why/why_panel.h"

namespace splitee {

void RunView::addFurtherCharts(const Theme& theme) {
    docks_->add(QStringLiteral("why"), tr("Why this layer?"), why_, false);
    addChart(QStringLiteral("pulls"), new PullsChart(theme, this));
    addChart(QStringLiteral("offload"), new OffloadChart(theme, this));
    addChart(QStringLiteral("cost-parts"), new CostPartsChart(theme, this));
    addChart(QStringLiteral("flow"), new FlowChart(theme, this));
    addChart(QStringLiteral("calibration"), tableCharts_->calibration());
    auto* latency = new LatencyChart(theme, this);
    addChart(QStringLiteral("latency"), latency);
    const auto timed = [this, latency] {
        latency->setProfile(exits_->profile(), controller_.opened().depth);
    };
    connect(exits_, &ExitsPanel::profileChanged, latency, timed);
    docks_->add(QStringLiteral("exits"), tr("Exits and times"), exits_, false);
    docks_->add(QStringLiteral("rounds"), tr("Rounds"), rounds_, false);
    addChart(QStringLiteral("threshold"), tableCharts_->threshold());
    addChart(QStringLiteral("rewards"), new RewardChart(theme, this));
    addChart(QStringLiteral("confusion"), tableCharts_->confusion());
    addChart(QStringLiteral("calibration-drift"), tableCharts_->drift());
    connect(rounds_, &RoundsPanel::roundChosen, this, [this](int policy, std::int64_t round) {
        docks_->reveal(QStringLiteral("why"));
        why_->showRound(policy, round);
    });
}

void RunView::addChart(const QString& name, ChartPanel* chart, bool open) {
    connect(chart, &ChartPanel::failed, this, &RunView::failed);
    connect(chart, &ChartPanel::roundChosen, this, [this](std::int64_t round, bool wanted) {
        if (wanted) docks_->reveal(QStringLiteral("why"));
        if (wanted) setFocus();  // Space and Right still play
        if (why_->isVisible()) why_->showRound(round);
    });
    for (ChartPanel* other : charts_) {
        connect(chart, &ChartPanel::crosshairMoved, other, &ChartPanel::setCrosshair);
        connect(other, &ChartPanel::crosshairMoved, chart, &ChartPanel::setCrosshair);
    }
    link(*chart);
    chart->setHidden(legend_->hidden());
    charts_.push_back(chart);
    docks_->add(name, chart->title(), chart, open);
}

}  // namespace splitee
