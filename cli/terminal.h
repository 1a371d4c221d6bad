// SPDX-License-Identifier: GPL-3.0-or-later
// Terminal output: errors and progress on stderr, Ctrl-C as a stop token.
#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>

#include "engine/plain_text.h"
#include "engine/progress.h"
#include "engine/result.h"

namespace splitee {

inline constexpr int kExitFine = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitCancelled = 130;

/// Text of a file or a name made safe for a terminal: escapedText().
[[nodiscard]] inline std::string printable(std::string_view text) { return escapedText(text); }

/// "1 run", "3 runs": appends an s to `one` unless `number` is 1.
[[nodiscard]] std::string counted(std::int64_t number, const std::string& one);

/// Before anything is opened: a stdin, stdout or stderr that was closed gets a place that nobody
/// can write to, so that no file which is opened later takes it and is printed into.
void holdStandardStreams();

/// Call it last. Writes what stdout still holds; where any of it could not be written, says so and
/// makes a fine `code` a failed one.
[[nodiscard]] int finishOutput(int code);

/// Prints "splitee: SENTENCE" on stderr and returns `code`.
int report(const Error& error, int code = kExitFailed);

/// Stops at the first Ctrl-C (or SIGTERM); the second ends the program at once.
[[nodiscard]] std::stop_token cancelledByUser();

/// A line on stderr with share, rate and time left; rewritten in place on a terminal, printed every
/// 15 s elsewhere.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();  ///< clears the line
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    [[nodiscard]] ProgressSink sink();

private:
    void show(const Progress& progress);
    using Clock = std::chrono::steady_clock;
    bool terminal_;
    bool shown_ = false;
    Clock::time_point start_, last_;
    std::int64_t firstDone_ = -1;
    std::string activity_;
};

/// "2 h 03 min", "4 min 10 s", "7 s".
[[nodiscard]] std::string durationText(double seconds);

}  // namespace splitee
