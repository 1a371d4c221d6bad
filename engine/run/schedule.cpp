// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/schedule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>

#include "engine/plain_text.h"
#include "engine/rng.h"
#include "engine/run/experiment.h"
#include "engine/run/schedule_words.h"

namespace splitee {
namespace {

constexpr std::size_t kMostEntries = 1000;

double& settingOf(std::string_view key, CostWeights& weights, double& alpha) {
    if (key == "mu") return weights.mu;
    if (key == "lambda1") return weights.lambda1;
    if (key == "lambda2") return weights.lambda2;
    if (key == "offload") return weights.offload;
    if (key == "offload_factor") return weights.offloadFactor;
    return alpha;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string quoted(std::string_view text) { return "'" + shownText(text, 100) + "'"; }

// A value must be one that the parameter itself may have.
Result<void> checkValue(std::string_view key, double value, const Experiment& experiment) {
    Experiment changed = experiment;
    CostWeights weights{changed.mu, changed.lambda1, changed.lambda2, changed.offload,
                        changed.offloadFactor};
    settingOf(key, weights, changed.alpha) = value;
    changed.mu = weights.mu;
    changed.lambda1 = weights.lambda1;
    changed.lambda2 = weights.lambda2;
    changed.offload = weights.offload;
    changed.offloadFactor = weights.offloadFactor;
    if (auto valid = checkFields(changed); !valid)
        return fail("schedule: " + valid.error().message);
    return {};
}

}  // namespace

double Conditions::setting(std::string_view key) const {
    Conditions copy = *this;
    return settingOf(key, copy.weights, copy.alpha);
}

std::size_t Conditions::sourceOf(std::uint64_t seed, std::int64_t t) const {
    if (share <= 0) return source;
    return Rng(seed, "schedule", static_cast<std::uint64_t>(t)).uniform() < share ? rising : source;
}

Result<void> Schedule::add(std::string_view text, const Experiment& experiment,
                           std::int64_t rounds) {
    const std::string what = "schedule entry " + quoted(text);
    const std::size_t mark = text.rfind('@');
    if (mark == std::string_view::npos || mark == 0)
        return fail(what +
                    " cannot be read: write SOURCE@ROUND or KEY=VALUE@ROUND, as in "
                    "'gaussian_blur:0.8@2000' or 'offload=8@2000..4000'");
    const std::string_view when = trimmed(text.substr(mark + 1));
    const std::size_t dots = when.find("..");
    const auto start = number<std::int64_t>(when.substr(0, dots));
    const auto end =
        dots == std::string_view::npos ? start : number<std::int64_t>(when.substr(dots + 2));
    if (!start || !end || *start < 0)
        return fail(what + " has no round: write a number from 0 on, or FIRST..LAST for a ramp");
    if (dots != std::string_view::npos && *end <= *start)
        return fail(what + " ends before it starts: write FIRST..LAST with FIRST < LAST");
    if (*start > rounds || *end > rounds)
        return fail(what + " reaches beyond the end: a run has " + std::to_string(rounds) +
                    " rounds");
    Entry entry;
    entry.start = std::max<std::int64_t>(1, *start);
    entry.end = std::max(entry.start, *end);
    const std::string_view subject = trimmed(text.substr(0, mark));
    const std::size_t equals = subject.find('=');
    // "table.csv?column=value" names rows of a table; no key has a question mark.
    if (equals == std::string_view::npos || subject.find('?') < equals) {
        const auto known = std::ranges::find(sources_, subject);
        entry.source = static_cast<std::size_t>(known - sources_.begin());
        if (known == sources_.end()) sources_.emplace_back(subject);
    } else {
        entry.key = trimmed(subject.substr(0, equals));
        if (std::ranges::find(kSettings, entry.key) == kSettings.end()) {
            const std::string meant = nearest(entry.key, kSettings);
            return fail(what + " names " + quoted(entry.key) + ", which cannot change: " +
                        (meant.empty() ? "" : "did you mean " + meant + "? ") + "valid are " +
                        listed(kSettings));
        }
        if (entry.key == "offload" && experiment.offloadsPerLayer())
            return fail(what +
                        " changes what offload_per_layer says layer by layer: change "
                        "offload_factor, which multiplies all of them");
        const auto value = number<double>(trimmed(subject.substr(equals + 1)));
        if (!value) return fail(what + " has no value: write " + entry.key + "=NUMBER@ROUND");
        if (auto valid = checkValue(entry.key, *value, experiment); !valid) return valid;
        entry.value = *value;
    }
    entries_.push_back(entry);
    return {};
}

Result<void> Schedule::finish() {
    std::ranges::stable_sort(entries_, {}, &Entry::start);
    for (std::size_t k = 0; k < entries_.size(); ++k)
        for (std::size_t j = k + 1; j < entries_.size(); ++j)
            if (entries_[k].key == entries_[j].key &&
                (entries_[j].start == entries_[k].start || entries_[j].start < entries_[k].end))
                return fail("schedule changes " +
                            (entries_[k].key.empty() ? "the source" : entries_[k].key) +
                            " twice at round " + std::to_string(entries_[j].start) +
                            ": let one change end before the next begins");
    return {};
}

Result<Schedule> Schedule::of(const Experiment& experiment, std::int64_t rounds) {
    Schedule schedule;
    schedule.weights_ = experiment.costWeights();
    schedule.alpha_ = experiment.alpha;
    std::string_view rest = experiment.schedule;
    if (trimmed(rest).empty()) return schedule;
    for (bool more = true; more;) {
        const std::size_t comma = rest.find(',');
        more = comma != std::string_view::npos;
        const std::string_view entry = trimmed(rest.substr(0, comma));
        if (more) rest.remove_prefix(comma + 1);
        if (entry.empty())
            return fail("schedule has an empty entry: separate entries by one comma");
        const auto entries = writtenOut(entry, rounds);
        if (!entries) return tl::unexpected(entries.error());
        if (schedule.entries_.size() + entries->size() > kMostEntries)
            return fail("schedule has more than " + std::to_string(kMostEntries) + " entries");
        for (const std::string& one : *entries)
            if (auto added = schedule.add(one, experiment, rounds); !added)
                return tl::unexpected(added.error());
    }
    if (auto valid = schedule.finish(); !valid) return tl::unexpected(valid.error());
    return schedule;
}

Conditions Schedule::at(std::int64_t t) const {
    Conditions now{weights_, alpha_};
    for (const Entry& entry : entries_) {
        if (entry.start > t) break;
        const bool ramp = t < entry.end;
        const double share = ramp ? static_cast<double>(t - entry.start) /
                                        static_cast<double>(entry.end - entry.start)
                                  : 1;
        if (!entry.key.empty()) {
            double& value = settingOf(entry.key, now.weights, now.alpha);
            value = ramp ? value + share * (entry.value - value) : entry.value;
        } else if (ramp) {
            now.rising = entry.source;
            now.share = share;
        } else {
            now.source = entry.source;
            now.share = 0;
        }
    }
    return now;
}

std::int64_t Schedule::nextChange(std::int64_t t) const {
    std::int64_t next = std::numeric_limits<std::int64_t>::max();
    for (const Entry& entry : entries_) {
        if (entry.start > t)
            next = std::min(next, entry.start);
        else if (t < entry.end)
            return t + 1;
    }
    return next;
}

std::vector<std::int64_t> Schedule::switches() const {
    std::vector<std::int64_t> rounds;
    for (const Entry& entry : entries_) {
        if (entry.start > 1) rounds.push_back(entry.start);
        if (entry.end > entry.start) rounds.push_back(entry.end);
    }
    std::ranges::sort(rounds);
    rounds.erase(std::unique(rounds.begin(), rounds.end()), rounds.end());
    return rounds;
}

std::span<const Schedule::Entry> Schedule::begun(std::int64_t round) const {
    const auto later = std::ranges::upper_bound(entries_, round, {}, &Entry::start);
    return {entries_.begin(), later};
}

Result<void> Schedule::mayFollow(const Schedule& before, std::int64_t round) const {
    const auto known =
        static_cast<std::ptrdiff_t>(std::min(before.sources_.size(), sources_.size()));
    if (sources_.size() < before.sources_.size() ||
        !std::equal(sources_.begin(), sources_.begin() + known, before.sources_.begin()))
        return fail(
            "the schedule of a run that plays must go on naming its sources, in their order: add "
            "new ones at its end");
    if (!std::ranges::equal(begun(round), before.begun(round)))
        return fail("the schedule changes what was in force up to round " + std::to_string(round) +
                    ", which has been played: leave that as it "
                    "is, and let a change begin at round " +
                    std::to_string(round + 1) + " or later");
    return {};
}

std::string withChange(std::string_view schedule, std::string_view change, std::int64_t round) {
    const auto keyOf = [](std::string_view subject) {
        const std::size_t equals = subject.find('=');
        return equals == std::string_view::npos ? std::string_view()
                                                : trimmed(subject.substr(0, equals));
    };
    std::string text;
    for (std::size_t from = 0; from < schedule.size();) {
        const std::size_t comma = std::min(schedule.find(',', from), schedule.size());
        const std::string_view entry = trimmed(schedule.substr(from, comma - from));
        from = comma + 1;
        const std::size_t mark = std::min(entry.rfind('@'), entry.size());
        const std::string_view when =
            mark < entry.size() ? entry.substr(mark + 1) : std::string_view();
        const auto start = number<std::int64_t>(trimmed(when.substr(0, when.find(".."))));
        // Round 0 is round 1, see add().
        if (start && std::max<std::int64_t>(1, *start) == std::max<std::int64_t>(1, round) &&
            keyOf(entry.substr(0, mark)) == keyOf(change))
            continue;
        text += std::string(entry) + ", ";
    }
    return text + std::string(change) + "@" + std::to_string(round);
}

Result<std::vector<std::string>> scheduledSources(const Experiment& experiment) {
    auto schedule = Schedule::of(experiment, std::numeric_limits<std::int64_t>::max());
    if (!schedule) return tl::unexpected(schedule.error());
    return std::vector<std::string>(schedule->sources().begin() + 1, schedule->sources().end());
}

}  // namespace splitee
