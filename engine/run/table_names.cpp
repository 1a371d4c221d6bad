// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/table_names.h"

#include <algorithm>
#include <charconv>

namespace splitee {
namespace {

constexpr std::string_view kClean = "-clean";

bool isSeverity(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value > 0;
}

bool isDistortionKind(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

std::size_t startOfName(std::string_view name) { return name.find_last_of("/:") + 1; }

std::string nameOf(const std::string& prefix, std::string_view distortion,
                   const std::string& ending) {
    std::string place(distortion);
    std::ranges::replace(place, ':', '-');
    return prefix + "-" + place + ending;
}

// Where a file's name says no distortion, its prefix is all of it but the ending.
TableName chosenName(const std::string& file) {
    TableName own = tableNameOf(file);
    if (!own.distortion.empty()) return own;
    const std::size_t dot = file.rfind('.');
    if (dot != std::string::npos && dot > startOfName(file)) own.ending = file.substr(dot);
    own.prefix = file.substr(0, file.size() - own.ending.size());
    return own;
}

}  // namespace

TableName tableNameOf(const std::string& name) {
    TableName found{name, "", ""};
    if (name.find('?') != std::string::npos) return found;
    const std::size_t start = startOfName(name);
    std::string_view stem = name;
    if (!name.starts_with("builtin:"))
        for (const std::string_view ending : {".exits", ".csv", ".tsv"})
            if (stem.ends_with(ending)) {
                found.ending = ending;
                stem.remove_suffix(ending.size());
                break;
            }
    if (stem.ends_with(kClean) && stem.size() > start + kClean.size()) {
        found.prefix = stem.substr(0, stem.size() - kClean.size());
        found.distortion = kClean.substr(1);
        return found;
    }
    const std::size_t last = stem.rfind('-');
    const std::size_t before =
        last == std::string_view::npos || last == 0 ? last : stem.rfind('-', last - 1);
    if (last == std::string_view::npos || before == std::string_view::npos || before <= start)
        return found;
    const std::string_view severity = stem.substr(last + 1),
                           kind = stem.substr(before + 1, last - before - 1);
    if (!isSeverity(severity) || !isDistortionKind(kind)) return found;
    found.prefix = stem.substr(0, before);
    found.distortion = std::string(kind) + ":" + std::string(severity);
    return found;
}

std::string tableBeside(const std::string& name, std::string_view distortion) {
    TableName own = tableNameOf(name);
    if (own.distortion.empty()) {
        const std::size_t dash = name.find('-', startOfName(name));
        if (dash == std::string::npos || name.find('?') != std::string::npos) return {};
        own.prefix = name.substr(0, dash);
        if (own.ending.empty() && !name.starts_with("builtin:"))
            if (const std::size_t dot = name.rfind('.'); dot != std::string::npos && dot > dash)
                own.ending = name.substr(dot);
    }
    return nameOf(own.prefix, distortion, own.ending);
}

std::vector<std::string> tablesTogether(const std::string& chosen,
                                        std::span<const std::string> distortions) {
    if (chosen.find('?') != std::string::npos) return {};
    if (distortions.size() == 1) return {chosen};
    TableName own = chosenName(chosen);
    const auto files = [&] {
        std::vector<std::string> all;
        for (const std::string& distortion : distortions)
            all.push_back(nameOf(own.prefix, distortion, own.ending));
        return all;
    };
    const auto finds = [&](const std::vector<std::string>& all) {
        for (std::size_t k = 1; k < all.size(); ++k)
            if (tableBeside(all.front(), distortions[k]) != all[k]) return false;
        return true;
    };
    std::vector<std::string> together = files();
    if (finds(together)) return together;
    // The first one's name says no distortion that can be read: its first dash ends the prefix.
    const auto start = static_cast<std::ptrdiff_t>(startOfName(own.prefix));
    std::replace(own.prefix.begin() + start, own.prefix.end(), '-', '_');
    together = files();
    std::string& first = together.front();
    std::replace(first.begin() + static_cast<std::ptrdiff_t>(own.prefix.size()) + 1, first.end(),
                 '-', '_');
    return finds(together) ? together : std::vector<std::string>();
}

}  // namespace splitee
