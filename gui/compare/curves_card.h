// SPDX-License-Identifier: GPL-3.0-or-later
// Card with the curves of the compared groups, and below them the choice of quantity, axis and
// band.
#pragma once

#include <QFrame>

#include "gui/compare/group_look.h"

class QComboBox;

namespace splitee {

class CurvesChart;

class CurvesCard : public QFrame {
    Q_OBJECT
public:
    CurvesCard(const Theme& theme, QWidget* parent);

    /// Null: nothing is compared. A choice stays where it is offered again.
    void setCompared(ComparedRunsPtr compared);
    [[nodiscard]] CurvesChart& chart() { return *chart_; }

private:
    void fillChoices();
    void updateChart();

    CurvesChart* chart_;
    QComboBox *quantity_, *over_, *band_;
    ComparedRunsPtr compared_;
};

}  // namespace splitee
