// SPDX-License-Identifier: GPL-3.0-or-later
// How often each policy chose each layer, over all rounds.
#pragma once

#include "gui/charts/chart_panel.h"

namespace splitee {

class PullsChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit PullsChart(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    void runsChanged() override;
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    QCPAxisRect* rect_;
    EndLabels* labels_;
    QCPBarsGroup* group_;
    std::vector<QCPBars*> bars_;  // [runs]
};

}  // namespace splitee
