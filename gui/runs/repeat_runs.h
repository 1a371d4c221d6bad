// SPDX-License-Identifier: GPL-3.0-or-later
// "Run again, verify": kept runs played once more in the background, and whether they come out the
// same.
#pragma once

#include <QObject>

#include <cstdint>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace splitee {

/// What came of one run.
struct RepeatedRun {
    std::int64_t run = 0;
    std::int64_t rounds = 0;   ///< that are identical, bit for bit
    std::int64_t differs = 0;  ///< the first round that is not; 0: none
    std::string how, cause;    ///< of a difference: what it is, what may have made it
    std::string error;         ///< why it could not be repeated; "": it was
};

class RepeatRuns : public QObject {
    Q_OBJECT
public:
    explicit RepeatRuns(QObject* parent = nullptr) : QObject(parent) {}

    /// Takes the place of what is being repeated.
    void start(const std::filesystem::path& session, const std::vector<std::int64_t>& runs);
    void cancel();
    [[nodiscard]] bool busy() const { return busy_; }

signals:
    void progressed(qint64 run, int percent);
    /// Those that were repeated before a cancel too.
    void repeated(const std::vector<RepeatedRun>& runs, bool cancelled);

private:
    int number_ = 0;  // of the last start; what an earlier one says comes too late
    bool busy_ = false;
    std::jthread thread_;  // last: it ends before anything else goes
};

}  // namespace splitee
