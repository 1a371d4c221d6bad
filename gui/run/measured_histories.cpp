// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/measured_histories.h"

#include <algorithm>
#include <utility>

#include "storage/session/session.h"

namespace splitee {
namespace {

constexpr std::int64_t kRoundsAtOnce = 8192;

}  // namespace

MeasuredHistories::MeasuredHistories(std::vector<RunHistory> fresh,
                                     std::shared_ptr<const TableSource> tables,
                                     Experiment experiment)
    : tables_(std::move(tables)), experiment_(std::move(experiment)), histories_(std::move(fresh)) {
    for (std::size_t k = 0; k < histories_.size(); ++k)
        worlds_.push_back(std::make_unique<ReplayWorld>(tables_->all()));
    wanted_.resize(histories_.size());
    sums_.resize(histories_.size());
}

void MeasuredHistories::keepSumsAt(const std::vector<RunWaypoints>& waypoints) {
    for (std::size_t k = 0; k < std::min(waypoints.size(), wanted_.size()); ++k)
        wanted_[k] = waypoints[k].rounds();
}

// In pieces that end where sums are wanted.
void MeasuredHistories::append(std::size_t history, std::span<const RoundRecord> rounds) {
    RunHistory& to = histories_[history];
    const auto& wanted = wanted_[history];
    for (;;) {
        const auto next = std::ranges::lower_bound(wanted, to.rounds());
        if (next != wanted.end() && *next == to.rounds())
            sums_[history].insert_or_assign(to.rounds(), to.sums());
        if (rounds.empty()) return;
        const auto until = std::ranges::upper_bound(wanted, to.rounds());
        const std::size_t piece =
            until == wanted.end()
                ? rounds.size()
                : std::min(rounds.size(), static_cast<std::size_t>(*until - to.rounds()));
        to.append(rounds.first(piece));
        rounds = rounds.subspan(piece);
    }
}

Result<void> MeasuredHistories::playTo(std::int64_t round, const std::filesystem::path& session,
                                       const std::vector<std::int64_t>& runs,
                                       const std::stop_token& stop) {
    if (!std::exchange(measured_, true))
        for (std::size_t k = 0; k < histories_.size(); ++k)
            histories_[k].measureAgainst(experiment_, experiment_.seed, *worlds_[k]);
    auto store = Session::openReadOnly(session);
    if (!store) return tl::unexpected(store.error());
    for (std::size_t k = 0; k < histories_.size(); ++k) {
        RunHistory& history = histories_[k];
        while (history.rounds() < round) {
            if (stop.stop_requested()) return fail("cancelled");
            const auto rounds = store->rounds().read(
                runs[k], history.rounds() + 1, std::min(kRoundsAtOnce, round - history.rounds()));
            if (!rounds) return tl::unexpected(rounds.error());
            if (rounds->empty())
                return fail("regret is not known for the rounds played so far: session " +
                            session.string() + " does not hold round " +
                            std::to_string(history.rounds() + 1) + " of run " +
                            std::to_string(runs[k]));
            append(k, *rounds);
        }
    }
    return {};
}

bool MeasuredHistories::replace(std::vector<RunHistory>& shown,
                                std::vector<RunWaypoints>& waypoints) {
    keepSumsAt(waypoints);  // those left since, too
    const auto missing = [&](std::size_t k) { return shown[k].rounds() - histories_[k].rounds(); };
    for (std::size_t k = 0; k < shown.size(); ++k)
        if (missing(k) < 0 || missing(k) > std::ssize(shown[k].lastRounds())) return false;
    for (std::size_t k = 0; k < shown.size(); ++k) {
        append(k, shown[k].lastRounds().last(static_cast<std::size_t>(missing(k))));
        for (auto& [round, sums] : sums_[k]) waypoints[k].setSums(round, std::move(sums));
        sums_[k].clear();
        histories_[k].arms = std::move(shown[k].arms);
        histories_[k].seen = std::move(shown[k].seen);
        histories_[k].last = shown[k].last;
        shown[k] = std::move(histories_[k]);
    }
    return true;
}

}  // namespace splitee
