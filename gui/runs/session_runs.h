// SPDX-License-Identifier: GPL-3.0-or-later
// The session that the run table shows. It is read and marked on a thread of its own, one thing
// after the other.
#pragma once

#include <QObject>

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

#include "comparison/round_column.h"
#include "comparison/run_row.h"
#include "gui/background/work_queue.h"
#include "storage/session/session.h"

namespace splitee {

using MarkedRuns = std::vector<std::pair<std::int64_t, RunMarks>>;

/// Declare as the last member: members die in reverse order, so the thread is joined first. Results
/// come by signals.
class SessionRuns : public QObject {
    Q_OBJECT
public:
    SessionRuns() = default;
    /// What was marked is written first; reading is given up.
    ~SessionRuns() override;

    /// Reads it anew; what is under way for an earlier call is given up. A file that is not there
    /// yet has no runs.
    void read(const std::filesystem::path& session);
    [[nodiscard]] bool reading() const { return reading_; }
    [[nodiscard]] const std::filesystem::path& session() const { return session_; }

    /// Reads the rounds of runs for columns; a newer request cancels the running one.
    void follow(const std::vector<std::int64_t>& runs, const std::vector<RoundColumn>& columns);

    /// Are changes on their way to the file?
    [[nodiscard]] bool writing() const { return writing_ > 0; }
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
    void notWritten(const QString& sentence);  ///< a change; the file is as it was
    void trashEmptied(qint64 runs);
    void failed(const QString& sentence);  ///< to read

private:
    using Change = std::function<Result<void>(Session&)>;
    void change(Change what, std::function<void()> then = {});

    std::filesystem::path session_;
    bool reading_ = false;
    int writing_ = 0;  // changes
    std::stop_source readingStop_, followingStop_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    WorkQueue queue_;
};

}  // namespace splitee
