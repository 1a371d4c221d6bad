// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/places.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/fields.h"
#include "engine/plain_text.h"
#include "engine/world/exit_table.h"

namespace splitee {
namespace {

constexpr double kMostShare = .98;     // of the computing; beyond it the final exit costs the same
constexpr std::size_t kAutomatic = 5;  // exits before the final one, where the network is long

std::vector<std::size_t> spread(std::span<const Place> places,
                                const std::vector<std::size_t>& among, std::int64_t all,
                                std::size_t count) {
    std::vector<std::size_t> chosen;
    std::size_t first = 0;
    for (std::size_t k = 0; k < count; ++k) {
        const double goal =
            static_cast<double>(all) * static_cast<double>(k + 1) / static_cast<double>(count + 1);
        const std::size_t left = count - k;  // as many must remain
        std::size_t nearest = first;
        for (std::size_t i = first; i + left <= among.size(); ++i) {
            const auto distance = [&](std::size_t at) {
                return std::abs(static_cast<double>(places[among[at]].multiplyAdds) - goal);
            };
            if (distance(i) < distance(nearest)) nearest = i;
        }
        chosen.push_back(among[nearest]);
        first = nearest + 1;
    }
    return chosen;
}

Result<std::vector<std::size_t>> named(std::span<const Place> places, const std::string& wanted) {
    std::vector<std::size_t> chosen;
    for (std::size_t at = 0; at <= wanted.size();) {
        const std::size_t end = std::min(wanted.find(',', at), wanted.size());
        const std::string name = wanted.substr(at, end - at);
        const auto found = std::ranges::find(places, name, &Place::name);
        if (found == places.end())
            return fail("there is no place '" + shownText(name, 100) +
                        "' for an exit in it: it has " + namesOf(places));
        chosen.push_back(static_cast<std::size_t>(found - places.begin()));
        at = end + 1;
    }
    std::ranges::sort(chosen);
    const auto again = std::ranges::unique(chosen);
    chosen.erase(again.begin(), again.end());
    return chosen;
}

}  // namespace

// Of places that cost the same, such as a convolution and the ReLU on it, the last one that sends
// the least.
std::vector<std::size_t> placesWorthAnExit(std::span<const Place> places,
                                           std::int64_t multiplyAdds) {
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto share =
            static_cast<double>(places[i].multiplyAdds) / static_cast<double>(multiplyAdds);
        if (!(share > 0 && share <= kMostShare)) continue;
        if (!best.empty() && places[best.back()].multiplyAdds == places[i].multiplyAdds) {
            if (places[i].tensor.bytes <= places[best.back()].tensor.bytes) best.back() = i;
        } else {
            best.push_back(i);
        }
    }
    return best;
}

std::string namesOf(std::span<const Place> places) {
    std::string names;
    for (const Place& place : places) names += (names.empty() ? "" : ", ") + place.name;
    return shownText(names, 2000);
}

Result<std::vector<std::size_t>> choosePlaces(std::span<const Place> places,
                                              std::int64_t multiplyAdds,
                                              const std::string& wanted) {
    const auto among = placesWorthAnExit(places, multiplyAdds);
    if (among.empty())
        return fail("there is no place in it where a single tensor carries all that follows");
    std::size_t count = std::min(kAutomatic, among.size());
    if (wanted != "auto") {
        const auto [end, wrong] =
            std::from_chars(wanted.data(), wanted.data() + wanted.size(), count);
        if (end != wanted.data() + wanted.size() || wrong != std::errc()) {
            auto chosen = named(places, wanted);
            if (chosen && chosen->size() >= kMaxExits)
                return fail("at most " + std::to_string(kMaxExits - 1) + " exits can be attached");
            return chosen;
        }
        if (count < 1 || count > std::min<std::size_t>(among.size(), kMaxExits - 1))
            return fail("it has places for 1 to " +
                        std::to_string(std::min<std::size_t>(among.size(), kMaxExits - 1)) +
                        " exits, not for " + std::to_string(count));
    }
    return spread(places, among, multiplyAdds, count);
}

}  // namespace splitee
