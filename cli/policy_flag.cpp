// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/policy_flag.h"

#include <map>

#include "cli/flags.h"
#include "engine/device/policy_file.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

// What a policy file may say, as texts.
std::map<std::string_view, std::string> policyValues(const Experiment& experiment) {
    std::map<std::string_view, std::string> values;
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo& info) {
        if (isOfRun(info.key)) return;
        if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>)
            values[info.key] = shortNumber(static_cast<double>(value));
        else
            values[info.key] = "'" + shownText(value, 60) + "'";
    });
    return values;
}

}  // namespace

void addPolicyFlag(const Command& command, std::string& file) {
    command
        .option("--policy-file", file,
                "Play the policy of this JSON file, with its costs and thresholds, as a device "
                "does; other flags may not contradict it")
        .fileName();
}

Result<void> checkFlagsAgree(const Command& command, const std::string& file,
                             const Experiment& policy, const Experiment& experiment) {
    if (command.given("--costs"))
        return fail("--costs and --policy-file exclude each other: " + file +
                    " says what everything costs");
    if (command.given("--offload") && policy.offloadsPerLayer())
        return fail("--offload is one number for all layers, but " + file +
                    " has one for each: leave the flag out, or write another file");
    const auto played = policyValues(experiment);
    for (const auto& [key, value] : policyValues(policy))
        if (played.at(key) != value)
            return fail(flagOf(key) + " says " + played.at(key) + ", but the policy of " + file +
                        " plays by " + value + ": leave the flag out, or write another file");
    return {};
}

}  // namespace splitee
