// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/reward_chart.h"

#include <algorithm>
#include <cmath>

#include "gui/charts/exact_text.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kHalfWidth = 0.42;  // of the fullest bin, in layers
constexpr double kShapeShare = 0.45, kMeanMark = 7;
constexpr double kLowQuarter = 0.25, kHighQuarter = 0.75;

}  // namespace

RewardChart::RewardChart(const Theme& theme, QWidget* parent)
    : OneRunChart(theme, tr("Reward per layer"), false, parent),
      rect_(addAxes(tr("split layer"), tr("reward (per round)"))),
      middle_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))),
      means_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))),
      halves_(new QCPErrorBars(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))) {
    for (QCPGraph* graph : {middle_, means_}) graph->setLineStyle(QCPGraph::lsNone);
    halves_->setDataPlottable(middle_);
    halves_->setErrorType(QCPErrorBars::etValueError);
    halves_->setWhiskerWidth(0);
    halves_->setSymbolGap(0);
}

void RewardChart::makeShapes(std::size_t layers) {
    while (shapes_.size() > layers) {
        plot().removePlottable(shapes_.back());
        shapes_.pop_back();
    }
    while (shapes_.size() < layers) {
        shapes_.push_back(
            new QCPCurve(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft)));
        shapes_.back()->setLayer(QStringLiteral("grid"));  // under the means
    }
    recolour();
}

void RewardChart::recolour() {
    const RunHistory* run = shown();
    const QColor own = run == nullptr ? theme().color(Token::Accent) : theme().policy(run->style());
    for (QCPCurve* shape : shapes_) {
        shape->setPen(QPen(own, 1));
        shape->setBrush(mixed(theme().color(Token::Surface), own, kShapeShare));
    }
    halves_->setPen(QPen(theme().color(Token::Text), 2.5));
    means_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc,
                                            QPen(theme().color(Token::Surface), 1.5),
                                            theme().color(Token::Text), kMeanMark));
}

// Each layer by itself: how often it was chosen is told by other charts.
std::int64_t RewardChart::fill() {
    const RunHistory* run = shown();
    const std::size_t layers =
        run == nullptr || run->rounds() == 0 ? 0 : static_cast<std::size_t>(run->exits()) + 1;
    if (layers != shapes_.size()) makeShapes(layers);
    QVector<double> at, means, middles, halves;
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (std::size_t k = 0; k < layers; ++k) {
        const auto layer = static_cast<int>(k);
        const RewardHistogram& rewards = run->rewards();
        const auto counts = rewards.counts(layer);
        const auto top = static_cast<double>(*std::ranges::max_element(counts));
        QVector<double> across, up;
        if (top > 0) {
            int first = 0, last = RewardHistogram::kBins - 1;
            while (counts[static_cast<std::size_t>(first)] == 0) ++first;
            while (counts[static_cast<std::size_t>(last)] == 0) --last;
            const auto outline = [&](int bin, double side) {  // the two ends of a bin's side
                const double x =
                    layer + side * kHalfWidth * counts[static_cast<std::size_t>(bin)] / top;
                const double low = rewards.low() + bin * rewards.width();
                for (const int end : {0, 1}) {
                    across += x;
                    up += low + (side > 0 ? end : 1 - end) * rewards.width();
                }
            };
            for (int bin = first; bin <= last; ++bin) outline(bin, 1);
            for (int bin = last; bin >= first; --bin) outline(bin, -1);
            across += across.front();
            up += up.front();
            least = std::min(least, rewards.low() + first * rewards.width());
            most = std::max(most, rewards.low() + (last + 1) * rewards.width());
            const double low = rewards.quantile(layer, kLowQuarter),
                         high = rewards.quantile(layer, kHighQuarter);
            at += layer;
            means += rewards.mean(layer);
            middles += (low + high) / 2;
            halves += (high - low) / 2;
        }
        shapes_[k]->setData(across, up);
    }
    means_->setData(at, means, true);
    middle_->setData(at, middles, true);
    halves_->setData(halves);
    const bool cloudOnly = layers > 0 && run->pulls().front() > 0;
    const int exits = run == nullptr ? 1 : run->exits();
    rect_->axis(QCPAxis::atBottom)->setRange(cloudOnly ? -0.5 : 0.5, exits + 0.5);
    rect_->axis(QCPAxis::atBottom)->ticker()->setTickCount(std::min(exits, 12));
    const double air = 0.05 * (most - least);
    if (least < most)
        rect_->axis(QCPAxis::atLeft)->setRange(least - air, most + air);
    else
        rect_->axis(QCPAxis::atLeft)->setRange(0, 1);
    setNote(layers == 0 ? tr("no rounds yet")
                        : tr("seen in %1 rounds; dot: mean, bar: the middle half")
                              .arg(numberText(static_cast<double>(run->rounds()))),
            layers == 0 ? QString() : tr("dot: mean, bar: middle half"));
    return 0;
}

QString RewardChart::crosshairTitle(double position) const {
    return tr("layer %1").arg(numberText(std::round(position)));
}

std::vector<Crosshair::Value> RewardChart::valuesAt(double position) const {
    const RunHistory* run = shown();
    const auto layer = static_cast<int>(std::lround(position));
    if (run == nullptr || layer < 0 || layer > run->exits()) return {};
    const RewardHistogram& rewards = run->rewards();
    const QColor color = theme().policy(run->style());
    std::vector<Crosshair::Value> values{
        {color, tr("rounds"), numberText(static_cast<double>(rewards.rounds(layer)))}};
    if (rewards.rounds(layer) == 0) return values;
    values.push_back({color, tr("mean reward"), numberText(rewards.mean(layer), 4)});
    values.push_back({color, tr("middle half"),
                      tr("%1 to %2")
                          .arg(numberText(rewards.quantile(layer, kLowQuarter), 3),
                               numberText(rewards.quantile(layer, kHighQuarter), 3))});
    return values;
}

ChartTable RewardChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("run"), QStringLiteral("layer"), QStringLiteral("from_reward"),
         QStringLiteral("to_reward"), QStringLiteral("rounds"), QStringLiteral("mean_of_layer")},
        {}};
    const RunHistory* run = shown();
    if (run == nullptr) return table;
    const RewardHistogram& rewards = run->rewards();
    for (int layer = 0; layer <= run->exits(); ++layer)
        for (int bin = 0; bin < RewardHistogram::kBins; ++bin)
            if (const auto count = rewards.counts(layer)[static_cast<std::size_t>(bin)]; count > 0)
                table.rows += QStringList{run->label(),
                                          QString::number(layer),
                                          exactText(rewards.low() + bin * rewards.width()),
                                          exactText(rewards.low() + (bin + 1) * rewards.width()),
                                          QString::number(count),
                                          exactText(rewards.mean(layer))};
    return table;
}

QString RewardChart::describe() const {
    const RunHistory* run = shown();
    if (run == nullptr || run->rounds() == 0) return tr("No rounds yet.");
    QStringList parts;
    for (int layer = 0; layer <= run->exits(); ++layer)
        if (run->rewards().rounds(layer) > 0)
            parts += tr("layer %1: mean %2 in %3 rounds")
                         .arg(layer)
                         .arg(numberText(run->rewards().mean(layer), 3),
                              numberText(static_cast<double>(run->rewards().rounds(layer))));
    return run->label() + QStringLiteral(": ") + parts.join(QStringLiteral("; "));
}

}  // namespace splitee
