// SPDX-License-Identifier: GPL-3.0-or-later
// Chart of accuracy and cost against one setting: a line per policy with the 95 % interval over
// seeds, as in the papers' figures.
#pragma once

#include <string>
#include <vector>

#include "comparison/group_curves.h"
#include "gui/charts/chart_panel.h"
#include "gui/compare/group_look.h"

class QActionGroup;

namespace splitee {

class SettingChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit SettingChart(const Theme& theme, QWidget* parent = nullptr);
    void show(ComparedRunsPtr compared);
    /// One of numericSettings(); the first of them at first.
    void choose(const std::string& setting);
    [[nodiscard]] const std::vector<std::string>& settings() const { return settings_; }
    [[nodiscard]] const std::string& setting() const { return setting_; }
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
        EndFigure figure;
        std::vector<QCPGraph*> lines;  // [series]
        std::vector<QCPErrorBars*> bars;
    };
    void updateSeries();
    void offer();
    [[nodiscard]] std::optional<Estimate> at(const SettingSeries& series, std::size_t k,
                                             EndFigure figure) const;

    std::array<Plot, 2> plots_;
    QCPItemText* hint_;  // where there is nothing to see: how there would be
    QMenu* choices_;
    QActionGroup* group_ = nullptr;
    ComparedRunsPtr compared_;
    std::vector<std::string> settings_;
    std::string setting_;
    std::vector<SettingSeries> series_;
    std::vector<GroupLook> looks_;  // [series]
};

}  // namespace splitee
