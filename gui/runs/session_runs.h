// SPDX-License-Identifier: GPL-3.0-or-later
// The session that the run table shows: read and marked on a thread of its own, one thing after the
// other.
#pragma once

#include <QObject>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "comparison/round_column.h"
#include "comparison/run_row.h"
#include "storage/session/session.h"

namespace splitee {

using MarkedRuns = std::vector<std::pair<std::int64_t, RunMarks>>;

/// A member of what shows it, and its last one: the thread has ended before that goes. Results come
/// by signals.
class SessionRuns : public QObject {
    Q_OBJECT
public:
    SessionRuns();
    /// What was marked is written first; reading is given up.
    ~SessionRuns() override;

    /// Reads it anew; what is under way for an earlier call is given up. A file that is not there
    /// yet has no runs.
    void read(const std::filesystem::path& session);
    [[nodiscard]] bool reading() const { return reading_; }
    [[nodiscard]] const std::filesystem::path& session() const { return session_; }

    /// Reads the rounds of runs for columns; the newest wish takes the place of what is under way.
    void follow(const std::vector<std::int64_t>& runs, const std::vector<RoundColumn>& columns);

    void write(const MarkedRuns& marks);
    void emptyTrash();
    void keepView(const SavedView& view);
    void removeView(const std::string& name);

signals:
    void progressed(qint64 done, qint64 total);
    /// Taken by whoever is connected: the rows may be moved from.
    void loaded(std::vector<RunRow>& rows, const std::vector<SavedView>& views);
    /// [runs][columns]; NaN: not known. In parts, as they come.
    void followed(const std::vector<std::int64_t>& runs, const std::vector<RoundColumn>& columns,
                  const std::vector<std::vector<double>>& values);
    void followedAll();
    void written();
    void trashEmptied(qint64 runs);
    void failed(const QString& sentence);

private:
    using Work = std::function<void()>;
    void post(Work work);
    void change(std::function<Result<void>(Session&)> what);
    void run(const std::stop_token& stop);

    std::filesystem::path session_;
    bool reading_ = false;
    std::stop_source readingStop_, followingStop_;
    std::mutex mutex_;
    std::condition_variable_any wanted_;
    std::deque<Work> waiting_;
    std::jthread thread_;
};

}  // namespace splitee
