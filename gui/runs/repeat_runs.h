// SPDX-License-Identifier: GPL-3.0-or-later
// The background work of "Run again, verify": plays runs of a session once more and compares every
// round with the one that is kept, or the figures where no rounds are.
#pragma once

#include <QObject>

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "gui/background/task.h"

namespace splitee {

/// What came of one run.
struct RepeatedRun {
    std::int64_t run = 0;
    std::int64_t rounds = 0;   ///< that are identical, bit for bit
    std::int64_t differs = 0;  ///< the first round that is not; 0: none
    std::string how, cause;    ///< of a difference: what it is, what may have made it
    bool figures = false;      ///< were compared, since no rounds are kept: `differs` is 1 or 0
    std::string error;         ///< why it could not be repeated; "": it was
};

class RepeatRuns : public QObject {
    Q_OBJECT
public:
    explicit RepeatRuns(QObject* parent = nullptr) : QObject(parent) {}

    /// Takes the place of what is being repeated.
    void start(const std::filesystem::path& session, const std::vector<std::int64_t>& runs);
    /// repeated() follows soon.
    void cancel() { task_.requestStop(); }
    [[nodiscard]] bool busy() const { return task_.busy(); }

signals:
    void progressed(qint64 run, int percent);
    /// Those that were repeated before a cancel too.
    void repeated(const std::vector<RepeatedRun>& runs, bool cancelled);

private:
    std::pair<std::int64_t, int> told_;  // the run and the percent of the last progressed()
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task task_;
};

}  // namespace splitee
