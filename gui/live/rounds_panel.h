// SPDX-License-Identifier: GPL-3.0-or-later
// Panel with a table of the last rounds of one policy, up to the round that is shown; a double
// click explains a round.
#pragma once

#include <QTimer>
#include <QWidget>

#include "engine/run/run.h"
#include "gui/background/latest_work.h"
#include "gui/run/shown_texts.h"

class QComboBox;
class QLabel;

namespace splitee {

class RoundsModel;
class ShownRound;
class TextTableView;

class RoundsPanel : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    RoundsPanel(RunController& controller, const ShownRound& shown, QWidget* parent = nullptr);
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
    void readPast(std::size_t policy);
    void showPast(std::int64_t round, const Result<std::vector<RoundRecord>>& rounds);

    RunController& controller_;
    const ShownRound& shown_;
    ShownTexts texts_;
    QComboBox* policy_;
    QLabel* note_;
    TextTableView* view_;
    RoundsModel* model_;
    QTimer soon_;
    std::int64_t chosenHere_ = 0;  // a round of the list that is shown now; 0: none
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork reading_;
};

}  // namespace splitee
