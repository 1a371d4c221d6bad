// SPDX-License-Identifier: GPL-3.0-or-later
// The window: lays out what there is, and passes on what the user asks for.
#pragma once

#include <QMainWindow>
#include <QTimer>

#include <filesystem>

#include "gui/live/run_actions.h"
#include "gui/run/file_reader.h"
#include "gui/run/run_controller.h"
#include "gui/run/setup.h"

class QLabel;
class QMenu;
class QSettings;
class QStackedWidget;
class QTabBar;
class QUndoGroup;

namespace splitee {

class CommandPalette;
class CompareView;
class MessageBar;
class RecentFiles;
class RunBar;
class RunView;
class SessionDocument;
class RunsPage;
class SetupPanel;
class Sweeps;
class Theme;
class Tour;
class RepeatRuns;
struct CutShort;
struct Example;
struct RepeatedRun;

/// How long the status bar tells of what was done.
inline constexpr int kNoticeMilliseconds = 15'000;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `session`: the file that keeps the runs; it is made with the first of them.
    MainWindow(Theme& theme, std::filesystem::path session, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Loads an example and plays it.
    void start(const Example& example);
    /// An exit table, an experiment (.json) or a session: told by content. What cannot be read
    /// changes nothing.
    void openFile(const QString& path);
    /// The page of runs, with those of a session; the next runs are kept where they were.
    void showRunsOf(const QString& session);
    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

    [[nodiscard]] RunController& controller() { return controller_; }
    [[nodiscard]] SessionDocument& document() { return *document_; }
    /// Offers to go on where one of these sessions holds runs that were cut short.
    void lookForCutShort(const std::vector<std::filesystem::path>& sessions);
    [[nodiscard]] Setup& setup() { return setup_; }
    [[nodiscard]] SetupPanel& panel() { return *panel_; }
    [[nodiscard]] RunView& view() { return *view_; }
    [[nodiscard]] RunsPage& runs() { return *runs_; }
    [[nodiscard]] Sweeps& sweeps() { return *sweeps_; }
    [[nodiscard]] QTabBar& pageTabs() { return *tabs_; }
    [[nodiscard]] MessageBar& messages() { return *messages_; }
    [[nodiscard]] CommandPalette& commandPalette() { return *palette_; }
    [[nodiscard]] Tour& tour() { return *tour_; }
    [[nodiscard]] RecentFiles& recent() { return *recent_; }
    [[nodiscard]] const RunActions& actions() const { return actions_; }

signals:
    void settingsSent();  ///< what plays has heard of the settings

protected:
    bool event(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void layOut();
    void buildMenus();
    void buildHelp();
    void connectActions();
    void startTour();
    void exportChart();
    void helpOnFocus();
    void applyTheme();
    void refresh();
    void setupChanged();
    void sendSettings();
    void open(bool playAtOnce);
    void loadAndOpen(const ExperimentFile& file, bool playAtOnce);
    void takeFile(const ReadFile& read);
    void chooseNetwork(const QString& name);
    bool changeSource(const ReadFile& read, const QString& what);
    void openByDialog();
    void saveExperiment();
    void chooseSession();
    void buildSession(const std::filesystem::path& session);
    void addSessionMenu(QMenu& file);
    void takeSession(const std::filesystem::path& session);
    void saveSession(bool andTake);
    void offerToGoOn(const CutShort& runs);
    void goOn(const CutShort& runs);
    void openSetUpOf(const std::filesystem::path& session, std::int64_t run);
    void buildSweeps();
    void startSweep();
    void openSweep(const Sweep& sweep, const QString& name);
    void connectRepeats();
    void tellRepeats(const std::vector<RepeatedRun>& runs, bool cancelled);
    void runOrPause();
    void runTo();
    void restart();
    void showRuns(bool runs);
    [[nodiscard]] QWidget* withRunsPage(QWidget* live);
    void showPage(int page);
    [[nodiscard]] bool onRunsPage() const;

    Theme& theme_;
    Setup setup_;
    RunController controller_;
    SessionDocument* document_;
    RunActions actions_;
    SetupPanel* panel_;
    RunBar* bar_;
    QStackedWidget* pages_;
    RunView* view_;
    MessageBar* messages_;
    QLabel* status_;
    RecentFiles* recent_;
    QTabBar* tabs_ = nullptr;
    QStackedWidget* screens_ = nullptr;
    RunsPage* runs_ = nullptr;
    RepeatRuns* repeats_ = nullptr;
    Sweeps* sweeps_ = nullptr;
    CompareView* comparison_ = nullptr;
    QUndoGroup* undo_ = nullptr;
    std::filesystem::path liveSession_;  // when the page of runs was last opened
    CommandPalette* palette_ = nullptr;
    Tour* tour_ = nullptr;
    QTimer openSoon_, sendSoon_;
    ExperimentFile sent_;  // the settings that play now
    FileReader reader_;    // of a source, before anything is given up for it
};

}  // namespace splitee
