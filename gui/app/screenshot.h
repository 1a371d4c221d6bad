// SPDX-License-Identifier: GPL-3.0-or-later
// Screenshots of the window, for the README and for tests.
#pragma once

#include "engine/result.h"

namespace splitee {

class MainWindow;
struct StartOptions;

/// Plays the example to the round, or opens the file, and writes the window as PNG. Runs an event
/// loop.
[[nodiscard]] Result<void> takeScreenshot(MainWindow& window, const StartOptions& wish);

}  // namespace splitee
