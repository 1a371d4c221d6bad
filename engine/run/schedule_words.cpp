// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/schedule_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr std::array<std::string_view, 5> kDay{"dawn", "clean", "rain", "dusk", "night"};
constexpr double kDaySeverity = 3, kLeastDay = 1, kMostDay = 5;

struct RoundRange {
    std::int64_t first, last;
};

template <class Number>
std::optional<Number> readNumber(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// "FIRST..LAST" with FIRST < LAST.
std::optional<RoundRange> rangeOf(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    const auto first = readNumber<std::int64_t>(text.substr(0, dots));
    const auto last = readNumber<std::int64_t>(text.substr(dots + 2));
    if (!first || !last || *first < 0 || *last <= *first) return std::nullopt;
    return RoundRange{std::max<std::int64_t>(1, *first), *last};
}

// Where step `k` of `steps` begins in `length` rounds; k * length may be more than 64 bits hold.
std::int64_t stepStart(std::int64_t length, int k, int steps) {
    return length / steps * k + length % steps * k / steps;
}

Result<std::vector<std::string>> dayOf(std::string_view entry, std::int64_t rounds) {
    const std::string what = "schedule entry '" + shownText(entry, 100) + "'";
    const std::size_t mark = entry.find('@');
    const auto range = mark == std::string_view::npos ? std::optional(RoundRange{1, rounds})
                                                      : rangeOf(entry.substr(mark + 1));
    if (!range)
        return fail(what +
                    " has no rounds: write day alone for the whole run, or day=3@FIRST..LAST");
    const std::string_view subject = entry.substr(0, mark);
    const std::size_t equals = subject.find('=');
    const auto severity = equals == std::string_view::npos
                              ? std::optional(kDaySeverity)
                              : readNumber<double>(subject.substr(equals + 1));
    if (!severity || !(*severity >= kLeastDay && *severity <= kMostDay))
        return fail(what + " has no severity: write a number from 1 to 5, as in day=3");
    const std::int64_t length = range->last - range->first + 1;
    const int parts = static_cast<int>(kDay.size());
    if (length < parts)
        return fail(what + " has " + std::to_string(length) +
                    " rounds, but a day needs five at least");
    std::vector<std::string> entries;
    for (int k = 0; k < parts; ++k) {
        const std::string_view name = kDay[static_cast<std::size_t>(k)];
        entries.push_back(std::string(name) +
                          (name == "clean" ? "" : ":" + shortNumber(*severity)) + "@" +
                          std::to_string(range->first + stepStart(length, k, parts)));
    }
    return entries;
}

// "NAME:" and the numbers of "NAME:FROM..TO" or "NAME@FROM..TO".
struct SeverityRamp {
    std::string name;
    double from, to;
};

std::optional<SeverityRamp> rampOf(std::string_view subject) {
    const std::size_t mark = subject.find_last_of(":@");
    if (mark == std::string_view::npos || mark == 0) return std::nullopt;
    const std::string_view numbers = subject.substr(mark + 1);
    const std::size_t dots = numbers.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    const auto from = readNumber<double>(numbers.substr(0, dots));
    const auto to = readNumber<double>(numbers.substr(dots + 2));
    if (!from || !to || !std::isfinite(*from) || !std::isfinite(*to)) return std::nullopt;
    return SeverityRamp{std::string(subject.substr(0, mark + 1)), *from, *to};
}

}  // namespace

Result<std::vector<std::string>> writtenOut(std::string_view entry, std::int64_t rounds) {
    if (entry == "day" || entry.starts_with("day=")) return dayOf(entry, rounds);
    const std::size_t mark = entry.rfind('@');
    const auto range =
        mark == std::string_view::npos ? std::nullopt : rangeOf(entry.substr(mark + 1));
    const auto ramp = range ? rampOf(entry.substr(0, mark)) : std::nullopt;
    if (!ramp) return std::vector<std::string>{std::string(entry)};
    std::vector<std::string> entries;
    std::int64_t next = range->first;
    for (int k = 0; k <= kSeveritySteps; ++k) {
        const std::int64_t start =
            range->first + stepStart(range->last - range->first, k, kSeveritySteps);
        if (start < next) continue;  // a short ramp has fewer steps
        next = start + 1;
        const double share = static_cast<double>(start - range->first) /
                             static_cast<double>(range->last - range->first);
        const double steps = std::round(share * kSeveritySteps) / kSeveritySteps;
        const double value = ramp->from + steps * (ramp->to - ramp->from);
        entries.push_back(ramp->name + shortNumber(std::round(value * 1e6) / 1e6) + "@" +
                          std::to_string(start));
    }
    return entries;
}

}  // namespace splitee
