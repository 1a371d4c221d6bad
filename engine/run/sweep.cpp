// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/sweep.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <set>

#include "engine/plain_text.h"
#include "engine/rng.h"
#include "engine/run/policy_entry.h"
#include "engine/run/table_names.h"

namespace splitee {
namespace {

// Saturates just above the most runs, so that no product overflows.
std::int64_t times(std::int64_t a, std::int64_t b) {
    if (a == 0 || b == 0) return 0;
    return a > kMaxSweepRuns / b ? kMaxSweepRuns + 1 : a * b;
}

Result<std::vector<SweepAxis>> completedAxes(const Sweep& sweep) {
    std::vector<SweepAxis> axes;
    for (const SweepAxis& axis : sweep.axes) {
        if (isTableAxis(axis.key)) continue;
        auto done = completed(axis);
        if (!done) return tl::unexpected(done.error());
        if (std::ranges::find(axes, axis.key, &SweepAxis::key) != axes.end())
            return fail("axis " + axis.key + " is given twice: put all its values into one");
        if (sweep.design == "grid" && done->range)
            return fail(
                "axis " + axis.key +
                " is a range without steps, which a grid cannot go through: give steps, as in " +
                axis.key + "=" + shortNumber(axis.from) + ".." + shortNumber(axis.to) +
                "/9, or choose another design");
        axes.push_back(std::move(*done));
    }
    std::ranges::sort(axes, {}, &SweepAxis::key);
    return axes;
}

// What an entry sets stays as it is at every point.
Result<void> checkEntries(const std::vector<std::string>& policies,
                          const std::vector<SweepAxis>& axes) {
    for (const std::string& entry : policies)
        for (const auto& [key, value] : valuesOf(entry))
            if (std::ranges::find(axes, key, &SweepAxis::key) != axes.end())
                return fail("axis " + key + " varies what policy " + entry +
                            " sets: leave one of them out");
    return {};
}

std::vector<std::string> textsOf(const SweepAxis& axis) {
    std::vector<std::string> texts;
    for (const AxisValue& value : axis.values) texts.push_back(std::get<std::string>(value));
    return texts;
}

// The tables of the sweep, or of its axes.
Result<std::vector<std::string>> tablesOf(const Sweep& sweep) {
    std::vector<std::string> tables = sweep.tables, distortions;
    for (const SweepAxis& axis : sweep.axes) {
        if (!isTableAxis(axis.key)) continue;
        if (std::ranges::count(sweep.axes, axis.key, &SweepAxis::key) > 1)
            return fail("axis " + axis.key + " is given twice: put all its values into one");
        const auto done = completed(axis);
        if (!done) return tl::unexpected(done.error());
        if (axis.key == kSourceAxis && !sweep.tables.empty())
            return fail(
                "axis source lists the exit tables, and tables does so too: leave one of them out");
        (axis.key == kSourceAxis ? tables : distortions) = textsOf(*done);
    }
    if (distortions.empty()) return tables;
    if (times(static_cast<std::int64_t>(tables.size()),
              static_cast<std::int64_t>(distortions.size())) > kMaxSweepRuns)
        return fail("the axes source and distortion list more exit tables than a sweep has runs, " +
                    std::to_string(kMaxSweepRuns) + ": list fewer");
    std::vector<std::string> all;
    std::set<std::string> known;
    for (const std::string& table : tables)
        for (const std::string& distortion : distortions) {
            if (tableNameOf(table).distortion.empty())
                return fail(
                    "axis distortion needs exit tables that are named as in x-clean.exits "
                    "beside x-fog-3.exits, but " +
                    shownText(table, 200) + " is not");
            // Two sources of one family have their distortions in common.
            if (std::string beside = tableBeside(table, distortion); known.insert(beside).second)
                all.push_back(std::move(beside));
        }
    return all;
}

Result<void> checkTables(const std::vector<std::string>& tables) {
    if (tables.empty())
        return fail("the sweep has no exit table: name one or more, as files or builtin:NAME");
    for (auto table = tables.begin(); table != tables.end(); ++table)
        if (std::find(tables.begin(), table, *table) != table)
            return fail("exit table " + shownText(*table, 200) + " is named twice");
    return {};
}

}  // namespace

Result<Shard> parseShard(std::string_view text) {
    Shard shard{0, 0};
    const char* end = text.data() + text.size();
    const auto [slash, first] = std::from_chars(text.data(), end, shard.part);
    const bool divided = first == std::errc() && slash != end && *slash == '/';
    const auto second = divided ? std::from_chars(slash + 1, end, shard.of)
                                : std::from_chars_result{end, std::errc::invalid_argument};
    if (second.ec != std::errc() || second.ptr != end)
        return fail("shard '" + shownText(text, 60) + "' is not PART/PARTS, as in 2/4");
    if (shard.of < 1 || shard.of > kMaxSweepRuns || shard.part < 1 || shard.part > shard.of)
        return fail("there is no shard " + shownText(text, 60) +
                    ": parts go from 1/N to N/N, as in 2/4");
    return shard;
}

Result<SweepPlan> SweepPlan::make(const Sweep& sweep) {
    if (auto valid = checkFields(sweep); !valid) return tl::unexpected(valid.error());
    if (auto valid = checkFields(sweep.experiment); !valid) return tl::unexpected(valid.error());
    auto policies = policiesOf(sweep.experiment);
    if (!policies) return tl::unexpected(policies.error());
    auto tables = tablesOf(sweep);
    if (!tables) return tl::unexpected(tables.error());
    if (auto valid = checkTables(*tables); !valid) return tl::unexpected(valid.error());
    auto axes = completedAxes(sweep);
    if (!axes) return tl::unexpected(axes.error());
    if (auto valid = checkEntries(*policies, *axes); !valid) return tl::unexpected(valid.error());
    if (sweep.experiment.offloadsPerLayer() &&
        std::ranges::find(*axes, "offload", &SweepAxis::key) != axes->end())
        return fail(
            "axis offload varies what offload_per_layer says layer by layer: vary offload_factor, "
            "which multiplies all of them");
    if (sweep.design != "grid" && axes->empty())
        return fail("a sweep of the design " + sweep.design + " needs an axis to draw from");

    SweepPlan plan;
    plan.experiment_ = sweep.experiment;
    plan.design_ = sweep.design;
    plan.designSeed_ = sweep.designSeed;
    plan.axes_ = std::move(*axes);
    plan.policies_ = std::move(*policies);
    plan.tables_ = std::move(*tables);
    plan.points_ = sweep.samples;
    if (sweep.design == "grid") {
        plan.points_ = 1;
        for (const SweepAxis& axis : plan.axes_)
            plan.points_ = times(plan.points_, static_cast<std::int64_t>(axis.values.size()));
    }
    std::int64_t runs = times(plan.points_, static_cast<std::int64_t>(plan.policies_.size()));
    for (const std::int64_t more :
         {sweep.experiment.seeds, static_cast<std::int64_t>(plan.tables_.size())})
        runs = times(runs, more);
    if (runs > kMaxSweepRuns)
        return fail(
            "the sweep has more than 1,000,000 runs, the most that a session holds: use fewer "
            "values, samples or seeds, or several sweeps");
    if (sweep.design == "latin_hypercube")
        for (const SweepAxis& axis : plan.axes_) {
            auto& part = plan.parts_.emplace_back(static_cast<std::size_t>(plan.points_));
            std::iota(part.begin(), part.end(), 0);
            Rng rng(sweep.designSeed, "latin hypercube " + axis.key);
            shuffle(part, rng);
        }
    return plan;
}

AxisValue SweepPlan::value(std::size_t axis, std::int64_t point) const {
    const SweepAxis& one = axes_[axis];
    if (design_ == "grid") {
        std::int64_t at = point;
        for (std::size_t later = axes_.size() - 1; later > axis; --later)
            at /= static_cast<std::int64_t>(axes_[later].values.size());
        return one.values[static_cast<std::size_t>(at) % one.values.size()];
    }
    const double u =
        Rng(designSeed_, design_ + " " + one.key, static_cast<std::uint64_t>(point)).uniform();
    if (design_ == "random") return valueAt(one, u);
    return valueAt(one, (static_cast<double>(parts_[axis][static_cast<std::size_t>(point)]) + u) /
                            static_cast<double>(points_));
}

Experiment SweepPlan::point(std::int64_t number) const {
    Experiment experiment = experiment_;
    for (std::size_t axis = 0; axis < axes_.size(); ++axis)
        assign(experiment, axes_[axis].key, value(axis, number));
    return experiment;
}

std::string SweepPlan::describe(std::int64_t point) const {
    std::string text;
    for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
        const AxisValue one = value(axis, point);
        const auto* number = std::get_if<double>(&one);
        text += (text.empty() ? "" : ", ") + axes_[axis].key + " " +
                (number != nullptr ? shortNumber(*number) : std::get<std::string>(one));
    }
    return text;
}

SweepRun SweepPlan::run(std::int64_t number) const {
    const auto policies = static_cast<std::int64_t>(policies_.size());
    const std::int64_t atTable = number % runsATable();
    const std::int64_t seed = atTable % experiment_.seeds;
    const std::int64_t policy = atTable / experiment_.seeds % policies;
    SweepRun run;
    run.table = static_cast<std::size_t>(number / runsATable());
    const std::string& entry = policies_[static_cast<std::size_t>(policy)];
    run.experiment = settingsOf(point(atTable / experiment_.seeds / policies), entry);
    run.spec = {std::string(policyKind(entry)),
                run.experiment.seed + static_cast<std::uint64_t>(seed)};
    run.experiment.policies = run.spec.policy;
    run.experiment.seed = run.spec.seed;
    run.experiment.seeds = 1;
    return run;
}

Result<void> SweepPlan::validateFor(World& world, const std::string& source,
                                    const std::stop_token& stop) const {
    for (std::int64_t number = 0; number < points_; ++number) {
        if (stop.stop_requested()) return fail("cancelled before a run was played");
        const auto valid = validate(point(number), world);
        if (valid) continue;
        const std::string where = describe(number);
        return fail("the sweep cannot be played on " + source +
                    (where.empty() ? "" : " at " + where) + ": " + valid.error().message);
    }
    return {};
}

}  // namespace splitee
