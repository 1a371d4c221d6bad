// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/pareto.h"

#include <algorithm>
#include <map>
#include <string>

#include "engine/policies/policy_info.h"

namespace splitee {
namespace {

// What the final exit's cost and accuracy hang on.
std::string finalKey(const StoredRun& run) {
    const Experiment& e = run.experiment;
    const PolicyInfo* info = findPolicy(run.spec.policy);
    const int evaluated = info != nullptr ? static_cast<int>(info->evaluated) : 0;
    return run.provenance.dataHash + " " + std::to_string(e.lambda1) + " " +
           std::to_string(e.lambda2) + " " + e.schedule + " " + std::to_string(run.rounds) +
           (e.lambda2 > 0 ? " " + std::to_string(evaluated) : std::string());
}

}  // namespace

ParetoPicture paretoOf(const ComparedRuns& compared) {
    ParetoPicture picture;
    struct Sum {
        OperatingPoint at;
        int runs = 0;
    };
    std::map<std::string, Sum> finals;
    for (std::size_t g = 0; g < compared.groups.size(); ++g)
        for (const ComparedRun& run : compared.groups[g].runs) {
            if (run.summary.accuracy)
                picture.points.push_back(
                    {g, run.id, {run.summary.costMean, 100 * *run.summary.accuracy}, false});
            if (!run.finalExit) continue;
            Sum& sum = finals[finalKey(compared.groups[g].first)];
            sum.at.cost += run.finalExit->cost;
            sum.at.accuracy += 100 * run.finalExit->accuracy;
            ++sum.runs;
        }
    for (const auto& [key, sum] : finals)
        picture.finalExits.push_back({sum.at.cost / sum.runs, sum.at.accuracy / sum.runs});
    std::vector<OperatingPoint> points;
    for (const ParetoPoint& point : picture.points) points.push_back(point.at);
    const std::vector<bool> onFront = paretoFront(points);
    for (std::size_t k = 0; k < points.size(); ++k) {
        picture.points[k].onFront = onFront[k];
        if (onFront[k]) picture.front.push_back(points[k]);
    }
    std::ranges::sort(picture.front, [](const OperatingPoint& a, const OperatingPoint& b) {
        return a.cost < b.cost;
    });
    return picture;
}

}  // namespace splitee
