// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of one run alone: of the first policy, or of another that its menu offers.
#pragma once

#include "gui/charts/chart_panel.h"

class QActionGroup;

namespace splitee {

class OneRunChart : public ChartPanel {
    Q_OBJECT
public:
    /// Which of the runs is shown; 0 at first.
    void setRun(int index);
    [[nodiscard]] int run() const { return run_; }

protected:
    OneRunChart(const Theme& theme, const QString& title, bool overRounds, QWidget* parent);
    void runsChanged() override;
    /// The run, or nullptr where there is none.
    [[nodiscard]] const RunHistory* shown() const;

private:
    void offerRuns();

    QString name_;
    int run_ = 0;
    QMenu* choices_;
    QActionGroup* group_ = nullptr;
};

}  // namespace splitee
