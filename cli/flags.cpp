// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/flags.h"

#include <algorithm>
#include <cstdio>

#include "engine/run/experiment.h"
#include "storage/files/cost_profile.h"
#include "storage/files/profile_costs.h"

namespace splitee {

std::string flagOf(std::string_view key) {
    std::string flag = "--" + std::string(key);
    std::ranges::replace(flag, '_', '-');
    return flag;
}

std::string helpOf(const FieldInfo& info) {
    std::string help(info.help);
    if (!info.choices.empty()) help += " (" + listed(info.choices) + ")";
    if (!info.unit.empty()) help += ", in " + std::string(info.unit);
    return help;
}

void addCostsFlag(const Command& command, std::string& file) {
    command
        .option("--costs", file,
                "Costs of every layer from this JSON profile of times and bytes (splitee costs "
                "shows it), in place of lambda1, lambda2 and o")
        .fileName()
        .group("Parameters");
}

Result<void> takeGivenCosts(const Command& command, const std::string& file,
                            Experiment& experiment) {
    const bool each = command.given("--offload-per-layer"), one = command.given("--offload");
    if (!command.given("--costs")) {
        if (each && one && !experiment.offloadPerLayer.empty())
            return fail(
                "--offload is one number for all layers and --offload-per-layer one for each: give "
                "one of them");
        if (one && !each) experiment.offloadPerLayer.clear();
        return {};
    }
    for (const char* flag : {"--offload", "--offload-per-layer", "--compute-per-layer"})
        if (command.given(flag))
            return fail("--costs and " + std::string(flag) +
                        " exclude each other: a profile says it for every layer");
    const auto profile = readCostProfile(file);
    if (!profile) return tl::unexpected(profile.error());
    const double lambda1 = experiment.lambda1, lambda2 = experiment.lambda2;
    if (auto taken = takeProfile(*profile, experiment); !taken) return taken;
    if (command.given("--lambda1")) experiment.lambda1 = lambda1;
    if (command.given("--lambda2")) experiment.lambda2 = lambda2;
    return {};
}

std::string offloadWords(const Experiment& experiment) {
    char number[32];
    std::snprintf(number, sizeof number, "%g", experiment.offload);
    const std::string o =
        experiment.offloadsPerLayer() ? experiment.offloadPerLayer + " by layer" : number;
    return experiment.offloadFactor == 1 ? o : o + " x " + shortNumber(experiment.offloadFactor);
}

template void addFieldFlags(const Command& command, Experiment& parameters);
template Result<Experiment> withGivenFlags(const Command& command, const Experiment& parsed,
                                           Experiment base);

}  // namespace splitee
