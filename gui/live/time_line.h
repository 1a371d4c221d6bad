// SPDX-License-Identifier: GPL-3.0-or-later
// Time line of a run: what is played, what changed when and what the samples were, with a handle at
// the round that the window shows. Clicked, dragged or moved by keys it asks for another one.
#pragma once

#include <QAbstractSlider>
#include <QImage>

#include <cstdint>
#include <vector>

#include "gui/run/time_line_model.h"

namespace splitee {

class Theme;

class TimeLine : public QAbstractSlider {
    Q_OBJECT
public:
    explicit TimeLine(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] const TimeLineModel& model() const { return model_; }
    void setRun(std::int64_t rounds, std::vector<TimeLineMark> marks,
                std::vector<TimeLineBand> bands);
    /// [sources] pictures of one sample, null or absent where there is none.
    void setPictures(std::vector<QImage> pictures);
    /// How far the run is, and the round that is shown; 0: the newest.
    void setRounds(std::int64_t played, std::int64_t shown);

    /// Pixels from the left edge where a round stands.
    [[nodiscard]] double placeOf(std::int64_t round) const;
    /// What a tooltip says at a place.
    [[nodiscard]] QString tipAt(const QPoint& at) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void roundChosen(std::int64_t round);
    void liveWanted();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] QRectF line() const;
    [[nodiscard]] int stripHeight() const;
    [[nodiscard]] int clusterAt(const QPoint& at) const;
    [[nodiscard]] QString marksText(const TimeLineModel::Cluster& cluster) const;
    void paintBands(QPainter& painter) const;
    void paintLine(QPainter& painter) const;
    void chooseAt(const QPointF& at);
    void choose(std::int64_t round);
    void describe();

    const Theme& theme_;
    TimeLineModel model_;
    std::vector<QImage> pictures_;
    bool setting_ = false;  // the value follows the model, and asks for nothing
};

}  // namespace splitee
