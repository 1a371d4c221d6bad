// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/family_tables.h"

#include <algorithm>
#include <numeric>

#include "engine/fields.h"
#include "plot/number_text.h"
#include "reproduction/played_figures.h"
#include "reproduction/verdict.h"

namespace splitee {
namespace {

constexpr const char* kNoFigure = "–";

std::string meanText(const std::vector<double>& values, std::size_t of, int decimals,
                     bool change = false) {
    if (values.empty() || values.size() < of) return kNoFigure;
    const double mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    return change ? changeText(std::optional(mean), decimals) : fixedText(mean, decimals);
}

}  // namespace

std::vector<std::size_t> playedMembers(const PlayedReproduction& played,
                                       const ReproductionFamily& family) {
    std::vector<std::size_t> members;
    for (std::size_t s = 0; s < played.streams.size(); ++s)
        if (played.description.streams[s].family == family.name && played.streams[s].played())
            members.push_back(s);
    return members;
}

const ReproductionClaim* claimOf(const PlayedReproduction& played,
                                 const ReproductionFamily& family) {
    const auto& streams = played.description.streams;
    const auto member = std::ranges::find(streams, family.name, &ReproductionStream::family);
    return member == streams.end() ? nullptr : played.description.claimOf(*member);
}

ReportTable familyChangesTable(const PlayedReproduction& played, const ReproductionFamily& family,
                               std::size_t policy) {
    ReportTable table{{"Kind"}, {}};
    for (const std::string& level : family.levels)
        table.columns.push_back(family.levelTitle + " " + level);
    for (std::size_t k = 0; k < family.kinds.size(); ++k) {
        std::vector<std::string> row{family.kinds[k]};
        for (std::size_t l = 0; l < family.levels.size(); ++l) {
            const auto* runs = mainRuns(played, played.description.memberOf(family, k, l), policy);
            const auto accuracy = meanOf(runs, PlayedFigure::AccuracyChange),
                       cost = meanOf(runs, PlayedFigure::CostChange);
            row.push_back(!cost ? kNoFigure
                                : changeText(accuracy, 2) + ", " + changeText(cost, 1) + " %");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable familyPoliciesTable(const PlayedReproduction& played,
                                const ReproductionFamily& family) {
    const Reproduction& all = played.description;
    ReportTable table{
        {"Policy", "Accuracy, %", "Change, points", "Cost, λ", "Change, %", "Offloaded, %",
         "Regret at " + withThousands(std::to_string(all.regretRounds), ","),
         "Worst change, points", "On"},
        {}};
    const std::vector<std::size_t> members = playedMembers(played, family);
    for (std::size_t p = 0; p < all.policies.size(); ++p) {
        const auto meansOf = [&](PlayedFigure figure) {
            std::vector<double> means;
            for (const std::size_t s : members)
                if (const auto mean = meanOf(mainRuns(played, s, p), figure))
                    means.push_back(*mean);
            return means;
        };
        std::vector<double> regrets;
        std::optional<double> worst;
        std::string where = kNoFigure;
        for (const std::size_t s : members) {
            if (const auto regret =
                    meanOf(&played.streams[s].policies[p].regretRuns, PlayedFigure::Regret))
                regrets.push_back(*regret);
            const auto change = meanOf(mainRuns(played, s, p), PlayedFigure::AccuracyChange);
            if (!change || (worst && *change >= *worst)) continue;
            worst = change;
            where = all.streams[s].name;
        }
        const std::size_t of = std::max<std::size_t>(members.size(), 1);
        table.rows.push_back({all.policies[p].name,
                              meanText(meansOf(PlayedFigure::Accuracy), of, 2),
                              meanText(meansOf(PlayedFigure::AccuracyChange), of, 2, true),
                              meanText(meansOf(PlayedFigure::Cost), of, 3),
                              meanText(meansOf(PlayedFigure::CostChange), of, 1, true),
                              meanText(meansOf(PlayedFigure::Offloaded), of, 1),
                              meanText(regrets, of, 1), changeText(worst, 2), where});
    }
    return table;
}

ReportTable familyMissesTable(const PlayedReproduction& played, const ReproductionFamily& family) {
    ReportTable table{{"Stream", "Cost, %", "Accuracy, points", "Splits at exit", "Leave there, %",
                       "Their confidence, %", "Exit right on them, %",
                       "Final exit right on them, %", "Final exit right on all, %"},
                      {}};
    const ReproductionClaim* claim = claimOf(played, family);
    if (claim == nullptr) return table;
    const auto share = [](const std::optional<double>& value) {
        return value ? fixedText(100 * *value, 1) : std::string(kNoFigure);
    };
    for (const StreamVerdict& verdict : verdictsOn(played, *claim)) {
        const std::size_t s = verdict.stream;
        if (played.description.streams[s].family != family.name || !verdict.met || *verdict.met)
            continue;
        const LeavingView view =
            learnedView(played, s, played.description.policyNamed(claim->policy));
        table.rows.push_back(
            {played.description.streams[s].name, changeText(std::optional(verdict.costChange), 1),
             changeText(std::optional(verdict.accuracyChange), 2), std::to_string(view.layer),
             share(view.leaving), view.leaving > 0 ? share(view.confidence) : kNoFigure,
             share(view.right), share(view.finalRight), share(view.finalAccuracy)});
    }
    return table;
}

}  // namespace splitee
