// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/regime_output.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/json_text.h"
#include "cli/replay_source.h"
#include "cli/terminal.h"
#include "engine/fields.h"

namespace splitee {
namespace {

using nlohmann::json;

constexpr const char* kUnit = "reward a sample";

json trivialJson(const TrivialPolicy& policy, int exits) {
    return {{"policy", policy.key(exits)}, {"reward", policy.reward}};
}

std::string estimateCsv(const Estimate& e) {
    const std::string ends =
        e.halfWidth ? shortNumber(e.mean - *e.halfWidth) + "," + shortNumber(e.mean + *e.halfWidth)
                    : ",";
    return "," + shortNumber(e.mean) + "," + ends;
}

const Estimate& gainOf(const RegimeSource& source, const RegimeGain& gain) {
    return source.againstEnds ? gain.overEnds : gain.overTrivial;
}

// Cells of one alpha, counted by their best split.
void printBest(const RegimeSource& source, const RegimeMap& map, double alpha) {
    std::map<int, int> splits;
    int offloading = 0;
    int cells = 0;
    for (const RegimeCell& cell : map.cells) {
        if (cell.alpha != alpha) continue;
        ++cells;
        ++splits[cell.bestSplit.layer];
        offloading += cell.trivial.offloads ? 1 : 0;
    }
    std::printf("\nalpha %s, %d %s\n  best split:", shortNumber(alpha).c_str(), cells,
                cells == 1 ? "cell" : "cells");
    bool first = true;
    for (const auto& [layer, count] : splits) {
        std::printf("%s layer %d%s in %.0f %%", first ? "" : ",", layer,
                    layer == source.exits ? " (final exit)" : "", 100.0 * count / cells);
        first = false;
    }
    std::printf(" of the cells\n");
    if (offloading > 0)
        std::printf(
            "  offloading every sample at layer 1 beats every fixed split in %.0f %% of the "
            "cells\n",
            100.0 * offloading / cells);
    if (!map.policies.empty())
        std::printf("  gains in reward a sample over %s:\n",
                    source.againstEnds
                        ? "the better of offloading all at layer 1 and the final exit"
                        : "the best policy that does not learn");
}

void printGains(const RegimeSource& source, const RegimeMap& map, double alpha,
                std::size_t policy) {
    int above = 0;
    int below = 0;
    int cells = 0;
    const RegimeCell* least = nullptr;
    const RegimeCell* most = nullptr;
    const auto mean = [&](const RegimeCell& cell) {
        return gainOf(source, *cell.gains[policy]).mean;
    };
    for (const RegimeCell& cell : map.cells) {
        if (cell.alpha != alpha || !cell.gains[policy]) continue;
        ++cells;
        const Estimate& gain = gainOf(source, *cell.gains[policy]);
        const double width = gain.halfWidth.value_or(0);
        above += gain.mean - width > 0 ? 1 : 0;
        below += gain.mean + width < 0 ? 1 : 0;
        if (least == nullptr || mean(cell) < mean(*least)) least = &cell;
        if (most == nullptr || mean(cell) > mean(*most)) most = &cell;
    }
    if (cells == 0) return;
    const auto place = [&](const RegimeCell& cell) {
        return "mu*lambda " + shortNumber(std::round(cell.muLambda * 1e4) / 1e4) +
               (source.experiment.offloadsPerLayer() ? ", o x " : ", o ") +
               shortNumber(std::round(cell.offload * 1e4) / 1e4);
    };
    std::printf(
        "  %-16s gains %+.4f (%s) to %+.4f (%s); surely above 0 in %d cells, below in %d, neither "
        "in %d\n",
        policyLabel(map.policies[policy]).c_str(), mean(*least), place(*least).c_str(), mean(*most),
        place(*most).c_str(), above, below, cells - above - below);
}

json regimeJson(const RegimeSource& source, const RegimeMap& map) {
    json experiment = experimentJson(source.experiment);
    const std::string offloadAxis(offloadAxisOf(source.experiment));
    for (const char* key : {"mu", "offload", "offload_factor", "alpha"})
        experiment.erase(key);  // axes, not parameters
    json cells = json::array();
    for (const RegimeCell& cell : map.cells) {
        json gains = json::object();
        for (std::size_t p = 0; p < map.policies.size(); ++p)
            if (const auto& gain = cell.gains[p])
                gains[map.policies[p]] = {{"reward", figureJson(gain->reward, kUnit)},
                                          {"gain", figureJson(gain->overTrivial, kUnit)},
                                          {"gain_over_ends", figureJson(gain->overEnds, kUnit)}};
        cells.push_back({{"alpha", cell.alpha},
                         {"mu_lambda", cell.muLambda},
                         {offloadAxis, cell.offload},
                         {"best_split", cell.bestSplit.layer},
                         {"best_split_reward", cell.bestSplit.reward},
                         {"best_trivial", trivialJson(cell.trivial, source.exits)},
                         {"best_end", trivialJson(cell.ends, source.exits)},
                         {"policies", gains}});
    }
    json playedOn = tableSourceJson(source.table);
    playedOn["exits"] = source.exits;
    return {{"source", playedOn},
            {"experiment", experiment},
            {"alpha", source.grid.alpha},
            {"mu_lambda", source.grid.muLambda},
            {offloadAxis, source.grid.offload},
            {"rounds", map.rounds},
            {"gain_unit", kUnit},
            {"units",
             {{"best_split_reward", kUnit},
              {"reward", kUnit},
              {"mu_lambda", "reward per lambda"},
              {offloadAxis, source.experiment.offloadsPerLayer() ? "factor" : "lambda"}}},
            {"interval", "95 % over seeds (Student's t)"},
            {"cancelled", map.cancelled},
            {"cells", cells}};
}

}  // namespace

void printRegimeJson(const RegimeSource& source, const RegimeMap& map) {
    printJson(regimeJson(source, map));
}

std::string regimeCsv(const RegimeSource& source, const RegimeMap& map) {
    std::string text =
        "alpha,mu_lambda," + std::string(offloadAxisOf(source.experiment)) +
        ",best_split,best_split_reward,best_trivial,best_trivial_reward,"
        "best_end,best_end_reward,policy,"
        "reward,reward_low,reward_high,gain,gain_low,gain_high,gain_over_ends,gain_over_ends_low,"
        "gain_over_ends_high,seeds,rounds\n";
    for (const RegimeCell& cell : map.cells) {
        const std::string start =
            shortNumber(cell.alpha) + "," + shortNumber(cell.muLambda) + "," +
            shortNumber(cell.offload) + "," + std::to_string(cell.bestSplit.layer) + "," +
            shortNumber(cell.bestSplit.reward) + "," + cell.trivial.key(source.exits) + "," +
            shortNumber(cell.trivial.reward) + "," + cell.ends.key(source.exits) + "," +
            shortNumber(cell.ends.reward) + ",";
        for (std::size_t p = 0; p < map.policies.size(); ++p)
            if (const auto& gain = cell.gains[p])
                text += start + map.policies[p] + estimateCsv(gain->reward) +
                        estimateCsv(gain->overTrivial) + estimateCsv(gain->overEnds) + "," +
                        std::to_string(source.experiment.seeds) + "," + std::to_string(map.rounds) +
                        "\n";
    }
    return text;
}

void printRegime(const RegimeSource& source, const RegimeMap& map) {
    std::printf("%s\n%zu x %zu x %zu cells (mu*lambda x %s x alpha), %lld rounds a run, %lld %s\n",
                printable(source.table).c_str(), source.grid.muLambda.size(),
                source.grid.offload.size(), source.grid.alpha.size(),
                source.experiment.offloadsPerLayer() ? "factor on o" : "o",
                static_cast<long long>(map.rounds), static_cast<long long>(source.experiment.seeds),
                source.experiment.seeds == 1 ? "seed" : "seeds");
    for (const double alpha : source.grid.alpha) {
        printBest(source, map, alpha);
        for (std::size_t p = 0; p < map.policies.size(); ++p) printGains(source, map, alpha, p);
    }
    std::printf(
        "\ngains in reward a sample over %s,\non the same samples; surely: by the 95 %% interval "
        "over seeds (Student's t)\n",
        source.againstEnds
            ? "the better of always offloading at layer 1 and always using the final exit"
            : "the best policy that does not learn: a fixed split, the final exit, or offloading "
              "all at layer 1");
}

}  // namespace splitee
