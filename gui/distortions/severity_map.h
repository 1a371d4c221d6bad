// SPDX-License-Identifier: GPL-3.0-or-later
// A heat map of one policy's split layer: corruptions down, severities across. A click on a cell
// loads it.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "gui/distortions/severity_study.h"
#include "gui/widgets/chart_table.h"

namespace splitee {

class Theme;

class SeverityMap : public QWidget {
    Q_OBJECT
public:
    explicit SeverityMap(const Theme& theme, QWidget* parent = nullptr);

    /// What is known of a cell, [kSeverityRows * kSeverityColumns], row by row; `exits`: L.
    void show(std::vector<std::optional<SeverityFigures>> cells, int exits);
    using QWidget::show;
    /// The distortion that plays, outlined.
    void setChosen(const std::optional<Distortion>& chosen);
    [[nodiscard]] int row() const { return current_ / kSeverityColumns; }
    [[nodiscard]] QRect place(int row, int column) const;
    /// "fog 3: layer 2 …", of a cell.
    [[nodiscard]] QString words(int row, int column) const;
    [[nodiscard]] ChartTable table() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// As parseDistortion() reads it.
    void chosen(const QString& distortion);
    /// Another corruption is the current one.
    void rowMoved(int row);
    void currentMoved(const QRect& place);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int cellAt(const QPoint& point) const;
    [[nodiscard]] int namesWidth() const;
    [[nodiscard]] int rowHeight() const;
    void moveTo(int cell);
    void choose(int cell);
    void paintCell(QPainter& painter, int row, int column) const;

    const Theme& theme_;
    std::vector<std::optional<SeverityFigures>> cells_;
    int exits_ = 1;
    std::optional<Distortion> chosen_;
    int current_ = 0;
};

}  // namespace splitee
