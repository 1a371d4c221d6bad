// SPDX-License-Identifier: GPL-3.0-or-later
// Accuracy against cost of everything that advice has played: a line of thresholds for each fixed
// split and policy, the goal, and a ring around what is advised.
#pragma once

#include <memory>

#include "gui/advise/advice_work.h"
#include "gui/charts/chart_panel.h"

namespace splitee {

class AdviceChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit AdviceChart(const Theme& theme, QWidget* parent = nullptr);

    /// Null: nothing to show.
    void show(std::shared_ptr<const AdviceAnswer> answer);
    using QWidget::show;
    [[nodiscard]] ChartTable visibleTable() const override;
    /// Where what is advised stands: cost in lambda, and accuracy in % or, without labels, reward.
    [[nodiscard]] QPointF advised() const;

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    /// The candidates of one fixed split or policy, by rising threshold.
    struct Line {
        std::vector<const AdviceCandidate*> points;
        const AdviceCandidate* best = nullptr;
        int style = -1;  ///< of a policy, for its colour
        QCPGraph *line = nullptr, *mark = nullptr;
        QCPErrorBars *across = nullptr, *up = nullptr;
        QCPItemText* name = nullptr;
    };
    void makeLines();
    void drawGoal();
    void placeNames();
    [[nodiscard]] bool labelled() const;
    [[nodiscard]] double heightOf(const AdviceCandidate& one) const;
    [[nodiscard]] QColor colorOf(const Line& line) const;
    [[nodiscard]] QString nameOf(const AdviceCandidate& one) const;

    QCPAxisRect* rect_;
    QCPItemStraightLine* goal_;
    QCPItemText* goalName_;
    QCPGraph* ring_ = nullptr;
    std::shared_ptr<const AdviceAnswer> answer_;
    std::vector<Line> lines_;
};

}  // namespace splitee
