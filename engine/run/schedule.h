// SPDX-License-Identifier: GPL-3.0-or-later
// Schedule says which source, costs and threshold are in force from which round on (drift).
//
//   "clean@0, gaussian_blur:0.8@2000, offload=8@5000"
//       Switches, in force from that round on; 0 and 1 mean from the start.
//   "offload=8@2000..4000"
//       A ramp: linear from the value before to 8.
//   "gaussian_blur:0.8@2000..4000"
//       A ramp of the source: a rising share of the samples comes from it.
//   "fog@1..5@2000..4000", "day"
//       Short words for several entries: schedule_words.h.
// Keys are those of kSettings. An entry without '=' names a source: a table of the same samples.
// Where layers have costs of their own, offload would say nothing and is refused: offload_factor
// multiplies them all.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/world/costs.h"

namespace splitee {

struct Experiment;

/// The keys of parameters that may change during a run.
inline constexpr std::array<std::string_view, 6> kSettings{"mu",      "lambda1",        "lambda2",
                                                           "offload", "offload_factor", "alpha"};

/// What is in force in one round.
struct Conditions {
    CostWeights weights;
    double alpha = 0;
    std::size_t source = 0;  ///< number in Schedule::sources()
    std::size_t rising = 0;  ///< in a ramp of the source: the one that takes over
    double share = 0;        ///< of the samples that come from `rising` already

    /// The source of round t of a run: in a ramp drawn by (seed, t) alone.
    [[nodiscard]] std::size_t sourceOf(std::uint64_t seed, std::int64_t t) const;
    /// The value of a key of kSettings.
    [[nodiscard]] double setting(std::string_view key) const;
};

class Schedule {
public:
    /// Reads experiment.schedule; `rounds` of a run. Errors: what cannot be read, an unknown key
    /// (and the nearest one), a value outside its range, a start or a ramp's end after the last
    /// round, a ramp that ends before it starts or overlaps another.
    [[nodiscard]] static Result<Schedule> of(const Experiment& experiment, std::int64_t rounds);

    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] Conditions at(std::int64_t t) const;
    /// The first round after t whose conditions may differ from those at t.
    [[nodiscard]] std::int64_t nextChange(std::int64_t t) const;
    /// Names of the sources; 0 is the experiment's own table, named "".
    [[nodiscard]] const std::vector<std::string>& sources() const { return sources_; }
    /// First rounds of the segments after the first, rising: where an entry starts, or a ramp has
    /// ended.
    [[nodiscard]] std::vector<std::int64_t> switches() const;
    /// Whether a run under `before` may go on under this one after `round`, as if it had been in
    /// force from the start: the entries that have begun are the same, and sources keep their
    /// numbers.
    [[nodiscard]] Result<void> mayFollow(const Schedule& before, std::int64_t round) const;

private:
    struct Entry {
        std::string key;  // "" for a source
        double value = 0;
        std::size_t source = 0;
        std::int64_t start = 1, end = 1;  // end > start: a ramp, complete in round `end`
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    [[nodiscard]] std::span<const Entry> begun(std::int64_t round) const;
    [[nodiscard]] Result<void> add(std::string_view text, const Experiment& experiment,
                                   std::int64_t rounds);
    [[nodiscard]] Result<void> finish();

    CostWeights weights_;
    double alpha_ = 0;
    std::vector<Entry> entries_;  // by start
    std::vector<std::string> sources_{""};
};

/// `schedule` with "CHANGE@ROUND" at its end, as in withChange("", "offload=8", 31). What would
/// change the same thing in the same round goes. Nothing is checked but that.
[[nodiscard]] std::string withChange(std::string_view schedule, std::string_view change,
                                     std::int64_t round);

/// The names of the sources that a schedule asks for besides the experiment's own, in the order of
/// Schedule::sources().
[[nodiscard]] Result<std::vector<std::string>> scheduledSources(const Experiment& experiment);

}  // namespace splitee
