// SPDX-License-Identifier: GPL-3.0-or-later
// Groups along one setting: the papers' figures of accuracy and cost against offload cost,
// threshold or severity.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "comparison/group_curves.h"
#include "engine/plain_text.h"
#include "engine/policies/policy_info.h"
#include "engine/run/table_names.h"

namespace splitee {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kSeverity = "severity";

double numberIn(std::string_view text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() && std::isfinite(value)
               ? value
               : kUnknown;
}

// The distortion of a live run; else the name of the table, without the ending of a file.
std::string distortedName(const RunProvenance& p) {
    if (!p.distortion.empty()) return p.distortion;
    return p.source.substr(0, p.source.size() - tableNameOf(p.source).ending.size());
}

// "gaussian_blur:0.8" and "builtin:cifar10-gaussian_blur-0.8": 0.8; "clean" and "..-clean": 0.
double severityOf(const ComparedGroup& group) {
    const RunProvenance& p = group.first.provenance;
    const std::string text = distortedName(p);
    if (text.ends_with("clean")) return 0;
    const std::size_t before = text.find_last_of(p.distortion.empty() ? "-" : ":");
    return before == std::string::npos ? kUnknown
                                       : numberIn(std::string_view(text).substr(before + 1));
}

// What changes with the severity by itself.
bool isSource(const std::string& key) {
    return key == "source" || key == "distortion" || key == "data_hash";
}
bool isMadeBy(const std::string& key) {
    return key == "program" || key == "cpu" || key == "threads" || key == "libraries";
}

// A severity compares only where the sources are those of one distortion; the text before the
// number says which.
std::string sourceWithoutSeverity(const ComparedGroup& group) {
    const RunProvenance& p = group.first.provenance;
    const std::string text = distortedName(p);
    if (text.ends_with("clean")) return {};
    return text.substr(0, text.find_last_of(p.distortion.empty() ? "-" : ":"));
}

}  // namespace

double settingNumber(const ComparedRuns& compared, std::size_t group, const std::string& setting) {
    if (setting == kSeverity) return severityOf(compared.groups[group]);
    const auto found = std::ranges::find(compared.settings, setting, &ComparedSetting::key);
    return found == compared.settings.end() ? kUnknown : numberIn(found->values[group]);
}

std::vector<std::string> numericSettings(const ComparedRuns& compared) {
    std::vector<std::string> keys;
    for (const ComparedSetting& setting : compared.settings)
        if (!isSource(setting.key) && !isMadeBy(setting.key) && setting.key != "model_hash")
            keys.push_back(setting.key);
    keys.emplace_back(kSeverity);
    std::erase_if(keys, [&](const std::string& key) {
        std::set<double> values;
        for (std::size_t g = 0; g < compared.groups.size(); ++g)
            if (const double value = settingNumber(compared, g, key); !std::isnan(value))
                values.insert(value);
        return values.size() < 2;
    });
    return keys;
}

std::vector<SettingSeries> seriesOver(const ComparedRuns& compared, const std::string& setting) {
    std::set<std::string> distortions;
    if (setting == kSeverity)
        for (const ComparedGroup& group : compared.groups)
            if (const std::string name = sourceWithoutSeverity(group); !name.empty())
                distortions.insert(name);
    std::map<std::string, SettingSeries> byRest;
    for (std::size_t g = 0; g < compared.groups.size(); ++g) {
        const double x = settingNumber(compared, g, setting);
        if (std::isnan(x)) continue;
        const PolicyInfo* info = findPolicy(compared.groups[g].policy);
        std::string key,
            label = info != nullptr ? std::string(info->label) : compared.groups[g].policy;
        for (const ComparedSetting& other : compared.settings) {
            const bool goesAlong =
                other.key == setting || (setting == kSeverity && isSource(other.key));
            if (!other.differs() || goesAlong || isMadeBy(other.key)) continue;
            key += other.key + "=" + other.values[g] + "\n";
            const bool known =
                other.key == "policy" || other.values[g].empty() || (other.key == "data_hash");
            // What only tells one policy from another needs no words.
            const bool same = std::ranges::all_of(compared.groups, [&](const ComparedGroup& group) {
                return group.policy != compared.groups[g].policy ||
                       other.values[static_cast<std::size_t>(&group - compared.groups.data())] ==
                           other.values[g];
            });
            if (!known && !same)
                label += ", " + (other.key == "source"
                                     ? other.values[g]
                                     : other.key + " " + shownText(other.values[g], 40));
        }
        if (setting == kSeverity && distortions.size() > 1) {
            const std::string name = sourceWithoutSeverity(compared.groups[g]);
            if (name.empty()) continue;  // clean belongs to none of several
            key += name;
            label += ", " + name;
        }
        SettingSeries& series = byRest[key];
        series.label = label;
        series.policy = compared.groups[g].policy;
        const auto at = std::ranges::upper_bound(series.x, x) - series.x.begin();
        series.x.insert(series.x.begin() + at, x);
        series.groups.insert(series.groups.begin() + at, g);
    }
    std::vector<SettingSeries> all;
    for (auto& [key, series] : byRest) all.push_back(std::move(series));
    std::ranges::sort(all, {},
                      [](const SettingSeries& s) { return *std::ranges::min_element(s.groups); });
    return all;
}

}  // namespace splitee
