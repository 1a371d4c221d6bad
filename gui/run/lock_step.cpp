// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/lock_step.h"

#include <algorithm>
#include <cmath>

#include "engine/exception_barrier.h"
#include "engine/run/policy_entry.h"
#include "engine/run/schedule.h"
#include "engine/run/summary.h"
#include "gui/run/even_play.h"
#include "gui/run/pace.h"
#include "sources/kept_source.h"
#include "storage/session/run_figures.h"
#include "storage/session/run_writer.h"

namespace splitee {
namespace {

using WallClock = std::chrono::steady_clock;

constexpr std::int64_t kMostForFigures = 2'000'000;  // stopped after more: kept without figures
constexpr std::int64_t kReadAtOnce =
    8192;  // some 10 ms: so soon it is heard that the window closes
constexpr std::int64_t kRecalledAtOnce = 4'096;
constexpr std::int64_t kFirstDistance = 64;  // of waypoints, in rounds: soon played again

double secondsSince(WallClock::time_point start) {
    return std::chrono::duration<double>(WallClock::now() - start).count();
}

}  // namespace

LockStep::LockStep(ExperimentFile file, std::filesystem::path session, RunOrders& orders,
                   LiveFeed& feed, std::vector<std::int64_t> goOn, OpenedFiles opened)
    : file_(std::move(file)),
      sessionFile_(std::move(session)),
      orders_(orders),
      feed_(feed),
      goOn_(std::move(goOn)),
      openedFiles_(std::move(opened)),
      waypoints_(kFirstDistance) {
    file_.experiment.seeds = 1;  // the window plays one stream; bands over seeds are the replay's
}
LockStep::~LockStep() = default;

Result<OpenedExperiment> LockStep::open(const std::stop_token& stop) {
    if (file_.table.empty() && file_.model.empty())
        return fail("there is nothing to play on: choose an exit table or a network");
    auto source = openSource();
    if (!source) return tl::unexpected(source.error());
    source_ = std::move(*source);
    if (stop.stop_requested()) return fail("stopped while it was opened");
    if (source_.tables)
        if (auto applied = source_.tables->applyTemperature(file_.experiment); !applied)
            return tl::unexpected(applied.error());
    auto world = worldOn(source_, &network_);
    if (!world) return tl::unexpected(world.error());
    if (auto valid = validate(file_.experiment, **world); !valid)
        return tl::unexpected(valid.error());
    worlds_.push_back(std::move(*world));
    if (auto made = makeRunners(); !made) return tl::unexpected(made.error());
    if (!goOn_.empty())
        if (auto taken = takeUpRuns(); !taken) return tl::unexpected(taken.error());
    OpenedExperiment opened;
    opened.kept = kept_;
    opened.sinceThen = sinceThen_;
    for (const Runner& runner : runners_) opened.policies.push_back(runner.spec.policy);
    opened.depth.assign(worlds_.front()->depth().begin(), worlds_.front()->depth().end());
    opened.rounds = rounds();
    opened.tables = source_.tables;
    opened.dataHash = source_.provenance.dataHash;
    if (source_.live) {
        opened.classNames = source_.live->dataset->classNames();
        opened.live = source_.live;
        opened.stages = source_.live->model->info().stages;
        opened.sources = source_.scheduled;
        opened.sources.insert(opened.sources.begin(), source_.live->dataset);
    }
    return opened;
}

// Runs that go on play what they played, from the session where the file is gone or another.
Result<RunSource> LockStep::openSource() {
    if (goOn_.empty()) return openRunSource(file_, 1, std::move(openedFiles_));
    auto session = Session::open(sessionFile_);
    if (!session) return tl::unexpected(session.error());
    session_ = std::move(*session);
    const auto run = session_->runs().find(goOn_.front());
    if (!run) return tl::unexpected(run.error());
    return reopenSource(*session_, *run);
}

Result<void> LockStep::makeRunners() {
    const auto specs = runsOf(file_.experiment);
    if (!specs) return tl::unexpected(specs.error());
    for (const RunSpec& spec : *specs) {
        if (network_ == nullptr && !runners_.empty()) {
            auto own = worldOn(source_);
            if (!own) return tl::unexpected(own.error());
            worlds_.push_back(std::move(*own));
        }
        World* world = worlds_.back().get();
        RecalledWorld::Recall recall;
        if (!goOn_.empty())
            recall = [this, at = runners_.size()](std::int64_t first) {
                return session_->rounds().recalled(runners_[at].id, first, kRecalledAtOnce);
            };
        auto seen = network_ == nullptr
                        ? nullptr
                        : std::make_unique<RecalledWorld>(*world, std::move(recall));
        auto player = RunPlayer::of(file_.experiment, spec, seen ? *seen : *world);
        if (!player) return tl::unexpected(player.error());
        runners_.push_back({spec, world, std::move(seen), std::move(*player), 0, nullptr, nullptr});
    }
    return {};
}

Result<void> LockStep::beginRuns() {
    auto session = Session::open(sessionFile_);
    if (!session) return tl::unexpected(session.error());
    session_ = std::move(*session);
    if (source_.tables)
        for (const ExitTable& table : source_.tables->recorded)
            if (auto kept = session_->tables().keep(table); !kept)
                return tl::unexpected(kept.error());
    for (Runner& runner : runners_) {
        const auto id =
            session_->runs().begin(runner.player->experiment(), runner.spec, source_.provenance);
        if (!id) return tl::unexpected(id.error());
        runner.id = *id;
        runner.writer = std::make_unique<RunWriter>(*session_, *id, runner.seen.get());
    }
    return {};
}

// All of them have the same rounds: a transaction is never of one policy alone.
Result<void> LockStep::takeUpRuns() {
    for (const std::int64_t id : goOn_) {
        auto run = session_->runs().find(id);
        if (!run) return tl::unexpected(run.error());
        const std::string entry = wholeEntry(run->experiment, run->spec.policy);
        const auto runner = std::ranges::find_if(runners_, [&](const Runner& one) {
            return one.id == 0 && wholeEntry(one.player->experiment(), one.spec.policy) == entry;
        });
        if (runner == runners_.end())
            return fail("run " + std::to_string(id) +
                        " cannot go on: the experiment does not play " + run->spec.policy);
        if (run->provenance.dataHash != source_.provenance.dataHash ||
            run->provenance.modelHash != source_.provenance.modelHash)
            return fail("run " + std::to_string(id) +
                        " cannot go on: " + likelyCause(run->provenance, source_.provenance));
        if (run->status == RunStatus::Finished || run->status == RunStatus::Running)
            return fail("run " + std::to_string(id) + " cannot go on: it is " +
                        std::string(toText(run->status)));
        if (kept_ > 0 && run->rounds != kept_)
            return fail("run " + std::to_string(id) + " cannot go on beside the others: it has " +
                        std::to_string(run->rounds) + " rounds");
        kept_ = run->rounds;
        sinceThen_ = likelyCause(
            run->provenance,
            source_
                .provenance);  // kept live rounds are not computed again: nothing else would tell
        runner->id = id;
        auto writer =
            std::make_unique<RunContinuation>(*session_, std::move(*run), runner->seen.get());
        runner->goesOn = writer.get();
        runner->writer = std::move(writer);
    }
    for (const Runner& runner : runners_)
        if (runner.id == 0)
            return fail(runner.spec.policy + " cannot go on: session " + sessionFile_.string() +
                        " has no run of it that was cut short with the others");
    return {};
}

Result<RunStatus> LockStep::play(const std::stop_token& stop,
                                 const std::function<void(const Error&)>& refused) {
    const auto start = WallClock::now();
    // An exception ends the runs as any error does: the session says that they failed.
    auto status = guarded([&] { return playRounds(stop, refused); });
    if (!session_) return status;
    if (auto kept = finishRuns(status, secondsSince(start)); !kept && status)
        return tl::unexpected(kept.error());
    return status;
}

Result<RunStatus> LockStep::playRounds(const std::stop_token& stop,
                                       const std::function<void(const Error&)>& refused) {
    Pace pace;
    WallClock::time_point due = WallClock::now();
    while (round() < rounds()) {
        const auto orders = orders_.next(round(), stop);
        if (!orders) return RunStatus::Stopped;
        if (!session_)
            if (auto begun = beginRuns(); !begun) return tl::unexpected(begun.error());
        FeedUpdate update;
        carryOut(*orders, update, refused);
        if (broken_) return tl::unexpected(*broken_);
        const auto begun = WallClock::now();
        const bool again =
            round() < kept_;  // rounds that were seen before pass as fast as they can
        const double speed = again ? kFlatOut : orders->roundsPerSecond;
        const std::int64_t count = std::min(
            {pace.rounds(speed), orders->until - round(), (again ? kept_ : rounds()) - round()});
        auto played = advance(count, update, stop);
        pace.took(secondsSince(begun));
        feed_.append(std::move(update), stop);
        if (!played) return tl::unexpected(played.error());
        if (std::isinf(speed)) continue;
        // Time lost to waiting for orders is not made up for.
        due = std::max(due, begun) +
              std::chrono::duration_cast<WallClock::duration>(
                  std::chrono::duration<double>(static_cast<double>(count) / speed));
        orders_.rest(std::chrono::duration<double>(due - WallClock::now()).count(), stop);
        due = std::min(due, WallClock::now());
    }
    return RunStatus::Finished;
}

// A live round takes milliseconds: a stop is heard after each of them. Runs are resumed side by
// side, so none keeps a round that the others lack.
Result<void> LockStep::playPiece(std::int64_t count, FeedUpdate& update,
                                 const std::stop_token& stop) {
    std::vector<AdvanceRun> runs;
    std::vector<std::vector<RoundRecord>*> records;
    for (std::size_t k = 0; k < runners_.size(); ++k) {
        runs.emplace_back([this, k, &update](std::int64_t rounds, std::vector<RoundRecord>& into) {
            auto one = runners_[k].player->advance(rounds, into);
            if (one && network_ != nullptr && k == 0) {
                update.sample = SampleView{network_->image(), network_->text(),
                                           network_->textRead(), network_->took()};
                update.pieces += update.sample->read.pieces;
            }
            return one;
        });
        records.push_back(&update.policies[k].records);
    }
    Result<void> played;
    for (const std::int64_t until = round() + count; played && round() < until;) {
        const std::int64_t part = std::min(until, waypoints_.next(round())) - round();
        played = playEvenly(runs, records, part, network_ == nullptr ? part : 1, stop);
        if (stop.stop_requested()) break;
        if (played) leaveWaypoints(update);
    }
    return played;
}

Result<void> LockStep::advance(std::int64_t count, FeedUpdate& update,
                               const std::stop_token& stop) {
    update.policies.resize(runners_.size());
    if (round() == 0) leaveWaypoints(update);
    const Result<void> played = playPiece(count, update, stop);
    // Rounds before a failure are kept too. One transaction for all policies: a session never holds
    // a round of one alone.
    auto kept = session_->inTransaction([&]() -> Result<void> {
        for (std::size_t k = 0; k < runners_.size(); ++k)
            if (auto written = runners_[k].writer->consume(update.policies[k].records); !written)
                return written;
        return {};
    });
    for (std::size_t k = 0; k < runners_.size(); ++k) {
        const RunPlayer& player = *runners_[k].player;
        if (!kept) {  // nobody sees a round that no session holds
            update.policies[k].records.clear();
            update.policies[k].waypoints.clear();
        }
        update.policies[k].run = runners_[k].id;
        update.policies[k].arms = player.arms();
        update.policies[k].seen.assign(player.seen().begin(), player.seen().end());
        update.policies[k].alpha = player.alpha();
    }
    return played ? kept : played;
}

void LockStep::carryOut(const RunOrders::Orders& orders, FeedUpdate& update,
                        const std::function<void(const Error&)>& refused) {
    if (round() < kept_ && (!orders.changes.empty() || orders.distortion))
        return refused({"settings can change again from round " + std::to_string(kept_ + 1) +
                        " on: the rounds before are kept as they were played"});
    for (const auto& [key, value] : orders.changes)
        if (auto changed = change(key, value, update); !changed) refused(changed.error());
    if (!orders.distortion) return;
    if (auto changed = distort(*orders.distortion, update); !changed) refused(changed.error());
}

Result<void> LockStep::change(const std::string& key, double value, FeedUpdate& update) {
    const std::int64_t from = round() + 1;
    const Experiment& experiment = runners_.front().player->experiment();
    const auto before = Schedule::of(experiment, rounds());
    if (!before) return tl::unexpected(before.error());
    const double old = before->at(from).setting(key);
    if (old == value) return {};
    const std::string schedule =
        withChange(experiment.schedule, key + "=" + shortNumber(value), from);
    if (auto replaced = replaceSchedule(schedule); !replaced) return replaced;
    update.changes.push_back({from, key, old, value, "", schedule, nullptr});
    return {};
}

// A distortion that no schedule named before is one more source of the world.
Result<void> LockStep::distort(const std::string& distortion, FeedUpdate& update) {
    if (network_ == nullptr)
        return fail(
            "what is done to the samples cannot change while a table is replayed: it holds what "
            "was recorded");
    const std::int64_t from = round() + 1;
    const Experiment& experiment = runners_.front().player->experiment();
    const auto before = Schedule::of(experiment, rounds());
    if (!before) return tl::unexpected(before.error());
    const auto nameOf = [&](std::size_t source) {
        return source == 0 ? source_.provenance.distortion : before->sources()[source];
    };
    if (nameOf(before->at(from).source) == distortion) return {};
    Experiment next = experiment;
    next.schedule = withChange(experiment.schedule, distortion, from);
    const auto after = Schedule::of(next, rounds());
    if (!after) return tl::unexpected(after.error());
    if (auto follows = after->mayFollow(*before, round()); !follows)
        return follows;  // or the world would hold a source too many
    std::shared_ptr<const Dataset> samples;
    if (after->sources().size() > network_->sources()) {
        auto images = imagesUnder(*source_.live, distortion, file_.experiment.seed);
        if (!images) return tl::unexpected(images.error());
        samples = std::move(*images);
        if (auto added = network_->addSource(samples); !added) return added;
    }
    if (auto replaced = replaceSchedule(next.schedule); !replaced) return replaced;
    update.changes.push_back(
        {from, "distortion", 0, 0, distortion, next.schedule, std::move(samples)});
    return {};
}

// For all policies or, where one refuses, for none.
Result<void> LockStep::replaceSchedule(const std::string& schedule) {
    const std::string before = runners_.front().player->experiment().schedule;
    for (std::size_t k = 0; k < runners_.size(); ++k) {
        auto changed = runners_[k].player->changeSchedule(schedule);
        if (changed) continue;
        for (std::size_t undone = 0; undone < k; ++undone)
            if (auto back = runners_[undone].player->changeSchedule(before); !back) return back;
        return fail("this cannot change while it runs: " + changed.error().message);
    }
    auto kept = session_->inTransaction([&]() -> Result<void> {
        for (const Runner& runner : runners_)
            if (auto begun = runner.goesOn == nullptr ? Result<void>() : runner.goesOn->begin();
                !begun)
                return begun;
        for (const Runner& runner : runners_)
            if (auto changed = session_->runs().changeExperiment(
                    runner.id, runner.player->experiment(), source_.provenance.dataHash);
                !changed)
                return changed;
        return {};
    });
    if (!kept)
        broken_ = kept.error();  // the players changed, their record did not: they must not go on
    return kept;
}

Result<void> LockStep::finishRuns(const Result<RunStatus>& status, double seconds) {
    Result<void> kept;
    for (Runner& runner : runners_) {
        const bool over = runner.player->round() == runner.player->rounds();
        if (runner.id == 0 || (runner.goesOn != nullptr && !runner.goesOn->begun() && !over))
            continue;  // as it was
        if (runner.goesOn != nullptr)
            if (auto begun = runner.goesOn->begin(); !begun) return begun;
        runner.goesOn = nullptr;
        runner.writer.reset();
        const auto figures = figuresOf(runner, seconds);
        if (!figures) kept = tl::unexpected(figures.error());
        const bool closed = status && *status == RunStatus::Stopped && orders_.interrupted();
        auto finished = session_->runs().finish(
            runner.id, closed ? RunStatus::Interrupted : status.value_or(RunStatus::Failed),
            closed   ? "the window was closed"
            : status ? ""
                     : status.error().message,
            figures.value_or(std::string()));
        if (!finished) kept = finished;  // the others end, too
    }
    return kept;
}

// Added up at the end, from the session: only then is the whole schedule known.
Result<std::string> LockStep::figuresOf(const Runner& runner, double seconds) {
    const bool takesLong = runner.player->round() > kReadAtOnce;
    if (runner.player->round() > kMostForFigures || (takesLong && orders_.hurried()))
        return std::string();
    SummarySink summary(runner.player->experiment(), runner.spec, *runner.world);
    for (std::int64_t first = 1; first <= runner.player->round(); first += kReadAtOnce) {
        const auto rounds = session_->rounds().read(runner.id, first, kReadAtOnce);
        if (!rounds) return tl::unexpected(rounds.error());
        if (auto added = summary.consume(*rounds); !added) return tl::unexpected(added.error());
        if (takesLong && orders_.hurried()) return std::string();
    }
    return summaryJson(summary.summary(seconds));
}

}  // namespace splitee
