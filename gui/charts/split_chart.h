// Where the device's work ended, over time: the share of rounds of every layer.
#pragma once

#include "gui/charts/chart_panel.h"
#include "gui/charts/split_density.h"

namespace splitee {

class SplitChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit SplitChart(const Theme& theme, QWidget* parent = nullptr);
    /// Which of the runs is shown; 0 at first.
    void setRun(int index);
    [[nodiscard]] int run() const { return run_; }
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    void runsChanged() override;
    std::int64_t fill() override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    [[nodiscard]] const RunHistory* shown() const;

    int run_ = 0;
    QCPAxisRect* rect_;
    EndLabels* labels_;
    SplitDensity* density_;
};

}  // namespace splitee
