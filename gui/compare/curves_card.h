// SPDX-License-Identifier: GPL-3.0-or-later
// Card with the curves of the compared groups, and below them the choice of quantity, axis and
// band.
#pragma once

#include <QFrame>

#include "gui/compare/group_look.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace splitee {

class CurvesChart;

class CurvesCard : public QFrame {
    Q_OBJECT
public:
    CurvesCard(const Theme& theme, QWidget* parent);

    /// Null: nothing is compared. A choice stays where it is offered again.
    void setCompared(ComparedRunsPtr compared);
    [[nodiscard]] CurvesChart& chart() { return *chart_; }
    /// "240 runs keep no rounds, .."; empty where all have curves.
    [[nodiscard]] QString note() const;

signals:
    /// Of runs whose rounds were not kept: they are to be played again.
    void curvesWanted();

private:
    void fillChoices();
    void updateNote();
    void updateChart();

    CurvesChart* chart_;
    QWidget* noteRow_;
    QLabel* note_;
    QPushButton* play_;
    QComboBox *quantity_, *over_, *band_;
    ComparedRunsPtr compared_;
};

}  // namespace splitee
