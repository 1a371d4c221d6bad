// SPDX-License-Identifier: GPL-3.0-or-later
// The session file as a document of one window, which alone may write it. It is saved under other
// names here, and searched for runs that were cut short and can go on.
#pragma once

#include <QLockFile>
#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "gui/background/latest_work.h"
#include "gui/background/task.h"
#include "storage/files/experiment_file.h"

namespace splitee {

/// Runs of one experiment that ended with their program, side by side.
struct CutShort {
    std::filesystem::path session;
    ExperimentFile file;             ///< as it was played, changes included
    std::vector<std::int64_t> runs;  ///< their numbers, one for each policy
    std::int64_t round = 0;          ///< the last one kept
    std::int64_t rounds = 0;         ///< that were wanted
};

/// The newest such runs of a session; none where its last runs ended well. Blocks.
[[nodiscard]] Result<std::optional<CutShort>> lastCutShort(const std::filesystem::path& session);

/// Such a run and those beside it, also where the user stopped them; an error where it cannot go
/// on. `idle`: this process plays nothing, so what it has left open as running (a full disk had no
/// room for its end) is ended first. Blocks.
[[nodiscard]] Result<CutShort> cutShortWith(const std::filesystem::path& session, std::int64_t run,
                                            bool idle = false);

/// The window that has a session locked, where that cannot be one of this machine that lives: it is
/// on another host, or its lock is days old. Then the user may take the session over.
struct FarLock {
    QString host;  ///< of the window
    int days = 0;  ///< since it locked the session
};

class SessionDocument : public QObject {
    Q_OBJECT
public:
    /// Its end cancels a copy that is being saved.
    explicit SessionDocument(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// Makes `file` the one that this window writes; an error where another window does.
    [[nodiscard]] Result<void> writeTo(const std::filesystem::path& named);
    /// writeTo(), and where that is refused, refused(); whether it was taken.
    bool use(const std::filesystem::path& named);
    /// Who has `named` locked, where writeTo() was refused for that and it can be taken over.
    [[nodiscard]] static std::optional<FarLock> farLockOf(const std::filesystem::path& named);
    /// writeTo() without regard to a far lock: its window, if it lives, writes on beside this one.
    [[nodiscard]] Result<void> takeOver(const std::filesystem::path& named);
    /// The same with the first of NAME.splitee, NAME-2.splitee, .. that no other window writes.
    void writeToFree(const std::filesystem::path& file);

    /// Copies the session in the background; `andTake`: it is the one to write from then on (Save
    /// As).
    void saveTo(const std::filesystem::path& to, bool andTake);
    [[nodiscard]] bool saving() const { return copying_.busy(); }
    void cancelSaving() { copying_.requestStop(); }
    /// In the background; found() follows where there are any.
    void lookForCutShort(const std::vector<std::filesystem::path>& sessions);
    /// cutShortWith() in the background; wanted() or failed() follows.
    void requestCutShort(const std::filesystem::path& session, std::int64_t run, bool idle);

signals:
    void fileChanged();
    /// `file` cannot be the one that is written; `far`: it can be taken over.
    void refused(const QString& sentence, const std::filesystem::path& file, bool far);
    void progressed(int percent);
    void saved(const QString& file);
    void found(const CutShort& runs);
    void wanted(const CutShort& runs);
    void failed(const QString& sentence);

private:
    [[nodiscard]] std::unique_ptr<QLockFile> lockOf(const std::filesystem::path& file,
                                                    bool& mine) const;

    std::filesystem::path file_;
    std::unique_ptr<QLockFile> lock_;
    int percent_ = -1;  // of the copy, as it was last told
    // Declare as the last members: members die in reverse order, so the threads are joined first.
    Task copying_;
    LatestWork looking_;
};

}  // namespace splitee
