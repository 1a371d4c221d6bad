// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over and under a regime map: the marker of the setting, dots where nothing is sure, and
// the key to the colours.
#pragma once

#include <qcustomplot.h>

#include <vector>

#include "gui/widgets/theme.h"

namespace splitee {

/// A ring where the setting lies; dots in cells.
class RegimeMarker : public QCPLayerable {
    Q_OBJECT
public:
    RegimeMarker(QCPAxisRect& rect, const Theme& theme);
    void set(double x, double y) { x_ = x, y_ = y; }
    void setDots(std::vector<QPointF> dots) { dots_ = std::move(dots); }
    [[nodiscard]] QPointF pixel() const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    QCPAxisRect& rect_;
    const Theme& theme_;
    double x_ = 0, y_ = 0;
    std::vector<QPointF> dots_;
};

/// The colours in words, under the map.
class RegimeKey : public QCPLayoutElement {
    Q_OBJECT
public:
    struct Swatch {
        QColor color;
        QString text;
    };
    RegimeKey(QCustomPlot& plot, const Theme& theme);
    /// Swatches side by side, with `note` under them.
    void set(std::vector<Swatch> swatches, QString note);
    [[nodiscard]] const std::vector<Swatch>& swatches() const { return swatches_; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    const Theme& theme_;
    std::vector<Swatch> swatches_;
    QString note_;
};

}  // namespace splitee
