// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/why/round_replay.h"

#include <algorithm>

#include "storage/session/run_again.h"

namespace splitee {
namespace {

constexpr std::int64_t kPiece = 8192;    // rounds between two looks at whether the answer is still
                                         // wanted: 30 ms of the slowest policy
constexpr std::int64_t kLivePiece = 64;  // each reads its image again for the label

}  // namespace

// A player goes forward only.
bool RoundReplay::mayGoOn(const RoundQuestion& question) const {
    return player_ && player_->round() < question.round && played_.tables == question.tables &&
           played_.live == question.live && played_.kept.number == question.kept.number &&
           played_.experiment == question.experiment && played_.run.policy == question.run.policy &&
           played_.run.seed == question.run.seed;
}

// A live run's network is not asked again: its rounds reveal what they once did.
Result<void> RoundReplay::openWorld(const RoundQuestion& question) {
    if (question.tables) {
        world_ = std::make_unique<ReplayWorld>(question.tables->all());
        return {};
    }
    auto session = Session::openReadOnly(question.kept.session);
    if (!session) return tl::unexpected(session.error());
    session_ = std::move(*session);
    auto samples = SampleWorld::of(question.live, question.experiment, question.depth);
    if (!samples) return tl::unexpected(samples.error());
    samples_ = std::move(*samples);
    world_ = std::make_unique<RecalledWorld>(*samples_, recallOf(*session_, question.kept.number));
    return {};
}

Result<void> RoundReplay::begin(const RoundQuestion& question) {
    player_.reset();
    world_.reset();
    if (auto opened = openWorld(question); !opened) return opened;
    auto player = RunPlayer::of(question.experiment, question.run, *world_);
    if (!player) return tl::unexpected(player.error());
    player_ = std::move(*player);
    played_ = question;
    chosen_.assign(world_->depth().size() + 1, 0);
    return {};
}

// From the table of what was shown in that round.
void RoundReplay::addOtherExits(const RoundQuestion& question, RoundAccount& account) {
    const auto& tables = question.tables ? question.tables : question.known;
    if (!tables) return;
    const std::vector<const ExitTable*> all = tables->all();
    const std::size_t source = account.conditions.sourceOf(question.run.seed, account.record.round);
    if (source >= all.size() || account.record.row >= all[source]->samples() ||
        all[source]->exits != account.exits())
        return;
    const auto said = all[source]->confidencesOf(account.record.row);
    const auto answers = all[source]->predictionsOf(account.record.row);
    account.said.assign(said.begin(), said.end());
    account.answers.assign(answers.begin(), answers.end());
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
                         {},
                         {},
                         player_->arms(),
                         chosen_,
                         {},
                         player_->costs()};
    const auto schedule = Schedule::of(question.experiment, player_->rounds());
    if (!schedule) return tl::unexpected(schedule.error());
    account.conditions = schedule->at(question.round);
    if (auto played = count(1); !played) return tl::unexpected(played.error());
    account.record = records_.back();
    account.seen.assign(player_->seen().begin(), player_->seen().end());
    account.label = world_->label(account.record.row);
    addOtherExits(question, account);
    if (!question.tables)
        if (const auto sample = samples_->sample(account.record.row);
            sample && std::holds_alternative<Text>(sample->input))
            account.text = sample->text();
    return account;
}

}  // namespace splitee
