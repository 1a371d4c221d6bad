// SPDX-License-Identifier: GPL-3.0-or-later
// How long ago a session was written: what a kill now would lose.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace splitee::test {

/// Milliseconds since the last transaction; the clock of the file system ticks in 4 ms or so.
inline double millisecondsSinceLastWrite(const std::filesystem::path& session) {
    auto last = std::filesystem::file_time_type::min();
    for (const char* ending : {"", "-wal"}) {
        std::error_code error;
        if (const auto time = std::filesystem::last_write_time(session.string() + ending, error);
            !error)
            last = std::max(last, time);
    }
    return std::chrono::duration<double, std::milli>(std::filesystem::file_time_type::clock::now() -
                                                     last)
        .count();
}

}  // namespace splitee::test
