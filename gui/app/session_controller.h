// SPDX-License-Identifier: GPL-3.0-or-later
// Controller of the window's session: the file that its runs are logged to, copies of it, runs that
// were interrupted and are resumed, and runs that are played again to verify them.
#pragma once

#include <QObject>

#include <filesystem>
#include <vector>

class QWidget;

namespace splitee {

class MessageBar;
class RepeatRuns;
class RunController;
class RunsPage;
class SessionDocument;
class SetupRunner;
struct CutShort;
struct RepeatedRun;
struct RunActions;

class SessionController : public QObject {
    Q_OBJECT
public:
    /// Connects the session's actions. All must outlive it but for `window`, which owns it.
    SessionController(RunController& controller, SetupRunner& runner, MessageBar& messages,
                      const RunActions& actions, QWidget& window);

    /// The first session: `file`, or where another window writes that one, NAME-2 and so on.
    void begin(const std::filesystem::path& file);
    /// Takes orders from the page: verify runs, resume runs.
    void connectPage(RunsPage& page);

    [[nodiscard]] SessionDocument& document() { return *document_; }

signals:
    /// For the status bar.
    void notice(const QString& sentence);

private:
    void connectDocument();
    bool writeTo(const std::filesystem::path& session);
    void chooseByDialog();
    void saveByDialog(bool andTake);
    void offerToResume(const CutShort& runs);
    void resume(const CutShort& runs);
    void onRefused(const QString& sentence, const std::filesystem::path& file, bool far);
    void onSaved(const QString& file);
    void onRepeated(const std::vector<RepeatedRun>& runs, bool cancelled);

    RunController& controller_;
    SetupRunner& runner_;
    MessageBar& messages_;
    QWidget& window_;
    SessionDocument* document_;
    RepeatRuns* repeats_;
};

}  // namespace splitee
