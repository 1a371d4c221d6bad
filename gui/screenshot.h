// The window as a picture: for the README and for tests.
#pragma once

#include <QString>

#include <cstdint>

#include "engine/result.h"

namespace splitee {

class MainWindow;

/// Plays the example to the round ("" and 0: the welcome page) and writes the window as PNG. Runs an event loop.
[[nodiscard]] Result<void> takeScreenshot(MainWindow& window, const QString& example, std::int64_t round, const QString& path);

}  // namespace splitee
