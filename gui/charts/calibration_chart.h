// SPDX-License-Identifier: GPL-3.0-or-later
// How far the exits' confidences can be trusted: the share answered right against the confidence,
// and each exit's ECE.
#pragma once

#include <memory>
#include <string>

#include "engine/analysis/calibration.h"
#include "gui/background/task.h"
#include "gui/charts/chart_panel.h"
#include "storage/tables/table_source.h"

class QPushButton;

namespace splitee {

/// Of the exit table that plays, on a thread of its own: a large table takes a second.
class CalibrationChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit CalibrationChart(const Theme& theme, QWidget* parent = nullptr);
    /// Null: no table is known, and `why` says so in a few words. Read once the chart is seen.
    void setTables(std::shared_ptr<const TableSource> tables, const QString& why = QString());
    [[nodiscard]] const std::vector<ExitCalibration>& exits() const { return exits_; }
    /// Fits a temperature for each exit, in the background: on the table `validation` (a file or
    /// builtin:NAME), or "": on the one that plays. Then exits() are those at these temperatures.
    void fit(const std::string& validation);
    /// As Experiment::temperature takes them; "" where none were fitted.
    [[nodiscard]] const std::string& temperatures() const { return temperatures_; }
    /// As recorded, beside fitted ones; else empty.
    [[nodiscard]] const std::vector<ExitCalibration>& before() const { return before_; }
    [[nodiscard]] ChartTable visibleTable() const override;

signals:
    /// To be applied as a setting.
    void temperaturesWanted(const QString& temperatures);

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;
    void showEvent(QShowEvent* event) override;

private:
    // Both diagrams, and the temperatures between them.
    struct Fitted {
        std::vector<ExitCalibration> before, after;
        std::string temperatures;
    };
    [[nodiscard]] QString labelOf(std::size_t exit) const;
    void layOutButtons();
    void fitByDialog();
    void forgetFit();
    void showFitted(const Result<Fitted>& fitted);
    void updateButtons();
    void read();
    void showExits(const Result<std::vector<ExitCalibration>>& exits);
    [[nodiscard]] QColor colorOf(std::size_t exit) const;

    QCPAxisRect* rect_;
    EndLabels* labels_;
    QCPGraph* diagonal_;
    std::vector<QCPGraph*> lines_;  // [L]
    std::shared_ptr<const TableSource> tables_;
    bool unread_ = false;
    std::vector<ExitCalibration> exits_;   // [L]
    std::vector<ExitCalibration> before_;  // [L] or empty
    std::vector<QCPGraph*> linesBefore_;   // likewise
    std::string temperatures_;
    QPushButton *fit_, *fitOn_, *use_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task reading_;
};

}  // namespace splitee
