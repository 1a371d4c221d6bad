// SPDX-License-Identifier: GPL-3.0-or-later
// Progress reports the state of long work. The engine never prints: front ends pass a ProgressSink.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace splitee {

/// The state of a long piece of work.
struct Progress {
    std::string activity;    ///< what is being done, for the user ("building the exit table")
    std::int64_t done = 0;   ///< units finished
    std::int64_t total = 0;  ///< units in all; 0: unknown
    std::string unit;        ///< "images", "rounds"
    std::string detail;      ///< optional, after the rate ("epoch 3 of 30, loss 2.31")
};

/// Called from the working thread, at most some times a second; must not block. May be empty.
using ProgressSink = std::function<void(const Progress&)>;

}  // namespace splitee
