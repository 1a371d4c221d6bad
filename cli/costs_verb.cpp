// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdio>
#include <memory>
#include <numeric>

#include <nlohmann/json.hpp>

#include "cli/flags.h"
#include "cli/json_text.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"
#include "engine/world/layer_costs.h"
#include "storage/files/cost_profile.h"
#include "storage/files/offline_profile.h"

namespace splitee {
namespace {

struct CostsFlags {
    std::string file, unit = "ms", out;
    double gigaflops = 1, exitMs = 0, cloudFactor = 10, megabits = 10, roundTripMs = 20,
           energyPerMs = 1, energyPerByte = 0;
    bool json = false;
};

constexpr double kBytesInAKilobyte = 1000;

// A flag, where what it says goes, and the range of that.
struct Override {
    const char* flag;
    const double* from;
    double* to;
    double least;
};

Result<void> layOver(const Command& verb, const CostsFlags& flags, PhysicalProfile& profile) {
    constexpr double kLeast = 1e-9, kMost = 1e9;
    if (verb.given("--unit")) {
        if (flags.unit != "ms" && flags.unit != "energy")
            return fail("unknown --unit '" + shownText(flags.unit, 60) +
                        "': valid are ms or energy");
        profile.unit = flags.unit == "ms" ? CostUnit::Time : CostUnit::Energy;
    }
    for (const Override& one :
         {Override{"--exit-ms", &flags.exitMs, &profile.exitMilliseconds, 0},
          Override{"--cloud-factor", &flags.cloudFactor, &profile.cloudSpeed, kLeast},
          Override{"--megabits-per-second", &flags.megabits, &profile.megabitsPerSecond, kLeast},
          Override{"--round-trip-ms", &flags.roundTripMs, &profile.roundTripMilliseconds, 0},
          Override{"--energy-per-ms", &flags.energyPerMs, &profile.energyPerMillisecond, kLeast},
          Override{"--energy-per-byte", &flags.energyPerByte, &profile.energyPerByte, 0}}) {
        if (!verb.given(one.flag)) continue;
        if (!(*one.from >= one.least && *one.from <= kMost))
            return fail(std::string(one.flag) + " is " + shortNumber(*one.from) +
                        ", but must be between " + shortNumber(one.least) + " and " +
                        shortNumber(kMost));
        *one.to = *one.from;
    }
    if (verb.given("--cloud-factor")) profile.cloudMilliseconds.clear();
    if (profile.unit == CostUnit::Energy && !(profile.energyPerMillisecond > 0))
        return fail("the unit energy needs --energy-per-ms and --energy-per-byte");
    return {};
}

// What an offline profile does not say must be said.
Result<void> saysTheRest(const Command& verb, const CostsFlags& flags) {
    std::vector<const char*> needed{"--device-gflops"};
    if (flags.unit == "energy")
        needed.insert(needed.end(), {"--energy-per-ms", "--energy-per-byte"});
    else
        needed.insert(needed.end(), {"--cloud-factor", "--megabits-per-second", "--round-trip-ms"});
    for (const char* flag : needed)
        if (!verb.given(flag))
            return fail(flags.file + " is an offline profile, which says no speeds: give " + flag);
    if (!(flags.gigaflops >= 1e-6 && flags.gigaflops <= 1e9))
        return fail("--device-gflops is " + shortNumber(flags.gigaflops) +
                    ", but must be between 1e-06 and 1000000000");
    return {};
}

struct NamedProfile {
    PhysicalProfile profile;
    std::vector<std::string> names;  // of exits, or empty
};

Result<NamedProfile> requestedProfile(const Command& verb, const CostsFlags& flags) {
    NamedProfile named;
    if (isOfflineProfile(flags.file)) {
        if (auto said = saysTheRest(verb, flags); !said) return tl::unexpected(said.error());
        const auto offline = readOfflineProfile(flags.file);
        if (!offline) return tl::unexpected(offline.error());
        PhysicalProfile rest;
        rest.exitMilliseconds = 0;
        named = {onDevice(*offline, flags.gigaflops, rest), offline->exits};
    } else {
        if (verb.given("--device-gflops"))
            return fail("--device-gflops is for offline profiles: " + flags.file +
                        " says milliseconds itself");
        auto profile = readCostProfile(flags.file);
        if (!profile) return tl::unexpected(profile.error());
        named.profile = std::move(*profile);
    }
    if (auto laid = layOver(verb, flags, named.profile); !laid) return tl::unexpected(laid.error());
    return named;
}

nlohmann::json costsJson(const NamedProfile& named, const CostWeights& costs) {
    const auto& offloads = costs.layerOffloads;
    nlohmann::json layers = nlohmann::json::array();
    for (std::size_t i = 0; i < offloads.layers.size(); ++i) {
        nlohmann::json layer{{"layer", i + 1},
                             {"device_ms", named.profile.stageMilliseconds[i]},
                             {"bytes", named.profile.cutBytes[i + 1]},
                             {"compute", writtenCost(costs.layerComputing[i])},
                             {"offload", writtenCost(offloads.layers[i])}};
        if (!named.names.empty()) layer["exit"] = named.names[i];
        layers.push_back(layer);
    }
    return {{"layers", layers},
            {"lambda_ms", named.profile.layerMilliseconds},
            {"lambda2", writtenCost(costs.lambda2)},
            {"offload_mean", writtenCost(costs.offload)},
            {"offload_of_input",
             offloads.input ? nlohmann::json(writtenCost(*offloads.input)) : nlohmann::json()},
            {"units",
             {{"device_ms", "ms"},
              {"bytes", "bytes"},
              {"compute", "lambda"},
              {"offload", "lambda"},
              {"lambda_ms", "ms"},
              {"lambda2", "lambda"},
              {"offload_mean", "lambda"},
              {"offload_of_input", "lambda"}}}};
}

void printCosts(const CostsFlags& flags, const NamedProfile& named, const CostWeights& costs) {
    const PhysicalProfile& profile = named.profile;
    const auto& offloads = costs.layerOffloads;
    const bool time = profile.unit == CostUnit::Time;
    std::printf("%s: %d layers, costs in %s\n\nlayer  device ms        kB  computing  offload o\n",
                printable(flags.file).c_str(), layersOf(profile),
                time ? "time" : "the device's energy");
    if (offloads.input)
        std::printf("input  %9s  %8.1f  %9s  %9.3f\n", "-", profile.cutBytes[0] / kBytesInAKilobyte,
                    "-", *offloads.input);
    for (std::size_t i = 0; i < offloads.layers.size(); ++i) {
        std::printf("%5zu  %9.3f  ", i + 1, profile.stageMilliseconds[i]);
        if (i + 1 < offloads.layers.size())
            std::printf("%8.1f  %9.3f  %9.3f", profile.cutBytes[i + 1] / kBytesInAKilobyte,
                        costs.layerComputing[i], offloads.layers[i]);
        else
            std::printf("%8s  %9.3f  %9s", "-", costs.layerComputing[i], "-");
        std::printf("%s\n", named.names.empty() ? "" : ("  " + printable(named.names[i])).c_str());
    }
    std::printf(
        "\none lambda is a stage's mean, %.4g ms on the device%s; lambda2 %.4g; o is %.4g on "
        "average "
        "over the cuts\n",
        profile.layerMilliseconds, time ? "" : " in energy", costs.lambda2, costs.offload);
}

int costsNow(const Command& verb, const CostsFlags& flags) {
    if (auto one = oneOnStdout({{"--out", isStdout(flags.out)}, {"--json", flags.json}}); !one)
        return report(one.error(), kExitUsage);
    const auto named = requestedProfile(verb, flags);
    if (!named) return report(named.error(), kExitUsage);
    const auto costs = costsOf(named->profile);
    if (!costs) return report({flags.file + ": " + costs.error().message}, kExitUsage);
    if (!flags.out.empty())
        if (auto written = writeText(flags.out, "costs", toJson(named->profile)); !written)
            return report(written.error());
    if (flags.json)
        printJson(costsJson(*named, *costs));
    else if (!isStdout(flags.out))
        printCosts(flags, *named, *costs);
    return kExitFine;
}

}  // namespace

void addCostsVerb(Command program) {
    const Command verb = program.addCommand(
        "costs", "What computing and sending cost at each layer by a profile of times and bytes");
    const auto flags = std::make_shared<CostsFlags>();
    verb.option("file", flags->file,
                "A profile as --costs takes it, or offline_profile.json of a testbed with "
                "layer_stats.csv beside it")
        .required();
    verb.option("--device-gflops", flags->gigaflops,
                "10^9 operations a second of the device, for an offline profile")
        .number()
        .group("In place of what the file says");
    const auto number = [&](const char* flag, double& value, const char* help) {
        verb.option(flag, value, help).number().group("In place of what the file says");
    };
    number("--exit-ms", flags->exitMs, "Evaluating one exit on the device, in ms");
    number("--cloud-factor", flags->cloudFactor, "The cloud computes so many times as fast");
    number("--megabits-per-second", flags->megabits, "Bandwidth of the link");
    number("--round-trip-ms", flags->roundTripMs, "Round trip of the link without payload, in ms");
    verb.option("--unit", flags->unit,
                "What costs stand for: time or the device's energy (ms or "
                "energy)")
        .group("In place of what the file says");
    number("--energy-per-ms", flags->energyPerMs, "Of the device while it computes");
    number("--energy-per-byte", flags->energyPerByte, "Of a byte sent, in the same unit");
    verb.option("--out", flags->out, "Write a profile for --costs to this JSON file, - for stdout")
        .fileName()
        .group("Output");
    verb.flag("--json", flags->json, "One JSON object on stdout").group("Output");
    verb.footer(
        "Example: splitee costs profile.json --megabits-per-second 2 --out slow.json\n"
        "         splitee run --table builtin:cifar10-clean --costs slow.json");
    verb.onRun([verb, flags] { return costsNow(verb, *flags); });
}

}  // namespace splitee
