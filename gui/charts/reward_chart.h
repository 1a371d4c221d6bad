// SPDX-License-Identifier: GPL-3.0-or-later
// Reward distribution per layer: of the rounds that a run split there, as a silhouette, with their
// mean and the middle half.
#pragma once

#include "gui/charts/one_run_chart.h"

namespace splitee {

/// From the rounds that the run has seen: a layer that is seldom chosen has few, and says so.
class RewardChart final : public OneRunChart {
    Q_OBJECT
public:
    explicit RewardChart(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    void makeShapes(std::size_t layers);

    QCPAxisRect* rect_;
    std::vector<QCPCurve*> shapes_;  // [layers shown]
    QCPGraph *middle_, *means_;
    QCPErrorBars* halves_;
};

}  // namespace splitee
