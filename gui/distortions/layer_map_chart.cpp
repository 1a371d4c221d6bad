// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/distortions/layer_map_chart.h"

#include <QMouseEvent>

#include <algorithm>
#include <set>

#include "gui/charts/exact_text.h"
#include "gui/run/experiment_fields.h"
#include "gui/widgets/number_text.h"

namespace splitee {

LayerMapChart::LayerMapChart(const Theme& theme, QWidget* parent)
    : CellMapChart(theme, tr("Learned layer"), QString(), QString(), parent) {}

void LayerMapChart::show(std::shared_ptr<const LayerMap> map, std::size_t policy) {
    map_ = std::move(map);
    policy_ = policy;
    refresh();
}

void LayerMapChart::setMarked(int cell) {
    if (cell == marked_) return;
    marked_ = cell;
    refresh();
}

std::int64_t LayerMapChart::fill() {
    cells().setMarked(map_ ? marked_ : -1);
    if (!map_) {
        clearCells();
        return 0;
    }
    const auto namesOf = [](const MapAxis& axis) {
        QStringList names;
        for (const double value : axis.values)
            names += axis.isSeverity() && names.isEmpty() ? tr("clean") : shortText(value);
        return names;
    };
    nameCells(namesOf(map_->x), namesOf(map_->y));
    rect().axis(QCPAxis::atBottom)->setLabel(axisTitle(map_->x));
    setValueTitle(rect(), axisTitle(map_->y));
    std::vector<CellGrid::Cell> cells;
    std::set<int> layers;
    const auto colorOf = [this](int layer) {
        const double share =
            map_->exits > 1 ? static_cast<double>(layer - 1) / (map_->exits - 1) : 0;
        return shade(share);
    };
    for (const auto& figures : map_->cells) {
        if (policy_ >= figures.size()) {
            cells.emplace_back();
            continue;
        }
        const int layer = figures[policy_].layer;
        layers.insert(layer);
        cells.push_back({colorOf(layer), QString::number(layer)});
    }
    std::vector<RegimeKey::Swatch> swatches;
    for (const int layer : layers)
        swatches.push_back({colorOf(layer), layer == map_->exits ? tr("%1 final").arg(layer)
                                                                 : QString::number(layer)});
    setCells(static_cast<int>(map_->x.values.size()), std::move(cells), std::move(swatches),
             tr("split layer chosen most often; frame: the set-up"));
    return 0;
}

QString LayerMapChart::wordsOf(int cell) const {
    if (!map_ || cell < 0 || cell >= static_cast<int>(map_->cells.size())) return {};
    const auto columns = map_->x.values.size(), at = static_cast<std::size_t>(cell);
    const auto& figures = map_->cells[at];
    if (policy_ >= figures.size()) return {};
    const SeverityFigures& one = figures[policy_];
    return tr("%1 %2, %3 %4: split layer %5 of %6, accuracy %7 %, cost %8 λ a sample, offloaded "
              "%9 %")
        .arg(axisTitle(map_->x), shortText(map_->x.values[at % columns]), axisTitle(map_->y),
             shortText(map_->y.values[at / columns]), QString::number(one.layer),
             QString::number(map_->exits), numberText(one.accuracy, 1), numberText(one.cost, 2),
             numberText(one.offloaded, 1));
}

QString LayerMapChart::describe() const {
    return map_ ? wordsOf(std::max(0, marked_)) : tr("No map yet.");
}

bool LayerMapChart::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &plot() && map_ && event->type() == QEvent::MouseButtonRelease)
        if (const int cell = cells().cellAt(static_cast<QMouseEvent*>(event)->position());
            cell >= 0)
            emit chosen(cell);
    return CellMapChart::eventFilter(watched, event);
}

ChartTable LayerMapChart::visibleTable() const {
    if (!map_) return {{QStringLiteral("policy"), QStringLiteral("split_layer")}, {}};
    const auto column = [](const MapAxis& axis) {
        return QString::fromStdString(axis.key).replace(QLatin1Char(':'), QLatin1Char('_'));
    };
    ChartTable table{
        {column(map_->x), column(map_->y), QStringLiteral("policy"), QStringLiteral("split_layer"),
         QStringLiteral("accuracy %"), QStringLiteral("cost"), QStringLiteral("offloaded %")},
        {}};
    const auto columns = map_->x.values.size();
    for (std::size_t at = 0; at < map_->cells.size(); ++at)
        for (const SeverityFigures& one : map_->cells[at])
            table.rows += QStringList{exactText(map_->x.values[at % columns]),
                                      exactText(map_->y.values[at / columns]),
                                      QString::fromStdString(one.policy),
                                      QString::number(one.layer),
                                      exactText(one.accuracy),
                                      exactText(one.cost),
                                      exactText(one.offloaded)};
    return table;
}

}  // namespace splitee
