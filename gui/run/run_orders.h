// SPDX-License-Identifier: GPL-3.0-or-later
// Orders of the window to the experiment thread: how far it plays, how fast, and which settings
// change.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <limits>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace splitee {

/// Rounds a second that mean: as fast as it goes.
inline constexpr double kFlatOut = std::numeric_limits<double>::infinity();

class RunOrders {
public:
    /// What is in force now.
    struct Orders {
        std::int64_t until = 0;  ///< the last round to play; paused once it is reached
        double roundsPerSecond = kFlatOut;
        std::vector<std::pair<std::string, double>>
            changes;  ///< new values by key, each key once; handed out once
        std::optional<std::string>
            distortion;  ///< of a live run's images, if that is new; likewise
    };

    // GUI thread.
    void playUntil(std::int64_t round);
    void pause() { playUntil(0); }
    void setSpeed(double roundsPerSecond);
    void change(const std::string& key, double value);
    void distort(const std::string& distortion);
    /// Somebody waits for the thread to end: what takes long is left out.
    void hurry() { hurried_ = true; }
    /// The window closes while it plays: nobody asked for the end of the runs, so they are kept as
    /// interrupted ones that can go on.
    void interrupt() { interrupted_ = true; }

    // Experiment thread.
    /// Waits until a round after `played` is wanted; empty on a stop.
    [[nodiscard]] std::optional<Orders> next(std::int64_t played, const std::stop_token& stop);
    /// Waits so long, or until other orders come or a stop.
    void rest(double seconds, const std::stop_token& stop);
    [[nodiscard]] bool hurried() const { return hurried_; }
    [[nodiscard]] bool interrupted() const { return interrupted_; }

private:
    std::mutex mutex_;
    std::condition_variable_any changed_;
    Orders orders_;
    std::uint64_t version_ = 0;
    std::atomic<bool> hurried_ = false, interrupted_ = false;
};

}  // namespace splitee
