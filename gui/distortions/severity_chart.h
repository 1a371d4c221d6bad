// SPDX-License-Identifier: GPL-3.0-or-later
// Chart of accuracy, cost and offload rate against the severity of one corruption: a line a policy.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "gui/charts/chart_panel.h"
#include "gui/distortions/severity_study.h"

namespace splitee {

class SeverityChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit SeverityChart(const Theme& theme, QWidget* parent = nullptr);

    /// One corruption; of each severity the figures of all policies, where they are known.
    using Row = std::array<std::optional<std::vector<SeverityFigures>>, kSeverityColumns>;
    void show(int row, Row figures);
    using QWidget::show;
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    struct Plot {
        QCPAxisRect* rect;
        EndLabels* labels;
        double SeverityFigures::*figure;
        QString quantity;
        std::vector<QCPGraph*> lines;  // [policies]
    };
    [[nodiscard]] std::vector<std::string> policies() const;
    void updateLines();

    std::vector<Plot> plots_;
    int row_ = 0;
    Row figures_;
};

}  // namespace splitee
