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
    for (std::size_t g = 0; g < compared.groups.size(); ++g) {
        std::vector<double> cost, accuracy;
        for (const ComparedRun& run : compared.groups[g].runs) {
            if (run.summary.accuracy) {
                cost.push_back(run.summary.costMean);
                accuracy.push_back(100 * *run.summary.accuracy);
                picture.points.push_back({g, run.id, {cost.back(), accuracy.back()}});
            }
            if (!run.finalExit) continue;
            Sum& sum = finals[finalKey(compared.groups[g].first)];
            sum.at.cost += run.finalExit->cost;
            sum.at.accuracy += 100 * run.finalExit->accuracy;
            ++sum.runs;
        }
        const auto meanCost = estimate(cost), meanAccuracy = estimate(accuracy);
        if (meanCost && meanAccuracy)
            picture.means.push_back({g,
                                     {meanCost->mean, meanAccuracy->mean},
                                     meanCost->halfWidth,
                                     meanAccuracy->halfWidth,
                                     false});
    }
    for (const auto& [key, sum] : finals)
        picture.finalExits.push_back({sum.at.cost / sum.runs, sum.at.accuracy / sum.runs});
    std::vector<OperatingPoint> means;
    for (const ParetoMean& mean : picture.means) means.push_back(mean.at);
    const std::vector<bool> onFront = paretoFront(means);
    for (std::size_t k = 0; k < means.size(); ++k) {
        picture.means[k].onFront = onFront[k];
        if (onFront[k]) picture.front.push_back(means[k]);
    }
    std::ranges::sort(picture.front, {}, &OperatingPoint::cost);
    return picture;
}

}  // namespace splitee
