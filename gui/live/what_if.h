// SPDX-License-Identifier: GPL-3.0-or-later
// What-if panel: every change of a cost or of the threshold replays all policies over seeds,
// without touching the run, and compares the result with that of the setting before.
#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>
#include <set>
#include <string>

#include "gui/background/latest_work.h"
#include "gui/run/opened_tables.h"
#include "gui/run/seed_replay.h"

class QLabel;

namespace splitee {

class Theme;
class WhatIfChart;

class WhatIf : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the panel.
    WhatIf(Setup& setup, RunController& controller, const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] WhatIfChart& chart() { return *chart_; }
    /// Text under the curves, without colours.
    [[nodiscard]] QString words() const;
    void setHidden(const std::set<std::string>& policies);

signals:
    void answered();  ///< the curves are those of another setting
    void rested();    ///< a drag is over: the next one is compared with what is shown now

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Answer {
        ExperimentFile file;  // the set-up that was asked about
        std::shared_ptr<const SeedReplay> replay;
    };
    void setupChanged();
    void requestReplay();
    void onReplayFinished(int number, const ExperimentFile& file,
                          const Result<std::shared_ptr<const SeedReplay>>& replay);
    void showSentence(const QString& sentence);
    void updateText();
    [[nodiscard]] QStringList lines() const;

    Setup& setup_;
    RunController& controller_;
    OpenedTables tables_;
    const Theme& theme_;
    WhatIfChart* chart_;
    QLabel* head_;
    QLabel* text_;
    QTimer dragEnds_, slow_;
    ExperimentFile asked_;
    std::shared_ptr<const TableSource> askedTables_;
    Answer now_, before_;
    int number_ = 0, shown_ = 0;
    bool dragging_ = false;
    std::set<std::string> hidden_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
