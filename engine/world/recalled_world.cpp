// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/recalled_world.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace splitee {
namespace {

std::uint64_t bitOf(int layer) { return 1ULL << (layer - 1); }

// The exits that a policy may read after this stop.
std::uint64_t neededBits(const Query& query, const Stop& stop, int exits) {
    const std::uint64_t atStop = stop.layer == 0 ? 0 : bitOf(stop.layer);
    const bool alone = query.feedback == Feedback::AtSplit && query.choice.leave == Leave::AtSplit;
    return (alone || atStop == 0 ? atStop : atStop | (atStop - 1)) |
           (stop.exited ? 0 : bitOf(exits));
}

}  // namespace

// Whether the round that is about to be played is a recalled one: it is then page_[onPage_].
Result<bool> RecalledWorld::recalls() {
    if (onPage_ < page_.size()) return true;
    if (!recall_) return false;
    auto next = recall_(round_ + 1);
    if (!next) return tl::unexpected(next.error());
    page_ = std::move(*next);
    onPage_ = 0;
    if (page_.empty()) recall_ = {};
    return !page_.empty();
}

Result<Observation> RecalledWorld::recalled(const RecalledRound& round, const Query& query) {
    const std::string where = "round " + std::to_string(round_) + " as it was kept";
    if (round.row != query.row)
        return fail(where + " is of row " + std::to_string(round.row) +
                    ", but now the run asks for row " + std::to_string(query.row));
    const bool fits = query.choice.leave == Leave::AtSplit
                          ? round.stop.layer == query.choice.split
                          : round.stop.layer >= 0 && round.stop.layer <= query.choice.split;
    if (!fits || (round.stop.layer == exits() && !round.stop.exited))
        return fail(where + " stopped at layer " + std::to_string(round.stop.layer) +
                    ", but now the policy chooses layer " + std::to_string(query.choice.split));
    confidence_.assign(static_cast<std::size_t>(exits()), std::numeric_limits<double>::quiet_NaN());
    prediction_.assign(static_cast<std::size_t>(exits()), -1);
    std::uint64_t revealed = 0;
    for (const SeenExit& exit : round.seen) {
        if (exit.layer < 1 || exit.layer > exits() ||
            !(exit.confidence >= 0 && exit.confidence <= 1))
            return fail(where + " is damaged: it tells of exit " + std::to_string(exit.layer));
        confidence_[static_cast<std::size_t>(exit.layer - 1)] = double{exit.confidence};
        prediction_[static_cast<std::size_t>(exit.layer - 1)] = exit.prediction;
        revealed |= bitOf(exit.layer);
    }
    if ((neededBits(query, round.stop, exits()) & ~revealed) != 0)
        return fail(where + " does not tell of every exit that the policy reads now");
    return Observation(confidence_.data(), prediction_.data(), exits(), revealed, round.stop);
}

Result<Observation> RecalledWorld::observe(const Query& query) {
    const auto known = recalls();
    if (!known) return tl::unexpected(known.error());
    ++round_;
    if (*known) return recalled(page_[onPage_++], query);
    auto observed = live_.observe(query);
    if (!observed) return observed;
    SeenExits seen;
    for (int layer = 1; layer <= exits(); ++layer)
        if (observed->reveals(layer))
            seen.push_back({layer, static_cast<float>(observed->confidence(layer)),
                            static_cast<std::int16_t>(observed->prediction(layer))});
    if (computed_.empty()) computedFrom_ = round_;
    computed_.push_back(std::move(seen));
    return observed;
}

std::vector<SeenExits> RecalledWorld::takeComputed(std::int64_t first) {
    const auto dropped = std::clamp<std::int64_t>(first - computedFrom_, 0, std::ssize(computed_));
    computed_.erase(computed_.begin(), computed_.begin() + dropped);
    return std::exchange(computed_, {});
}

}  // namespace splitee
