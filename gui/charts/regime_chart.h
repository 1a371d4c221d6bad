// SPDX-License-Identifier: GPL-3.0-or-later
// A regime map as a heat map over mu and o (or a factor on it), with the setting as a marker that
// is dragged or moved with the arrow keys.
#pragma once

#include <functional>
#include <memory>

#include "engine/analysis/regime.h"
#include "gui/charts/chart_panel.h"

namespace splitee {

/// A map, and what it was made for.
struct RegimePicture {
    RegimeMap map;
    RegimeGrid grid;
    int exits = 1;
    bool factors = false;  ///< the axis of o is a factor on every layer's o
    /// The cell whose middle is nearest.
    [[nodiscard]] const RegimeCell& cellAt(double mu, double offload) const;
};

class RegimeMarker;
class RegimeKey;

class RegimeChart final : public ChartPanel {
    Q_OBJECT
public:
    /// Of what the values are drawn: the best fixed split, or the gain of a policy.
    static constexpr int kBestSplit = -1;

    explicit RegimeChart(const Theme& theme, QWidget* parent = nullptr);

    /// Null: nothing to show.
    void show(std::shared_ptr<const RegimePicture> picture, int policy);
    using QWidget::show;
    [[nodiscard]] const RegimePicture* picture() const { return picture_.get(); }
    void setMarker(double mu, double offload);
    [[nodiscard]] QPointF marker() const { return {mu_, offload_}; }
    [[nodiscard]] ChartTable visibleTable() const override;
    [[nodiscard]] QString wordsAt(double mu, double offload) const;

signals:
    /// The user moved the marker; `finished` a drag or a key.
    void markerMoved(double mu, double offload, bool finished);

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double) const override { return {}; }
    [[nodiscard]] QString describe() const override { return wordsAt(mu_, offload_); }
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void drag(QPointF at, bool finished);
    [[nodiscard]] QCPColorGradient gradient() const;
    [[nodiscard]] double scaleOfGains() const;

    std::shared_ptr<const RegimePicture> picture_;
    int policy_ = kBestSplit;
    double mu_ = 0.1, offload_ = 5;
    bool dragging_ = false;
    QCPAxisRect* rect_;
    QCPColorMap* cells_;
    RegimeMarker* marker_;
    RegimeKey* key_;
};

}  // namespace splitee
