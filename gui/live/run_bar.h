// SPDX-License-Identifier: GPL-3.0-or-later
// Toolbar under the menus: run, step, stop, speed and progress.
#pragma once

#include <QWidget>

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
    /// 1,000 rounds a second: a replay that one can watch.
    void setWatchableSpeed();
    /// How far and how fast, as it is now.
    void refresh();

private:
    void paintIcons();
    void setSpeed(int step);

    const RunActions& actions_;
    RunController& controller_;
    const Theme& theme_;
    QToolButton* run_;
    QSlider* speed_;
    QLabel *speedText_, *roundText_, *leftText_;
    QProgressBar* progress_;
};

}  // namespace splitee
