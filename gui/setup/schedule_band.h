// SPDX-License-Identifier: GPL-3.0-or-later
// Band of a schedule: the run from left to right, its sources as stretches, each setting that
// changes as a line.
#pragma once

#include <QWidget>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/run/schedule.h"

namespace splitee {

class ScheduleModel;
class Theme;

class ScheduleBand : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    ScheduleBand(const ScheduleModel& model, const Theme& theme, QWidget* parent = nullptr);

    /// The row of the table that is chosen, -1: none. Its rounds are marked.
    void mark(int row);
    /// What is drawn: the last schedule that could be read.
    [[nodiscard]] const std::optional<Schedule>& drawn() const { return schedule_; }
    /// Pixels from the left edge where a round stands.
    [[nodiscard]] double placeOf(std::int64_t round) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void rowChosen(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QRectF lane(std::size_t number) const;
    void paintSources(QPainter& painter, const QRectF& place) const;
    void paintSetting(QPainter& painter, const QRectF& place, const std::string& key) const;
    void paintMark(QPainter& painter) const;

    const ScheduleModel& model_;
    const Theme& theme_;
    std::optional<Schedule> schedule_;
    std::int64_t rounds_ = 1;
    bool current_ = true;  // the schedule is that of the rows
    std::vector<std::int64_t> starts_;
    std::vector<std::string> settings_;  // that change
    int marked_ = -1;
};

}  // namespace splitee
