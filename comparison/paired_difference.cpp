// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/paired_difference.h"

#include <algorithm>
#include <vector>

namespace splitee {

PairedDifference pairedDifference(const ComparedGroup& group, const ComparedGroup& baseline) {
    PairedDifference paired;
    std::vector<RunSummary> first, second;
    for (const ComparedRun& run : group.runs) {
        const auto other = std::ranges::find(baseline.runs, run.seed, &ComparedRun::seed);
        if (other == baseline.runs.end()) continue;
        paired.seedInCommon = true;
        if (run.summary.rounds == 0 || other->summary.rounds == 0) continue;
        first.push_back(run.summary);
        second.push_back(other->summary);
        paired.sameRounds = paired.sameRounds && run.summary.rounds == other->summary.rounds;
    }
    const RunProvenance &a = group.first.provenance, &b = baseline.first.provenance;
    paired.sameData = a.dataHash == b.dataHash && a.distortion == b.distortion &&
                      group.first.experiment.order == baseline.first.experiment.order;
    paired.common = static_cast<std::int64_t>(first.size());
    paired.difference = compare(first, second);
    return paired;
}

std::string sentence(const PairedDifference& paired, const std::string& group,
                     const std::string& baseline) {
    if (!paired.difference)
        return group + " and " + baseline +
               (paired.seedInCommon
                    ? " have no figures for a common seed yet, so there is no paired difference"
                    : " have no seed in common, so there is no paired difference");
    std::string text = sentence(*paired.difference, group, baseline);
    if (paired.common > 1) text += ", paired over " + std::to_string(paired.common) + " seeds";
    if (!paired.sameData)
        text += "; they played on different samples";
    else if (!paired.sameRounds)
        text += "; some pairs differ in length";
    return text;
}

}  // namespace splitee
