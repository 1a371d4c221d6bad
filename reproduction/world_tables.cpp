// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/world_tables.h"

#include <algorithm>

#include "comparison/report/svg_chart.h"
#include "engine/fields.h"
#include "plot/number_text.h"
#include "reproduction/flag_text.h"
#include "reproduction/played_figures.h"

namespace splitee {
namespace {

constexpr double kCurveWidth = 610, kCurveEdge = 12;

std::string thousands(std::int64_t number) { return withThousands(std::to_string(number), ","); }

}  // namespace

ReportTable segmentsTable(const PlayedWorld& played) {
    ReportTable table{{"In force", "From round", "Rounds", "Best split at exit", "Its reward"}, {}};
    for (const WorldSegment& segment : played.segments)
        table.rows.push_back({segment.what, thousands(segment.first), thousands(segment.rounds),
                              std::to_string(segment.bestLayer), fixedText(segment.bestReward, 3)});
    return table;
}

ReportTable followingTable(const PlayedWorld& played) {
    ReportTable table{{"Policy"}, {}};
    for (std::size_t k = 0; k < played.segments.size(); ++k) {
        const std::string at = played.segments[k].what + " @" + thousands(played.segments[k].first);
        table.columns.push_back(at + ": short");
        if (k > 0) table.columns.push_back("rounds");
    }
    for (const FollowingPolicy& policy : played.policies) {
        std::vector<std::string> row{policy.label};
        for (std::size_t k = 0; k < policy.segments.size(); ++k) {
            row.push_back(fixedText(policy.segments[k].shortfall, 4));
            if (k > 0)
                row.push_back(policy.segments[k].recovery ? thousands(*policy.segments[k].recovery)
                                                          : "–");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string followingSvg(const PlayedWorld& played, const std::string& name) {
    LineChart chart;
    chart.title = "Regret on " + name;
    chart.xTitle = "round";
    chart.yTitle = "pseudo-regret (reward, summed)";
    for (std::size_t p = 0; p < played.policies.size(); ++p) {
        const FollowingPolicy& policy = played.policies[p];
        LineSeries line;
        line.label = policy.label;
        line.look = policyLook(p);
        line.x.assign(policy.round.begin(), policy.round.end());
        line.y = policy.regret.mean;
        line.low = policy.regret.low;
        line.high = policy.regret.high;
        chart.series.push_back(std::move(line));
    }
    if (chart.series.empty()) return {};
    const double width = kCurveWidth + widthForLabels(chart) + kCurveEdge;
    const double height = std::max(360.0, heightForLabels(chart.series.size()));
    SvgDocument svg(width, height + 2 * kCurveEdge, chart.title);
    drawLines(svg, {0, kCurveEdge, width - kCurveEdge, height}, chart);
    return svg.finished();
}

std::string followingCommand(const ReproductionWorld& world) {
    return "splitee drift --table \"" + world.table + "\"" + flagsText(world.experiment);
}

}  // namespace splitee
