// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/setting_map_chart.h"

#include <algorithm>

#include "gui/charts/exact_text.h"
#include "gui/compare/setting_names.h"
#include "gui/run/experiment_fields.h"
#include "gui/widgets/number_text.h"

namespace splitee {

QString gridFigureTitle(GridFigure figure) {
    if (figure == GridFigure::Layer) return SettingMapChart::tr("Learned layer");
    return figure == GridFigure::Accuracy ? SettingMapChart::tr("Accuracy (%)")
                                          : SettingMapChart::tr("Cost (λ)");
}

QString gridValueText(const std::string& setting, const std::string& value) {
    QString text = QString::fromStdString(value);
    if (setting == "severity" && value == "0") return SettingMapChart::tr("clean");
    if (setting != "source") return text;
    const QLatin1String builtin("builtin:");
    text = text.startsWith(builtin) ? text.mid(builtin.size()) : text.section(QLatin1Char('/'), -1);
    return text.replace(QLatin1Char('-'), QStringLiteral(" · "))
        .replace(QLatin1Char('_'), QLatin1Char(' '));
}

SettingMapChart::SettingMapChart(const Theme& theme, QWidget* parent)
    : CellMapChart(theme, tr("Over two settings"), QString(), QString(), parent) {}

void SettingMapChart::show(ComparedRunsPtr compared, SettingGrid grid, GridFigure figure) {
    compared_ = std::move(compared);
    grid_ = std::move(grid);
    figure_ = figure;
    setTitle(gridFigureTitle(figure));
    refresh();
}

std::optional<double> SettingMapChart::figureOf(std::size_t cell) const {
    const auto& group = grid_.groups[cell];
    return group ? gridFigure(compared_->groups[*group], figure_) : std::nullopt;
}

QString SettingMapChart::figureText(double value) const {
    return numberText(value, figure_ == GridFigure::Layer  ? 0
                             : figure_ == GridFigure::Cost ? 2
                                                           : 1);
}

std::int64_t SettingMapChart::fill() {
    if (!compared_ || grid_.groups.empty()) {
        clearCells();
        return 0;
    }
    const auto namesOf = [](const std::string& setting, const std::vector<std::string>& values) {
        QStringList names;
        for (const std::string& value : values) names += gridValueText(setting, value);
        return names;
    };
    nameCells(namesOf(grid_.x, grid_.xs), namesOf(grid_.y, grid_.ys), grid_.x == "source");
    rect().axis(QCPAxis::atBottom)->setLabel(settingName(grid_.x));
    setValueTitle(rect(), settingName(grid_.y));
    double low = 0, high = 0;
    bool any = false;
    for (std::size_t cell = 0; cell < grid_.groups.size(); ++cell)
        if (const auto value = figureOf(cell)) {
            low = any ? std::min(low, *value) : *value;
            high = any ? std::max(high, *value) : *value;
            any = true;
        }
    const auto colorOf = [&](double value) {
        return shade(high > low ? (value - low) / (high - low) : 0.5);
    };
    std::vector<CellGrid::Cell> cells;
    for (std::size_t cell = 0; cell < grid_.groups.size(); ++cell) {
        const auto value = figureOf(cell);
        cells.push_back(value ? CellGrid::Cell{colorOf(*value), figureText(*value)}
                              : CellGrid::Cell{});
    }
    std::vector<RegimeKey::Swatch> swatches;
    if (any) swatches.push_back({colorOf(low), figureText(low)});
    if (any && high > low) swatches.push_back({colorOf(high), figureText(high)});
    setCells(static_cast<int>(grid_.xs.size()), std::move(cells), std::move(swatches),
             figure_ == GridFigure::Layer ? tr("split layer chosen most often over all seeds")
                                          : tr("mean over the seeds"));
    return 0;
}

QString SettingMapChart::wordsOf(int cell) const {
    if (!compared_ || cell < 0 || cell >= static_cast<int>(grid_.groups.size())) return {};
    const auto at = static_cast<std::size_t>(cell), columns = grid_.xs.size();
    const auto& own = grid_.groups[at];
    const QString place =
        tr("%1 %2, %3 %4")
            .arg(settingName(grid_.x), gridValueText(grid_.x, grid_.xs[at % columns]),
                 settingName(grid_.y), gridValueText(grid_.y, grid_.ys[at / columns]));
    if (!own) return tr("%1: no run").arg(place);
    const ComparedGroup& group = compared_->groups[*own];
    const auto told = [&](GridFigure figure, int decimals) {
        const auto value = gridFigure(group, figure);
        return value ? numberText(*value, decimals) : QStringLiteral("–");
    };
    return tr("%1: split layer %2, accuracy %3 %, cost %4 λ a sample, %5 seeds")
        .arg(place, told(GridFigure::Layer, 0), told(GridFigure::Accuracy, 1),
             told(GridFigure::Cost, 2), QString::number(group.runs.size()));
}

QString SettingMapChart::describe() const {
    return compared_ && !grid_.groups.empty() ? wordsOf(0) : tr("No map yet.");
}

ChartTable SettingMapChart::visibleTable() const {
    ChartTable table{
        {QString::fromStdString(grid_.x), QString::fromStdString(grid_.y), QStringLiteral("policy"),
         QStringLiteral("split_layer"), QStringLiteral("accuracy %"), QStringLiteral("cost"),
         QStringLiteral("seeds")},
        {}};
    if (!compared_) return table;
    for (std::size_t cell = 0; cell < grid_.groups.size(); ++cell) {
        if (!grid_.groups[cell]) continue;
        const ComparedGroup& group = compared_->groups[*grid_.groups[cell]];
        const auto exact = [&](GridFigure figure) {
            const auto value = gridFigure(group, figure);
            return value ? exactText(*value) : QString();
        };
        table.rows += QStringList{QString::fromStdString(grid_.xs[cell % grid_.xs.size()]),
                                  QString::fromStdString(grid_.ys[cell / grid_.xs.size()]),
                                  QString::fromStdString(group.policy),
                                  exact(GridFigure::Layer),
                                  exact(GridFigure::Accuracy),
                                  exact(GridFigure::Cost),
                                  QString::number(group.runs.size())};
    }
    return table;
}

}  // namespace splitee
