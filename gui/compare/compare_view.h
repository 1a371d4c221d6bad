// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison of runs: the difference in words, what differs, curves over seeds, accuracy and
// cost, and two runs round by round.
#pragma once

#include <QTimer>
#include <QWidget>

#include <array>
#include <filesystem>
#include <vector>

#include "gui/background/latest_work.h"
#include "gui/background/work_queue.h"
#include "gui/compare/group_look.h"

class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace splitee {

class ChartPanel;
class CurvesCard;
class CurvesChart;
class DiffersPanel;
class ParallelChart;
class ParetoChart;
class RoundsDifference;
class SentenceCard;
class SettingChart;
class SettingMapPanel;
class TextTableModel;

class CompareView : public QWidget {
    Q_OBJECT
public:
    explicit CompareView(const Theme& theme, QWidget* parent = nullptr);
    ~CompareView() override;

    /// Reads them on a thread of its own; the view keeps its content until they are read. Of more
    /// than kMostCompared the first, which the sentence says. No runs: an empty view with a hint.
    void setRuns(std::filesystem::path session, std::vector<std::int64_t> runs);

    [[nodiscard]] ComparedRunsPtr compared() const { return compared_; }
    [[nodiscard]] QString words() const;
    [[nodiscard]] CurvesChart& curves();
    [[nodiscard]] ParetoChart& pareto() { return *pareto_; }
    [[nodiscard]] ParallelChart& parallel() { return *parallel_; }
    [[nodiscard]] SettingChart& setting() { return *setting_; }
    [[nodiscard]] SettingMapPanel& map() { return *map_; }
    [[nodiscard]] RoundsDifference& rounds() { return *rounds_; }
    [[nodiscard]] CurvesCard& curvesCard() { return *curves_; }
    /// Reads them once more and plays those whose rounds were not kept again, for their curves.
    void playAgain();
    [[nodiscard]] DiffersPanel& differs() { return *differs_; }
    /// Those that are seen now, for Ctrl+E.
    [[nodiscard]] std::vector<ChartPanel*> charts() const;
    /// The right panels, in the order of their tabs.
    [[nodiscard]] static QStringList panelNames();
    /// Which of them is seen.
    void showTab(int tab);
    /// Which group the sentence is about, and against which.
    void choose(std::size_t group, std::size_t baseline);
    /// "Run 17: SplitEE, seed 3, 7.21 λ a sample, 90.1 % right"; "" for one that is not compared.
    [[nodiscard]] QString runWords(std::int64_t run) const;
    /// .html, .md or .tex, on the thread that reads; a failure goes to failed().
    void exportReport(const std::filesystem::path& path);

signals:
    void failed(const QString& sentence);
    void runChosen(std::int64_t run);   ///< a click on a point or line: show the run in the table
    void runOpened(std::int64_t run);   ///< double click or Enter: open its set-up
    void comparisonShown();             ///< what setRuns() asked for is there
    void written(const QString& path);  ///< a chart or a report

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildRight();
    void read(MissingRounds missing);
    void onCompared(int number, const Result<ComparedRunsPtr>& answer);
    void onChosen();
    void showCompared();
    void showStep();
    void fillTab();
    void exportByDialog();

    QScrollArea* scroll_;
    QWidget* content_;
    SentenceCard* sentence_;
    QWidget* panels_;
    DiffersPanel* differs_;
    CurvesCard* curves_;
    QTabBar* tabs_;
    QStackedWidget* stack_;
    ParetoChart* pareto_;
    ParallelChart* parallel_;
    SettingChart* setting_;
    SettingMapPanel* map_;
    RoundsDifference* rounds_;
    TextTableModel* table_;
    std::filesystem::path session_;
    std::vector<std::int64_t> runs_;
    std::size_t wanted_ = 0;  // runs that setRuns() was given
    ComparedRunsPtr compared_;
    int number_ = 0;
    int step_ = 0, taken_ = 0;      // taken_: the number_ of what is shown
    std::array<bool, 6> filled_{};  // [tabs] with what is compared now
    QTimer steps_;
    // Declare as the last members: members die in reverse order, so the threads are joined first.
    LatestWork work_;
    WorkQueue writing_;
};

}  // namespace splitee
