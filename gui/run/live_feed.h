// SPDX-License-Identifier: GPL-3.0-or-later
// Mailbox between the experiment thread, which appends rounds, and the window, which drains it.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/run/run_player.h"
#include "inference/inference.h"

namespace splitee {

/// What one policy did since the window last looked.
struct PolicyUpdate {
    std::int64_t run = 0;  ///< its number in the session
    std::vector<RoundRecord> records;
    std::vector<ArmView> arms;  ///< [L] before the next round, or empty
    std::vector<double> seen;   ///< [L] confidences of the last round, NaN where not seen
    double alpha = 0;           ///< in force in the next round
    std::vector<std::shared_ptr<const Waypoint>> waypoints;  ///< among the records, by round
};

/// The last sample of a live run.
struct SampleView {
    Image image;     ///< as the network saw it, or
    Text text;       ///< where it takes texts
    TextRead read;   ///< how much of that it looked at
    SplitTime took;  ///< by the first policy
};

/// A setting that changed while the runs played.
struct SettingChange {
    std::int64_t round = 1;  ///< the first one under the new value
    std::string key;         ///< "offload"
    double before = 0, after = 0;
    std::string distortion;  ///< after, where the key is "distortion"
    std::string schedule;    ///< of the runs from now on
    std::shared_ptr<const Dataset> samples =
        {};  ///< where they are a new source: the schedule's last
};

/// All policies, in their order; after every drain() all of them have played the same rounds.
struct FeedUpdate {
    std::vector<PolicyUpdate> policies;
    std::vector<SettingChange> changes;
    std::optional<SampleView> sample;
    std::int64_t pieces = 0;            ///< of the texts of these rounds, those of one policy
    std::int64_t waypointDistance = 1;  ///< waypoints of other rounds are no longer needed
    [[nodiscard]] bool empty() const { return policies.empty() && changes.empty(); }
};

class LiveFeed {
public:
    /// Adds to what lies in the mailbox. Waits while the window is far behind, until a stop.
    /// Experiment thread.
    void append(FeedUpdate update, const std::stop_token& stop);
    /// Empties the mailbox; never waits. GUI thread.
    [[nodiscard]] FeedUpdate drain();

private:
    std::mutex mutex_;
    std::condition_variable_any drained_;
    FeedUpdate waiting_;
    std::size_t records_ = 0;
};

}  // namespace splitee
