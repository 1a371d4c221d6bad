// SPDX-License-Identifier: GPL-3.0-or-later
// What a sample costs and how often it is answered right, lately, against always computing the
// final exit.
#pragma once

#include "gui/charts/run_curves.h"

namespace splitee {

class CostAccuracyChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit CostAccuracyChart(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    void runsChanged() override;
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    QCPAxisRect *costRect_, *accuracyRect_;
    EndLabels *costLabels_, *accuracyLabels_;
    RunCurves finalCost_, cost_, finalAccuracy_, accuracy_;
};

}  // namespace splitee
