// SPDX-License-Identifier: GPL-3.0-or-later
// Which process writes a run: so that a killed run can be told from one that another window is
// still making.
#pragma once

#include <string>

namespace splitee {

/// "BOOT:PID:START": this boot, this process, and when it started (a process number is used again,
/// this is not).
[[nodiscard]] std::string ownWriterMark();

/// Is the process behind a mark still there? A mark of another boot or an unreadable one is not.
[[nodiscard]] bool writerAlive(const std::string& mark);

}  // namespace splitee
