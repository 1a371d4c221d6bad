// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/pulls_chart.h"

#include <algorithm>

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kGroupWidth = 0.76;  // of the distance between two layers

double percentOf(const RunHistory& run, std::size_t layer) {
    return run.rounds() > 0
               ? 100 * static_cast<double>(run.pulls()[layer]) / static_cast<double>(run.rounds())
               : 0;
}

std::size_t mostChosen(const RunHistory& run) {
    return static_cast<std::size_t>(std::ranges::max_element(run.pulls()) - run.pulls().begin());
}

}  // namespace

PullsChart::PullsChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Times chosen, per layer"), false, parent),
      rect_(addAxes(tr("layer"), tr("share of rounds (%)"))),
      labels_(addEndLabels(*rect_)),
      group_(new QCPBarsGroup(&plot())) {
    group_->setSpacingType(QCPBarsGroup::stAbsolute);
    group_->setSpacing(1);
}

void PullsChart::runsChanged() {
    for (QCPBars* bars : bars_) plot().removePlottable(bars);
    bars_.clear();
    for (std::size_t r = 0; r < runs().size(); ++r) {
        auto* bars = new QCPBars(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft));
        bars->setWidth(kGroupWidth / static_cast<double>(runs().size()));
        bars->setBarsGroup(group_);
        bars_.push_back(bars);
    }
}

void PullsChart::recolour() {
    for (std::size_t r = 0; r < bars_.size(); ++r) {
        bars_[r]->setPen(Qt::NoPen);
        bars_[r]->setBrush(theme().policy(runs()[r]->style()));
    }
}

std::int64_t PullsChart::fill() {
    labels_->clear();
    int exits = 1;
    double highest = 0;
    bool cloudOnly = false;
    for (std::size_t r = 0; r < bars_.size(); ++r) {
        const RunHistory& run = *runs()[r];
        QVector<double> layers, shares;
        for (std::size_t layer = 0; layer < run.pulls().size(); ++layer) {
            layers.push_back(static_cast<double>(layer));
            shares.push_back(percentOf(run, layer));
            highest = std::max(highest, shares.back());
        }
        bars_[r]->setData(layers, shares, true);
        exits = std::max(exits, run.exits());
        cloudOnly = cloudOnly || run.pulls().front() > 0;
        labels_->add(
            {run.label(), theme().policyText(run.style()), percentOf(run, mostChosen(run)), false});
    }
    rect_->axis(QCPAxis::atBottom)->setRange(cloudOnly ? -0.5 : 0.5, exits + 0.5);
    rect_->axis(QCPAxis::atBottom)->ticker()->setTickCount(std::min(exits, 12));
    rect_->axis(QCPAxis::atLeft)->setRange(0, highest > 0 ? 1.06 * highest : 1);
    return 0;
}

QString PullsChart::crosshairTitle(double position) const {
    return tr("layer %1: share and rounds").arg(numberText(position));
}

std::vector<Crosshair::Value> PullsChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> values;
    for (const RunHistory* run : runs()) {
        if (position < 0 || position > run->exits()) continue;
        const auto layer = static_cast<std::size_t>(position);
        values.push_back({theme().policy(run->style()), run->label(),
                          tr("%1 % · %2")
                              .arg(numberText(percentOf(*run, layer), 1),
                                   numberText(static_cast<double>(run->pulls()[layer])))});
    }
    return values;
}

ChartTable PullsChart::visibleTable() const {
    ChartTable table{{QStringLiteral("run"), QStringLiteral("layer"), QStringLiteral("rounds"),
                      QStringLiteral("percent")},
                     {}};
    for (const RunHistory* run : runs())
        for (std::size_t layer = run->pulls().front() > 0 ? 0 : 1; layer < run->pulls().size();
             ++layer)
            table.rows.push_back({run->label(), QString::number(layer),
                                  QString::number(run->pulls()[layer]),
                                  QString::number(percentOf(*run, layer), 'f', 3)});
    return table;
}

QString PullsChart::describe() const {
    QStringList parts;
    for (const RunHistory* run : runs()) {
        const std::size_t most = mostChosen(*run);
        parts += tr("%1 chose layer %2 most, in %3 % of the rounds")
                     .arg(run->label())
                     .arg(most)
                     .arg(numberText(percentOf(*run, most), 1));
    }
    return parts.isEmpty() ? tr("No rounds yet.") : parts.join(QStringLiteral("; "));
}

}  // namespace splitee
