// SPDX-License-Identifier: GPL-3.0-or-later
// What must not happen behind a test's back: warnings that the window prints, and processes that
// it leaves.
#pragma once

#include <QStringList>

#include <cstdint>
#include <vector>

namespace splitee::test {

/// Keeps warnings and critical messages of any thread while it lives; they are printed, too. One
/// at a time.
class KeptWarnings {
public:
    KeptWarnings();
    ~KeptWarnings();
    KeptWarnings(const KeptWarnings&) = delete;
    KeptWarnings& operator=(const KeptWarnings&) = delete;
    /// Those since it was last asked.
    [[nodiscard]] QStringList take();
};

/// Processes that this one has started and that have not ended.
[[nodiscard]] std::vector<std::int64_t> childProcesses();

}  // namespace splitee::test
