// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/regime.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>

#include "engine/analysis/regime_rewards.h"
#include "engine/exception_barrier.h"
#include "engine/replay/replay.h"

namespace splitee {
namespace {

constexpr double kMostParts = 10e6;  // 0.24 GB

// Means over the rows that one seed plays, for each alpha: what trivial policies earned on the very
// same samples.
using PlayedParts = std::vector<std::vector<RewardParts>>;  // [alpha][seed], or [alpha][1] where
                                                            // every seed plays the same

struct Sweep {
    const ExitTable& table;
    const Experiment& experiment;
    const RegimeGrid& grid;
    PlayedParts played;
};

// The axis of o: of all layers at once.
void setOffload(Experiment& experiment, double value) {
    const bool perLayer = experiment.offloadsPerLayer();
    experiment.offloadFactor = perLayer ? value : 1;
    if (!perLayer) experiment.offload = value;
}

// The trivial rules of one cell, from the parts of the whole table.
RegimeCell cellOf(const Sweep& sweep, std::size_t index, const std::vector<RewardParts>& whole) {
    const std::size_t x = index % sweep.grid.muLambda.size();
    const std::size_t y = index / sweep.grid.muLambda.size() % sweep.grid.offload.size();
    const std::size_t a = index / sweep.grid.muLambda.size() / sweep.grid.offload.size();
    RegimeCell cell;
    cell.alpha = sweep.grid.alpha[a];
    cell.muLambda = sweep.grid.muLambda[x];
    cell.offload = sweep.grid.offload[y];
    Experiment e = sweep.experiment;
    e.mu = cell.muLambda;
    setOffload(e, cell.offload);
    const CostTable costs =
        makeCostTable(e.costWeights(), sweep.table.depth, ExitsEvaluated::AtSplit);
    const int exits = sweep.table.exits;
    cell.bestSplit = {1, false, whole[a].reward(1, costs)};
    for (int layer = 2; layer <= exits; ++layer)
        if (const double reward = whole[a].reward(layer, costs); reward > cell.bestSplit.reward)
            cell.bestSplit = {layer, false, reward};
    const TrivialPolicy offloading{1, true, whole[a].rewardOfOffloading(costs)};
    const TrivialPolicy final{exits, false, whole[a].reward(exits, costs)};
    cell.trivial = offloading.reward > cell.bestSplit.reward ? offloading : cell.bestSplit;
    cell.ends = offloading.reward > final.reward ? offloading : final;
    return cell;
}

double rewardOn(const RewardParts& parts, const TrivialPolicy& policy, const CostTable& costs) {
    return policy.offloads ? parts.rewardOfOffloading(costs) : parts.reward(policy.layer, costs);
}

// The two sums add up in another order: what differs by their rounding alone is no gain.
double settled(double gain) { return std::abs(gain) < 1e-9 ? 0 : gain; }

// All policies and seeds of one cell. False: a stop came first.
Result<bool> playCell(const Sweep& sweep, RegimeCell& cell, std::size_t alphaIndex,
                      const std::vector<std::string>& policies, const std::stop_token& stop) {
    Experiment e = sweep.experiment;
    e.mu = cell.muLambda;
    setOffload(e, cell.offload);
    e.alpha = cell.alpha;
    const CostTable costs =
        makeCostTable(e.costWeights(), sweep.table.depth, ExitsEvaluated::AtSplit);
    const auto seeds = static_cast<std::size_t>(e.seeds);
    for (std::size_t p = 0; p < policies.size(); ++p) {
        e.policies = policies[p];
        const auto runs = replay(sweep.table, e, stop, {.threads = 1, .points = 1});
        if (stop.stop_requested()) return false;
        if (!runs) return tl::unexpected(runs.error());
        std::vector<double> reward;
        std::vector<double> overTrivial;
        std::vector<double> overEnds;
        for (std::size_t k = 0; k < seeds; ++k) {
            const RewardParts& parts =
                sweep.played[alphaIndex][std::min(k, sweep.played[alphaIndex].size() - 1)];
            reward.push_back((*runs)[k].summary.rewardMean);
            overTrivial.push_back(settled(reward.back() - rewardOn(parts, cell.trivial, costs)));
            overEnds.push_back(settled(reward.back() - rewardOn(parts, cell.ends, costs)));
        }
        cell.gains[p] = RegimeGain{*estimate(reward), *estimate(overTrivial), *estimate(overEnds)};
    }
    return true;
}

// Cells shared between threads: each takes the next one. The result does not depend on who takes
// which.
class CellWorkers {
public:
    CellWorkers(const Sweep& sweep, RegimeMap& map, const ProgressSink& progress,
                const std::stop_token& stop)
        : sweep_(sweep),
          map_(map),
          progress_(progress),
          forward_(stop, [this] { stop_.request_stop(); }) {}

    Result<void> run(int threads) {
        {
            std::vector<std::jthread> others;
            for (int k = 1; k < threads; ++k) others.emplace_back([this] { work(); });
            work();
        }
        for (const RegimeCell& cell : map_.cells)
            if (!cell.gains.empty() && !cell.gains.back()) map_.cancelled = true;
        return error_ ? Result<void>(tl::unexpected(*error_)) : Result<void>();
    }

private:
    void work() {
        const auto worked = guarded([this] { playCells(); });
        if (worked) return;
        const std::scoped_lock lock(mutex_);
        if (!error_) error_ = worked.error();
        stop_.request_stop();
    }

    void playCells() {
        const std::size_t perAlpha = sweep_.grid.muLambda.size() * sweep_.grid.offload.size();
        const std::int64_t cellRounds =
            map_.rounds * sweep_.experiment.seeds * static_cast<std::int64_t>(map_.policies.size());
        for (std::size_t index = next_++; index < map_.cells.size() && !stop_.stop_requested();
             index = next_++) {
            const auto finished = playCell(sweep_, map_.cells[index], index / perAlpha,
                                           map_.policies, stop_.get_token());
            const std::scoped_lock lock(mutex_);
            if (!finished) {
                if (!error_) error_ = finished.error();
                stop_.request_stop();
            } else if (*finished && progress_) {
                progress_({"mapping", ++done_ * cellRounds,
                           static_cast<std::int64_t>(map_.cells.size()) * cellRounds, "rounds",
                           std::to_string(done_) + " of " + std::to_string(map_.cells.size()) +
                               " cells"});
            }
        }
    }

    const Sweep& sweep_;
    RegimeMap& map_;
    const ProgressSink& progress_;
    std::stop_source stop_;
    std::stop_callback<std::function<void()>> forward_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;
    std::int64_t done_ = 0;
    std::optional<Error> error_;
};

// Every value that the grid gives a parameter must be in that parameter's declared range.
Result<void> checkGrid(const Experiment& experiment, const RegimeGrid& grid) {
    if (grid.cells() == 0)
        return fail("the grid is empty: give at least one value of mu*lambda, offload and alpha");
    if (grid.cells() > kMaxRegimeCells)
        return fail("the grid has " + std::to_string(grid.cells()) + " cells, but at most " +
                    std::to_string(kMaxRegimeCells) +
                    " are possible: give fewer values of mu*lambda, offload or alpha");
    const auto each = [&](const std::vector<double>& values, const auto& set) -> Result<void> {
        for (const double value : values) {
            Experiment e = experiment;
            set(e, value);
            if (auto valid = checkFields(e); !valid) return valid;
        }
        return {};
    };
    const auto setAlpha = [](Experiment& e, double value) { e.alpha = value; };
    const auto setMu = [](Experiment& e, double value) { e.mu = value; };
    if (auto valid = each(grid.alpha, setAlpha); !valid) return valid;
    if (auto valid = each(grid.muLambda, setMu); !valid) return valid;
    return each(grid.offload, setOffload);
}

}  // namespace

std::string_view offloadAxisOf(const Experiment& experiment) {
    return experiment.offloadsPerLayer() ? "offload_factor" : "offload";
}

std::string TrivialPolicy::key(int exits) const {
    return offloads ? "offload_at_1" : layer == exits ? "final" : "fixed_" + std::to_string(layer);
}

Result<RegimeMap> regimeMap(const ExitTable& table, const Experiment& experiment,
                            const RegimeGrid& grid, std::stop_token stop,
                            const ProgressSink& progress, int threads) {
    if (auto valid = checkGrid(experiment, grid); !valid) return tl::unexpected(valid.error());
    ReplayWorld world(table);
    if (auto valid = validate(experiment, world); !valid) return tl::unexpected(valid.error());
    RegimeMap map;
    map.policies = *policiesOf(experiment);
    map.rounds = roundsOf(experiment, world);
    Sweep sweep{table, experiment, grid, {}};
    std::vector<RewardParts> whole;
    for (const double alpha : grid.alpha) whole.push_back(rewardParts(table, alpha));
    for (std::size_t index = 0; index < grid.cells(); ++index) {
        map.cells.push_back(cellOf(sweep, index, whole));
        map.cells.back().gains.resize(map.policies.size());
    }
    // Whole passes hold every sample once, and so earn the same whatever the order.
    const std::int64_t different = map.rounds % table.samples() == 0 ? 1 : experiment.seeds;
    if (static_cast<double>(different) * static_cast<double>(grid.alpha.size()) * table.exits >
        kMostParts)
        return fail("seeds x values of alpha x exits make more than " + shortNumber(kMostParts) +
                    ": ask for fewer seeds or thresholds");
    for (std::size_t a = 0; a < grid.alpha.size(); ++a) {
        sweep.played.emplace_back();
        for (std::int64_t k = 0; k < different; ++k) {
            if (stop.stop_requested()) {
                map.cancelled = true;
                return map;
            }
            sweep.played[a].push_back(rewardPartsPlayed(
                table, grid.alpha[a], experiment, experiment.seed + static_cast<std::uint64_t>(k),
                map.rounds, whole[a]));
        }
    }
    CellWorkers workers(sweep, map, progress, stop);
    if (auto played = workers.run(threads); !played) return tl::unexpected(played.error());
    return map;
}

}  // namespace splitee
