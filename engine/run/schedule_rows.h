// SPDX-License-Identifier: GPL-3.0-or-later
// ScheduleRow is one entry of a schedule taken apart, as a form shows it. A schedule's text is kept
// to the letter: only the entry that is changed is written anew.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "engine/run/experiment.h"

namespace splitee {

/// Parts as they are written; what they mean, and whether they are right, Schedule says.
struct ScheduleRow {
    enum class Kind {
        Setting,  ///< `what` is a key: mu, offload, ..
        Source,   ///< `what` is a source without its amount: "fog" of fog:3
        Day,      ///< the word "day"
        Other     ///< nothing of these: `what` is the whole entry
    };
    Kind kind = Kind::Other;
    std::string what;
    char mark = ':';          ///< between a source and its amount: ':' or '@'
    std::string from;         ///< amount of a source where its ramp begins; "": the ramp mixes
    std::string to;           ///< value of a setting, amount of a source, severity of a day
    std::string first, last;  ///< rounds; `last` "": no ramp; of a day both "": the whole run

    friend bool operator==(const ScheduleRow&, const ScheduleRow&) = default;
};

[[nodiscard]] ScheduleRow rowOf(std::string_view entry);
/// The entry that says so. rowOf(entryOf(row)) == row where the parts can stand in an entry.
[[nodiscard]] std::string entryOf(const ScheduleRow& row);

/// A schedule as its entries, each with the spaces around it. Joined again it is the same text.
class ScheduleEntries {
public:
    ScheduleEntries() = default;
    explicit ScheduleEntries(std::string_view text);
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] ScheduleRow row(std::size_t at) const { return rowOf(entries_[at]); }
    [[nodiscard]] std::string text() const;
    /// Writes one entry anew; the others, and the spaces before it, stay.
    void replace(std::size_t at, const ScheduleRow& row);
    void append(const ScheduleRow& row);
    void remove(std::size_t at);
    /// [size()] what is wrong with each entry, "" where nothing is: with the entry alone or, where
    /// it is right alone, with what it does to one before it. At most one entry has a fault of the
    /// second kind.
    [[nodiscard]] std::vector<std::string> faults(const Experiment& experiment,
                                                  std::int64_t rounds) const;

private:
    std::vector<std::string> entries_;  // untrimmed
};

}  // namespace splitee
