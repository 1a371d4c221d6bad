// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the defaults of the learners for changing rewards by the rule of docs/regret.md. Prints
// every candidate as CSV, then the choice. Usage: choose_defaults TABLE.. ; two tables of the same
// samples that follow each other are also a world that switches from one to the other.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/fields.h"
#include "engine/replay/replay.h"
#include "engine/run/run_player.h"
#include "engine/run/sweep_axis.h"
#include "storage/tables/bundled.h"

namespace {

using namespace splitee;

constexpr std::int64_t kRounds = 10'000, kFirstSwitch = 3'334, kSecondSwitch = 6'667;
constexpr std::int64_t kSeeds = 5;
constexpr std::int64_t kInTime = 1'500;  // rounds from a switch to its detection

struct Candidates {
    const char* key;
    std::vector<double> values;  // of equals the first is chosen
};

struct Learner {
    const char* policy;
    std::vector<Candidates> own;
};

// Learners that share a parameter choose it together.
struct Family {
    bool detects;
    Candidates shared;
    std::vector<Learner> learners;
};

const std::vector<Family> kFamilies{
    {false,
     {"exp3_share", {0.001, 0.0001, 0.00001}},
     {{"exp3-s", {{"exp3_gamma", {0.05, 0.1, 0.2, 0.3, 0.5}}}}}},
    {false,
     {"radius_scale", {0.6, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002}},
     {{"sw-ucb", {{"window", {1000, 2000, 4000}}}},
      {"d-ucb", {{"discount", {0.999, 0.9995, 0.9998, 0.9999}}}}}},
    {true,
     {"explore", {0.05}},
     {{"cusum-ucb",
       {{"cusum_samples", {50, 100, 200}},
        {"cusum_epsilon", {0.05, 0.02, 0.1}},
        {"cusum_threshold", {5, 2, 10, 20}}}},
      {"m-ucb",
       {{"detection_window", {100, 200, 400, 800}},
        {"detection_threshold", {8, 4, 12, 16, 24, 32}}}}}}};

struct PlayedWorld {
    std::vector<const ExitTable*> tables;
    Experiment experiment;
    double random = 0;  // regret
};

[[noreturn]] void end(const Error& error) {
    std::fprintf(stderr, "choose_defaults: %s\n", error.message.c_str());
    std::exit(1);
}

using Values = std::map<std::string, double>;

Experiment with(const PlayedWorld& world, const std::string& policy, const Values& values) {
    Experiment e = world.experiment;
    e.policies = policy;
    for (const auto& [key, value] : values) assign(e, key, value);
    return e;
}

double regretOf(const PlayedWorld& world, const Experiment& e) {
    const auto runs = replay(world.tables, e, {}, {.threads = 2, .points = 1});
    if (!runs) end(runs.error());
    double sum = 0;
    for (const ReplayRun& run : *runs) sum += *run.summary.regret;
    return sum / static_cast<double>(runs->size());
}

// Costs as published and a fifth of them: constant, with a link that becomes cheap and dear again,
// and with images that become others.
std::vector<PlayedWorld> worldsOn(const std::vector<ExitTable>& tables) {
    std::vector<PlayedWorld> worlds;
    const auto add = [&](std::vector<const ExitTable*> of, double mu, const std::string& schedule) {
        Experiment e;
        e.mu = mu;
        e.schedule = schedule;
        e.rounds = kRounds;
        e.seeds = kSeeds;
        PlayedWorld world{std::move(of), e};
        world.random = regretOf(world, with(world, "random", {}));
        worlds.push_back(std::move(world));
    };
    for (std::size_t k = 0; k < tables.size(); ++k)
        for (const double mu : {0.1, 0.02}) {
            add({&tables[k]}, mu, "");
            add({&tables[k]}, mu, "offload=0.5@3334, offload=5@6667");
            if (k + 1 < tables.size() && checkSameSamples(tables[k], tables[k + 1]))
                add({&tables[k], &tables[k + 1]}, mu, "other@3334");
        }
    return worlds;
}

double shareOf(const std::vector<PlayedWorld>& worlds, const std::string& policy,
               const Values& values) {
    double sum = 0;
    for (const PlayedWorld& world : worlds)
        sum += regretOf(world, with(world, policy, values)) / world.random;
    return sum / static_cast<double>(worlds.size());
}

// Rounds after which a learner had forgotten an arm.
std::vector<std::int64_t> restartsOf(const PlayedWorld& world, const Experiment& e,
                                     std::uint64_t seed) {
    ReplayWorld replayed(world.tables);
    const auto player = RunPlayer::of(e, {e.policies, seed}, replayed);
    if (!player) end(player.error());
    std::vector<std::int64_t> restarts;
    std::vector<RoundRecord> rounds;
    bool whole = false;
    while ((*player)->round() < (*player)->rounds()) {
        rounds.clear();
        if (const auto played = (*player)->advance(1, rounds); !played) end(played.error());
        const auto arms = (*player)->arms();
        const bool all =
            std::ranges::all_of(arms, [](const ArmView& arm) { return arm.pulls > 0; });
        if (whole && !all) restarts.push_back((*player)->round());
        whole = all;
    }
    return restarts;
}

// The share of switches that are not detected in time, and the share of runs with a false alarm.
double alarmsOf(const std::vector<PlayedWorld>& worlds, const std::string& policy,
                const Values& values) {
    int switches = 0, missed = 0, runs = 0, alarmed = 0;
    for (const PlayedWorld& world : worlds) {
        const Experiment e = with(world, policy, values);
        std::vector<std::int64_t> changes;
        if (!e.schedule.empty()) changes.push_back(kFirstSwitch);
        if (e.schedule.find('=') != std::string::npos) changes.push_back(kSecondSwitch);
        for (std::uint64_t seed = 1; seed <= 2; ++seed) {
            const auto restarts = restartsOf(world, e, seed);
            const auto between = [&](std::int64_t from, std::int64_t to) {
                return std::ranges::any_of(restarts,
                                           [&](std::int64_t t) { return from <= t && t < to; });
            };
            ++runs;
            alarmed += between(1, changes.empty() ? kRounds + 1 : kFirstSwitch) ? 1 : 0;
            for (const std::int64_t change : changes) {
                ++switches;
                missed += between(change, change + kInTime) ? 0 : 1;
            }
        }
    }
    return static_cast<double>(missed) / switches + static_cast<double>(alarmed) / runs;
}

struct Score {
    double alarms = 0;  // of detectors
    double share = 0;   // of random's regret
    friend auto operator<=>(const Score&, const Score&) = default;
};

Score scoreOf(const std::vector<PlayedWorld>& worlds, const std::string& policy,
              const Values& values, bool detects) {
    const Score score{detects ? alarmsOf(worlds, policy, values) : 0,
                      shareOf(worlds, policy, values)};
    std::printf("%s", policy.c_str());
    for (const auto& [key, value] : values)
        std::printf(",%s=%s", key.c_str(), shortNumber(value).c_str());
    std::printf(",%.4f,%.4f\n", score.alarms, score.share);
    std::fflush(stdout);
    return score;
}

struct Best {
    Score score;
    Values values;
};

// The least score over all combinations of the learner's own candidates.
void search(const std::vector<PlayedWorld>& worlds, const Learner& learner, bool detects,
            std::size_t axis, Values& values, Best& best) {
    if (axis == learner.own.size()) {
        const Score score = scoreOf(worlds, learner.policy, values, detects);
        if (best.values.empty() || score < best.score) best = {score, values};
        return;
    }
    for (const double value : learner.own[axis].values) {
        values[learner.own[axis].key] = value;
        search(worlds, learner, detects, axis + 1, values, best);
    }
}

void choose(const std::vector<PlayedWorld>& worlds, const Family& family) {
    Score least;
    std::vector<Best> chosen;
    for (const double shared : family.shared.values) {
        std::vector<Best> bests;
        Score sum;
        for (const Learner& learner : family.learners) {
            Values values{{family.shared.key, shared}};
            Best best;
            search(worlds, learner, family.detects, 0, values, best);
            sum.alarms += best.score.alarms;
            sum.share += best.score.share;
            bests.push_back(best);
        }
        if (!chosen.empty() && !(sum < least)) continue;
        least = sum;
        chosen = bests;
    }
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        std::printf("# chosen for %s:", family.learners[k].policy);
        for (const auto& [key, value] : chosen[k].values)
            std::printf(" %s %s", key.c_str(), shortNumber(value).c_str());
        std::printf(" (%.1f %% of random's regret", 100 * chosen[k].score.share);
        if (family.detects)
            std::printf(", missed switches and false alarms %.2f", chosen[k].score.alarms);
        std::printf(")\n");
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: choose_defaults TABLE..\n");
        return 2;
    }
    std::vector<ExitTable> tables;
    for (int k = 1; k < argc; ++k) {
        auto table = openTable(argv[k]);
        if (!table) {
            std::fprintf(stderr, "choose_defaults: %s\n", table.error().message.c_str());
            return 1;
        }
        tables.push_back(std::move(*table));
    }
    const std::vector<PlayedWorld> worlds = worldsOn(tables);
    for (const Family& family : kFamilies) choose(worlds, family);
    return 0;
}
