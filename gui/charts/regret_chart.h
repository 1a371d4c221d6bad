// Cumulative regret of every run: how much reward learning has cost so far.
#pragma once

#include "gui/charts/run_curves.h"

namespace splitee {

/// Pseudo-regret where every run's choice is a split; else realised regret, and the title says which.
class RegretChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit RegretChart(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    void runsChanged() override;
    std::int64_t fill() override;
    void recolour() override { curves_.recolour(); }
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override { return curves_.valuesAt(position); }
    [[nodiscard]] QString describe() const override;

private:
    void chooseKind();

    Followed kind_ = Followed::PseudoRegret;
    QCPAxisRect* rect_;
    EndLabels* labels_;
    RunCurves curves_;
};

}  // namespace splitee
