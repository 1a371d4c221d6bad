// SPDX-License-Identifier: GPL-3.0-or-later
// What each policy believes of each layer: mean reward and radius, the chosen one marked. Rewards
// that a policy maps to [0, 1] are mapped back, so that all stand on one axis.
#pragma once

#include "gui/charts/chart_panel.h"

namespace splitee {

/// The arms of all runs that have any, side by side on each layer.
class ArmBars : public QCPLayerable {
    Q_OBJECT
public:
    /// A run as it is drawn: a copy, since a picture may be drawn after the run has gone.
    struct Run {
        QString label;
        int style = 0;
        int split = 0;
        std::vector<ArmView> arms;
    };
    ArmBars(QCPAxisRect& rect, const Theme& theme);
    void set(std::vector<Run> runs) { runs_ = std::move(runs); }
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }

protected:
    [[nodiscard]] QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    void drawArm(QCPPainter& painter, const Run& run, const ArmView& arm, double x,
                 bool chosen) const;
    QCPAxisRect& rect_;
    const Theme& theme_;
    std::vector<Run> runs_;
};

class ArmsChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit ArmsChart(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    std::int64_t fill() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    QCPAxisRect* rect_;
    EndLabels* labels_;
    ArmBars* bars_;
};

}  // namespace splitee
