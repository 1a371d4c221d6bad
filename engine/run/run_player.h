// SPDX-License-Identifier: GPL-3.0-or-later
// RunPlayer plays a run piece by piece. Between two pieces its policy can be inspected, its
// schedule changed, and a waypoint taken from which the run can be played on again.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/policies/arm_view.h"
#include "engine/run/run.h"

namespace splitee {

class RunPlayer;

/// Where a run was after one of its rounds: its policy, its random numbers and its place in the
/// order of samples. It never changes, so threads may share it.
class Waypoint {
public:
    virtual ~Waypoint() = default;
    [[nodiscard]] virtual std::int64_t round() const = 0;  ///< the last one played
    /// A player that goes on after round() and makes the same rounds. `world` must be of the kind
    /// that the run played in, show what that showed, and outlive the player.
    [[nodiscard]] virtual Result<std::unique_ptr<RunPlayer>> playOn(World& world) const = 0;
    [[nodiscard]] virtual std::size_t bytes() const = 0;  ///< in memory, about
};

/// One policy, one seed, one world. runOnce() plays one to its end, so both make the same rounds.
/// Not for two threads at once; several players may take turns on one world.
class RunPlayer {
public:
    /// The experiment, which is copied, must be valid for the world, which must outlive the player.
    [[nodiscard]] static Result<std::unique_ptr<RunPlayer>> of(const Experiment& experiment,
                                                               const RunSpec& run, World& world);
    virtual ~RunPlayer() = default;

    /// Plays up to `count` more rounds and appends their records, also those before a failure of
    /// the world. Such a failure ends the run: it comes back from every later call. Blocks while a
    /// live world computes.
    [[nodiscard]] virtual Result<void> advance(std::int64_t count,
                                               std::vector<RoundRecord>& records) = 0;
    [[nodiscard]] virtual std::int64_t round() const = 0;   ///< the last one played, 0 at first
    [[nodiscard]] virtual std::int64_t rounds() const = 0;  ///< of the whole run

    /// Puts another schedule in force, or leaves all as it is and says why not: what it says of
    /// rounds already played must be what was in force then, so that runOnce() under it gives the
    /// same rounds from the first on. A setting changed now is withChange(schedule, "offload=8",
    /// round() + 1). New sources must be those that the world holds next, see
    /// ReplayWorld::addSource(). Refused for policies that read the whole schedule beforehand
    /// (best).
    [[nodiscard]] virtual Result<void> changeSchedule(const std::string& schedule) = 0;
    /// As it is now, with every change so far: playing it again repeats this run.
    [[nodiscard]] virtual const Experiment& experiment() const = 0;
    /// Where the run is now; some microseconds.
    [[nodiscard]] virtual std::shared_ptr<const Waypoint> waypoint() const = 0;

    /// [L] what the policy weighs in the next round; empty for policies that choose by no index of
    /// layers.
    [[nodiscard]] virtual std::vector<ArmView> arms() const = 0;
    /// [L] confidences that the last round revealed, NaN for all others; valid until the next
    /// advance().
    [[nodiscard]] virtual std::span<const double> seen() const = 0;
    [[nodiscard]] virtual CostTable costs() const = 0;  ///< in force in the next round
    [[nodiscard]] virtual double alpha() const = 0;     ///< likewise
};

}  // namespace splitee
