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
    std::string place(distortion);
    std::ranges::replace(place, ':', '-');
    return own.prefix + "-" + place + own.ending;
}

}  // namespace splitee
