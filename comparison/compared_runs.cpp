// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/compared_runs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <set>
#include <utility>

#include "comparison/figures_again.h"
#include "comparison/kept_regret.h"
#include "comparison/kept_summary.h"
#include "engine/replay/replay.h"
#include "storage/session/session.h"

namespace splitee {
namespace {

constexpr std::int64_t kComparedPage = 16'384;  // rounds read at once
// Points of curves, before the last rounds of shorter runs: the more runs, the fewer.
constexpr std::size_t kManyRuns = 50, kVeryManyRuns = 300;
constexpr int kMostPoints = 1800, kFewerPoints = 1000, kFewestPoints = 300;
constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();

// The rounds after which all curves are read: evenly, and where a shorter run ends.
std::vector<std::int64_t> pointsOf(const ComparedRuns& compared) {
    std::set<std::int64_t> lengths;
    std::size_t runs = 0;
    for (const ComparedGroup& group : compared.groups)
        for (const ComparedRun& run : group.runs) {
            if (run.summary.rounds > 0) lengths.insert(run.summary.rounds);
            ++runs;
        }
    if (lengths.empty()) return {};
    ReplayOptions options;
    options.points = runs > kVeryManyRuns ? kFewestPoints
                     : runs > kManyRuns   ? kFewerPoints
                                          : kMostPoints;
    for (const std::int64_t round : curvePoints(*lengths.rbegin(), options)) lengths.insert(round);
    return {lengths.begin(), lengths.end()};
}

double share(std::int64_t part, std::int64_t of) {
    return of > 0 ? static_cast<double>(part) / static_cast<double>(of) : kNotKnown;
}

/// Adds one run up. Without `world` regrets are not known.
class RunCurve final : public RoundSink {
public:
    RunCurve(const StoredRun& run, const std::vector<std::int64_t>& points, World* world,
             ComparedRun& into)
        : points_(points), regret_(run, world, RegretAgainst::OneExit), into_(into) {
        for (auto* curve : {&into.cost, &into.accuracy, &into.offloadRate})
            curve->reserve(points.size());
    }

    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override {
        for (const RoundRecord& round : rounds)
            if (auto added = add(round); !added) return added;
        return {};
    }

    [[nodiscard]] Result<void> add(const RoundRecord& round) {
        if (round.split < 0 || round.split > kMaxExits)
            return fail("run " + std::to_string(into_.id) + " is damaged: round " +
                        std::to_string(round.round) + " has split layer " +
                        std::to_string(round.split));
        ++rounds_;
        cost_ += round.cost();
        reward_ += round.reward;
        offloaded_ += round.exited ? 0 : 1;
        labelled_ += round.correct >= 0 ? 1 : 0;
        right_ += round.correct == 1 ? 1 : 0;
        const auto layer = static_cast<std::size_t>(round.split);
        ++pulls_[layer];
        layers_ = std::max(layers_, layer + 1);
        regret_.add(round);
        if (into_.cost.size() < points_.size() && points_[into_.cost.size()] == rounds_) keep();
        return {};
    }

    void finish() {
        RunSummary& s = into_.summary;
        s.rounds = rounds_;
        if (labelled_ > 0) s.accuracy = share(right_, labelled_);
        if (rounds_ == 0) return;
        s.costMean = cost_ / static_cast<double>(rounds_);
        s.offloadRate = share(offloaded_, rounds_);
        s.rewardMean = reward_ / static_cast<double>(rounds_);
        s.pulls.assign(pulls_.begin() + 1, pulls_.begin() + static_cast<std::ptrdiff_t>(
                                                                std::max<std::size_t>(layers_, 1)));
        s.regret = regret_.pseudo();
        s.realisedRegret = regret_.realised();
        if (!s.regret) into_.pseudoRegret.clear();  // a round told that the table is another
        if (!s.realisedRegret) into_.realisedRegret.clear();
    }

private:
    void keep() {
        into_.cost.push_back(cost_);
        into_.accuracy.push_back(share(right_, labelled_));
        into_.offloadRate.push_back(share(offloaded_, rounds_));
        if (const auto pseudo = regret_.pseudo()) into_.pseudoRegret.push_back(*pseudo);
        if (const auto realised = regret_.realised()) into_.realisedRegret.push_back(*realised);
        into_.pulls.resize(layers_);
        for (std::size_t layer = 0; layer < layers_; ++layer) {
            into_.pulls[layer].resize(into_.cost.size());  // zero until it was first chosen
            into_.pulls[layer].back() = static_cast<std::uint32_t>(pulls_[layer]);
        }
    }

    const std::vector<std::int64_t>& points_;
    KeptRegret regret_;
    ComparedRun& into_;
    std::array<std::int64_t, kMaxExits + 1> pulls_{};
    std::size_t layers_ = 0;
    std::int64_t rounds_ = 0, offloaded_ = 0, labelled_ = 0, right_ = 0;
    double cost_ = 0, reward_ = 0;
};

// Against the final exit, as the run itself was told when it ended: only a replay knows.
void copyStored(const StoredRun& kept, ComparedRun& run) {
    RunSummary& s = run.summary;
    const auto figures = keptSummary(kept);
    if (!figures) return;
    const auto own = regretAgainst(kept.experiment, kept.spec.policy);
    if (!run.roundsKept && run.cost.empty()) {
        s = *figures;
        s.regretAgainst = own;
    }
    if (!s.regret && !s.realisedRegret) s.regretAgainst = own;
    if (s.regretAgainst == own) {
        if (!s.regret) s.regret = figures->regret;
        if (!s.realisedRegret) s.realisedRegret = figures->realisedRegret;
    }
    if (figures->seconds > 0) run.seconds = figures->seconds;
    s.accuracyChangeVsFinal = figures->accuracyChangeVsFinal;
    s.costReductionVsFinal = figures->costReductionVsFinal;
    if (s.costReductionVsFinal < 100 && s.accuracy && s.accuracyChangeVsFinal)
        run.finalExit = OperatingPoint{s.costMean / (1 - s.costReductionVsFinal / 100),
                                       *s.accuracy - *s.accuracyChangeVsFinal / 100};
}

Result<void> readRun(Session& session, const StoredRun& kept, RunCurve& curve,
                     const std::function<void(std::int64_t)>& did, const std::stop_token& stop) {
    for (std::int64_t first = 1; first <= kept.rounds;) {
        if (stop.stop_requested()) return fail("cancelled");
        const auto page =
            session.rounds().read(kept.id, first, std::min(kComparedPage, kept.rounds - first + 1));
        if (!page) return tl::unexpected(page.error());
        if (page->empty()) break;
        if (auto added = curve.consume(*page); !added) return added;
        first = page->back().round + 1;
        did(static_cast<std::int64_t>(page->size()));
    }
    return {};
}

// Plays a run whose rounds were not kept once more; its figures must be those that are kept.
Result<void> playRun(const StoredRun& kept, World& world, RunCurve& curve,
                     const std::function<void(std::int64_t)>& did, const std::stop_token& stop) {
    RoundSink* const sinks[] = {&curve};
    std::int64_t told = 0;
    const auto again = playFiguresAgain(
        kept, world, sinks,
        [&](const Progress& at) { did(at.done - std::exchange(told, at.done)); }, stop);
    if (!again) return tl::unexpected(again.error());
    if (again->difference.empty()) return {};
    return fail("run " + std::to_string(kept.id) +
                " comes to other figures when it is played again (" + again->difference +
                "), so the program or the data is another: its curves are not known");
}

// What is read or played: for the progress.
std::int64_t lengthOf(const StoredRun& run, MissingRounds missing) {
    return missing == MissingRounds::PlayAgain ? playedRounds(run) : run.rounds;
}

}  // namespace

Result<ComparedRuns> compareRuns(const std::filesystem::path& path,
                                 std::span<const std::int64_t> ids, const ProgressSink& progress,
                                 const std::stop_token& stop, MissingRounds missing) {
    if (ids.size() > kMostCompared)
        return fail(std::to_string(ids.size()) + " runs are too many to compare at once: at most " +
                    std::to_string(kMostCompared));
    auto session = Session::openReadOnly(path);
    if (!session) return tl::unexpected(session.error());
    std::vector<StoredRun> stored;
    for (const std::int64_t id : std::set<std::int64_t>(ids.begin(), ids.end())) {
        auto run = session->runs().find(id);
        if (!run) return tl::unexpected(run.error());
        stored.push_back(std::move(*run));
    }
    ComparedRuns compared = groupsOf(stored);
    compared.session = path;
    compared.round = pointsOf(compared);
    std::int64_t total = 0;
    for (const StoredRun& run : stored) total += lengthOf(run, missing);
    RegretWorlds worlds(*session);
    for (ComparedGroup& group : compared.groups)
        for (ComparedRun& run : group.runs) {
            const auto kept = std::ranges::find(stored, run.id, &StoredRun::id);
            World* world = worlds.of(*kept);
            const bool plays = !run.roundsKept && missing == MissingRounds::PlayAgain &&
                               world != nullptr && kept->status == RunStatus::Finished;
            const auto did = [&](std::int64_t rounds) {
                compared.rounds += rounds;
                if (progress) progress({"reading runs", compared.rounds, total, "rounds", ""});
            };
            if (run.roundsKept || plays) {
                RunCurve curve(*kept, compared.round, world, run);
                auto read = plays ? playRun(*kept, *world, curve, did, stop)
                                  : readRun(*session, *kept, curve, did, stop);
                if (!read) return tl::unexpected(read.error());
                curve.finish();
            }
            copyStored(*kept, run);
        }
    return compared;
}

}  // namespace splitee
