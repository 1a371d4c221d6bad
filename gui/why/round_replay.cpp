// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/why/round_replay.h"

#include <algorithm>

namespace splitee {
namespace {

constexpr std::int64_t kPiece = 8192;    // rounds between two looks at whether the answer is still
                                         // wanted: 30 ms of the slowest policy
constexpr std::int64_t kLivePiece = 64;  // some policies read each image again
constexpr std::int64_t kRecalledPage = 256;  // rounds read from the session at once

}  // namespace

std::vector<double> RoundAccount::said() const {
    std::vector<double> said;
    for (const ExitAnswer& answer : exitAnswers)
        if (answer.known()) said.push_back(answer.confidence);
    return said.size() == exitAnswers.size() ? said : std::vector<double>();
}

bool RoundReplay::isSameRun(const RoundQuestion& question) const {
    return player_ && played_.tables == question.tables && played_.live == question.live &&
           played_.kept.number == question.kept.number &&
           played_.kept.session == question.kept.session &&
           played_.experiment == question.experiment && played_.run.policy == question.run.policy &&
           played_.run.seed == question.run.seed;
}

// A player goes forward only, and a waypoint may be nearer.
bool RoundReplay::mayGoOn(const RoundQuestion& question) const {
    return isSameRun(question) && player_->round() < question.round &&
           (!question.waypoint || question.waypoint->run->round() <= player_->round());
}

// A live run's network is not asked again: its rounds reveal what they once did.
Result<void> RoundReplay::openWorld(const RoundQuestion& question) {
    if (question.tables) {
        world_ = std::make_unique<ReplayWorld>(question.tables->all());
        return {};
    }
    if (!isSameRun(question) || !samples_) {
        player_.reset();
        auto session = Session::openReadOnly(question.kept.session);
        if (!session) return tl::unexpected(session.error());
        session_ = std::move(*session);
        auto samples = SampleWorld::of(question.live, question.experiment, question.depth);
        if (!samples) return tl::unexpected(samples.error());
        samples_ = std::move(*samples);
    }
    const std::int64_t first = question.waypoint ? question.waypoint->run->round() + 1 : 1;
    world_ = std::make_unique<RecalledWorld>(
        *samples_,
        [this, number = question.kept.number](std::int64_t from) {
            return session_->rounds().recalled(number, from, kRecalledPage);
        },
        first);
    return {};
}

Result<void> RoundReplay::begin(const RoundQuestion& question) {
    if (auto opened = openWorld(question); !opened) return opened;
    player_.reset();
    auto player = question.waypoint ? question.waypoint->run->playOn(*world_)
                                    : RunPlayer::of(question.experiment, question.run, *world_);
    if (!player) return tl::unexpected(player.error());
    player_ = std::move(*player);
    if (player_->experiment().schedule != question.experiment.schedule)  // changed since
        if (auto changed = player_->changeSchedule(question.experiment.schedule); !changed)
            return changed;
    played_ = question;
    played_.waypoint.reset();
    chosen_.assign(world_->depth().size() + 1, 0);
    if (question.waypoint) chosen_ = question.waypoint->sums.pulls();
    return {};
}

// What the table of the samples' exits says, where it is known and holds what was shown.
bool RoundReplay::tellKnown(const RoundQuestion& question, RoundAccount& account) {
    if (!question.known) return false;
    const std::vector<const ExitTable*> all = question.known->all();
    const std::size_t source = account.conditions.sourceOf(question.run.seed, account.record.round);
    if (source >= all.size() || account.record.row >= all[source]->samples() ||
        all[source]->exits != account.exits())
        return false;
    const auto said = all[source]->confidencesOf(account.record.row);
    const auto answers = all[source]->predictionsOf(account.record.row);
    for (std::size_t i = 0; i < account.exitAnswers.size(); ++i)
        account.exitAnswers[i] = {said[i], answers[i]};
    return true;
}

// Of the exits that were asked, and in a replay of the others too.
Result<void> RoundReplay::tellExits(const RoundQuestion& question, RoundAccount& account) {
    account.exitAnswers.resize(account.depth.size());
    const auto take = [&](int layer, double confidence, int prediction) {
        if (layer >= 1 && layer <= account.exits())
            account.exitAnswers[static_cast<std::size_t>(layer - 1)] = {confidence, prediction};
    };
    if (question.tables) {  // the world shows the source of this round
        const auto all = world_->observe({account.record.row,
                                          {account.exits(), account.conditions.alpha},
                                          Feedback::UpToSplitAndFinal});
        if (!all) return tl::unexpected(all.error());
        for (int layer = 1; layer <= account.exits(); ++layer)
            take(layer, all->confidence(layer), all->prediction(layer));
        return {};
    }
    if (tellKnown(question, account)) return {};
    std::vector<KeptRun> runs = question.beside;
    runs.push_back(question.kept);
    for (const KeptRun& run : runs) {
        const auto rounds = session_->rounds().recalled(run.number, question.round, 1);
        if (!rounds) return tl::unexpected(rounds.error());
        if (rounds->empty() || rounds->front().row != account.record.row) continue;
        for (const SeenExit& exit : rounds->front().seen)
            take(exit.layer, exit.confidence, exit.prediction);
    }
    return {};
}

Result<void> RoundReplay::tellSample(const RoundQuestion& question, RoundAccount& account) {
    account.label = world_->label(account.record.row);
    account.classNames = question.classNames;
    if (!question.tables)
        if (const auto sample = samples_->sample(account.record.row)) {
            if (std::holds_alternative<Text>(sample->input))
                account.text = sample->text();
            else
                account.image = sample->image();
        }
    return tellExits(question, account);
}

Result<std::optional<RoundAccount>> RoundReplay::account(const RoundQuestion& question,
                                                         const std::function<bool()>& givenUp) {
    auto account = play(question, givenUp);
    if (!account) player_.reset();  // a player that failed cannot go on
    return account;
}

Result<std::optional<RoundAccount>> RoundReplay::play(const RoundQuestion& question,
                                                      const std::function<bool()>& givenUp) {
    if (!mayGoOn(question))
        if (auto begun = begin(question); !begun) return tl::unexpected(begun.error());
    if (question.round < 1 || question.round > player_->rounds())
        return fail("this run has no round " + std::to_string(question.round));
    const auto count = [this](std::int64_t rounds) -> Result<void> {
        records_.clear();
        auto played = player_->advance(rounds, records_);
        for (const RoundRecord& record : records_)
            ++chosen_[static_cast<std::size_t>(record.split)];
        return played;
    };
    while (player_->round() + 1 < question.round) {
        if (givenUp()) return std::nullopt;
        if (auto played = count(std::min(question.tables ? kPiece : kLivePiece,
                                         question.round - 1 - player_->round()));
            !played)
            return tl::unexpected(played.error());
    }
    RoundAccount account{question.experiment,
                         question.run,
                         {},
                         kUnknownLabel,
                         {},
                         {world_->depth().begin(), world_->depth().end()},
                         {},
                         player_->arms(),
                         chosen_,
                         {},
                         player_->costs(),
                         {},
                         {},
                         {}};
    const auto schedule = Schedule::of(question.experiment, player_->rounds());
    if (!schedule) return tl::unexpected(schedule.error());
    account.conditions = schedule->at(question.round);
    if (auto played = count(1); !played) return tl::unexpected(played.error());
    account.record = records_.back();
    account.seen.assign(player_->seen().begin(), player_->seen().end());
    if (auto told = tellSample(question, account); !told) return tl::unexpected(told.error());
    return account;
}

}  // namespace splitee
