// SPDX-License-Identifier: GPL-3.0-or-later
// Where the device's work ended, over time: the share of rounds of every layer.
#pragma once

#include "gui/charts/one_run_chart.h"
#include "gui/charts/split_density.h"

namespace splitee {

class SplitChart final : public OneRunChart {
    Q_OBJECT
public:
    explicit SplitChart(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    std::int64_t fill() override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] double covered(const QRectF& place) const override;

private:
    QCPAxisRect* rect_;
    EndLabels* labels_;
    SplitDensity* density_;
};

}  // namespace splitee
