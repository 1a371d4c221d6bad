// SPDX-License-Identifier: GPL-3.0-or-later
// Screenshots of the window, for the README and for tests.
#pragma once

#include <QStringList>

#include <cstdint>

#include "engine/result.h"

namespace splitee {

class MainWindow;

struct ScreenshotWish {
    QString path;     ///< of the PNG
    QString example;  ///< none: the welcome page
    std::int64_t round = 0;
    QStringList docks;  ///< opened too, by name
    QString runs;       ///< a session whose runs are shown instead, on the page of runs
    QString show;       ///< "comparison" or "comparison-parallel" and so on (with runs), "sweep",
                        ///< "palette", "tour", "tour-3" or nothing
};

/// Plays the example to the round and writes the window as PNG. Runs an event loop.
[[nodiscard]] Result<void> takeScreenshot(MainWindow& window, const ScreenshotWish& wish);

}  // namespace splitee
