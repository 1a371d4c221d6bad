// SPDX-License-Identifier: GPL-3.0-or-later
// Chart of one quantity of all groups: the mean over seeds with a named band, single seeds behind
// it.
#pragma once

#include <vector>

#include "comparison/group_curves.h"
#include "gui/charts/chart_panel.h"
#include "gui/compare/group_look.h"
#include "gui/compare/seed_ghosts.h"

namespace splitee {

[[nodiscard]] QString titleOf(const CurveChoice& choice);

class CurvesChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit CurvesChart(const Theme& theme, QWidget* parent = nullptr);
    /// Nothing, or runs: choose() follows.
    void show(ComparedRunsPtr compared);
    void choose(const CurveChoice& choice, CurveOver over, CurveBand band);
    [[nodiscard]] const CurveChoice& choice() const { return choice_; }
    [[nodiscard]] const std::vector<GroupCurve>& curves() const { return curves_; }
    [[nodiscard]] ChartTable visibleTable() const override;

signals:
    /// The curve of a single seed was clicked, or clicked twice.
    void runChosen(std::int64_t run);
    void runOpened(std::int64_t run);

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    struct Graphs {
        QCPGraph *line = nullptr, *low = nullptr, *high = nullptr;
    };
    void make();
    void updateCurves();
    void chooseTicks();
    [[nodiscard]] int decimals() const;
    [[nodiscard]] QString xTitle() const;
    [[nodiscard]] QString bandText() const;
    [[nodiscard]] QString noteText(bool any) const;

    QCPAxisRect* rect_;
    EndLabels* labels_;
    SeedGhosts* ghosts_;
    QAction *showSeeds_, *logX_;
    ComparedRunsPtr compared_;
    CurveChoice choice_;
    CurveOver over_ = CurveOver::Round;
    CurveBand band_ = CurveBand::Interval95;
    std::vector<GroupLook> looks_;
    std::vector<GroupCurve> curves_;  // [groups]
    std::vector<Graphs> graphs_;      // [groups]
};

}  // namespace splitee
