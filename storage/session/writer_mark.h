// SPDX-License-Identifier: GPL-3.0-or-later
// Identifies the process that writes a run, to distinguish a run whose process has died from one
// that is still played.
#pragma once

#include <string>

namespace splitee {

/// "BOOT:PID:START": this boot, this process, and when it started (a process number is used again,
/// this is not).
[[nodiscard]] std::string ownWriterMark();

/// Is the process behind a mark still there? A mark of another boot or an unreadable one is not.
[[nodiscard]] bool writerAlive(const std::string& mark);

}  // namespace splitee
