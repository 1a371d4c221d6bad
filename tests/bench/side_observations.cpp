// SPDX-License-Identifier: GPL-3.0-or-later
// What SplitEE-S believes after a run, mode by mode: the mean estimate of each layer's reward over
// seeds beside its true mean, and how often the truth lies within the radius (for corrected: this
// project's own). CSV on stdout; docs/regret.md is made of it. Usage: side_observations TABLE MU
// LAMBDA2 OFFLOAD ALPHA ROUNDS SEEDS
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "engine/policies/splitee_s.h"
#include "engine/run/policy_setup.h"
#include "engine/run/run.h"
#include "engine/world/expected_reward.h"
#include "storage/tables/table_file.h"

namespace {

using namespace splitee;

struct LayerBooks {
    double sum = 0;      // of estimates at the end, over seeds
    double covered = 0;  // seeds whose radius at the end holds the truth
};

template <class AnyPolicy, class Estimate, class Radius>
std::vector<LayerBooks> play(const ExitTable& table, const Experiment& e, const CostTable& costs,
                             const std::vector<double>& truth, Estimate estimate, Radius radius) {
    std::vector<LayerBooks> books(truth.size());
    for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(e.seeds); ++seed) {
        ReplayWorld world(table);
        AnyPolicy policy(setupOf(e, world, costs), NoParameters());
        SampleOrder order(e, seed, table.samples());
        Rng rng(seed, "policy");
        for (std::int64_t t = 1; t <= e.rounds; ++t) {
            const Round round{t, e.alpha, costs, {}, order.next()};
            const Choice choice = policy.choose(round, rng);
            const Observation seen = world.reveal({round.row, choice, feedbackOf(e, "splitee-s")});
            policy.observe(round, choice, splitee::play(seen, costs), seen, rng);
        }
        for (std::size_t i = 0; i < books.size(); ++i) {
            const double q = estimate(policy, static_cast<int>(i) + 1);
            books[i].sum += q;
            books[i].covered +=
                std::abs(q - truth[i]) <= radius(policy, static_cast<int>(i) + 1) ? 1 : 0;
        }
    }
    return books;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 8) {
        std::fprintf(stderr,
                     "usage: side_observations TABLE MU LAMBDA2 OFFLOAD ALPHA ROUNDS SEEDS\n");
        return 2;
    }
    const auto table = readTable(argv[1]);
    if (!table) {
        std::fprintf(stderr, "side_observations: %s\n", table.error().message.c_str());
        return 1;
    }
    Experiment e;
    e.mu = std::atof(argv[2]);
    e.lambda2 = std::atof(argv[3]);
    e.offload = std::atof(argv[4]);
    e.alpha = std::atof(argv[5]);
    e.rounds = std::atoll(argv[6]);
    e.seeds = std::atoll(argv[7]);
    const CostTable costs = makeCostTable(e.costWeights(), table->depth, ExitsEvaluated::UpToSplit);
    ReplayWorld world(*table);
    const auto truth = expectedRewards(world, e.alpha, costs);
    const double logT = std::log(static_cast<double>(e.rounds));
    std::printf("side,layer,true_reward,mean_estimate,bias,covered\n");
    for (const char* side : {"released", "observed", "corrected"}) {
        e.side = side;
        const auto books =
            e.side == "corrected"
                ? play<SplitEeCorrectedPolicy>(
                      *table, e, costs, truth,
                      [&](const auto& p, int layer) { return p.mean(layer, costs); },
                      [&](const auto& p, int layer) { return p.radius(layer, e.rounds); })
                : play<SplitEeSidePolicy>(
                      *table, e, costs, truth,
                      [](const auto& p, int layer) { return p.mean(layer); },
                      [&](const auto& p, int layer) {
                          return e.beta * std::sqrt(logT / static_cast<double>(p.pulls(layer)));
                      });
        for (std::size_t i = 0; i < books.size(); ++i) {
            const double mean = books[i].sum / static_cast<double>(e.seeds);
            std::printf("%s,%zu,%.5f,%.5f,%.5f,%.3f\n", side, i + 1, truth[i], mean,
                        mean - truth[i], books[i].covered / static_cast<double>(e.seeds));
        }
    }
}
