// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/verdict.h"

#include <algorithm>

#include "comparison/report/report_text.h"
#include "engine/fields.h"
#include "reproduction/played_figures.h"

namespace splitee {
namespace {

constexpr double kSure = 0.05;      // mean confidence above accuracy that is worth a word
constexpr double kWeakFinal = 0.7;  // accuracy of a final exit below which a stream is hard
constexpr double kAlike = 0.02;     // accuracies that are closer are alike

std::string percent(double share) { return fixedText(100 * share, 1) + " %"; }

struct Changes {
    double cost = 0;      // %
    double accuracy = 0;  // points
};

std::string changesText(const std::string& policy, const Changes& changes) {
    std::string text = policy + " costs " + fixedText(std::abs(changes.cost), 1) + " % " +
                       (changes.cost <= 0 ? "less" : "more") + " than the final exit and ";
    if (fixedText(std::abs(changes.accuracy), 2) == fixedText(0, 2)) return text + "is as accurate";
    return text + (changes.accuracy < 0 ? "loses " : "gains ") +
           fixedText(std::abs(changes.accuracy), 2) + " points";
}

std::string publishedText(const ReproductionStream& stream, const std::string& policy) {
    if (!stream.published) return {};
    const auto found =
        std::ranges::find(stream.published->policies, policy, &PublishedPolicy::policy);
    if (found == stream.published->policies.end() || !found->costChange || !found->accuracyChange)
        return {};
    return " (published: " + changeText(found->costChange, 1) + " % and " +
           changeText(found->accuracyChange, 2) + " points)";
}

// What is too much, in the units of the claim.
std::string missText(const Changes& changes, const ReproductionClaim& claim, bool cost,
                     bool accuracy) {
    std::string text;
    if (cost)
        text += "the saving is " + fixedText(claim.saving + changes.cost, 1) + " points short of " +
                shortNumber(claim.saving) + " %";
    if (accuracy)
        text += (text.empty() ? "" : ", and ") + std::string("the loss is ") +
                fixedText(-changes.accuracy - claim.loss, 2) + " points more than " +
                shortNumber(claim.loss);
    return text;
}

std::string lossReason(const LeavingView& view, double alpha) {
    if (!view.right || !view.finalRight || view.leaving == 0) return {};
    const std::string exit = "exit " + std::to_string(view.layer);
    std::string text = percent(view.leaving) + " of the samples leave at " + exit +
                       ", which is right on " + percent(*view.right) +
                       " of them; the final exit is right on " + percent(*view.finalRight) +
                       " of the same.";
    if (view.confidence > *view.right + kSure)
        text += " Its mean confidence on them is " + percent(view.confidence) +
                ", so it is surer than it is right, and a threshold of " + shortNumber(alpha) +
                " lets wrong answers leave.";
    if (view.accuracy && view.finalAccuracy)
        text += " On all samples " + exit + " is right on " + percent(*view.accuracy) +
                ", the final exit on " + percent(*view.finalAccuracy) + ".";
    return text;
}

std::string costReason(const LeavingView& view, double alpha, double offload) {
    return percent(1 - view.leaving) + " of the samples are below the threshold of " +
           shortNumber(alpha) + " at exit " + std::to_string(view.layer) +
           ", where it splits, and pay " + shortNumber(offload) + " lambda each to be sent on.";
}

// A claim that is met by a network whose depth adds nothing says little.
std::string caveatText(const LeavingView& view, const ReproductionStream& stream) {
    if (!view.accuracy || !view.finalAccuracy) return {};
    const bool weak = *view.finalAccuracy < kWeakFinal;
    const bool flat = *view.accuracy > *view.finalAccuracy - kAlike;
    if (!weak && !flat) return {};
    const bool published = stream.published && stream.published->accuracy;
    return "The final exit itself is right on " + percent(*view.finalAccuracy) +
           (published ? " (published: " + fixedText(*stream.published->accuracy, 1) + " %)" : "") +
           ", exit " + std::to_string(view.layer) + " on " + percent(*view.accuracy) +
           (flat ? ": depth adds little here, so little can be lost."
                 : ": the stream is hard for the whole network.");
}

std::string weakText(const LeavingView& view) {
    if (!view.finalAccuracy || *view.finalAccuracy >= kWeakFinal) return {};
    return " The final exit itself is right on " + percent(*view.finalAccuracy) +
           " only: the stream is hard for the whole network.";
}

StreamVerdict verdictOn(const PlayedReproduction& played, std::size_t s,
                        const ReproductionClaim& claim) {
    const Reproduction& all = played.description;
    const ReproductionStream& stream = all.streams[s];
    StreamVerdict verdict;
    verdict.stream = s;
    if (!played.streams[s].played()) {
        verdict.sentence = "not played: " + played.streams[s].missing;
        return verdict;
    }
    const std::size_t p = all.policyNamed(claim.policy);
    const PlayedPolicy& policy = played.streams[s].policies[p];
    if (!policy.unplayable.empty()) {
        verdict.sentence = "not played: " + policy.unplayable;
        return verdict;
    }
    const std::vector<RunSummary>& runs = policy.at(all.experiment.offload).runs;
    const auto cost = estimateOf(runs, PlayedFigure::CostChange);
    const auto accuracy = estimateOf(runs, PlayedFigure::AccuracyChange);
    if (!cost || !accuracy) {
        verdict.sentence = "not to be judged: the samples have no labels";
        return verdict;
    }
    const Changes changes{cost->mean, accuracy->mean};
    const bool cheap = claim.orEqual ? -changes.cost >= claim.saving : -changes.cost > claim.saving;
    const bool right =
        claim.orEqual ? -changes.accuracy <= claim.loss : -changes.accuracy < claim.loss;
    verdict.met = cheap && right;
    verdict.costChange = changes.cost;
    verdict.accuracyChange = changes.accuracy;
    const std::string changed = changesText(all.policies[p].name, changes);
    const std::string published = publishedText(stream, all.policies[p].name);
    const LeavingView view = learnedView(played, s, p);
    if (*verdict.met) {
        verdict.sentence = "met: " + changed + published;
        verdict.caveat = caveatText(view, stream);
        return verdict;
    }
    verdict.sentence =
        "not met: " + changed + published + "; " + missText(changes, claim, !cheap, !right);
    if (!right) verdict.reason = lossReason(view, stream.alpha);
    if (!cheap)
        verdict.reason += (verdict.reason.empty() ? "" : " ") +
                          costReason(view, stream.alpha, all.experiment.offload);
    verdict.reason += weakText(view);
    return verdict;
}

}  // namespace

std::vector<StreamVerdict> verdictsOn(const PlayedReproduction& played,
                                      const ReproductionClaim& claim) {
    std::vector<StreamVerdict> verdicts;
    for (std::size_t s = 0; s < played.streams.size(); ++s)
        if (played.description.streams[s].claim == claim.name)
            verdicts.push_back(verdictOn(played, s, claim));
    return verdicts;
}

std::string claimText(const ReproductionClaim& claim) {
    const std::string saving = shortNumber(claim.saving) + " % less cost";
    const std::string loss = shortNumber(claim.loss) + " points of accuracy lost";
    return claim.orEqual ? "at least " + saving + " and at most " + loss
                         : "more than " + saving + " and less than " + loss;
}

LeavingView learnedView(const PlayedReproduction& played, std::size_t stream, std::size_t policy) {
    const PlayedStream& one = played.streams[stream];
    const auto& runs = one.policies[policy].at(played.description.experiment.offload).runs;
    return leavingView(one.table(), std::max(1, learnedLayer(runs).layer),
                       played.description.streams[stream].alpha);
}

}  // namespace splitee
