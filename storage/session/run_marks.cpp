// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/run_marks.h"

#include <algorithm>
#include <sstream>
#include <vector>

namespace splitee {

std::string tidyTags(const std::string& text) {
    constexpr const char* kSpaces = " \t\r\n";
    std::vector<std::string> tags;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
        const auto first = part.find_first_not_of(kSpaces);
        if (first == std::string::npos) continue;
        std::string tag = part.substr(first, part.find_last_not_of(kSpaces) + 1 - first);
        if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(std::move(tag));
    }
    std::string joined;
    for (const std::string& tag : tags) joined += (joined.empty() ? "" : ", ") + tag;
    return joined;
}

}  // namespace splitee
