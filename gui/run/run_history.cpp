// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/run_history.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/policies/policy_info.h"

namespace splitee {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, std::int64_t of) {
    return of > 0 ? part / static_cast<double>(of) : kUnknown;
}
double ratio(std::int64_t part, std::int64_t of) { return ratio(static_cast<double>(part), of); }

/// First and one past the last of the points that have a round in from..to, with a neighbour on
/// either side so that lines reach the edges.
std::pair<std::size_t, std::size_t> within(const std::vector<SeriesPoint>& points, double from,
                                           double to) {
    const auto begin = std::ranges::lower_bound(
        points, from, {}, [](const SeriesPoint& p) { return static_cast<double>(p.last()); });
    const auto end = std::ranges::upper_bound(
        points, to, {}, [](const SeriesPoint& p) { return static_cast<double>(p.first); });
    const auto first = static_cast<std::size_t>(begin - points.begin());
    const auto past = static_cast<std::size_t>(end - points.begin());
    return {first > 0 ? first - 1 : 0, std::min(past + 1, points.size())};
}

/// The points from..to, `group` of them joined into one at a time, where `group` leaves at most
/// `most`.
template <class Each>
void joined(const std::vector<SeriesPoint>& points, double from, double to, std::size_t most,
            Each&& each) {
    auto [first, past] = within(points, from, to);
    if (first >= past) return;
    const std::size_t group =
        std::max<std::size_t>(1, (past - first + most - 1) / std::max<std::size_t>(1, most));
    first -= first % group;  // the same groups while the view moves, so that nothing flickers
    for (std::size_t i = first; i < past; i += group) {
        SeriesPoint point = points[i];
        for (std::size_t k = i + 1; k < std::min(i + group, points.size()); ++k)
            point.join(points[k]);
        each(point);
    }
}

}  // namespace

RunHistory::RunHistory(std::string policy, QString label, int style, int exits, double finalCost)
    : RunSums(exits, kWindow),
      policy_(std::move(policy)),
      label_(std::move(label)),
      style_(style),
      exits_(exits),
      finalCost_(finalCost),
      even_(RoundSeries::Spacing::Even, exits),
      logarithmic_(RoundSeries::Spacing::Logarithmic, exits) {}

void RunHistory::takeUp(const RunSums& sums) {
    static_cast<RunSums&>(*this) = sums;
    even_ = RoundSeries(RoundSeries::Spacing::Even, exits_);
    logarithmic_ = RoundSeries(RoundSeries::Spacing::Logarithmic, exits_);
    kept_.clear();
    if (measure_) measure_->first = true;
    if (finalCostsBy_) finalCostsBy_->nextChange = 0;
}

void RunHistory::measureAgainst(const Experiment& experiment, std::uint64_t seed, World& world) {
    if (!world.allows(Feedback::UpToSplitAndFinal)) return;
    finalCostsBy_.reset();
    const PolicyInfo* info = findPolicy(policy_);
    measure_ = std::make_unique<Measure>(Measure{&world, seed, info == nullptr || info->splitsOnly,
                                                 RegretReferences(experiment, policy_, world),
                                                 experiment.costWeights()});
    // Regret is a sum from round 1: one that begins half-way would be another quantity.
    if (rounds_ > 0) return;
    knowsRealised_ = true;
    knowsPseudo_ = measure_->splitsOnly;
}

void RunHistory::followCosts(const Experiment& experiment, std::int64_t rounds,
                             std::vector<double> depth) {
    auto schedule = Schedule::of(experiment, rounds);
    if (schedule) finalCostsBy_ = FinalCosts{std::move(*schedule), std::move(depth), 0};
}

void RunHistory::stopMeasuring() {
    measure_.reset();
    layerCosts_.clear();
    knowsPseudo_ = knowsRealised_ = false;
}

void RunHistory::append(std::span<const RoundRecord> records) {
    for (const RoundRecord& record : records) addOne(record);
    if (records.empty()) return;
    last = records.back();
    if (kept_.size() + records.size() > 2 * kKept)
        kept_.erase(kept_.begin(), kept_.end() - static_cast<std::ptrdiff_t>(lastRounds().size()));
    const std::span<const RoundRecord> newest = records.last(std::min(records.size(), kKept));
    kept_.insert(kept_.end(), newest.begin(), newest.end());
}

// Adds up both regrets as RegretMeter does, and says whether the final exit was right.
std::int8_t RunHistory::measure(const RoundRecord& record) {
    Measure& by = *measure_;
    const RegretReference& now = by.references.at(record.round);
    const Conditions& conditions = by.references.conditions();
    if (const CostWeights& w = conditions.weights;
        by.first || w.lambda1 != by.weights.lambda1 || w.lambda2 != by.weights.lambda2) {
        by.first = false;
        by.weights = w;
        // The reference computes the whole network and evaluates one exit, whatever this policy
        // evaluates.
        finalCost_ = makeCostTable(w, by.world->depth(), ExitsEvaluated::AtSplit).gamma(exits_);
        followLayerCosts(w, by.world->depth());
    }
    by.world->show(conditions.sourceOf(by.seed, record.round));
    const auto shown =
        by.world->observe({record.row, {exits_, now.alpha}, Feedback::UpToSplitAndFinal});
    if (!shown) return -1;
    realised_ += rewardAt(now.best, shown->confidence(now.best), shown->confidence(exits_),
                          now.alpha, now.costs) -
                 record.reward;
    if (by.splitsOnly) pseudo_ += now.gap(record.split);
    if (record.correct < 0) return -1;
    return shown->prediction(exits_) == by.world->label(record.row) ? 1 : 0;
}

void RunHistory::remember(const Recent& now) {
    Recent& place = recent_[nextRecent_];
    if (rounds_ > kWindow) {  // this round is counted already
        recentCost_ -= place.cost;
        recentOffloaded_ -= place.offloaded ? 1 : 0;
        recentLabelled_ -= place.correct >= 0 ? 1 : 0;
        recentRight_ -= place.correct == 1 ? 1 : 0;
        recentFinal_ -= place.finalCorrect >= 0 ? 1 : 0;
        recentFinalRight_ -= place.finalCorrect == 1 ? 1 : 0;
    }
    place = now;
    recentCost_ += now.cost;
    recentOffloaded_ += now.offloaded ? 1 : 0;
    recentLabelled_ += now.correct >= 0 ? 1 : 0;
    recentRight_ += now.correct == 1 ? 1 : 0;
    recentFinal_ += now.finalCorrect >= 0 ? 1 : 0;
    recentFinalRight_ += now.finalCorrect == 1 ? 1 : 0;
    if (++nextRecent_ < recent_.size()) return;
    nextRecent_ = 0;
    recentCost_ =
        0;  // anew once a window, so that rounding errors do not add up over millions of rounds
    for (const Recent& round : recent_) recentCost_ += round.cost;
}

void RunHistory::addOne(const RoundRecord& record) {
    ++rounds_;
    compute_ += record.computeCost;
    offload_ += record.offloadCost;
    offloaded_ += record.exited ? 0 : 1;
    ++pulls_[static_cast<std::size_t>(record.split)];
    leftAt_[static_cast<std::size_t>(record.split)] += record.exited ? 1 : 0;
    if (record.correct >= 0) {
        ++labelled_;
        right_ += record.correct;
    }
    if (finalCostsBy_ && record.round >= finalCostsBy_->nextChange) {
        const CostWeights weights = finalCostsBy_->schedule.at(record.round).weights;
        finalCost_ =
            makeCostTable(weights, finalCostsBy_->depth, ExitsEvaluated::AtSplit).gamma(exits_);
        followLayerCosts(weights, finalCostsBy_->depth);
        finalCostsBy_->nextChange = finalCostsBy_->schedule.nextChange(record.round);
    }
    const std::int8_t finalCorrect = measure_ ? measure(record) : std::int8_t{-1};
    exitCosts_ += exitCostOf(record);
    rewards_.add(record.split, record.reward);
    if (finalCorrect >= 0) {
        ++measured_;
        finalRight_ += finalCorrect;
    }
    finalCosts_ += finalCost_;
    remember({record.cost(), static_cast<std::int8_t>(record.correct), finalCorrect, !record.exited,
              static_cast<std::uint8_t>(record.split)});
    follow(record);
}

void RunHistory::followLayerCosts(const CostWeights& weights, std::span<const double> depth) {
    CostWeights layersAlone = weights;
    layersAlone.lambda2 = 0;
    layerCosts_ = makeCostTable(layersAlone, depth, ExitsEvaluated::AtSplit).compute;
}

// What is left of computing: rounding may leave a trace of nothing.
double RunHistory::exitCostOf(const RoundRecord& record) const {
    if (record.split == 0) return 0;
    if (layerCosts_.empty()) return kUnknown;
    return std::max(0.0,
                    record.computeCost - layerCosts_[static_cast<std::size_t>(record.split - 1)]);
}

void RunHistory::follow(const RoundRecord& record) {
    const auto window = static_cast<double>(std::min<std::int64_t>(rounds_, kWindow));
    RoundFacts facts{record.split,       record.computeCost, exitCostOf(record),
                     record.offloadCost, finalCost_,         {}};
    const auto set = [&facts](Followed quantity, double value) {
        facts.followed[static_cast<std::size_t>(quantity)] = value;
    };
    set(Followed::Cost, recentCost_ / window);
    set(Followed::Accuracy,
        recentLabelled_ > 0 ? static_cast<double>(recentRight_) / recentLabelled_ : kUnknown);
    set(Followed::FinalAccuracy,
        recentFinal_ > 0 ? static_cast<double>(recentFinalRight_) / recentFinal_ : kUnknown);
    set(Followed::OffloadRate, recentOffloaded_ / window);
    set(Followed::PseudoRegret, knowsPseudo_ ? pseudo_ : kUnknown);
    set(Followed::RealisedRegret, knowsRealised_ ? realised_ : kUnknown);
    even_.add(rounds_, facts);
    logarithmic_.add(rounds_, facts);
}

bool RunHistory::knows(Followed quantity) const {
    switch (quantity) {
        case Followed::Cost:
        case Followed::OffloadRate:
            return true;
        case Followed::Accuracy:
            return labelled_ > 0;
        case Followed::FinalAccuracy:
            return measured_ > 0;
        case Followed::PseudoRegret:
            return knowsPseudo_;
        case Followed::RealisedRegret:
            return knowsRealised_;
    }
    return false;
}

std::vector<CurvePoint> RunHistory::curve(Followed quantity, double from, double to,
                                          std::size_t most, bool logarithmic) const {
    std::vector<CurvePoint> curve;
    if (!knows(quantity)) return curve;
    joined(series(logarithmic).points(), from, to, most, [&](const SeriesPoint& p) {
        const Span& of = p.of(quantity);
        if (!std::isnan(of.last))
            curve.push_back({static_cast<double>(p.last()), of.least, of.most, of.last, p.rounds});
    });
    return curve;
}

std::vector<CurvePoint> RunHistory::finalCostCurve(double from, double to, std::size_t most,
                                                   bool logarithmic) const {
    std::vector<CurvePoint> curve;
    joined(series(logarithmic).points(), from, to, most, [&](const SeriesPoint& p) {
        const double mean = p.finalCost / static_cast<double>(p.rounds);
        curve.push_back({static_cast<double>(p.last()), mean, mean, mean, p.rounds});
    });
    return curve;
}

double RunHistory::costMean() const { return ratio(compute_ + offload_, rounds_); }
double RunHistory::computeCostMean() const { return ratio(compute_, rounds_); }
double RunHistory::exitCostMean() const { return ratio(exitCosts_, rounds_); }
double RunHistory::offloadCostMean() const { return ratio(offload_, rounds_); }
double RunHistory::costChangePercent() const {
    return finalCosts_ > 0 ? 100 * ((compute_ + offload_) / finalCosts_ - 1) : kUnknown;
}
double RunHistory::accuracy() const { return ratio(right_, labelled_); }
// Of all rounds or of none: since a live run's distortion changed, the final exit may be unknown.
double RunHistory::accuracyChangePoints() const {
    return measured_ == labelled_ ? 100 * ratio(right_ - finalRight_, measured_) : kUnknown;
}
double RunHistory::offloadPercent() const { return 100 * ratio(offloaded_, rounds_); }
double RunHistory::recentOffloadPercent() const {
    return 100 * ratio(std::int64_t{recentOffloaded_}, std::min<std::int64_t>(rounds_, kWindow));
}
std::optional<double> RunHistory::pseudoRegret() const {
    return knowsPseudo_ ? std::optional(pseudo_) : std::nullopt;
}
std::optional<double> RunHistory::realisedRegret() const {
    return knowsRealised_ ? std::optional(realised_) : std::nullopt;
}

std::vector<double> RunHistory::recentShares() const {
    std::vector<double> shares(static_cast<std::size_t>(exits_));
    const auto known = static_cast<std::size_t>(std::min<std::int64_t>(rounds_, kWindow));
    for (std::size_t i = 0; i < known; ++i)
        if (recent_[i].split > 0)
            shares[static_cast<std::size_t>(recent_[i].split - 1)] +=
                1.0 / static_cast<double>(known);
    return shares;
}

std::size_t RunHistory::bytes() const {
    return sizeof(*this) - sizeof(RunSums) + RunSums::bytes() + even_.bytes() +
           logarithmic_.bytes() + kept_.capacity() * sizeof(RoundRecord);
}

}  // namespace splitee
