// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/files/json_text.h"

#include <algorithm>
#include <set>
#include <vector>

#include "engine/plain_text.h"

namespace splitee {

Result<nlohmann::json> parseJson(std::string_view text, const std::string& what) {
    using Event = nlohmann::json::parse_event_t;
    std::vector<std::set<std::string>> open;  // the keys of each object that is being read
    std::string twice;
    const auto watch = [&](int, Event event, nlohmann::json& parsed) {
        if (event == Event::object_start)
            open.emplace_back();
        else if (event == Event::object_end)
            open.pop_back();
        else if (event == Event::key && !open.back().insert(parsed.get<std::string>()).second &&
                 twice.empty())
            twice = parsed.get<std::string>();
        return true;
    };
    try {
        auto json = nlohmann::json::parse(text, watch);
        if (!twice.empty())
            return fail(what + " holds the key '" + shownText(twice, 100) +
                        "' twice: keep one of them");
        return json;
    } catch (
        const nlohmann::json::exception& problem) {  // also for numbers that no double can hold
        const auto* syntax = dynamic_cast<const nlohmann::json::parse_error*>(&problem);
        const std::size_t at = syntax == nullptr ? 0 : std::min(syntax->byte, text.size());
        const std::string where =
            syntax == nullptr
                ? ""
                : ", line " + std::to_string(1 + std::ranges::count(text.substr(0, at), '\n'));
        return fail(what + where + " is not valid JSON: correct it there");
    }
}

}  // namespace splitee
