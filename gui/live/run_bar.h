// SPDX-License-Identifier: GPL-3.0-or-later
// Bar over the live page: run, step, restart, stop, speed, how far the runs are, and the time line.
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QSlider;
class QToolButton;

namespace splitee {

class RunController;
class ShownRound;
class SourcePictures;
class Theme;
class TimeLine;
struct RunActions;

class RunBar : public QWidget {
    Q_OBJECT
public:
    /// All must outlive it.
    RunBar(const RunActions& actions, RunController& controller, ShownRound& shown,
           const SourcePictures& pictures, const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] QSlider& speed() { return *speed_; }
    [[nodiscard]] TimeLine& timeLine() { return *timeLine_; }
    /// Back to the newest round.
    [[nodiscard]] QToolButton& live() { return *live_; }
    /// A speed that one can watch: 1,000 rounds a second of a replay, 10 of a live run, where each
    /// sample is seen.
    void setWatchableSpeed(bool live);
    /// How far and how fast, as it is now.
    void refresh();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut(const RunActions& actions);
    [[nodiscard]] QLayout* controls(const RunActions& actions);
    [[nodiscard]] QLayout* timeRow(const RunActions& actions);
    void showRun();
    void showRound();
    void fit();
    void giveWay(int step);
    void paintIcons();
    void setSpeed(int step);
    [[nodiscard]] QString roundText() const;
    [[nodiscard]] QString leftText() const;

    const RunActions& actions_;
    RunController& controller_;
    ShownRound& shown_;
    const Theme& theme_;
    QToolButton* run_;
    std::vector<QToolButton*> buttons_;  // beside run_
    QSlider* speed_;
    QLabel *speedLabel_, *speedText_, *roundText_, *leftText_;
    TimeLine* timeLine_;
    QLabel* shownText_;
    QToolButton* live_;
    bool playing_ = false;     // as the icons were painted
    int step_ = 0;             // how much has given way
    double fittedRounds_ = 0;  // that the texts have room for
};

}  // namespace splitee
