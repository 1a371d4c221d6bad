// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/reproduction_tables.h"

#include <algorithm>

#include "engine/fields.h"
#include "plot/number_text.h"
#include "reproduction/played_figures.h"
#include "reproduction/verdict.h"

namespace splitee {
namespace {

constexpr const char* kDash = "–";

std::string samplesText(std::int64_t samples) {
    return withThousands(std::to_string(samples), ",");
}

std::string shareText(const std::optional<double>& share, int decimals = 1) {
    return share ? fixedText(100 * *share, decimals) : kDash;
}

// The final exit of a stream as the world computes it: the same for all policies and orders.
struct FinalExit {
    std::optional<double> accuracy;  // %
    double cost = 0;                 // lambda a sample
};

FinalExit finalExitOf(const PlayedReproduction& played, std::size_t s) {
    const ExitTable& table = played.streams[s].table();
    const std::vector<double> accuracy = accuracyPerExit(table);
    const CostTable costs = makeCostTable(played.description.experiment.costWeights(), table.depth,
                                          ExitsEvaluated::AtSplit);
    return {accuracy.empty() ? std::nullopt : std::optional(100 * accuracy.back()),
            costs.gamma(table.exits)};
}

const PublishedPolicy* publishedOf(const ReproductionStream& stream, const std::string& policy) {
    if (!stream.published) return nullptr;
    const auto found =
        std::ranges::find(stream.published->policies, policy, &PublishedPolicy::policy);
    return found == stream.published->policies.end() ? nullptr : &*found;
}

std::string pairText(const std::string& accuracy, const std::string& cost) {
    if (accuracy == kDash && cost == kDash) return kDash;
    return accuracy + ", " + cost + " %";
}

}  // namespace

std::vector<std::size_t> headlinePolicies(const Reproduction& description) {
    std::vector<std::size_t> policies;
    for (std::size_t p = 0; p < description.policies.size(); ++p) {
        const std::string& name = description.policies[p].name;
        const bool claimed =
            std::ranges::find(description.claims, name, &ReproductionClaim::policy) !=
            description.claims.end();
        const bool published = std::ranges::any_of(
            description.streams,
            [&](const ReproductionStream& s) { return publishedOf(s, name) != nullptr; });
        if (claimed || published) policies.push_back(p);
    }
    if (policies.empty()) policies.push_back(0);
    return policies;
}

ReportTable changesTable(const PlayedReproduction& played) {
    const Reproduction& all = played.description;
    const std::vector<std::size_t> headline = headlinePolicies(all);
    ReportTable table{{"Stream", "α", "Samples", "Final exit, %", "Its cost, λ"}, {}};
    for (const std::size_t p : headline)
        table.columns.push_back(all.policies[p].name + ": points, cost");
    for (std::size_t s = 0; s < all.streams.size(); ++s) {
        if (!all.streams[s].family.empty()) continue;
        const ReproductionStream& stream = all.streams[s];
        std::vector<std::string> row{stream.name, shortNumber(stream.alpha)};
        if (played.streams[s].played()) {
            const FinalExit final = finalExitOf(played, s);
            row.push_back(samplesText(played.streams[s].table().samples()));
            row.push_back(final.accuracy ? fixedText(*final.accuracy, 2) : kDash);
            row.push_back(fixedText(final.cost, 2));
        } else {
            row.insert(row.end(), {"not played", kDash, kDash});
        }
        for (const std::size_t p : headline) {
            const auto* runs = mainRuns(played, s, p);
            row.push_back(
                runs == nullptr
                    ? kDash
                    : pairText(changeText(estimateOf(*runs, PlayedFigure::AccuracyChange), 2),
                               changeText(estimateOf(*runs, PlayedFigure::CostChange), 1)));
        }
        table.rows.push_back(std::move(row));
        if (!stream.published) continue;
        const PublishedStream& published = *stream.published;
        std::vector<std::string> below{
            stream.name + ", published", shortNumber(stream.alpha),
            published.samples > 0 ? samplesText(published.samples) : kDash,
            published.accuracy ? fixedText(*published.accuracy, 2) : kDash,
            published.cost ? fixedText(*published.cost, 2) : kDash};
        for (const std::size_t p : headline) {
            const PublishedPolicy* one = publishedOf(stream, all.policies[p].name);
            below.push_back(one == nullptr ? kDash
                                           : pairText(changeText(one->accuracyChange, 2),
                                                      changeText(one->costChange, 1)));
        }
        table.rows.push_back(std::move(below));
    }
    return table;
}

ReportTable regretTable(const PlayedReproduction& played) {
    const Reproduction& all = played.description;
    std::vector<std::size_t> policies;
    for (std::size_t p = 0; p < all.policies.size(); ++p)
        if (std::ranges::any_of(played.streams, [&](const PlayedStream& stream) {
                return stream.played() && !stream.policies[p].regretRuns.empty();
            }))
            policies.push_back(p);
    ReportTable table{{"Stream"}, {}};
    for (const std::size_t p : policies) table.columns.push_back(all.policies[p].name);
    for (std::size_t s = 0; s < all.streams.size(); ++s) {
        if (!all.streams[s].family.empty()) continue;
        const ReproductionStream& stream = all.streams[s];
        std::vector<std::string> row{stream.name}, below{stream.name + ", published"};
        bool published = false;
        for (const std::size_t p : policies) {
            const bool wasPlayed = played.streams[s].played();
            row.push_back(wasPlayed
                              ? spreadText(estimateOf(played.streams[s].policies[p].regretRuns,
                                                      PlayedFigure::Regret),
                                           1)
                              : kDash);
            const PublishedPolicy* one = publishedOf(stream, all.policies[p].name);
            const bool known = one != nullptr && one->regret;
            below.push_back(known ? fixedText(*one->regret, 0) : kDash);
            published = published || known;
        }
        if (played.streams[s].played()) table.rows.push_back(std::move(row));
        if (published) table.rows.push_back(std::move(below));
    }
    return table;
}

ReportTable layersTable(const PlayedReproduction& played, std::size_t policy) {
    const Reproduction& all = played.description;
    ReportTable table{{"Stream"}, {}};
    for (const double o : all.offloads) table.columns.push_back("o " + shortNumber(o));
    for (std::size_t s = 0; s < all.streams.size(); ++s) {
        if (!all.streams[s].family.empty()) continue;
        if (mainRuns(played, s, policy) == nullptr) continue;
        std::vector<std::string> row{all.streams[s].name};
        for (std::size_t o = 0; o < all.offloads.size(); ++o) {
            const LearnedLayer learned =
                learnedLayer(played.streams[s].policies[policy].at(all.offloads[o]).runs);
            row.push_back(std::to_string(learned.layer) + " (" + shareText(learned.share, 0) +
                          " %)");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable leavingTable(const PlayedReproduction& played, std::size_t policy) {
    const Reproduction& all = played.description;
    ReportTable table{{"Stream", "Splits at exit", "Leave there, %", "Exit right on them, %",
                       "Final exit right on them, %", "Mean confidence on them, %",
                       "Exit right on all, %", "Final exit right on all, %"},
                      {}};
    for (std::size_t s = 0; s < all.streams.size(); ++s) {
        if (!all.streams[s].family.empty()) continue;
        if (mainRuns(played, s, policy) == nullptr) continue;
        const LeavingView view = learnedView(played, s, policy);
        table.rows.push_back({all.streams[s].name, std::to_string(view.layer),
                              shareText(view.leaving), shareText(view.right),
                              shareText(view.finalRight),
                              view.leaving > 0 ? shareText(view.confidence) : kDash,
                              shareText(view.accuracy), shareText(view.finalAccuracy)});
    }
    return table;
}

ReportTable policiesTable(const PlayedReproduction& played, std::size_t stream) {
    const Reproduction& all = played.description;
    ReportTable table{
        {"Policy", "Accuracy, %", "Change, points", "Cost, λ", "Change, %", "Offloaded, %",
         "Regret at " + samplesText(all.regretRounds), "Layer (share)"},
        {}};
    for (std::size_t p = 0; p < all.policies.size(); ++p) {
        const auto* runs = mainRuns(played, stream, p);
        if (runs == nullptr) {
            table.rows.push_back({all.policies[p].name, "not played"});
            table.rows.back().resize(table.columns.size(), kDash);
            continue;
        }
        const LearnedLayer learned = learnedLayer(*runs);
        table.rows.push_back(
            {all.policies[p].name, spreadText(estimateOf(*runs, PlayedFigure::Accuracy), 2),
             changeText(estimateOf(*runs, PlayedFigure::AccuracyChange), 2),
             spreadText(estimateOf(*runs, PlayedFigure::Cost), 3),
             changeText(estimateOf(*runs, PlayedFigure::CostChange), 1),
             spreadText(estimateOf(*runs, PlayedFigure::Offloaded), 1),
             spreadText(
                 estimateOf(played.streams[stream].policies[p].regretRuns, PlayedFigure::Regret),
                 1),
             std::to_string(learned.layer) + " (" + shareText(learned.share, 0) + " %)"});
    }
    return table;
}

ReportTable exitsTable(const PlayedReproduction& played, std::size_t stream) {
    const ExitTable& exits = played.streams[stream].table();
    ReportTable table{{"Exit"}, {{"Accuracy, %"}, {"Mean confidence, %"}}};
    const std::vector<double> accuracy = accuracyPerExit(exits);
    std::vector<double> confidence(static_cast<std::size_t>(exits.exits), 0.0);
    for (std::size_t k = 0; k < exits.confidence.size(); ++k)
        confidence[k % confidence.size()] += exits.confidence[k];
    for (std::size_t i = 0; i < confidence.size(); ++i) {
        table.columns.push_back(std::to_string(i + 1));
        table.rows[0].push_back(accuracy.empty() ? kDash : fixedText(100 * accuracy[i], 1));
        table.rows[1].push_back(
            fixedText(100 * confidence[i] / static_cast<double>(exits.samples()), 1));
    }
    return table;
}

}  // namespace splitee
