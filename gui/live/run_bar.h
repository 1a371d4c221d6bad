// SPDX-License-Identifier: GPL-3.0-or-later
// Bar over the live page: run, step, restart, stop, speed, and how far the runs are.
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QSlider;
class QToolButton;

namespace splitee {

class RunController;
class Theme;
struct RunActions;

class RunBar : public QWidget {
    Q_OBJECT
public:
    RunBar(const RunActions& actions, RunController& controller, const Theme& theme,
           QWidget* parent = nullptr);
    [[nodiscard]] QSlider& speed() { return *speed_; }
    /// A speed that one can watch: 1,000 rounds a second of a replay, 10 of a live run, where each
    /// sample is seen.
    void setWatchableSpeed(bool live);
    /// How far and how fast, as it is now.
    void refresh();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut(const RunActions& actions);
    void fit();
    void giveWay(int step);
    void paintIcons();
    void setSpeed(int step);
    [[nodiscard]] QString roundText() const;
    [[nodiscard]] QString leftText() const;

    const RunActions& actions_;
    RunController& controller_;
    const Theme& theme_;
    QToolButton* run_;
    std::vector<QToolButton*> buttons_;  // beside run_
    QSlider* speed_;
    QLabel *speedLabel_, *speedText_, *roundText_, *leftText_;
    QProgressBar* progress_;
    int step_ = 0;             // how much has given way
    double fittedRounds_ = 0;  // that the texts have room for
};

}  // namespace splitee
