// SPDX-License-Identifier: GPL-3.0-or-later
// The live page: the welcome page, or the run bar, the set-up panel and the docks of the runs.
#pragma once

#include <QWidget>

class QStackedWidget;

namespace splitee {

class RunBar;
class RunController;
class RunView;
class Setup;
class SetupPanel;
class ShownRound;
class SourcePictures;
class Theme;
class WelcomePage;
struct Example;
struct RunActions;

class LivePage : public QWidget {
    Q_OBJECT
public:
    /// All must outlive it but for `window`, which owns it.
    LivePage(Setup& setup, RunController& controller, const RunActions& actions, Theme& theme,
             QWidget* window);

    [[nodiscard]] SetupPanel& panel() { return *panel_; }
    [[nodiscard]] RunView& view() { return *view_; }
    /// The round that all of the page shows.
    [[nodiscard]] ShownRound& shownRound() { return *shown_; }
    [[nodiscard]] WelcomePage& welcome() { return *welcome_; }
    /// The run, or the welcome page.
    void showRun(bool on);
    [[nodiscard]] bool showsRun() const;
    /// The runs of an example play at a speed that can be watched, and not flat out.
    void setWatchableSpeed(const Example& example);
    /// Shows the state of the runs.
    void refresh();

signals:
    void exampleChosen(const Example& example);

private:
    void layOut();
    void addWelcome();
    void addPanels();
    void connectActions();
    void showPastPreview();
    // What to do now where nothing plays; empty where that is plain.
    [[nodiscard]] QString nextStep() const;

    Setup& setup_;
    RunController& controller_;
    const RunActions& actions_;
    Theme& theme_;
    ShownRound* shown_;
    SourcePictures* pictures_;
    SetupPanel* panel_;
    RunBar* bar_;
    QStackedWidget* pages_;
    RunView* view_;
    WelcomePage* welcome_;
};

}  // namespace splitee
