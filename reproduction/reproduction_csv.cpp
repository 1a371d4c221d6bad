// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/reproduction_csv.h"

#include "engine/fields.h"
#include "reproduction/played_figures.h"

namespace splitee {
namespace {

// What stands before the figure in a line.
std::string placeText(std::string_view from, const std::string& stream, const std::string& policy,
                      double offload, std::int64_t rounds) {
    return std::string(from) + "," + stream + "," + policy + "," + shortNumber(offload) + "," +
           std::to_string(rounds) + ",";
}

void writeFigure(std::ostream& out, const std::string& place, std::string_view figure,
                 const std::optional<Estimate>& e, std::size_t seeds, std::string_view unit) {
    if (!e) return;
    const auto interval = e->studentT();
    out << place << figure << "," << shortNumber(e->mean) << ","
        << (interval ? shortNumber(interval->low) : "") << ","
        << (interval ? shortNumber(interval->high) : "") << "," << seeds << "," << unit << "\n";
}

void writePolicy(std::ostream& out, const Reproduction& all, const ReproductionStream& stream,
                 const ReproductionPolicy& policy, const PlayedPolicy& played) {
    for (const double o : all.offloadsOf(stream)) {
        const std::vector<RunSummary>& runs = played.at(o).runs;
        const std::string place =
            placeText("ours", stream.name, policy.name, o, runs.front().rounds);
        for (const PlayedFigureInfo& info : playedFigures())
            writeFigure(out, place, info.key, estimateOf(runs, info.figure), runs.size(),
                        info.unit);
        const LearnedLayer learned = learnedLayer(runs);
        out << place << "layer," << learned.layer << ",,," << runs.size() << ",layer\n";
        out << place << "layer_share," << shortNumber(100 * learned.share) << ",,," << runs.size()
            << ",%\n";
    }
    if (played.regretRuns.empty()) return;
    writeFigure(
        out, placeText("ours", stream.name, policy.name, all.experiment.offload, all.regretRounds),
        "regret", estimateOf(played.regretRuns, PlayedFigure::Regret), played.regretRuns.size(),
        "reward");
}

void writePublished(std::ostream& out, const Reproduction& all, const ReproductionStream& stream) {
    const double o = all.experiment.offload;
    const PublishedStream& published = *stream.published;
    const auto write = [&](const std::string& policy, std::int64_t rounds, const char* figure,
                           const std::optional<double>& value, const char* unit) {
        if (value)
            out << placeText("published", stream.name, policy, o, rounds) << figure << ","
                << shortNumber(*value) << ",,,," << unit << "\n";
    };
    write("final exit", published.samples, "accuracy", published.accuracy, "%");
    write("final exit", published.samples, "cost", published.cost, "lambda a sample");
    for (const PublishedPolicy& policy : published.policies) {
        write(policy.policy, published.samples, "accuracy_change", policy.accuracyChange, "points");
        write(policy.policy, published.samples, "cost_change", policy.costChange, "%");
        write(policy.policy, all.regretRounds, "regret", policy.regret, "reward");
    }
}

// A line a figure of a segment, "NAME@2001" where it begins in round 2,001.
void writeWorld(std::ostream& out, const ReproductionWorld& world, const PlayedWorld& played) {
    const std::string seeds = std::to_string(world.experiment.seeds);
    for (const FollowingPolicy& policy : played.policies)
        for (std::size_t k = 0; k < policy.segments.size(); ++k) {
            const WorldSegment& segment = played.segments[k];
            const std::string place =
                placeText("ours", world.name + "@" + std::to_string(segment.first), policy.label,
                          world.experiment.offload, segment.rounds);
            out << place << "shortfall," << shortNumber(policy.segments[k].shortfall) << ",,,"
                << seeds << ",a round\n";
            if (policy.segments[k].recovery)
                out << place << "recovery," << *policy.segments[k].recovery << ",,," << seeds
                    << ",rounds\n";
        }
}

}  // namespace

void writeReproductionCsv(std::ostream& out, const PlayedReproduction& played) {
    const Reproduction& all = played.description;
    out << "from,stream,policy,offload,rounds,figure,mean,low,high,seeds,unit\n";
    for (std::size_t s = 0; s < all.streams.size(); ++s) {
        for (std::size_t p = 0; p < played.streams[s].policies.size(); ++p)
            if (played.streams[s].policies[p].unplayable.empty())
                writePolicy(out, all, all.streams[s], all.policies[p],
                            played.streams[s].policies[p]);
        if (all.streams[s].published) writePublished(out, all, all.streams[s]);
    }
    for (std::size_t w = 0; w < played.worlds.size(); ++w)
        writeWorld(out, all.worlds[w], played.worlds[w]);
}

}  // namespace splitee
