// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "cli/regime_output.h"
#include "cli/replay_source.h"
#include "comparison/report/svg_chart.h"
#include "engine/fields.h"
#include "plot/number_text.h"
#include "plot/ticks.h"

namespace splitee {
namespace {

constexpr double kLeft = 76;     // row titles, tick labels and axis title
constexpr double kBetween = 70;  // between panels: tick labels
constexpr double kTop = 104;
constexpr double kRowGap = 76;
constexpr double kLegend = 92;

// Ordered by lightness and safe for the colour blind (viridis, without its darkest and lightest
// ends).
constexpr std::array<std::string_view, 6> kLayerStops{"#46327e", "#365c8d", "#277f8e",
                                                      "#1fa187", "#4ac16d", "#d2e21b"};
constexpr std::array<std::string_view, 7> kGainStops{"#8c2d04", "#d9622b", "#f6b48a", "#f7f7f7",
                                                     "#92c5de", "#3d8bbf", "#0b4a80"};

std::string twoDigits(double value) {
    return value >= 100 ? shortNumber(std::round(value)) : significantDigits(value, 2);
}

class RegimeDrawing {
public:
    RegimeDrawing(const RegimeSource& source, const RegimeMap& map)
        : source_(source),
          map_(map),
          columns_(source.grid.muLambda.size()),
          rows_(source.grid.offload.size()),
          plotWidth_(std::clamp(15.0 * static_cast<double>(columns_), 240.0, 420.0)),
          plotHeight_(std::clamp(14.0 * static_cast<double>(rows_), 180.0, 420.0)),
          panels_(1 + map.policies.size()) {
        for (const RegimeCell& cell : map.cells) layers_.insert(cell.bestSplit.layer);
        // With a few extreme cells all others would be pale: the colour scale ends at the 97 %
        // quantile, and its labels show that.
        const std::vector<double> sizes = sizesOfGains();
        if (sizes.empty()) return;
        scale_ = roundAbove(sizes[(sizes.size() - 1) * 97 / 100]);
        clipped_ = sizes.back() > scale_;
    }

    std::string draw() {
        const double width = std::max(
            kLeft + static_cast<double>(panels_) * (plotWidth_ + kBetween) - kBetween + 32, 760.0);
        const double height =
            kTop + static_cast<double>(source_.grid.alpha.size()) * (plotHeight_ + kRowGap) -
            kRowGap + 52 + kLegend;
        SvgDocument svg(width, height, "Regime map of " + source_.name);
        svg.text({24, 34}, "Regime map: " + source_.name, {17, ink::kText, Anchor::Start, true});
        svg.text({24, 54}, subtitle(), {11, ink::kMuted});
        for (std::size_t a = 0; a < source_.grid.alpha.size(); ++a)
            for (std::size_t p = 0; p < panels_; ++p) drawCells(svg, plotOf(p, a), panel(p, a));
        drawLegends(svg, height - kLegend + 14);
        return svg.finished();
    }

private:
    [[nodiscard]] const Estimate* gain(const RegimeCell& cell, std::size_t policy) const {
        const auto& gain = cell.gains[policy];
        return !gain ? nullptr : source_.againstEnds ? &gain->overEnds : &gain->overTrivial;
    }

    // [cells * policies], ascending
    [[nodiscard]] std::vector<double> sizesOfGains() const {
        std::vector<double> sizes;
        for (const RegimeCell& cell : map_.cells)
            for (std::size_t p = 0; p < map_.policies.size(); ++p)
                if (const Estimate* g = gain(cell, p)) sizes.push_back(std::abs(g->mean));
        std::ranges::sort(sizes);
        return sizes;
    }

    [[nodiscard]] std::string subtitle() const {
        const Experiment& e = source_.experiment;
        return std::to_string(source_.exits) + " exits, " + std::to_string(e.seeds) +
               (e.seeds == 1 ? " seed, " : " seeds, ") +
               axisNumber(static_cast<double>(map_.rounds)) + " rounds a run, lambda1 " +
               shortNumber(e.lambda1) + ", lambda2 " + shortNumber(e.lambda2) + ", beta " +
               shortNumber(e.beta) +
               (map_.cancelled ? "; stopped early, grey cells were not played" : "");
    }

    [[nodiscard]] Box plotOf(std::size_t panel, std::size_t alpha) const {
        return {kLeft + static_cast<double>(panel) * (plotWidth_ + kBetween),
                kTop + static_cast<double>(alpha) * (plotHeight_ + kRowGap), plotWidth_,
                plotHeight_};
    }

    [[nodiscard]] std::string layerColour(int layer) const {
        const auto rank = static_cast<double>(std::distance(layers_.begin(), layers_.find(layer)));
        return blend(kLayerStops,
                     layers_.size() < 2 ? .3 : rank / static_cast<double>(layers_.size() - 1));
    }

    // Colours follow the square root of a gain, so that the sign is visible near 0. `size`: as a
    // fraction of the end of the scale.
    [[nodiscard]] static std::string gainColour(double size) {
        return blend(kGainStops,
                     .5 + .5 * std::copysign(std::sqrt(std::min(std::abs(size), 1.0)), size));
    }

    [[nodiscard]] CellMap panel(std::size_t index, std::size_t alpha) const {
        CellMap panel;
        panel.columns = columns_;
        panel.rows = rows_;
        panel.title =
            index == 0 ? "Best fixed split" : policyLabel(map_.policies[index - 1]) + ": gain";
        if (source_.grid.alpha.size() > 1 || index == 0)
            panel.title += ", alpha " + shortNumber(source_.grid.alpha[alpha]);
        if (alpha + 1 == source_.grid.alpha.size()) panel.xTitle = "mu·lambda, reward per lambda";
        if (index == 0)
            panel.yTitle =
                source_.experiment.offloadsPerLayer() ? "factor on o" : "offloading o, lambda";
        for (const double value : source_.grid.muLambda) panel.xLabels.push_back(twoDigits(value));
        for (const double value : source_.grid.offload) panel.yLabels.push_back(twoDigits(value));
        for (std::size_t k = 0; k < columns_ * rows_; ++k) {
            const RegimeCell& cell = map_.cells[alpha * columns_ * rows_ + k];
            if (index == 0) {
                panel.fill.push_back(layerColour(cell.bestSplit.layer));
                panel.region.push_back(std::to_string(cell.bestSplit.layer));
                panel.dotted.push_back(cell.trivial.offloads ? 1 : 0);
            } else {
                const Estimate* g = gain(cell, index - 1);
                panel.fill.push_back(g == nullptr ? "" : gainColour(g->mean / scale_));
                panel.dotted.push_back(
                    g != nullptr && g->halfWidth && std::abs(g->mean) <= *g->halfWidth ? 1 : 0);
            }
        }
        return panel;
    }

    [[nodiscard]] std::string gainLabel(double share) const {
        const std::string beyond =
            clipped_ && std::abs(share) == 1 ? (share > 0 ? "≥ " : "≤ ") : "";
        return beyond + (share > 0 ? "+" : "") + axisNumber(scale_ * share * std::abs(share));
    }

    void drawLegends(SvgDocument& svg, double y) const {
        svg.text({kLeft, y}, "Best split, layer", {11, ink::kText, Anchor::Start, true});
        // Colour fields in one row, in more where there are many layers.
        double x = kLeft;
        double row = y + 10;
        for (const int layer : layers_) {
            const std::string name =
                std::to_string(layer) + (layer == source_.exits ? " final" : "");
            const double room = std::max(28.0, textWidth(name, 11) + 10);
            if (x + room > kLeft + plotWidth_ + 1) {
                x = kLeft;
                row += 20;
            }
            const std::string colour = layerColour(layer);
            svg.rect({x, row, room - 2, 17}, colour);
            svg.text({x + (room - 2) / 2, row + 12.5}, name, {11, inkOn(colour), Anchor::Middle});
            x += room;
        }
        if (std::ranges::any_of(map_.cells,
                                [](const RegimeCell& cell) { return cell.trivial.offloads; }))
            svg.text({kLeft, row + 34}, "dot: offloading every sample at layer 1 is better still",
                     {11, ink::kMuted});
        if (map_.policies.empty()) return;
        const double left = plotOf(1, 0).x;
        svg.text({left, y},
                 source_.againstEnds ? "Gain over the better of: offload all at layer 1, final exit"
                                     : "Gain over the best policy that does not learn",
                 {11, ink::kText, Anchor::Start, true});
        constexpr int kSteps = 40;
        const double width = std::max(plotWidth_, 280.0);
        for (int k = 0; k < kSteps; ++k)
            svg.rect({left + width * k / kSteps, y + 10, width / kSteps, 17},
                     blend(kGainStops, (k + .5) / kSteps));
        for (const double share : {-1.0, -.5, 0.0, .5, 1.0})
            svg.text({left + width * (share + 1) / 2, y + 41}, gainLabel(share),
                     {11, ink::kMuted, Anchor::Middle});
        svg.text({left, y + 60},
                 "reward a sample; dot: the 95 % interval over seeds (Student's t) holds 0",
                 {11, ink::kMuted});
    }

    const RegimeSource& source_;
    const RegimeMap& map_;
    std::size_t columns_, rows_;
    double plotWidth_, plotHeight_;
    std::size_t panels_;
    double scale_ = 1;      // gain at the end of the colour scale
    bool clipped_ = false;  // some gains are above it
    std::set<int> layers_;
};

}  // namespace

std::string regimeSvg(const RegimeSource& source, const RegimeMap& map) {
    return RegimeDrawing(source, map).draw();
}

}  // namespace splitee
