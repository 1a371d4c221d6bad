// SPDX-License-Identifier: GPL-3.0-or-later
// How long samples took from input to answer, by the times that the exits panel is told: the share
// that was ready in time.
#pragma once

#include "engine/world/physical_profile.h"
#include "gui/charts/chart_panel.h"

namespace splitee {

class NumberField;

class LatencyChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit LatencyChart(const Theme& theme, QWidget* parent = nullptr);
    /// `depth`: [L] of what plays, empty for nothing.
    void setProfile(const PhysicalProfile& profile, std::vector<double> depth);
    [[nodiscard]] ChartTable visibleTable() const override;
    /// Within which `share` (0..1) of a run's samples had their answer, ms; NaN before the first
    /// round.
    [[nodiscard]] double quantile(const RunHistory& run, double share) const;
    /// In ms; 0: none. A sample misses it that is answered later.
    void setDeadline(double milliseconds);
    [[nodiscard]] double deadline() const { return deadline_; }
    /// Share (0..1) of a run's samples that missed the deadline; NaN before the first round and
    /// where there is no deadline.
    [[nodiscard]] double missed(const RunHistory& run) const;

protected:
    void runsChanged() override;
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    struct Step {
        double milliseconds = 0;
        double share = 0;  ///< of the samples that took so long at most
    };
    [[nodiscard]] std::vector<Step> stepsOf(const RunHistory& run) const;

    void layOutDeadline();

    PhysicalProfile profile_;
    std::vector<double> depth_;
    QCPAxisRect* rect_;
    EndLabels* labels_;
    double deadline_ = 0;
    NumberField* field_;
    QCPItemStraightLine* line_;
    std::vector<QCPGraph*> lines_;  // [runs]
};

}  // namespace splitee
