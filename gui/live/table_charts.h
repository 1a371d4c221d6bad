// SPDX-License-Identifier: GPL-3.0-or-later
// TableCharts keeps the charts that need what every exit says of every sample: it gives them the
// tables that are open or known by now, the costs and the threshold.
#pragma once

#include <QObject>

namespace splitee {

class CalibrationChart;
class CalibrationDriftChart;
class ConfusionChart;
class RunController;
class Setup;
class Theme;
class ThresholdChart;

class TableCharts : public QObject {
    Q_OBJECT
public:
    /// All must outlive it but for `parent`, which owns it and the charts.
    TableCharts(Setup& setup, RunController& controller, const Theme& theme, QWidget* parent);

    [[nodiscard]] ThresholdChart* threshold() const { return threshold_; }
    [[nodiscard]] ConfusionChart* confusion() const { return confusion_; }
    [[nodiscard]] CalibrationChart* calibration() const { return calibration_; }
    [[nodiscard]] CalibrationDriftChart* drift() const { return drift_; }

private:
    void showTables();
    void showValidation();
    void showDrift();
    void showSettings();
    void moveAlpha(double alpha, bool finished);

    Setup& setup_;
    RunController& controller_;
    ThresholdChart* threshold_;
    ConfusionChart* confusion_;
    CalibrationChart* calibration_;
    CalibrationDriftChart* drift_;
    int drag_ = 0;
};

}  // namespace splitee
