// SPDX-License-Identifier: GPL-3.0-or-later
// Where samples went: the share that left at each exit, and that was offloaded from each split.
#pragma once

#include "gui/charts/one_run_chart.h"

namespace splitee {

class FlowChart final : public OneRunChart {
    Q_OBJECT
public:
    explicit FlowChart(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    QCPAxisRect* rect_;
    EndLabels* labels_;
    QCPBars *left_, *offloaded_;
};

}  // namespace splitee
