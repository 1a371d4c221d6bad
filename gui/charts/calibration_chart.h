// SPDX-License-Identifier: GPL-3.0-or-later
// How far the exits' confidences can be trusted: the share answered right against the confidence,
// and each exit's ECE.
#pragma once

#include <memory>

#include "engine/analysis/calibration.h"
#include "gui/background/task.h"
#include "gui/charts/chart_panel.h"
#include "gui/charts/temperature_fit.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// Of the exit table that plays, on a thread of its own: a large table takes a second.
class CalibrationChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit CalibrationChart(const Theme& theme, QWidget* parent = nullptr);
    /// Null: no table is known, and `why` says so in a few words. Read once the chart is seen.
    void setTables(std::shared_ptr<const TableSource> tables, const QString& why = QString());
    [[nodiscard]] const std::vector<ExitCalibration>& exits() const { return exits_; }
    /// Below the diagram. After a fit, exits() are those at its temperatures.
    [[nodiscard]] TemperatureFit& fit() { return *fit_; }
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QString labelOf(std::size_t exit) const;
    void beginFit();
    void showFit();
    void forgetFit();
    void read();
    void showExits(const Result<std::vector<ExitCalibration>>& exits);
    [[nodiscard]] QColor colorOf(std::size_t exit) const;

    QCPAxisRect* rect_;
    EndLabels* labels_;
    QCPGraph* diagonal_;
    std::vector<QCPGraph*> lines_;  // [L]
    std::shared_ptr<const TableSource> tables_;
    bool unread_ = false;
    std::vector<ExitCalibration> exits_;  // [L]
    std::vector<QCPGraph*> linesBefore_;  // [L] or empty
    TemperatureFit* fit_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task reading_;
};

}  // namespace splitee
