// SPDX-License-Identifier: GPL-3.0-or-later
// Cumulative regret of every run: how much reward learning has cost so far, before the band of the
// same over seeds.
#pragma once

#include <memory>

#include "gui/charts/run_curves.h"
#include "gui/charts/seed_curves.h"

namespace splitee {

struct RegretBands;

/// Pseudo-regret where every run's choice is a split; else realised regret, and the title says
/// which.
class RegretChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit RegretChart(const Theme& theme, QWidget* parent = nullptr);
    ~RegretChart() override;
    [[nodiscard]] ChartTable visibleTable() const override;

    /// Over seeds, of the policies of the runs, and the line C log t; null: none.
    void setBands(std::shared_ptr<const RegretBands> bands);
    /// What stands in the place of the curves where no run knows its regret.
    void setWhyUnknown(const QString& sentence);
    /// The policies whose band is drawn now, by their label.
    [[nodiscard]] QStringList banded() const;
    [[nodiscard]] bool hasLogLine() const;

protected:
    void runsChanged() override;
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override {
        return curves_.valuesAt(position);
    }
    [[nodiscard]] QString describe() const override;

private:
    void chooseKind();
    void nameBands();
    [[nodiscard]] QString whyUnknownIn(const QFontMetrics& metrics);
    void putBands();

    Followed kind_ = Followed::PseudoRegret;
    QCPAxisRect* rect_;
    EndLabels* labels_;
    RunCurves curves_;
    SeedCurves over_, logLine_;
    std::shared_ptr<const RegretBands> bands_;
    QAction* showBands_;
    QCPItemText* bandName_;
    QString whyUnknown_;
};

}  // namespace splitee
