// SPDX-License-Identifier: GPL-3.0-or-later
// The main window: composes the live page, the page of runs and their controllers, and routes
// between them.
#pragma once

#include <QMainWindow>

#include <filesystem>
#include <vector>

#include "gui/live/run_actions.h"
#include "gui/run/run_controller.h"
#include "gui/run/setup.h"

class QLabel;
class QSettings;
class QStackedWidget;
class QTabBar;
class QUndoGroup;

namespace splitee {

class AdviseSheet;
class CommandPalette;
class CompareView;
class ExitTables;
class FileOpener;
class Imports;
class Jobs;
class LivePage;
class MessageBar;
class RecentFiles;
class RunView;
class RunsPage;
class SessionController;
class SessionDocument;
class SetupPanel;
class SetupRunner;
class ShownRound;
class Sweeps;
class Theme;
class Tour;
struct Example;
struct ReadProfile;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `session`: the file that keeps the runs; it is made with the first of them.
    MainWindow(Theme& theme, const std::filesystem::path& session, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Loads an example and plays it.
    void start(const Example& example);
    /// An exit table, a network, an experiment, a sweep or a session, as FileOpener opens it.
    void openFile(const QString& path);
    /// The page of runs, with those of a session; the next runs are kept where they were.
    void showRunsOf(const QString& session);
    /// Offers to resume where one of these sessions holds runs that were interrupted.
    void lookForCutShort(const std::vector<std::filesystem::path>& sessions);
    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

    [[nodiscard]] RunController& controller() { return controller_; }
    [[nodiscard]] SessionDocument& document();
    [[nodiscard]] Setup& setup() { return setup_; }
    [[nodiscard]] SetupPanel& panel();
    [[nodiscard]] RunView& view() const;
    [[nodiscard]] ShownRound& shownRound();
    [[nodiscard]] RunsPage& runs() { return *runs_; }
    [[nodiscard]] CompareView& comparison() { return *comparison_; }
    [[nodiscard]] Sweeps& sweeps() { return *sweeps_; }
    [[nodiscard]] AdviseSheet& adviseSheet() { return *advise_; }
    [[nodiscard]] Imports& imports() { return *imports_; }
    [[nodiscard]] Jobs& jobs() { return *jobs_; }
    [[nodiscard]] ExitTables& exitTables() { return *exitTables_; }
    [[nodiscard]] QTabBar& pageTabs() { return *tabs_; }
    [[nodiscard]] MessageBar& messages() { return *messages_; }
    [[nodiscard]] CommandPalette& commandPalette() { return *palette_; }
    [[nodiscard]] Tour& tour() { return *tour_; }
    [[nodiscard]] RecentFiles& recent();
    [[nodiscard]] const RunActions& actions() const { return actions_; }

signals:
    void settingsSent();  ///< the runs that play have the edited settings

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    static constexpr int kLive = 0, kRuns = 1;  // pages, in the order of their tabs

    void layOut();
    void connectControllers();
    void connectLive();
    void connectComparison();
    void connectRuns();
    void connectSweeps();
    void connectImports();
    void connectJobs();
    void connectAdvice();
    void takeCosts(const ReadProfile& profile, const QString& name);
    void buildHelp();
    void load(const ExperimentFile& file, bool playAtOnce);
    void startTour();
    void exportChart();
    void showNotice(const QString& sentence);
    void showLive(bool run);
    void goBack();
    void escape();
    void showPage(int page);
    [[nodiscard]] bool onRunsPage() const;
    void applyTheme();
    void refresh();
    [[nodiscard]] QString statusText() const;

    Theme& theme_;
    Setup setup_;
    RunController controller_;
    RunActions actions_;
    LivePage* live_;
    MessageBar* messages_;
    SetupRunner* runner_;
    SessionController* session_;
    FileOpener* opener_;
    ExitTables* exitTables_;
    QLabel* status_;
    QTabBar* tabs_;
    RunsPage* runs_;
    CompareView* comparison_;
    QStackedWidget* screens_;  // live, runs
    Sweeps* sweeps_;
    Imports* imports_ = nullptr;     // over all pages
    Jobs* jobs_ = nullptr;           // over all pages
    AdviseSheet* advise_ = nullptr;  // likewise
    QUndoGroup* undo_;
    CommandPalette* palette_ = nullptr;
    Tour* tour_ = nullptr;
    std::filesystem::path liveSession_;  // when the page of runs was last opened
};

}  // namespace splitee
