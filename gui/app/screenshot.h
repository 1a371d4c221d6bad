// SPDX-License-Identifier: GPL-3.0-or-later
// Screenshots of the window, for the README and for tests.
#pragma once

#include "engine/result.h"

namespace splitee {

class MainWindow;
struct StartOptions;

/// Plays the example, or what the file sets up, to the round, and writes the window as PNG. Runs an
/// event loop.
[[nodiscard]] Result<void> takeScreenshot(MainWindow& window, const StartOptions& wish);

}  // namespace splitee
