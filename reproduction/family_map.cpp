// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/family_map.h"

#include <algorithm>
#include <array>

#include "comparison/report/svg_axes.h"
#include "comparison/report/svg_chart.h"
#include "engine/fields.h"
#include "reproduction/family_tables.h"
#include "reproduction/played_figures.h"

namespace splitee {
namespace {

constexpr double kCellWidth = 44, kCellHeight = 19, kKindRoom = 132, kPanelSpace = 26;
constexpr double kHeadRoom = 52, kFootRoom = 44;

// From much lost to nothing lost; from little saved to much saved.
constexpr std::array<std::string_view, 5> kGoodStops{"#8c2d04", "#e07b39", "#f7d9b5", "#cfe3ef",
                                                     "#3d8bbf"};
constexpr std::array<std::string_view, 6> kLayerColours{"#46327e", "#365c8d", "#277f8e",
                                                        "#1fa187", "#4ac16d", "#d2e21b"};

struct MapCell {
    std::string text, fill;  // "" where nothing was played
};

struct FamilyMap {
    std::string title;
    std::vector<MapCell> cells;  // [kinds * levels], by kind
};

void drawMap(SvgDocument& svg, const Box& plot, const ReproductionFamily& family,
             const FamilyMap& map, bool named) {
    CellMap cells;
    cells.title = map.title;
    cells.xTitle = family.levelTitle;
    cells.columns = family.levels.size();
    cells.rows = family.kinds.size();
    cells.xLabels.resize(cells.columns);  // all of them are drawn below
    cells.yLabels.resize(cells.rows);
    cells.fill.resize(cells.columns * cells.rows);
    // Rows of a map go up, kinds go down.
    for (std::size_t k = 0; k < cells.rows; ++k) {
        const std::size_t row = cells.rows - 1 - k;
        for (std::size_t l = 0; l < cells.columns; ++l)
            cells.fill[row * cells.columns + l] = map.cells[k * cells.columns + l].fill;
    }
    drawCells(svg, plot, cells);
    for (std::size_t l = 0; l < cells.columns; ++l)
        svg.text({plot.x + kCellWidth * (static_cast<double>(l) + 0.5), plot.bottom() + 15},
                 family.levels[l], {kChartFont, ink::kMuted, Anchor::Middle});
    for (std::size_t k = 0; k < cells.rows; ++k) {
        const double base = plot.y + kCellHeight * (static_cast<double>(k) + 0.5) + 3.5;
        if (named)
            svg.text({plot.x - 8, base}, family.kinds[k], {kChartFont, ink::kText, Anchor::End});
        for (std::size_t l = 0; l < cells.columns; ++l) {
            const MapCell& cell = map.cells[k * cells.columns + l];
            if (!cell.fill.empty())
                svg.text({plot.x + kCellWidth * (static_cast<double>(l) + 0.5), base}, cell.text,
                         {10, inkOn(cell.fill), Anchor::Middle});
        }
    }
}

// Cells of a figure, coloured from `worst` to `best`.
FamilyMap figureMap(const PlayedReproduction& played, const ReproductionFamily& family,
                    std::size_t policy, PlayedFigure figure, const std::string& title, double worst,
                    double best, int decimals) {
    FamilyMap map{title, {}};
    for (std::size_t k = 0; k < family.kinds.size(); ++k)
        for (std::size_t l = 0; l < family.levels.size(); ++l) {
            MapCell& cell = map.cells.emplace_back();
            const std::size_t s = played.description.memberOf(family, k, l);
            const auto mean = meanOf(mainRuns(played, s, policy), figure);
            if (!mean) continue;
            cell.text = changeText(mean, decimals);
            cell.fill = blend(kGoodStops, std::clamp((*mean - worst) / (best - worst), 0.0, 1.0));
        }
    return map;
}

FamilyMap layerMap(const PlayedReproduction& played, const ReproductionFamily& family,
                   std::size_t policy) {
    FamilyMap map{"layer that most rounds split at", {}};
    int deepest = 1;
    std::vector<int> layers;
    for (std::size_t k = 0; k < family.kinds.size(); ++k)
        for (std::size_t l = 0; l < family.levels.size(); ++l) {
            const std::size_t s = played.description.memberOf(family, k, l);
            const auto* runs = mainRuns(played, s, policy);
            layers.push_back(runs == nullptr ? -1 : learnedLayer(*runs).layer);
            if (runs != nullptr) deepest = std::max(deepest, played.streams[s].table().exits);
        }
    for (const int layer : layers) {
        MapCell& cell = map.cells.emplace_back();
        if (layer < 0) continue;
        cell.text = std::to_string(layer);
        cell.fill = blend(kLayerColours, static_cast<double>(std::max(layer - 1, 0)) /
                                             std::max(1.0, static_cast<double>(deepest - 1)));
    }
    return map;
}

}  // namespace

std::string familySvg(const PlayedReproduction& played, const ReproductionFamily& family,
                      std::size_t policy) {
    if (playedMembers(played, family).empty()) return {};
    const Reproduction& all = played.description;
    const ReproductionClaim* claim = claimOf(played, family);
    const double loss = claim == nullptr ? 5 : claim->loss;
    const double saving = claim == nullptr ? 50 : claim->saving;
    // The colours change sides where the claim ends.
    const std::array<FamilyMap, 3> maps{
        figureMap(played, family, policy, PlayedFigure::AccuracyChange,
                  "change of accuracy (points)", -2 * loss, 0, 1),
        figureMap(played, family, policy, PlayedFigure::CostChange, "change of cost (%)",
                  -(saving - 30), -(saving + 30), 0),
        layerMap(played, family, policy)};
    const double width = kCellWidth * static_cast<double>(family.levels.size()),
                 height = kCellHeight * static_cast<double>(family.kinds.size());
    SvgDocument svg(kKindRoom + 3 * width + 2 * kPanelSpace + 16, kHeadRoom + height + kFootRoom,
                    family.name + ": " + all.policies[policy].name);
    svg.text({12, 20},
             family.name + ": " + all.policies[policy].name +
                 " against the final exit, o = " + shortNumber(all.experiment.offload) + " λ",
             {13, ink::kText, Anchor::Start, true});
    for (std::size_t k = 0; k < maps.size(); ++k)
        drawMap(
            svg,
            {kKindRoom + static_cast<double>(k) * (width + kPanelSpace), kHeadRoom, width, height},
            family, maps[k], k == 0);
    return svg.finished();
}

}  // namespace splitee
