// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/run_again.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "engine/fields.h"
#include "engine/run/run_player.h"
#include "storage/session/kept_rounds.h"
#include "storage/session/run_figures.h"
#include "storage/session/run_writer.h"

namespace splitee {
namespace {

constexpr std::int64_t kRecalledPage = 4'096;
constexpr std::int64_t kAtOnce = 4'096;

std::string words(const char* what, double then, double now, const char* unit) {
    return std::string(what) + " " + shortNumber(then) + unit + " then, " + shortNumber(now) +
           unit + " now";
}

std::string differenceOf(const RoundRecord& then, const RoundRecord& now) {
    if (then.row != now.row || then.sample != now.sample)
        return words("sample", static_cast<double>(then.sample), static_cast<double>(now.sample),
                     "");
    if (then.split != now.split) return words("split layer", then.split, now.split, "");
    if (then.exited != now.exited)
        return then.exited ? "left on the device then, offloaded now"
                           : "offloaded then, left on the device now";
    if (then.prediction != now.prediction)
        return words("answer: class", then.prediction, now.prediction, "");
    if (then.correct != now.correct) return words("right", then.correct, now.correct, "");
    if (then.computeCost != now.computeCost)
        return words("computing cost", then.computeCost, now.computeCost, " lambda");
    if (then.offloadCost != now.offloadCost)
        return words("offload cost", then.offloadCost, now.offloadCost, " lambda");
    return words("reward", then.reward, now.reward, "");
}

}  // namespace

struct RunContinuation::Kept {
    Kept(Session& session, std::int64_t run) : rounds(session, run) {}
    KeptRounds rounds;
};

RunContinuation::RunContinuation(Session& session, StoredRun run, RecalledWorld* live)
    : session_(session),
      run_(std::move(run)),
      live_(live),
      kept_(std::make_unique<Kept>(session, run_.id)),
      writer_(session, run_.id, live) {}
RunContinuation::~RunContinuation() = default;

Result<void> RunContinuation::consume(std::span<const RoundRecord> rounds) {
    std::size_t known = 0;
    for (; known < rounds.size() && checked_ < run_.rounds; ++known, ++checked_) {
        const auto kept = kept_->rounds.next();
        if (!kept) return tl::unexpected(kept.error());
        if (*kept == nullptr || !(**kept == rounds[known]))
            return fail("run " + std::to_string(run_.id) + " of session " + session_.file() +
                        " cannot go on: round " + std::to_string(rounds[known].round) +
                        " comes out otherwise (" +
                        (*kept == nullptr ? "it is missing" : differenceOf(**kept, rounds[known])) +
                        "), so the program, the model or the data is another");
    }
    if (known == rounds.size()) {
        if (live_ != nullptr)
            static_cast<void>(live_->takeComputed());  // of rounds of which nothing was kept
        return {};
    }
    if (auto going = begin(); !going) return going;
    return writer_.consume(rounds.subspan(known));
}

Result<void> RunContinuation::begin() {
    if (begun_) return {};
    auto going = session_.runs().reopen(run_.id, run_.rounds);
    begun_ = going.has_value();
    return going;
}

Result<RunAgain> playAgain(Session& session, const StoredRun& run, World& world,
                           const ProgressSink& progress, std::stop_token stop) {
    const auto player = RunPlayer::of(run.experiment, run.spec, world);
    if (!player) return tl::unexpected(player.error());
    KeptRounds kept(session, run.id);
    RunAgain again;
    std::vector<RoundRecord> records;
    while ((*player)->round() < std::min(run.rounds, (*player)->rounds())) {
        if (stop.stop_requested())
            return fail("cancelled after " + std::to_string(again.rounds) +
                        " rounds, which were identical");
        const std::int64_t left = run.rounds - (*player)->round();
        records.clear();
        const auto played = (*player)->advance(
            std::min(left, world.allows(Feedback::UpToSplitAndFinal) ? kAtOnce : 1), records);
        for (const RoundRecord& now : records) {
            const auto then = kept.next();
            if (!then) return tl::unexpected(then.error());
            if (*then == nullptr)
                return fail("session " + session.file() + " is damaged: run " +
                            std::to_string(run.id) + " lacks round " + std::to_string(now.round));
            if (!(**then == now)) {
                again.difference = RunDifference{now.round, differenceOf(**then, now)};
                return again;
            }
            ++again.rounds;
        }
        if (!played) return tl::unexpected(played.error());
        if (progress)
            progress({run.spec.policy + ", seed " + std::to_string(run.spec.seed), again.rounds,
                      run.rounds, "rounds", "identical so far"});
    }
    return again;
}

std::string likelyCause(const RunProvenance& then, const RunProvenance& now) {
    std::string text;
    const auto compare = [&](const char* what, const std::string& before, const std::string& after,
                             bool tell) {
        if (before == after) return;
        text += (text.empty() ? "" : "; ") + std::string(what) +
                (tell ? " was " + before + " and is " + after : " has changed since");
    };
    compare("the model file", then.modelHash, now.modelHash, false);
    compare("the data", then.dataHash, now.dataHash, false);
    compare("the program", then.program, now.program, true);
    compare("the set of libraries", then.libraries, now.libraries, true);
    compare("the processor", then.cpu, now.cpu, true);
    compare("the number of threads", std::to_string(then.threads), std::to_string(now.threads),
            true);
    return text;
}

RecalledWorld::Recall recallOf(Session& session, std::int64_t run) {
    return [&session, run](std::int64_t first) {
        return session.rounds().recalled(run, first, kRecalledPage);
    };
}

Result<RunStatus> resumeRun(Session& session, const StoredRun& run, World& world,
                            RecalledWorld* live, const ProgressSink& progress,
                            std::stop_token stop) {
    if (run.status == RunStatus::Finished || run.status == RunStatus::Running)
        return session.runs().reopen(run.id, run.rounds).map([] { return RunStatus::Running; });
    SummarySink summary(run.experiment, run.spec, world);
    RunContinuation going(session, run, live);
    RoundSink* const sinks[] = {&going, &summary};
    const auto start = std::chrono::steady_clock::now();
    const auto status = runOnce(run.experiment, run.spec, world, sinks, progress, std::move(stop),
                                static_cast<int>(kAtOnce));
    if (!going.begun()) {  // nothing new: as it was
        if (!status || *status != RunStatus::Finished) return status;
        if (auto begun = session.runs().reopen(run.id, run.rounds); !begun)
            return tl::unexpected(begun.error());
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    auto finished = session.runs().finish(run.id, status ? *status : RunStatus::Failed,
                                          status ? "" : status.error().message,
                                          summaryJson(summary.summary(seconds)));
    if (status && !finished) return tl::unexpected(finished.error());
    return status;
}

}  // namespace splitee
