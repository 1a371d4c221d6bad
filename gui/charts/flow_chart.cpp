// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/flow_chart.h"

#include <algorithm>

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

double shareText(std::int64_t count, const RunHistory& run) {
    return run.rounds() > 0 ? 100 * static_cast<double>(count) / static_cast<double>(run.rounds())
                            : 0;
}

}  // namespace

FlowChart::FlowChart(const Theme& theme, QWidget* parent)
    : OneRunChart(theme, tr("Flow by exit"), false, parent),
      rect_(addAxes(tr("layer"), tr("share of samples (%)"))),
      labels_(addEndLabels(*rect_)),
      left_(new QCPBars(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))),
      offloaded_(new QCPBars(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))) {
    offloaded_->moveAbove(left_);
    for (QCPBars* bars : {left_, offloaded_}) bars->setWidth(0.6);
}

void FlowChart::recolour() {
    left_->setPen(Qt::NoPen);
    left_->setBrush(theme().color(Token::Exit));
    offloaded_->setPen(Qt::NoPen);
    offloaded_->setBrush(theme().color(Token::Offload));
}

std::int64_t FlowChart::fill() {
    labels_->clear();
    const RunHistory* run = shown();
    QVector<double> layers, left, offloaded;
    double highest = 0;
    double lastLeft = 0, lastOffloaded = 0;  // of the fullest layer, where the names stand
    for (std::size_t layer = 0; run != nullptr && layer < run->pulls().size(); ++layer) {
        const std::int64_t stayed = run->leftAt()[layer];
        layers += static_cast<double>(layer);
        left += shareText(stayed, *run);
        offloaded += shareText(run->pulls()[layer] - stayed, *run);
        if (left.back() + offloaded.back() <= highest) continue;
        highest = left.back() + offloaded.back();
        lastLeft = left.back();
        lastOffloaded = offloaded.back();
    }
    left_->setData(layers, left, true);
    offloaded_->setData(layers, offloaded, true);
    const bool cloudOnly = run != nullptr && run->pulls().front() > 0;
    const int exits = run == nullptr ? 1 : run->exits();
    rect_->axis(QCPAxis::atBottom)->setRange(cloudOnly ? -0.5 : 0.5, exits + 0.5);
    rect_->axis(QCPAxis::atBottom)->ticker()->setTickCount(std::min(exits, 12));
    rect_->axis(QCPAxis::atLeft)->setRange(0, highest > 0 ? 1.06 * highest : 1);
    if (run != nullptr && run->rounds() > 0) {
        labels_->add({tr("left %1 %").arg(numberText(100 - run->offloadPercent())),
                      theme().color(Token::Exit), lastLeft / 2, false});
        labels_->add({tr("offloaded %1 %").arg(numberText(run->offloadPercent())),
                      theme().color(Token::Offload), lastLeft + lastOffloaded / 2, false});
    }
    return 0;
}

QString FlowChart::crosshairTitle(double position) const {
    return tr("layer %1: share and samples").arg(numberText(position));
}

std::vector<Crosshair::Value> FlowChart::valuesAt(double position) const {
    const RunHistory* run = shown();
    if (run == nullptr || position < 0 || position > run->exits()) return {};
    const auto layer = static_cast<std::size_t>(position);
    const auto text = [&](std::int64_t count) {
        return tr("%1 % · %2")
            .arg(numberText(shareText(count, *run), 1), numberText(static_cast<double>(count)));
    };
    return {{theme().color(Token::Offload), tr("offloaded from here"),
             text(run->pulls()[layer] - run->leftAt()[layer])},
            {theme().color(Token::Exit), tr("left here"), text(run->leftAt()[layer])}};
}

ChartTable FlowChart::visibleTable() const {
    ChartTable table{{QStringLiteral("run"), QStringLiteral("layer"), QStringLiteral("left"),
                      QStringLiteral("offloaded")},
                     {}};
    const RunHistory* run = shown();
    if (run == nullptr) return table;
    for (std::size_t layer = run->pulls().front() > 0 ? 0 : 1; layer < run->pulls().size(); ++layer)
        table.rows.push_back({run->label(), QString::number(layer),
                              QString::number(run->leftAt()[layer]),
                              QString::number(run->pulls()[layer] - run->leftAt()[layer])});
    return table;
}

QString FlowChart::describe() const {
    const RunHistory* run = shown();
    if (run == nullptr || run->rounds() == 0) return tr("No rounds yet.");
    const auto most = std::ranges::max_element(run->leftAt());
    return tr("%1: most samples left at exit %2, %3 % of all; %4 % were offloaded")
        .arg(run->label())
        .arg(most - run->leftAt().begin())
        .arg(numberText(shareText(*most, *run), 1), numberText(run->offloadPercent(), 1));
}

}  // namespace splitee
