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
            history.append(*rounds);
        }
    }
    return {};
}

bool MeasuredHistories::replace(std::vector<RunHistory>& shown) {
    const auto missing = [&](std::size_t k) { return shown[k].rounds() - histories_[k].rounds(); };
    for (std::size_t k = 0; k < shown.size(); ++k)
        if (missing(k) < 0 || missing(k) > std::ssize(shown[k].lastRounds())) return false;
    for (std::size_t k = 0; k < shown.size(); ++k) {
        histories_[k].append(shown[k].lastRounds().last(static_cast<std::size_t>(missing(k))));
        histories_[k].arms = std::move(shown[k].arms);
        histories_[k].seen = std::move(shown[k].seen);
        histories_[k].last = shown[k].last;
        shown[k] = std::move(histories_[k]);
    }
    return true;
}

}  // namespace splitee
