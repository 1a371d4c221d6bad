// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/split_chart.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kNamedShare = 0.04;  // smaller shares are not worth a number at the edge
constexpr int kTickPixels = 13;

}  // namespace

SplitChart::SplitChart(const Theme& theme, QWidget* parent)
    : OneRunChart(theme, tr("Split layer over time"), true, parent),
      rect_(addAxes(tr("round"), tr("split layer"))),
      labels_(addEndLabels(*rect_)),
      density_(new SplitDensity(*rect_, theme)) {
    labels_->setPinned(true);
    rect_->axis(QCPAxis::atLeft)->grid()->setVisible(false);
}

std::int64_t SplitChart::fill() {
    labels_->clear();
    const RunHistory* run = shown();
    if (run == nullptr) {
        density_->clear();
        return 0;
    }
    const bool cloudOnly = run->pulls().front() > 0;
    QCPAxis* y = rect_->axis(QCPAxis::atLeft);
    y->setRange(cloudOnly ? -0.5 : 0.5, run->exits() + 0.5);
    auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    const int step = std::max(1, (run->exits() * kTickPixels + axesHeight() - 1) / axesHeight());
    for (int layer = cloudOnly ? 0 : 1; layer <= run->exits(); layer += step)
        ticks->addTick(layer, QString::number(layer));
    y->setTicker(ticks);
    // Of the rounds that are visible, as the shades beside them are.
    const std::int64_t points = density_->read(*run, hasLogRounds());
    const std::vector<double> shares = density_->shares();
    std::vector<std::size_t> layers(shares.size());
    std::iota(layers.begin(), layers.end(), std::size_t{0});
    std::ranges::stable_sort(layers, std::greater{}, [&](std::size_t i) {
        return shares[i];
    });  // where rows are narrow, the largest are named
    for (const std::size_t i : layers)
        if (shares[i] >= kNamedShare)
            labels_->add({tr("%1 %").arg(numberText(100 * shares[i])),
                          theme().policyText(run->style()), static_cast<double>(i),
                          shares[i] < 0.5});
    return points;
}

// Where the shades are dark, more is hidden.
double SplitChart::covered(const QRectF& place) const {
    const QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    double hidden = 0;
    for (const SplitDensity::Cell& cell : density_->cells()) {
        const double from = std::max(x->coordToPixel(cell.from), place.left()),
                     to = std::min(x->coordToPixel(cell.to), place.right());
        for (std::size_t layer = 0; layer < cell.splits.size() && from < to; ++layer)
            if (const double at = y->coordToPixel(static_cast<double>(layer));
                at >= place.top() && at <= place.bottom())
                hidden += (to - from) * static_cast<double>(cell.splits[layer]) /
                          static_cast<double>(cell.rounds);
    }
    return hidden;
}

std::vector<Crosshair::Value> SplitChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> values;
    const auto& cells = density_->cells();
    const auto cell = std::ranges::find_if(cells, [position](const SplitDensity::Cell& c) {
        return position >= c.from && position <= c.to;
    });
    if (cell == cells.end() || shown() == nullptr) return values;
    for (std::size_t layer = 0; layer < cell->splits.size(); ++layer)
        if (cell->splits[layer] > 0)
            values.push_back({theme().policy(shown()->style()), tr("layer %1").arg(layer),
                              tr("%1 of %2")
                                  .arg(numberText(static_cast<double>(cell->splits[layer])),
                                       numberText(static_cast<double>(cell->rounds)))});
    return values;
}

ChartTable SplitChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("run"), QStringLiteral("from_round"), QStringLiteral("to_round"),
         QStringLiteral("split_layer"), QStringLiteral("rounds")},
        {}};
    if (shown() == nullptr) return table;
    for (const SplitDensity::Cell& cell : density_->cells())
        for (std::size_t layer = 0; layer < cell.splits.size(); ++layer)
            if (cell.splits[layer] > 0)
                table.rows.push_back({shown()->label(), QString::number(cell.from + 0.5, 'f', 0),
                                      QString::number(cell.to - 0.5, 'f', 0),
                                      QString::number(layer), QString::number(cell.splits[layer])});
    return table;
}

QString SplitChart::describe() const {
    const RunHistory* run = shown();
    if (run == nullptr || run->rounds() == 0) return tr("No rounds yet.");
    const std::vector<double> shares = run->recentShares();
    const auto most = std::ranges::max_element(shares);
    return tr("%1: lately layer %2 in %3 % of the rounds")
        .arg(run->label())
        .arg(most - shares.begin() + 1)
        .arg(numberText(100 * *most));
}

}  // namespace splitee
