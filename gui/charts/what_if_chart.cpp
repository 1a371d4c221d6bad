// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/what_if_chart.h"

#include <algorithm>

#include "gui/run/experiment_fields.h"
#include "gui/run/policy_color.h"
#include "gui/widgets/number_text.h"

namespace splitee {

WhatIfChart::WhatIfChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("What if the costs were…"), false, parent) {
    addPlot(tr("accuracy (%)"), QStringLiteral("accuracy %"), 1, false,
            [](const SeedReplay&, const SeedPolicy& policy) -> const MeanCurve& {
                return policy.accuracy;
            });
    addPlot(tr("cost (λ)"), QStringLiteral("cost"), 2, false,
            [](const SeedReplay&, const SeedPolicy& policy) -> const MeanCurve& {
                return policy.cost;
            });
    addPlot(tr("regret"), QStringLiteral("regret"), 1, true,
            [](const SeedReplay& replay, const SeedPolicy& policy) -> const MeanCurve& {
                return replay.regret(policy);
            });
}

void WhatIfChart::addPlot(const QString& yTitle, const QString& quantity, int decimals,
                          bool fromZero, CurveOf curve) {
    QCPAxisRect* rect = addAxes(tr("round"), yTitle);
    auto plot = std::make_unique<Plot>(
        Plot{rect, addEndLabels(*rect), std::move(curve), fromZero,
             SeedCurves(*rect, theme(), SeedCurves::Look::Ghost),
             SeedCurves(*rect, theme(), SeedCurves::Look::Reference, quantity, decimals),
             SeedCurves(*rect, theme(), SeedCurves::Look::LineAndBand, quantity, decimals)});
    plots_.push_back(std::move(plot));
}

void WhatIfChart::show(std::shared_ptr<const SeedReplay> now,
                       std::shared_ptr<const SeedReplay> before) {
    now_ = std::move(now);
    before_ = std::move(before);
    updateGraphs();
    refresh();
}

void WhatIfChart::runsChanged() { updateGraphs(); }

std::vector<SeedCurves::Entry> WhatIfChart::entriesOf(const SeedReplay* replay,
                                                      const CurveOf& curve) const {
    std::vector<SeedCurves::Entry> entries;
    if (replay == nullptr) return entries;
    std::vector<std::string> policies;
    for (const SeedPolicy& policy : replay->policies) policies.push_back(policy.policy);
    const std::vector<int> colors = policyColors(policies);
    for (std::size_t k = 0; k < replay->policies.size(); ++k) {
        const SeedPolicy& policy = replay->policies[k];
        if (isHidden(policy.policy)) continue;
        entries.push_back({policyName(policy.policy), colors[k], curve(*replay, policy)});
    }
    return entries;
}

// The final exit is what accuracy and cost are held against, where it does not play itself.
void WhatIfChart::updateGraphs() {
    for (const auto& plot : plots_) {
        plot->ghost.set(before_ ? before_->round : std::vector<double>(),
                        entriesOf(before_.get(), plot->curve));
        plot->now.set(now_ ? now_->round : std::vector<double>(),
                      entriesOf(now_.get(), plot->curve));
        const bool plays = now_ && std::ranges::find(now_->policies, now_->final.policy,
                                                     &SeedPolicy::policy) != now_->policies.end();
        if (now_ && !plays && !plot->fromZero)
            plot->reference.set(now_->round,
                                {{tr("final exit"), 0, plot->curve(*now_, now_->final)}});
        else
            plot->reference.clear();
    }
}

void WhatIfChart::recolour() {
    for (const auto& plot : plots_)
        for (SeedCurves* curves : {&plot->ghost, &plot->reference, &plot->now}) curves->recolour();
}

std::int64_t WhatIfChart::fill() {
    const double to = now_ ? static_cast<double>(now_->rounds) : 10;
    for (const auto& plot : plots_) {
        QCPRange range;
        bool any = false;
        for (const SeedCurves* curves : {&plot->ghost, &plot->reference, &plot->now})
            curves->expand(range, any, 0, to);
        plot->rect->axis(QCPAxis::atBottom)->setRange(0, to);
        fitValueAxis(*plot->rect->axis(QCPAxis::atLeft), range, any, plot->fromZero);
        plot->labels->clear();  // the row of policies above the charts names the lines
        plot->reference.label(*plot->labels);
    }
    return 0;
}

std::vector<Crosshair::Value> WhatIfChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> accuracy = plots_[0]->now.valuesAt(position),
                                  cost = plots_[1]->now.valuesAt(position);
    for (std::size_t k = 0; k < cost.size(); ++k) {
        cost[k].value += QStringLiteral(" λ");
        if (k < accuracy.size())
            cost[k].value += QStringLiteral(" · ") + accuracy[k].value + QStringLiteral(" %");
    }
    return cost;
}

ChartTable WhatIfChart::visibleTable() const {
    ChartTable table{SeedCurves::columns(), {}};
    for (const auto& plot : plots_)
        for (const SeedCurves* curves : {&plot->now, &plot->reference})
            curves->appendRows(table, plot->rect->axis(QCPAxis::atBottom)->range());
    return table;
}

QString WhatIfChart::describe() const {
    if (!now_) return tr("Nothing to show yet.");
    QStringList parts;
    for (const SeedPolicy& policy : now_->policies)
        if (!isHidden(policy.policy))
            parts += tr("%1: cost %2 λ per sample, accuracy %3 %")
                         .arg(policyName(policy.policy), numberText(policy.cost.mean.back(), 2),
                              numberText(policy.accuracy.mean.back(), 1));
    return parts.join(QStringLiteral("; "));
}

}  // namespace splitee
