// SPDX-License-Identifier: GPL-3.0-or-later
// Calibration over the rounds: mean confidence and accuracy of the exit that the menu names, and
// the calibration error of every exit, stretch by stretch of the run, from the exit tables.
#pragma once

#include <memory>
#include <optional>

#include "engine/analysis/calibration_drift.h"
#include "gui/background/task.h"
#include "gui/charts/chart_panel.h"
#include "storage/tables/table_source.h"

class QActionGroup;

namespace splitee {

class CalibrationDriftChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit CalibrationDriftChart(const Theme& theme, QWidget* parent = nullptr);

    /// Null: no tables are known, and `why` says so in a few words. `played`: with the changes made
    /// since, of `rounds`. Read once the chart is seen.
    void setTables(std::shared_ptr<const TableSource> tables, const Experiment& played,
                   std::int64_t rounds, const QString& why = QString());
    /// 1..L.
    void setExit(int exit);
    [[nodiscard]] int exit() const { return exit_; }
    [[nodiscard]] const CalibrationDrift* known() const { return known_ ? &*known_ : nullptr; }
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    void runsChanged() override {}
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;
    void showEvent(QShowEvent* event) override;

private:
    void wrapWhy();
    void read();
    void offerExits();
    void makeLines();
    /// Those that the run has played to their end.
    [[nodiscard]] std::span<const CalibrationDrift::Stretch> played() const;
    [[nodiscard]] const CalibrationWindow& of(const CalibrationDrift::Stretch& stretch) const {
        return stretch.exits[static_cast<std::size_t>(exit_ - 1)];
    }
    [[nodiscard]] QColor colorOf(std::size_t exit) const;

    QCPAxisRect *shares_, *errors_;
    EndLabels *shareLabels_, *errorLabels_;
    QCPGraph *accuracy_, *confidence_;
    std::vector<QCPGraph*> lines_;  // [L]
    QMenu* exits_;
    QActionGroup* group_ = nullptr;
    QCPItemText* why_;
    QString whyText_;
    std::shared_ptr<const TableSource> tables_;
    Experiment experiment_;
    std::int64_t rounds_ = 0;
    int exit_ = 1;
    bool unread_ = false;
    std::optional<CalibrationDrift> known_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task reading_;
};

}  // namespace splitee
