// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/schedule_rows.h"

#include <algorithm>
#include <charconv>

#include "engine/run/schedule.h"

namespace splitee {
namespace {

constexpr std::string_view kDayWord = "day";

std::string_view bare(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

bool isNumber(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

// "FIRST..LAST", or FIRST alone.
void takeRounds(std::string_view when, ScheduleRow& row) {
    const std::size_t dots = when.find("..");
    row.first = when.substr(0, dots);
    if (dots != std::string_view::npos) row.last = when.substr(dots + 2);
}

ScheduleRow dayRow(std::string_view entry) {
    const std::size_t mark = std::min(entry.find('@'), entry.size());
    const std::size_t equals = std::min(entry.find('='), mark);
    ScheduleRow row{ScheduleRow::Kind::Day, std::string(kDayWord), ':', {}, {}, {}, {}};
    if (equals < mark) row.to = entry.substr(equals + 1, mark - equals - 1);
    if (mark < entry.size()) takeRounds(entry.substr(mark + 1), row);
    return row;
}

// A number, or two with dots between them, behind the last ':' or '@' is an amount.
void takeSource(std::string_view subject, ScheduleRow& row) {
    row.kind = ScheduleRow::Kind::Source;
    row.what = subject;
    const std::size_t mark = subject.find_last_of(":@");
    if (mark == std::string_view::npos || mark == 0) return;
    const std::string_view amount = subject.substr(mark + 1);
    const std::size_t dots = amount.find("..");
    const std::string_view last = dots == std::string_view::npos ? amount : amount.substr(dots + 2);
    if (!isNumber(last) || (dots != std::string_view::npos && !isNumber(amount.substr(0, dots))))
        return;
    row.what = subject.substr(0, mark);
    row.mark = subject[mark];
    row.to = last;
    if (dots != std::string_view::npos) row.from = amount.substr(0, dots);
}

Experiment withSchedule(Experiment experiment, std::string schedule) {
    experiment.schedule = std::move(schedule);
    return experiment;
}

std::string faultOf(const Experiment& experiment, const std::string& schedule,
                    std::int64_t rounds) {
    const auto read = Schedule::of(withSchedule(experiment, schedule), rounds);
    return read ? std::string() : read.error().message;
}

}  // namespace

ScheduleRow rowOf(std::string_view entry) {
    entry = bare(entry);
    if (entry == kDayWord || entry.starts_with("day=")) return dayRow(entry);
    ScheduleRow row;
    row.what = entry;
    const std::size_t mark = entry.rfind('@');
    if (mark == std::string_view::npos || mark == 0) return row;
    const std::string_view subject = bare(entry.substr(0, mark));
    takeRounds(bare(entry.substr(mark + 1)), row);
    const std::size_t equals = subject.find('=');
    if (equals == std::string_view::npos || subject.find('?') < equals) {
        takeSource(subject, row);
    } else {
        row.kind = ScheduleRow::Kind::Setting;
        row.what = bare(subject.substr(0, equals));
        row.to = bare(subject.substr(equals + 1));
    }
    return row;
}

std::string entryOf(const ScheduleRow& row) {
    if (row.kind == ScheduleRow::Kind::Other) return row.what;
    std::string text = row.what;
    const char between = row.kind == ScheduleRow::Kind::Source ? row.mark : '=';
    if (row.kind == ScheduleRow::Kind::Setting || !row.to.empty() || !row.from.empty())
        text += between;
    if (!row.from.empty()) text += row.from + "..";
    text += row.to;
    const bool wholeRun =
        row.kind == ScheduleRow::Kind::Day && row.first.empty() && row.last.empty();
    if (!wholeRun) text += "@" + row.first + (row.last.empty() ? "" : ".." + row.last);
    return text;
}

ScheduleEntries::ScheduleEntries(std::string_view text) {
    if (bare(text).empty()) return;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        entries_.emplace_back(text.substr(from, comma - from));
        from = comma + 1;
    }
}

std::string ScheduleEntries::text() const {
    std::string text;
    for (std::size_t k = 0; k < entries_.size(); ++k) text += (k == 0 ? "" : ",") + entries_[k];
    return text;
}

void ScheduleEntries::replace(std::size_t at, const ScheduleRow& row) {
    const std::size_t spaces = std::min(entries_[at].find_first_not_of(' '), entries_[at].size());
    entries_[at] = entries_[at].substr(0, spaces) + entryOf(row);
}

void ScheduleEntries::append(const ScheduleRow& row) {
    entries_.push_back((entries_.empty() ? "" : " ") + entryOf(row));
}

void ScheduleEntries::remove(std::size_t at) {
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(at));
    if (at == 0 && !entries_.empty()) entries_.front() = bare(entries_.front());
}

std::vector<std::string> ScheduleEntries::faults(const Experiment& experiment,
                                                 std::int64_t rounds) const {
    std::vector<std::string> found(entries_.size());
    bool anyAlone = false;
    for (std::size_t k = 0; k < entries_.size(); ++k) {
        const ScheduleRow one = row(k);
        if (bare(entries_[k]).empty())
            found[k] = faultOf(experiment, ",", rounds);
        else if (one.kind == ScheduleRow::Kind::Source && !one.from.empty() && one.last.empty())
            found[k] = "schedule entry '" + entryOf(one) + "' goes from " + one.from + " to " +
                       one.to + ", but does not say by which round: write FIRST..LAST";
        else
            found[k] = faultOf(experiment, entries_[k], rounds);
        anyAlone = anyAlone || !found[k].empty();
    }
    if (anyAlone || entries_.size() < 2 || faultOf(experiment, text(), rounds).empty())
        return found;
    // More entries never mend a schedule, so the first that breaks it is found by halving.
    std::size_t right = 1, wrong = entries_.size();
    ScheduleEntries some;
    const auto faultOfFirst = [&](std::size_t count) {
        some.entries_.assign(entries_.begin(),
                             entries_.begin() + static_cast<std::ptrdiff_t>(count));
        return faultOf(experiment, some.text(), rounds);
    };
    while (wrong - right > 1) {
        const std::size_t middle = right + (wrong - right) / 2;
        (faultOfFirst(middle).empty() ? right : wrong) = middle;
    }
    found[wrong - 1] = faultOfFirst(wrong);
    return found;
}

}  // namespace splitee
