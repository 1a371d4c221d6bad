// SPDX-License-Identifier: GPL-3.0-or-later
// The share of samples that were offloaded lately, of every run.
#pragma once

#include "gui/charts/run_curves.h"

namespace splitee {

class OffloadChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit OffloadChart(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    void runsChanged() override { curves_.setRuns(runs()); }
    std::int64_t fill() override;
    void recolour() override { curves_.recolour(); }
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    QCPAxisRect* rect_;
    EndLabels* labels_;
    RunCurves curves_;
};

}  // namespace splitee
