// SPDX-License-Identifier: GPL-3.0-or-later
// Mean running accuracy, running cost and regret over seeds under the costs as they are set, and as
// a ghost as they were before.
#pragma once

#include <memory>

#include "gui/charts/seed_curves.h"
#include "gui/run/seed_replay.h"

namespace splitee {

class WhatIfChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit WhatIfChart(const Theme& theme, QWidget* parent = nullptr);

    /// Either may be null: nothing to show, nothing to compare with.
    void show(std::shared_ptr<const SeedReplay> now, std::shared_ptr<const SeedReplay> before);
    using QWidget::show;
    [[nodiscard]] const SeedReplay* now() const { return now_.get(); }
    [[nodiscard]] const SeedReplay* before() const { return before_.get(); }
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    void runsChanged() override;
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    using CurveOf = std::function<const MeanCurve&(const SeedReplay&, const SeedPolicy&)>;
    struct Plot {
        QCPAxisRect* rect;
        EndLabels* labels;
        CurveOf curve;
        bool fromZero;
        SeedCurves ghost, reference, now;
    };
    void addPlot(const QString& yTitle, const QString& quantity, int decimals, bool fromZero,
                 CurveOf curve);
    void updateGraphs();
    [[nodiscard]] std::vector<SeedCurves::Entry> entriesOf(const SeedReplay* replay,
                                                           const CurveOf& curve) const;

    std::shared_ptr<const SeedReplay> now_, before_;
    std::vector<std::unique_ptr<Plot>> plots_;
};

}  // namespace splitee
