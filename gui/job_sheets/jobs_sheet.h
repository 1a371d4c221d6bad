// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet of jobs: all of them in a list, and of the chosen one its figures and its log.
#pragma once

#include <vector>

#include "gui/widgets/sheet.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace splitee {

class Job;
class JobQueue;
class JobRow;
class TextTableModel;
class TextTableView;
class Theme;
class TrainingChart;

class JobsSheet final : public Sheet {
    Q_OBJECT
public:
    /// `queue` must outlive it.
    JobsSheet(JobQueue& queue, Theme& theme, QWidget* parent);

    /// With this job chosen; nullptr: the one that runs, or the last.
    void open(Job* job = nullptr);
    [[nodiscard]] Job* chosen() const { return chosen_; }
    [[nodiscard]] JobRow* rowOf(const Job& job) const;
    [[nodiscard]] TrainingChart& chart() { return *chart_; }
    [[nodiscard]] TextTableModel& exits() { return *exits_; }
    [[nodiscard]] QPlainTextEdit& log() { return *log_; }
    [[nodiscard]] QPushButton& logButton() { return *logButton_; }

signals:
    void openWanted(Job* job);
    void discardWanted(Job* job);

private:
    void layOut(Theme& theme);
    void add(Job& job);
    void drop(Job& job);
    void choose(Job* job);
    void showChosen();
    void showExits();
    void showLog();
    void fitRows();
    void scrollToChosen();

    JobQueue& queue_;
    QLabel* empty_;
    QScrollArea* scroll_;
    QVBoxLayout* list_;
    TrainingChart* chart_;
    TextTableModel* exits_;
    TextTableView* table_;
    QPlainTextEdit* log_;
    QPushButton *logButton_, *clear_, *close_;
    std::vector<JobRow*> rows_;
    Job* chosen_ = nullptr;
};

}  // namespace splitee
