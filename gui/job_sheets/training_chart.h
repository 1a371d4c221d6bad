// SPDX-License-Identifier: GPL-3.0-or-later
// Chart of a training while it goes on: the loss of each exit and of all together, and the accuracy
// of each exit on validation, over epochs, with a mark at the epoch that is kept.
#pragma once

#include <vector>

#include "gui/charts/chart_panel.h"
#include "gui/jobs/program_output.h"

namespace splitee {

class TrainingChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit TrainingChart(const Theme& theme, QWidget* parent = nullptr);

    /// Finished epochs in order, and last what is known of the one at hand.
    void show(std::vector<ToldProgress::Stand> stands);
    using QWidget::show;
    [[nodiscard]] const std::vector<ToldProgress::Stand>& stands() const { return stands_; }
    [[nodiscard]] ChartTable visibleTable() const override;
    [[nodiscard]] QSize sizeHint() const override { return {600, 270}; }

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    [[nodiscard]] std::size_t exits() const;
    [[nodiscard]] std::size_t exitsWithLoss() const;
    void countGraphs(std::vector<QCPGraph*>& graphs, std::size_t wanted, QCPAxisRect& rect);
    void labelEnds(EndLabels& labels, const std::vector<QVector<double>>& values);
    [[nodiscard]] QColor exitColor(std::size_t exit) const;
    [[nodiscard]] const ToldProgress::Stand* standAt(double position) const;

    QCPAxisRect *lossRect_, *accuracyRect_;
    EndLabels *lossLabels_, *labels_;
    QCPGraph* loss_;                     // of all exits together, as it is minimised
    std::vector<QCPGraph*> exitLosses_;  // [exits], or empty where they are not told
    std::vector<QCPGraph*> accuracy_;    // [exits]
    std::vector<ToldProgress::Stand> stands_;
};

}  // namespace splitee
