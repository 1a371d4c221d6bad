// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/files/cost_profile.h"

#include <array>
#include <cmath>
#include <fstream>
#include <limits>
#include <numeric>

#include <nlohmann/json.hpp>

#include "engine/plain_text.h"
#include "engine/world/layer_costs.h"
#include "storage/files/fields_json.h"
#include "storage/files/json_text.h"

namespace splitee {
namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t kMostProfileBytes = 1U << 20;
constexpr double kMostMilliseconds = 1e9, kMostBytes = 1e12, kMostRate = 1e9, kLeastRate = 1e-9;
constexpr std::array<std::string_view, 12> kProfileKeys{"description",         "unit",
                                                        "device_ms",           "exit_ms",
                                                        "cloud_factor",        "cloud_ms",
                                                        "cut_bytes",           "input_bytes",
                                                        "energy_per_ms",       "energy_per_byte",
                                                        "megabits_per_second", "round_trip_ms"};

struct Limits {
    double least = 0, most = kMostMilliseconds;
};

std::string shownValue(const Json& value) {
    return value.is_structured()
               ? std::string(value.type_name())
               : shownText(value.dump(-1, ' ', false, Json::error_handler_t::replace), 60);
}

Result<double> numberAs(const std::string& name, const Json& value, Limits limits) {
    const double number =
        value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
    if (number >= limits.least && number <= limits.most) return number;
    return fail(name + " is " + shownValue(value) + ", but must be a number between " +
                shortNumber(limits.least) + " and " + shortNumber(limits.most));
}

// Where the key is there.
Result<void> readNumber(const Json& json, const char* key, Limits limits, double& into) {
    const auto found = json.find(key);
    if (found == json.end()) return {};
    const auto number = numberAs(key, *found, limits);
    if (!number) return tl::unexpected(number.error());
    into = *number;
    return {};
}

Result<std::vector<double>> listOf(const Json& json, const std::string& key, Limits limits) {
    const Json& list = json.at(key);
    if (!list.is_array() || list.empty() || list.size() > static_cast<std::size_t>(kMaxExits))
        return fail(key + " must be a list of 1 to " + std::to_string(kMaxExits) +
                    " numbers, one a layer");
    std::vector<double> values;
    for (const Json& one : list) {
        const auto number =
            numberAs(key + " of layer " + std::to_string(values.size() + 1), one, limits);
        if (!number) return tl::unexpected(number.error());
        values.push_back(*number);
    }
    return values;
}

Result<void> readUnit(const Json& json, PhysicalProfile& profile) {
    const auto unit = json.find("unit");
    if (unit == json.end() || *unit == "ms") return {};
    if (*unit != "energy")
        return fail("unit is " + shownValue(*unit) + ", but must be ms or energy");
    profile.unit = CostUnit::Energy;
    return {};
}

Result<void> checkKeys(const Json& json, const PhysicalProfile& profile) {
    if (json.contains("segment_flops") || json.contains("cumulative_flops"))
        return fail(
            "this is an offline profile, which says neither how fast the device is nor the link: "
            "make a profile of it with splitee costs FILE --device-gflops N --cloud-factor N "
            "--megabits-per-second N --round-trip-ms N --out profile.json");
    for (const auto& [key, value] : json.items())
        if (std::ranges::find(kProfileKeys, key) == kProfileKeys.end())
            return fail(unknownKey(key, kProfileKeys));
    std::vector<const char*> needed{"device_ms", "cut_bytes"};
    const bool time = profile.unit == CostUnit::Time;
    for (const char* key : time ? std::array{"megabits_per_second", "round_trip_ms"}
                                : std::array{"energy_per_ms", "energy_per_byte"})
        needed.push_back(key);
    for (const char* key : needed)
        if (!json.contains(key))
            return fail(
                std::string(key) + " is missing" +
                (key == needed[0] || key == needed[1]
                     ? ""
                     : std::string(", which the unit ") + (time ? "ms" : "energy") + " needs"));
    const bool factor = json.contains("cloud_factor"), times = json.contains("cloud_ms");
    if (factor && times)
        return fail("cloud_factor and cloud_ms exclude each other: give one of them");
    if (time && !factor && !times)
        return fail("the cloud's speed is missing: give cloud_factor, or cloud_ms of every layer");
    return {};
}

Result<void> readStages(const Json& json, PhysicalProfile& profile) {
    auto stages = listOf(json, "device_ms", {});
    if (!stages) return tl::unexpected(stages.error());
    const double sum = std::accumulate(stages->begin(), stages->end(), 0.0);
    if (!(sum > 0)) return fail("device_ms adds up to 0: computing must take some time");
    profile.layerMilliseconds = sum / static_cast<double>(stages->size());
    profile.stageMilliseconds = std::move(*stages);
    if (!json.contains("cloud_ms")) return {};
    auto cloud = listOf(json, "cloud_ms", {});
    if (!cloud) return tl::unexpected(cloud.error());
    if (cloud->size() != profile.stageMilliseconds.size())
        return fail("cloud_ms has " + std::to_string(cloud->size()) + " numbers, but device_ms " +
                    std::to_string(profile.stageMilliseconds.size()) + ": give one a layer");
    profile.cloudMilliseconds = std::move(*cloud);
    return {};
}

Result<void> readBytes(const Json& json, PhysicalProfile& profile) {
    const std::size_t layers = profile.stageMilliseconds.size();
    double input = std::numeric_limits<double>::quiet_NaN();
    if (auto read = readNumber(json, "input_bytes", {0, kMostBytes}, input); !read) return read;
    profile.cutBytes = {input};
    const Json& list = json.at("cut_bytes");
    if (layers == 1 && list.is_array() && list.empty()) {
        profile.cutBytes.push_back(0);
        return {};
    }
    const auto cuts = listOf(json, "cut_bytes", {0, kMostBytes});
    if (!cuts) return tl::unexpected(cuts.error());
    if (cuts->size() != layers && cuts->size() + 1 != layers)
        return fail("cut_bytes has " + std::to_string(cuts->size()) + " numbers, but device_ms " +
                    std::to_string(layers) + ": give one after each layer but the last");
    profile.cutBytes.insert(profile.cutBytes.end(), cuts->begin(), cuts->end());
    profile.cutBytes.resize(layers + 1, 0);  // nothing is sent after the last layer
    return {};
}

}  // namespace

Result<PhysicalProfile> costProfileFrom(const nlohmann::json& json) {
    if (!json.is_object()) return fail("it is not a JSON object");
    PhysicalProfile profile;
    profile.exitMilliseconds = 0;
    if (auto read = readUnit(json, profile); !read) return tl::unexpected(read.error());
    if (auto known = checkKeys(json, profile); !known) return tl::unexpected(known.error());
    if (auto read = readStages(json, profile); !read) return tl::unexpected(read.error());
    if (auto read = readBytes(json, profile); !read) return tl::unexpected(read.error());
    const std::initializer_list<std::tuple<const char*, Limits, double*>> numbers{
        {"exit_ms", {}, &profile.exitMilliseconds},
        {"cloud_factor", {kLeastRate, kMostRate}, &profile.cloudSpeed},
        {"megabits_per_second", {kLeastRate, kMostRate}, &profile.megabitsPerSecond},
        {"round_trip_ms", {}, &profile.roundTripMilliseconds},
        {"energy_per_ms", {kLeastRate, kMostRate}, &profile.energyPerMillisecond},
        {"energy_per_byte", {0, kMostRate}, &profile.energyPerByte}};
    for (const auto& [key, limits, into] : numbers)
        if (auto read = readNumber(json, key, limits, *into); !read)
            return tl::unexpected(read.error());
    return profile;
}

Result<PhysicalProfile> parseCostProfile(std::string_view text, const std::string& origin) {
    const auto json = parseJson(text, "costs " + origin);
    if (!json) return tl::unexpected(json.error());
    auto profile = costProfileFrom(*json);
    if (!profile) return fail("costs " + origin + ": " + profile.error().message);
    if (auto costs = costsOf(*profile); !costs)
        return fail("costs " + origin + ": " + costs.error().message);
    return profile;
}

std::string toJson(const PhysicalProfile& profile) {
    const bool time = profile.unit == CostUnit::Time;
    Json json{{"unit", time ? "ms" : "energy"},
              {"device_ms", profile.stageMilliseconds},
              {"exit_ms", profile.exitMilliseconds},
              {"cut_bytes", std::vector(profile.cutBytes.begin() + 1, profile.cutBytes.end())}};
    if (!std::isnan(profile.cutBytes.front())) json["input_bytes"] = profile.cutBytes.front();
    if (time) {
        json["megabits_per_second"] = profile.megabitsPerSecond;
        json["round_trip_ms"] = profile.roundTripMilliseconds;
        if (profile.cloudMilliseconds.empty())
            json["cloud_factor"] = profile.cloudSpeed;
        else
            json["cloud_ms"] = profile.cloudMilliseconds;
    } else {
        json["energy_per_ms"] = profile.energyPerMillisecond;
        json["energy_per_byte"] = profile.energyPerByte;
    }
    return json.dump(2) + "\n";
}

Result<std::string> readProfileText(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail("cannot read costs " + path.string() + ": there is no such file");
    if (std::filesystem::file_size(path, error) > kMostProfileBytes)
        return fail("costs " + path.string() + " are larger than 1 MiB: this is no profile");
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail("cannot read costs " + path.string() + ": check that you may read it");
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

bool isCostProfile(const std::filesystem::path& path) {
    const auto text = readProfileText(path);
    const auto json =
        text ? parseJson(*text, path.string()) : Result<Json>(tl::unexpected(text.error()));
    return json && json->is_object() &&
           (json->contains("device_ms") || json->contains("cut_bytes"));
}

Result<PhysicalProfile> readCostProfile(const std::filesystem::path& path) {
    const auto text = readProfileText(path);
    return text ? parseCostProfile(*text, path.string()) : tl::unexpected(text.error());
}

int layersOf(const PhysicalProfile& profile) {
    return static_cast<int>(profile.cutBytes.size()) - 1;
}

Result<CostWeights> costsOf(const PhysicalProfile& profile) {
    std::vector<double> depth(static_cast<std::size_t>(layersOf(profile)));
    std::iota(depth.begin(), depth.end(), 1.0);
    CostWeights weights = costWeightsOf(profile, depth, CostWeights().mu);
    const auto refuse = [](const std::string& what, double value) {
        return fail(what + " comes to " + shortNumber(writtenCost(value)) +
                    " lambda, but costs reach to " + shortNumber(kMostLayerCost) +
                    ": check the units");
    };
    const auto& offloads = weights.layerOffloads;
    for (std::size_t i = 0; i < offloads.layers.size(); ++i)
        if (!(offloads.layers[i] <= kMostLayerCost))
            return refuse("an offload after layer " + std::to_string(i + 1), offloads.layers[i]);
    if (offloads.input && !(*offloads.input <= kMostLayerCost))
        return refuse("sending the input", *offloads.input);
    if (!(weights.lambda2 <= kMostLayerCost)) return refuse("evaluating an exit", weights.lambda2);
    return weights;
}

}  // namespace splitee
