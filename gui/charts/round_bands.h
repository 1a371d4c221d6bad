// SPDX-License-Identifier: GPL-3.0-or-later
// RoundBands is the band under a chart's axis of rounds that shows where the samples come from,
// stretch by stretch of the schedule.
#pragma once

#include <qcustomplot.h>

#include <vector>

#include "gui/run/time_line_model.h"

namespace splitee {

class Theme;

/// It lies between the lowest axes and the numbers of their rounds, which make room for it, and
/// moves with them. Pictures and names stand in it where the chart is high enough, shades alone
/// where it is lower; where it is very low there is no band.
class RoundBands : public QCPLayerable {
    Q_OBJECT
public:
    /// Both must outlive it.
    RoundBands(QCustomPlot& plot, const Theme& theme);

    /// By round; empty where all samples come from one source.
    void set(std::vector<TimeLineBand> bands);
    /// [sources] of one sample, null or absent where there is none.
    void setPictures(std::vector<QImage> pictures);
    [[nodiscard]] const std::vector<QImage>& pictures() const { return pictures_; }
    /// Takes the room that it gets under axes that are so high in all, in pixels, without it.
    void fit(int axesHeight);
    /// Pixels that the numbers of the rounds keep off the axes; 0: there is no band.
    [[nodiscard]] int room() const;

    struct Stretch {
        QRectF place;
        const TimeLineBand* band;
    };
    /// As they are drawn now; what is narrower than a pixel is left out.
    [[nodiscard]] std::vector<Stretch> stretches() const;
    /// The number of the stretch there, -1: none.
    [[nodiscard]] int stretchAt(const QPoint& at) const;
    /// "rounds 1 to 3 000: fog 3".
    [[nodiscard]] QString words(int stretch) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    [[nodiscard]] int fullHeight() const;
    [[nodiscard]] const QCPAxis& axis() const;
    [[nodiscard]] std::vector<double> sharesIn(const Stretch& stretch) const;
    [[nodiscard]] QImage pictureOf(const TimeLineBand& band, const QCPPainter& painter);

    const Theme& theme_;
    std::vector<TimeLineBand> bands_;
    std::size_t sources_ = 1;
    std::vector<QImage> pictures_;
    std::vector<QImage> scaled_;  // as the screen shows them
    int scaledTo_ = 0, height_ = 0;
};

}  // namespace splitee
