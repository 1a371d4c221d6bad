// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/files/offline_profile.h"

#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include <nlohmann/json.hpp>

#include "engine/fields.h"
#include "engine/plain_text.h"
#include "storage/files/cost_profile.h"
#include "storage/files/json_text.h"

namespace splitee {
namespace {

using OfflineJson = nlohmann::json;

constexpr const char* kPlacesFile = "layer_stats.csv";
constexpr std::size_t kMostPlaces = 10'000;
constexpr double kMostFlops = 1e18, kMostPlaceBytes = 1e12;
constexpr double kFlopsPerGigaflopMillisecond = 1e6;

bool isOffline(const OfflineJson& json) {
    return json.is_object() &&
           (json.contains("cumulative_flops") || json.contains("segment_flops"));
}

Result<std::vector<double>> placesOf(const OfflineJson& json, const std::string& key, double most) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array() || found->size() < 2 ||
        found->size() > kMostPlaces)
        return fail(key + " must be a list of numbers, one for each place of cutting");
    std::vector<double> values;
    for (const OfflineJson& one : *found) {
        const double value = one.is_number() ? one.get<double>() : -1;
        if (!(value >= 0 && value <= most))
            return fail(key + " holds at place " + std::to_string(values.size()) +
                        " what is no number from 0 to " + shortNumber(most));
        values.push_back(value);
    }
    return values;
}

// Numbers of places by the names of modules, the last one of those that lie in another.
Result<std::map<std::string, std::size_t>> readPlaces(const std::filesystem::path& path) {
    const auto text = readProfileText(path);
    if (!text) return tl::unexpected(text.error());
    std::map<std::string, std::size_t> places;
    std::size_t number = 0;
    bool header = true;
    for (std::size_t from = 0; from < text->size();) {
        const std::size_t end = std::min(text->find('\n', from), text->size());
        const std::string_view line = std::string_view(*text).substr(from, end - from);
        from = end + 1;
        if (std::exchange(header, false)) {
            if (line.starts_with("boundary_id,name,")) continue;
            return fail("it does not begin with boundary_id,name,..");
        }
        const std::size_t comma = line.find(',');
        const std::size_t next = comma == line.npos ? line.npos : line.find(',', comma + 1);
        if (next == line.npos || line.substr(0, comma) != std::to_string(number))
            return fail("line " + std::to_string(number + 2) + " is not " + std::to_string(number) +
                        ",NAME,..");
        const std::string name(line.substr(comma + 1, next - comma - 1));
        places[name] = number;
        if (const std::size_t dot = name.find('.'); dot != name.npos)
            places[name.substr(0, dot)] = number;
        if (++number > kMostPlaces) return fail("it has too many places");
    }
    return places;
}

struct Attached {
    std::string name;
    std::optional<std::string> module;
    double accuracy = std::numeric_limits<double>::quiet_NaN();
};

Result<std::vector<Attached>> exitsOf(const OfflineJson& json) {
    const auto found = json.find("exits");
    if (found == json.end() || !found->is_array() || found->empty() ||
        found->size() > static_cast<std::size_t>(kMaxExits))
        return fail("exits must be a list of 1 to " + std::to_string(kMaxExits) + " exits");
    std::vector<Attached> exits;
    for (const OfflineJson& one : *found) {
        const std::string which = "exit " + std::to_string(exits.size() + 1);
        if (!one.is_object() || !one.contains("exit_id") || !one["exit_id"].is_string())
            return fail(which + " has no exit_id");
        Attached exit{one["exit_id"].get<std::string>(), {}};
        const auto module = one.find("attach_point");
        if (module != one.end() && module->is_string()) exit.module = module->get<std::string>();
        const auto accuracy = one.find("test_accuracy");
        if (accuracy != one.end() && accuracy->is_number()) exit.accuracy = accuracy->get<double>();
        const bool last = &one == &found->back();
        if (!last && !exit.module)
            return fail(which + " (" + shownText(exit.name, 60) + ") has no attach_point");
        exits.push_back(std::move(exit));
    }
    return exits;
}

Result<std::vector<std::size_t>> placesOfExits(const std::vector<Attached>& exits,
                                               std::size_t places,
                                               const std::filesystem::path& folder) {
    std::map<std::string, std::size_t> known;
    const std::filesystem::path file = folder / kPlacesFile;
    if (exits.size() > 1) {
        std::error_code error;
        if (!std::filesystem::exists(file, error))
            return fail("where its exits are is said by " + std::string(kPlacesFile) +
                        ", which is not beside it: put it there");
        auto read = readPlaces(file);
        if (!read) return fail(std::string(kPlacesFile) + " beside it: " + read.error().message);
        known = std::move(*read);
    }
    std::vector<std::size_t> at;
    for (const Attached& exit : exits) {
        std::size_t place = places - 1;  // an exit without a module is the network's end
        if (exit.module) {
            const auto found = known.find(*exit.module);
            if (found == known.end())
                return fail("exit " + shownText(exit.name, 60) + " is attached to " +
                            shownText(*exit.module, 60) + ", which " + kPlacesFile +
                            " does not know");
            place = found->second;
        }
        if (place == 0 || place >= places || (!at.empty() && place <= at.back()))
            return fail("exit " + shownText(exit.name, 60) +
                        " does not lie behind the one before it");
        at.push_back(place);
    }
    return at;
}

Result<OfflineProfile> offlineFrom(const OfflineJson& json, const std::filesystem::path& folder) {
    if (!isOffline(json)) return fail("it has no cumulative_flops: this is no offline profile");
    const auto flops = placesOf(json, "cumulative_flops", kMostFlops);
    if (!flops) return tl::unexpected(flops.error());
    const char* key = json.contains("serialized_bytes") ? "serialized_bytes" : "activation_bytes";
    const auto bytes = placesOf(json, key, kMostPlaceBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->size() != flops->size())
        return fail("cumulative_flops has " + std::to_string(flops->size()) + " places, but " +
                    key + " " + std::to_string(bytes->size()));
    if (!std::ranges::is_sorted(*flops)) return fail("cumulative_flops falls");
    if (!(flops->back() > 0)) return fail("cumulative_flops says that nothing is computed");
    const auto exits = exitsOf(json);
    if (!exits) return tl::unexpected(exits.error());
    const auto at = placesOfExits(*exits, flops->size(), folder);
    if (!at) return tl::unexpected(at.error());
    OfflineProfile profile;
    profile.cutBytes.push_back(bytes->front());
    double before = 0;
    for (std::size_t k = 0; k < exits->size(); ++k) {
        profile.exits.push_back((*exits)[k].name);
        profile.accuracy.push_back((*exits)[k].accuracy);
        profile.stageFlops.push_back((*flops)[(*at)[k]] - before);
        profile.cutBytes.push_back((*bytes)[(*at)[k]]);
        before = (*flops)[(*at)[k]];
    }
    return profile;
}

}  // namespace

bool isOfflineProfile(const std::filesystem::path& path) {
    const auto text = readProfileText(path);
    const auto json =
        text ? parseJson(*text, path.string()) : Result<OfflineJson>(tl::unexpected(text.error()));
    return json && isOffline(*json);
}

Result<OfflineProfile> readOfflineProfile(const std::filesystem::path& path) {
    const auto text = readProfileText(path);
    if (!text) return tl::unexpected(text.error());
    const auto json = parseJson(*text, "offline profile " + path.string());
    if (!json) return tl::unexpected(json.error());
    auto profile = offlineFrom(*json, path.parent_path());
    if (!profile) return fail("offline profile " + path.string() + ": " + profile.error().message);
    return profile;
}

PhysicalProfile onDevice(const OfflineProfile& offline, double gigaflops, PhysicalProfile rest) {
    double sum = 0;
    rest.stageMilliseconds.clear();
    rest.cloudMilliseconds.clear();
    for (const double flops : offline.stageFlops) {
        rest.stageMilliseconds.push_back(flops / (gigaflops * kFlopsPerGigaflopMillisecond));
        sum += rest.stageMilliseconds.back();
    }
    rest.layerMilliseconds = sum / static_cast<double>(offline.stageFlops.size());
    rest.cutBytes = offline.cutBytes;
    return rest;
}

}  // namespace splitee
