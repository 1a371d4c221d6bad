// SPDX-License-Identifier: GPL-3.0-or-later
// Panel of the regime map of the open exit table, computed in the background. A marker shows the
// setting and sets mu and o.
#pragma once

#include <QWidget>

#include <memory>

#include "gui/background/latest_work.h"
#include "gui/run/opened_tables.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;

namespace splitee {

class RegimeChart;
class Theme;
struct RegimePicture;

class RegimePanel : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the panel.
    RegimePanel(Setup& setup, RunController& controller, const Theme& theme,
                QWidget* parent = nullptr);

    [[nodiscard]] RegimeChart& chart() { return *chart_; }
    [[nodiscard]] QString words() const;

signals:
    void mapped();  ///< another map is shown

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void setupChanged();
    void requestMap();
    void onMapFinished(int number, const Result<std::shared_ptr<const RegimePicture>>& answer);
    void moved(double mu, double offload, bool finished);
    void stop();
    void fillChoices();
    void updateText();

    Setup& setup_;
    RunController& controller_;
    OpenedTables tables_;
    RegimeChart* chart_;
    QComboBox* shown_;
    QProgressBar* progress_;
    QToolButton* stop_;
    QLabel* text_;
    Experiment asked_;  // without what the map is over
    std::shared_ptr<const TableSource> askedTables_;
    std::shared_ptr<const RegimePicture> picture_;
    int number_ = 0, drag_ = 0;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
