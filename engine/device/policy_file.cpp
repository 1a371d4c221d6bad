// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/policy_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <vector>

#include "engine/device/device_world.h"
#include "engine/device/flat_json.h"
#include "engine/plain_text.h"
#include "engine/policies/policy_kind.h"
#include "engine/policies/policy_list.h"
#include "engine/world/layer_costs.h"
#include "engine/world/temperature.h"

namespace splitee {
namespace {

constexpr std::array<std::string_view, 5> kOfRun{"order", "seeds", "seed", "rounds", "schedule"};
constexpr std::array<std::string_view, 7> kNeeded{
    "policy", "rules", "mu", "lambda1", "lambda2", "compute_per_layer", "alpha"};
constexpr std::string_view kDescription = "description";

std::string shownValue(const FlatEntry& entry) {
    const std::string value = shownText(entry.value, 60);
    return entry.kind == FlatEntry::Kind::Text ? "'" + value + "'" : value;
}

template <class Value>
Result<void> setField(Value& value, const FlatEntry& entry) {
    const auto expected = [&](const char* what) {
        return fail(entry.key + " is " + shownValue(entry) + ", but must be " + what);
    };
    if constexpr (std::is_same_v<Value, std::string>) {
        if (entry.kind != FlatEntry::Kind::Text) return expected("a text in quotes");
        value = entry.value;
    } else {
        const char* const what = std::is_floating_point_v<Value> ? "a number" : "a whole number";
        if (entry.kind != FlatEntry::Kind::Number) return expected(what);
        const char* const end = entry.value.data() + entry.value.size();
        const auto [stopped, problem] = std::from_chars(entry.value.data(), end, value);
        if (problem == std::errc::result_out_of_range)
            return expected("a number that fits into 64 bits");
        if (problem != std::errc() || stopped != end) return expected(what);
    }
    return {};
}

Result<void> checkKeys(const FlatJson& entries) {
    std::vector<std::string_view> known{kDescription};
    const Experiment any;
    Experiment::visitFields(any, [&](const auto&, const FieldInfo& info) {
        if (!isOfRun(info.key)) known.push_back(info.key);
    });
    for (const FlatEntry& entry : entries) {
        if (std::ranges::find(known, entry.key) != known.end()) continue;
        if (isOfRun(entry.key))
            return fail(entry.key +
                        " belongs to a run and not to a policy: leave it out, and give "
                        "it to splitee run");
        const std::string meant = nearest(entry.key, known);
        return fail("unknown key '" + shownText(entry.key, 100) + "': " +
                    (meant.empty() ? "valid are " + listed(known) : "did you mean " + meant + "?"));
    }
    const auto has = [&](std::string_view key) {
        return std::ranges::find(entries, key, &FlatEntry::key) != entries.end();
    };
    for (const std::string_view key : kNeeded)
        if (!has(key)) return fail(std::string(key) + " is missing");
    if (!has("offload") && !has("offload_per_layer"))
        return fail("offload is missing, or offload_per_layer in its place");
    return {};
}

Result<Experiment> policyFrom(std::string_view text) {
    const auto entries = parseFlatJson(text, kMostPolicyBytes);
    if (!entries) return tl::unexpected(entries.error());
    if (auto keys = checkKeys(*entries); !keys) return tl::unexpected(keys.error());
    Experiment experiment;
    Result<void> result;
    Experiment::visitFields(experiment, [&](auto& value, const FieldInfo& info) {
        const auto entry = std::ranges::find(*entries, info.key, &FlatEntry::key);
        if (result && entry != entries->end()) result = setField(value, *entry);
    });
    if (result) result = checkDevicePolicy(experiment);
    if (!result) return tl::unexpected(result.error());
    return experiment;
}

bool readsContext(std::string_view policy) {
    bool reads = false;
    withPolicyType(policy, "", [&]<class P>(std::type_identity<P>) {
        reads = requires { P::kUsesContext; };
    });
    return reads;
}

}  // namespace

bool isOfRun(std::string_view key) { return std::ranges::find(kOfRun, key) != kOfRun.end(); }

Result<void> checkDevicePolicy(const Experiment& experiment) {
    const auto keys = policiesOf(experiment);
    if (!keys) return tl::unexpected(keys.error());
    if (keys->size() != 1 || experiment.policies == "all")
        return fail("policy is '" + shownText(experiment.policies, 60) +
                    "', but a device plays one policy");
    const std::string& key = keys->front();
    if (hasOwnParameters(key))
        return fail("policy is '" + shownText(experiment.policies, 60) +
                    "', but a policy file says parameters on their own: write policy " +
                    std::string(policyKind(key)) + ", and its parameters beside it");
    if (readsContext(key))
        return fail("policy '" + key +
                    "' reads what is known of a sample before the split, of which a policy file "
                    "tells nothing: choose another");
    auto computing = parseLayerComputing(experiment.computePerLayer);
    if (!computing) return tl::unexpected(computing.error());
    if (computing->empty())
        return fail(
            "compute_per_layer is empty: it says what computing up to each layer takes, as "
            "in 1,2,3");
    const auto temperatures =
        parseTemperatures(experiment.temperature, static_cast<int>(computing->size()));
    if (!temperatures) return tl::unexpected(temperatures.error());
    if (key.starts_with("entropy-cascade") &&
        std::ranges::any_of(*temperatures, [](double t) { return t != 1; }))
        return fail(
            "temperature changes confidences, from which an entropy does not follow: leave "
            "it at 1 for policy '" +
            key + "'");
    DeviceWorld world(std::move(*computing));
    Experiment asLive = experiment;  // whose confidences a device corrects itself
    asLive.temperature = "1";
    return validate(asLive, world);
}

Result<Experiment> parsePolicy(std::string_view text, const std::string& origin) {
    auto experiment = policyFrom(text);
    if (!experiment) return fail("policy file " + origin + ": " + experiment.error().message);
    return experiment;
}

std::string policyText(const Experiment& experiment, const std::string& description) {
    FlatJson entries;
    if (!description.empty())
        entries.push_back({std::string(kDescription), FlatEntry::Kind::Text, description});
    std::vector<std::string_view> ofPolicies;
    std::apply(
        [&](const auto&... own) {
            (std::remove_cvref_t<decltype(own)>::visitFields(
                 own, [&](const auto&, const FieldInfo& info) { ofPolicies.push_back(info.key); }),
             ...);
        },
        experiment.policyParameters);
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo& info) {
        const bool own = std::ranges::find(ofPolicies, info.key) != ofPolicies.end();
        if (isOfRun(info.key) || (own && !readsParameter(experiment.policies, info.key))) return;
        FlatEntry entry{std::string(info.key), FlatEntry::Kind::Text, ""};
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>) {
            if (value.empty()) return;
            entry.value = value;
        } else {
            entry.kind = FlatEntry::Kind::Number;
            entry.value = shortNumber(static_cast<double>(value));
        }
        entries.push_back(std::move(entry));
    });
    return flatJsonText(entries);
}

Result<Experiment> readPolicyFile(const std::filesystem::path& path) {
    const std::string origin = path.string();
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail("cannot read policy file " + origin + ": there is no such file");
    std::ifstream in(path, std::ios::binary);
    std::string text(kMostPolicyBytes + 1, '\0');
    if (!in.read(text.data(), static_cast<std::streamsize>(text.size())) && !in.eof())
        return fail("cannot read policy file " + origin + ": check that you may read it");
    text.resize(static_cast<std::size_t>(in.gcount()));
    return parsePolicy(text, origin);
}

}  // namespace splitee
