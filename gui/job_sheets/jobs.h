// SPDX-License-Identifier: GPL-3.0-or-later
// Controller of the window's jobs: the sheets that start them, the sheet that lists them, the
// indicator, and what is told when one ends.
#pragma once

#include <QObject>

#include <functional>
#include <map>
#include <string>

#include "gui/jobs/job_queue.h"
#include "gui/jobs/kept_trainings.h"

class QWidget;

namespace splitee {

class JobIndicator;
class JobsSheet;
class SourceSheet;
class Theme;
class TrainSheet;

class Jobs : public QObject {
    Q_OBJECT
public:
    /// The sheets lie over `page`, which owns it. `program`: splitee. `kept`: where unfinished
    /// trainings of earlier windows are listed.
    Jobs(Theme& theme, const QString& program, KeptTrainings kept, QWidget& page);

    /// `dataset`: proposed to learn from, "" for none.
    void openTraining(const std::string& dataset);
    /// `model` and `dataset`: what plays now; each may be "".
    void openTable(const std::string& model, const std::string& dataset);
    void openEvaluation(const std::string& model, const std::string& dataset);
    void openList();
    /// Trains exits for a network with one: a job like the others.
    void attach(const ImportWords& words);

    /// Whether the window may close now. Where jobs run it asks; once they have stopped, closes
    /// `window`.
    [[nodiscard]] bool mayClose(QWidget& window);

    [[nodiscard]] JobQueue& queue() { return queue_; }
    [[nodiscard]] JobIndicator& indicator() { return *indicator_; }
    [[nodiscard]] JobsSheet& list() { return *list_; }
    [[nodiscard]] TrainSheet& trainSheet() { return *train_; }
    [[nodiscard]] SourceSheet& tableSheet() { return *table_; }
    [[nodiscard]] SourceSheet& evaluationSheet() { return *evaluation_; }

signals:
    /// A model file is there, to be opened live; `dataset`: what it has learned from.
    void networkWanted(const QString& model, const QString& dataset);
    void tableWanted(const QString& path);
    /// For the message bar: a sentence, and what one may do about it.
    void done(const QString& sentence, const QString& action, const std::function<void()>& work);
    void failed(const QString& sentence, const QString& action, const std::function<void()>& work);

private:
    void hideSheets();
    void start(const JobPlan& plan);
    void openResult(const Job& job);
    void onEnded(Job& job);
    void restoreUnfinished();
    void keepRecord(const Job& job);
    void askToDiscard(Job& job);

    KeptTrainings kept_;
    std::map<int, qint64> recorded_;  // processes of trainings, by the numbers of their jobs
    JobQueue queue_;  // the sheets show its jobs, and touch none of them when they go
    QWidget& page_;
    TrainSheet* train_;
    SourceSheet *table_, *evaluation_;
    JobsSheet* list_;
    JobIndicator* indicator_;
    bool closing_ = false;
};

}  // namespace splitee
