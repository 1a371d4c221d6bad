// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/seed_bands.h"

#include <algorithm>

#include "engine/analysis/regret_theory.h"
#include "engine/run/regret.h"
#include "gui/run/run_controller.h"

namespace splitee {
namespace {

// Beyond, 20 seeds take seconds, and the charts lie still; more seeds of fewer rounds likewise.
constexpr std::int64_t kMostRounds = 200'000;
constexpr int kPoints = 300;  // in equal ratios: they serve both axes

RegretBands bandsOf(SeedReplay replay, const ExitTable& table) {
    RegretBands bands{std::move(replay), 0, {}};
    const Experiment& e = bands.replay.experiment;
    if (!e.schedule.empty() || !bands.replay.allPseudo()) return bands;
    // By rules 1 policies that evaluate other exits have other references, and so another C: the
    // line is the first one's.
    const auto constantOf = [&](const std::string& policy) {
        return laiRobbins(table, e.alpha,
                          makeCostTable(e.costWeights(), table.depth,
                                        referenceExits(regretAgainst(e, policy), policy)))
            .constant;
    };
    const std::string& first = bands.replay.policies.front().policy;
    bands.constant = constantOf(first);
    for (const SeedPolicy& policy : bands.replay.policies)
        if (exitsEvaluated(policy.policy) != exitsEvaluated(first) &&
            constantOf(policy.policy) != bands.constant)
            bands.constantOf = first;
    return bands;
}

}  // namespace

SeedBands::SeedBands(RunController& controller, QObject* parent)
    : QObject(parent), controller_(controller) {
    connect(&controller_, &RunController::sourceOpened, this, &SeedBands::requestBands);
    connect(&controller_, &RunController::settingChanged, this, &SeedBands::requestBands);
    connect(&controller_, &RunController::tablesChanged, this, &SeedBands::requestBands);
    connect(&controller_, &RunController::bandSeedsChanged, this, &SeedBands::requestBands);
    connect(&controller_, &RunController::aboutToOpen, this, [this] {
        work_.cancel();
        ++number_;
        computing_ = false;
        emit changed(nullptr);
    });
}

void SeedBands::requestBands() {
    const auto tables = controller_.tables();
    const int number = ++number_;
    const std::int64_t seeds = controller_.bandSeeds();
    const std::int64_t most = kMostRounds * kBandSeeds / std::max(seeds, kBandSeeds);
    computing_ = tables && controller_.rounds() <= most;
    if (!computing_) return emit changed(nullptr);
    work_.start(
        [tables, seeds, experiment = controller_.played().experiment](
            const std::stop_token& stop) -> Result<std::shared_ptr<const RegretBands>> {
            auto replayed = replaySeeds(*tables, experiment, stop,
                                        {.seeds = seeds,
                                         .mostRounds = kMostRounds,
                                         .logSpaced = true,
                                         .points = kPoints,
                                         .threads = 1});
            if (!replayed) return tl::unexpected(replayed.error());
            return std::make_shared<const RegretBands>(
                bandsOf(std::move(*replayed), *tables->all().front()));
        },
        [this, number](const Result<std::shared_ptr<const RegretBands>>& bands) {
            if (number != number_) return;
            computing_ = false;
            emit changed(bands.value_or(nullptr));
        });
}

}  // namespace splitee
