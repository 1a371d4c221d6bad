// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/setting_grid.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "comparison/group_curves.h"
#include "comparison/run_keys.h"
#include "engine/fields.h"
#include "engine/run/table_names.h"

namespace splitee {
namespace {

constexpr std::string_view kSourceSetting = "source", kSeveritySetting = "severity";

// "fog:3" of a live run, or of a table by its name.
std::string distortionOf(const ComparedGroup& group) {
    const RunProvenance& p = group.first.provenance;
    return p.distortion.empty() ? tableNameOf(p.source).distortion : p.distortion;
}

std::string familyOf(const ComparedGroup& group) {
    const RunProvenance& p = group.first.provenance;
    return p.distortion.empty() ? tableNameOf(p.source).prefix : p.source;
}

// "builtin:cifar10c-fog"; of what is clean the family alone.
std::string kindOfSource(const ComparedGroup& group) {
    const std::string distortion = distortionOf(group);
    const std::string kind = distortion.substr(0, distortion.find(':'));
    return familyOf(group) + (kind.empty() || kind == "clean" ? "" : "-" + kind);
}

bool isCleanGroup(const ComparedGroup& group) { return distortionOf(group) == "clean"; }

// The text of a group's value; "" where it has none.
std::string gridValue(const ComparedRuns& compared, std::size_t group, const std::string& setting,
                      bool besideSeverity) {
    if (setting == kSourceSetting)
        return besideSeverity ? kindOfSource(compared.groups[group])
                              : compared.groups[group].first.provenance.source;
    const double value = settingNumber(compared, group, setting);
    return std::isnan(value) ? std::string() : shortNumber(value);
}

class GridMaker {
public:
    GridMaker(const ComparedRuns& compared, const std::string& policy, SettingGrid& grid)
        : compared_(compared), grid_(grid) {
        for (std::size_t g = 0; g < compared.groups.size(); ++g)
            if (compared.groups[g].policy == policy) groups_.push_back(g);
        severity_ = grid.x == kSeveritySetting || grid.y == kSeveritySetting;
    }

    void make() {
        grid_.xs = valuesOf(grid_.x);
        grid_.ys = valuesOf(grid_.y);
        grid_.groups.assign(grid_.xs.size() * grid_.ys.size(), std::nullopt);
        for (const std::size_t g : groups_) {
            bool taken = false;
            for (const std::size_t column : placesOf(g, grid_.x, grid_.xs))
                for (const std::size_t row : placesOf(g, grid_.y, grid_.ys)) {
                    auto& cell = grid_.groups[row * grid_.xs.size() + column];
                    taken = taken || cell;
                    if (!cell) cell = g;
                }
            if (taken) ++grid_.left;
        }
    }

private:
    [[nodiscard]] bool spreads(std::size_t group, const std::string& setting) const {
        return setting == kSourceSetting && severity_ && isCleanGroup(compared_.groups[group]);
    }

    // What is clean makes no source of its own where a family is there distorted.
    [[nodiscard]] std::vector<std::string> valuesOf(const std::string& setting) const {
        std::vector<std::string> values;
        std::set<std::string> distorted;
        for (const std::size_t g : groups_)
            if (!isCleanGroup(compared_.groups[g])) distorted.insert(familyOf(compared_.groups[g]));
        for (const std::size_t g : groups_) {
            if (spreads(g, setting) && distorted.contains(familyOf(compared_.groups[g]))) continue;
            const std::string value = gridValue(compared_, g, setting, severity_);
            if (!value.empty() && std::ranges::find(values, value) == values.end())
                values.push_back(value);
        }
        if (setting != kSourceSetting)
            std::ranges::sort(values, {}, [](const std::string& text) {
                double number = 0;  // as shortNumber() wrote it, in any locale
                std::from_chars(text.data(), text.data() + text.size(), number);
                return number;
            });
        return values;
    }

    [[nodiscard]] std::vector<std::size_t> placesOf(std::size_t group, const std::string& setting,
                                                    const std::vector<std::string>& values) const {
        std::vector<std::size_t> places;
        const std::string own = gridValue(compared_, group, setting, severity_);
        for (std::size_t place = 0; place < values.size(); ++place)
            if (values[place] == own ||
                (spreads(group, setting) && isOfFamily(values[place], setting, group)))
                places.push_back(place);
        return places;
    }

    // Whether a source that is distorted is of the family of `clean`: by its groups, since one
    // family's name may begin with another's.
    [[nodiscard]] bool isOfFamily(const std::string& value, const std::string& setting,
                                  std::size_t clean) const {
        return std::ranges::any_of(groups_, [&](std::size_t g) {
            return gridValue(compared_, g, setting, severity_) == value &&
                   familyOf(compared_.groups[g]) == familyOf(compared_.groups[clean]);
        });
    }

    const ComparedRuns& compared_;
    SettingGrid& grid_;
    std::vector<std::size_t> groups_;
    bool severity_ = false;
};

}  // namespace

std::vector<std::string> gridSettings(const ComparedRuns& compared) {
    std::vector<std::string> settings = numericSettings(compared);
    const bool severity = std::ranges::find(settings, kSeveritySetting) != settings.end();
    std::set<std::string> sources;
    for (std::size_t g = 0; g < compared.groups.size(); ++g)
        sources.insert(gridValue(compared, g, std::string(kSourceSetting), severity));
    if (sources.size() > 1) settings.emplace_back(kSourceSetting);
    return settings;
}

std::vector<std::string> gridPolicies(const ComparedRuns& compared) {
    std::vector<std::string> policies;
    for (const ComparedGroup& group : compared.groups)
        if (std::ranges::find(policies, group.policy) == policies.end())
            policies.push_back(group.policy);
    return policies;
}

SettingGrid settingGrid(const ComparedRuns& compared, const std::string& policy,
                        const std::string& x, const std::string& y) {
    SettingGrid grid{x, y, {}, {}, {}, 0};
    GridMaker(compared, policy, grid).make();
    return grid;
}

std::optional<double> gridFigure(const ComparedGroup& group, GridFigure figure) {
    if (figure != GridFigure::Layer) {
        const auto estimate = endEstimate(
            group, figure == GridFigure::Accuracy ? EndFigure::Accuracy : EndFigure::CostMean);
        return estimate ? std::optional(estimate->mean) : std::nullopt;
    }
    std::vector<std::int64_t> pulls;
    for (const ComparedRun& run : group.runs) {
        pulls.resize(std::max(pulls.size(), run.summary.pulls.size()));
        for (std::size_t k = 0; k < run.summary.pulls.size(); ++k) pulls[k] += run.summary.pulls[k];
    }
    const auto layer = favouriteSplit(pulls);
    return layer ? std::optional<double>(*layer) : std::nullopt;
}

}  // namespace splitee
