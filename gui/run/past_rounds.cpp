// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/past_rounds.h"

#include <algorithm>

namespace splitee {
namespace {

// Rounds between two looks at whether the answer is still wanted.
constexpr std::int64_t kPiece = 4096, kLivePiece = 16;

RunHistory emptyHistory(const PastQuestion& question, const PastQuestion::Run& run) {
    return {run.spec.policy, run.label, run.style, static_cast<int>(question.depth.size()),
            run.finalCost};
}

}  // namespace

std::optional<PastQuestion> pastQuestion(const RunController& controller, std::int64_t round) {
    const OpenedExperiment& opened = controller.opened();
    PastQuestion question{round,
                          controller.rounds(),
                          controller.played().experiment,
                          opened.tables,
                          controller.measuredBy(),
                          opened.live,
                          opened.depth,
                          {}};
    for (std::size_t k = 0; k < controller.histories().size(); ++k) {
        const RunHistory& history = controller.histories()[k];
        auto waypoint = controller.waypoints(k).before(round);
        if (!waypoint || round > history.rounds()) return std::nullopt;
        question.runs.push_back({{history.policy(), question.experiment.seed},
                                 history.label(),
                                 history.style(),
                                 history.finalCost(),
                                 controller.kept(k),
                                 std::move(waypoint)});
    }
    return question.runs.empty() ? std::nullopt : std::optional(std::move(question));
}

bool PastRounds::mayGoOn(const PastQuestion& question) const {
    return last_ && last_->tables == question.tables && last_->measuredBy == question.measuredBy &&
           last_->live == question.live && last_->experiment == question.experiment &&
           last_->rounds == question.rounds &&
           std::ranges::equal(last_->runs, question.runs, [](const auto& a, const auto& b) {
               return a.spec.policy == b.spec.policy && a.kept.number == b.kept.number &&
                      a.kept.session == b.kept.session;
           });
}

Result<void> PastRounds::begin(const PastQuestion& question) {
    last_.reset();
    histories_.clear();
    measured_.clear();
    samples_.reset();
    session_.reset();
    if (!question.tables) {
        auto session = Session::openReadOnly(question.runs.front().kept.session);
        if (!session) return tl::unexpected(session.error());
        session_ = std::move(*session);
        auto samples = SampleWorld::of(question.live, question.experiment, question.depth);
        if (!samples) return tl::unexpected(samples.error());
        samples_ = std::move(*samples);
    }
    for (const PastQuestion::Run& run : question.runs) {
        histories_.push_back(emptyHistory(question, run));
        if (question.measuredBy) {
            measured_.push_back(std::make_unique<ReplayWorld>(question.measuredBy->all()));
            histories_.back().measureAgainst(question.experiment, run.spec.seed, *measured_.back());
        } else {
            histories_.back().followCosts(question.experiment, question.rounds, question.depth);
        }
    }
    last_ = question;
    return {};
}

// A live run's network is not asked again: its rounds reveal what they once did.
std::unique_ptr<World> PastRounds::worldOf(const PastQuestion& question,
                                           const PastQuestion::Run& run) {
    if (question.tables) return std::make_unique<ReplayWorld>(question.tables->all());
    const std::int64_t first = run.waypoint->run->round() + 1;
    return std::make_unique<RecalledWorld>(
        *samples_,
        [this, number = run.kept.number,
         last = question.round](std::int64_t from) -> Result<std::vector<RecalledRound>> {
            if (from > last) return std::vector<RecalledRound>();
            return session_->rounds().recalled(number, from, last - from + 1);
        },
        first);
}

Result<bool> PastRounds::play(const PastQuestion& question, std::size_t k, PastRound& past,
                              const std::stop_token& stop) {
    const PastQuestion::Run& run = question.runs[k];
    const auto world = worldOf(question, run);
    const auto made = run.waypoint->run->playOn(*world);
    if (!made) return tl::unexpected(made.error());
    RunPlayer& player = **made;
    if (player.experiment().schedule != question.experiment.schedule)  // changed since
        if (auto changed = player.changeSchedule(question.experiment.schedule); !changed)
            return tl::unexpected(changed.error());
    RunHistory& history = histories_[k];
    history.takeUp(run.waypoint->sums);
    if (!question.measuredBy) history.stopMeasuring();  // the waypoint may be of a time when it was
    while (player.round() < question.round) {
        if (stop.stop_requested()) return false;
        records_.clear();
        const std::int64_t piece = question.tables ? kPiece : kLivePiece;
        if (auto played =
                player.advance(std::min(piece, question.round - player.round()), records_);
            !played)
            return tl::unexpected(played.error());
        history.append(records_);
    }
    RunHistory shown = emptyHistory(question, run);
    shown.takeUp(history.sums());
    shown.last = history.last;
    shown.arms = player.arms();
    shown.seen.assign(player.seen().begin(), player.seen().end());
    past.runs.push_back(std::move(shown));
    past.alpha = player.alpha();
    return true;
}

Result<std::optional<PastRound>> PastRounds::at(const PastQuestion& question,
                                                const std::stop_token& stop) {
    if (!mayGoOn(question))
        if (auto begun = begin(question); !begun) return tl::unexpected(begun.error());
    PastRound past{question.round, {}, 0, std::nullopt};
    for (std::size_t k = 0; k < question.runs.size(); ++k) {
        const auto played = play(question, k, past, stop);
        if (!played) return tl::unexpected(played.error());
        if (!*played) return std::nullopt;
    }
    if (samples_)  // which shows the source of that round now
        if (auto sample = samples_->sample(past.runs.front().last.row))
            past.sample = std::move(*sample);
    return past;
}

}  // namespace splitee
