// SPDX-License-Identifier: GPL-3.0-or-later
// Progress line of a sweep: runs played, speed, time left, and Cancel.
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace splitee {

class SweepWork;

class SweepStrip : public QFrame {
    Q_OBJECT
public:
    /// `work` must outlive it. Hidden while nothing plays.
    explicit SweepStrip(SweepWork& work, QWidget* parent = nullptr);
    /// "37 of 120 runs · 12.4 runs/s · 7 s left"
    [[nodiscard]] QString text() const;

private:
    void refresh();

    SweepWork& work_;
    QLabel* text_;
    QProgressBar* progress_;
    QPushButton* cancel_;
};

}  // namespace splitee
