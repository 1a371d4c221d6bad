// SPDX-License-Identifier: GPL-3.0-or-later
// Panel with a table of the last rounds of one policy; a double click explains a round.
#pragma once

#include <QTimer>
#include <QWidget>

#include "gui/run/shown_texts.h"

class QComboBox;
class QLabel;

namespace splitee {

class RoundsModel;
class TextTableView;

class RoundsPanel : public QWidget {
    Q_OBJECT
public:
    explicit RoundsPanel(RunController& controller, QWidget* parent = nullptr);
    [[nodiscard]] TextTableView& view() { return *view_; }
    [[nodiscard]] RoundsModel& model() { return *model_; }

signals:
    /// `policy`: place among the runs.
    void roundChosen(int policy, std::int64_t round);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void begin();

    RunController& controller_;
    ShownTexts texts_;
    QComboBox* policy_;
    QLabel* note_;
    TextTableView* view_;
    RoundsModel* model_;
    QTimer soon_;
};

}  // namespace splitee
