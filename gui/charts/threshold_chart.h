// SPDX-License-Identifier: GPL-3.0-or-later
// Accuracy, cost and offload rate of every fixed split against the threshold, from the exit table,
// with the threshold of the set-up as a line that is dragged or moved with the arrow keys.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/analysis/threshold_sensitivity.h"
#include "gui/background/task.h"
#include "gui/charts/chart_panel.h"
#include "gui/charts/regime_overlays.h"
#include "storage/tables/table_source.h"

namespace splitee {

class ThresholdChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit ThresholdChart(const Theme& theme, QWidget* parent = nullptr);

    /// Null: no table is known, and `why` says so in a few words. Read once the chart is seen.
    void setTables(std::shared_ptr<const TableSource> tables, const QString& why = QString());
    /// Of splits that evaluate one exit.
    void setCosts(const CostWeights& weights);
    void setAlpha(double alpha);
    [[nodiscard]] double alpha() const { return alpha_; }
    [[nodiscard]] const ThresholdSensitivity* known() const { return known_ ? &*known_ : nullptr; }
    [[nodiscard]] ChartTable visibleTable() const override;
    /// The best fixed split at the threshold, and what it comes to.
    [[nodiscard]] QString words() const;

signals:
    /// The user moved the line; `finished` a drag or a key.
    void alphaMoved(double alpha, bool finished);

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override { return words(); }
    void showEvent(QShowEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Accuracy, cost, offload rate.
    static constexpr int kQuantities = 3;
    struct Quantity {
        QCPAxisRect* rect = nullptr;
        std::vector<QCPGraph*> layers;  // [L]
        QCPGraph* best = nullptr;
        QCPItemStraightLine* line = nullptr;
    };
    void read();
    void makeLines();
    void fillLines();
    void drag(double pixel, bool finished);
    void moveTo(double alpha, bool finished);
    void showWords();
    [[nodiscard]] double valueOf(int quantity, const ThresholdFigures& figures) const;
    [[nodiscard]] QColor colorOf(int layer) const;
    [[nodiscard]] std::vector<RegimeKey::Swatch> swatches() const;

    Quantity quantities_[kQuantities];
    RegimeKey* key_;
    std::shared_ptr<const TableSource> tables_;
    QString why_;
    std::optional<ThresholdSensitivity> known_;
    CostWeights weights_;
    CostTable costs_;
    double alpha_ = 0.8;
    bool unread_ = false, dragging_ = false, changed_ = true;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task reading_;
};

}  // namespace splitee
