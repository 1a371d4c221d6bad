// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/group_look.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "gui/run/policy_color.h"

namespace splitee {
namespace {

constexpr float kGroupBandShare = 0.18F;
constexpr double kGhostShare = 0.3;

}  // namespace

std::vector<GroupLook> looksOf(const ComparedRuns& compared) {
    std::vector<std::string> policies;
    for (const ComparedGroup& group : compared.groups)
        if (std::ranges::find(policies, group.policy) == policies.end())
            policies.push_back(group.policy);
    const std::vector<int> taken = policyColors(policies);
    std::map<std::string, int> colors;
    for (std::size_t k = 0; k < policies.size(); ++k) colors[policies[k]] = taken[k];
    std::vector<GroupLook> looks;
    std::map<std::string, int> sofar;
    for (std::size_t g = 0; g < compared.groups.size(); ++g) {
        const std::string& policy = compared.groups[g].policy;
        const int before = sofar[policy]++, place = static_cast<int>(g);
        if (colors.size() == 1 && compared.groups.size() > 1)
            looks.push_back({place, place, place});
        else
            looks.push_back({colors[policy], colors[policy] + before, colors[policy] + before});
    }
    return looks;
}

QPen penOf(const Theme& theme, const GroupLook& look) {
    QPen pen = theme.policyPen(look.dash);
    pen.setColor(theme.policy(look.color));
    return pen;
}

QPen ghostPenOf(const Theme& theme, const GroupLook& look) {
    return QPen(mixed(theme.color(Token::Surface), theme.policy(look.color), kGhostShare), 1);
}

QColor bandOf(const Theme& theme, const GroupLook& look) {
    QColor band = theme.policy(look.color);
    band.setAlphaF(kGroupBandShare);
    return band;
}

QCPScatterStyle markerOf(const Theme& theme, const GroupLook& look, double size) {
    // QCustomPlot fills a disc with its outline's colour, a circle with its brush.
    static constexpr std::array kShapes{
        QCPScatterStyle::ssCircle, QCPScatterStyle::ssTriangle,
        QCPScatterStyle::ssSquare, QCPScatterStyle::ssTriangleInverted,
        QCPScatterStyle::ssPlus,   QCPScatterStyle::ssCross,
        QCPScatterStyle::ssStar,   QCPScatterStyle::ssPlusCircle};
    const auto shape = kShapes[static_cast<std::size_t>(look.marker) % kShapes.size()];
    const QColor color = theme.policy(look.color);
    const bool filled =
        shape == QCPScatterStyle::ssCircle || shape == QCPScatterStyle::ssTriangle ||
        shape == QCPScatterStyle::ssSquare || shape == QCPScatterStyle::ssTriangleInverted;
    return filled ? QCPScatterStyle(shape, QPen(theme.color(Token::Surface), 0.8), color, size)
                  : QCPScatterStyle(shape, QPen(color, 1.5), Qt::NoBrush, size);
}

QString labelOf(const ComparedGroup& group) { return QString::fromStdString(group.label); }

}  // namespace splitee
