// SPDX-License-Identifier: GPL-3.0-or-later
// What a round costs, stacked: computing layers on the device, evaluating exits there, and
// offloading on top of it; against the final exit's cost.
#pragma once

#include "gui/charts/one_run_chart.h"

namespace splitee {

class CostPartsChart final : public OneRunChart {
    Q_OBJECT
public:
    explicit CostPartsChart(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    /// Means of some rounds in a row, in lambda.
    struct Step {
        double from = 0, to = 0;
        std::int64_t rounds = 0;
        double layers = 0, exits = 0, offload = 0, finalCost = 0;
        [[nodiscard]] double compute() const { return layers + exits; }
    };
    void readSteps();

    QCPAxisRect* rect_;
    EndLabels* labels_;
    QCPGraph *layers_, *compute_, *total_, *final_;
    std::vector<Step> steps_;
};

}  // namespace splitee
