// SPDX-License-Identifier: GPL-3.0-or-later
// Panel that compares two runs round by round: a sentence on where they diverge, both split layers
// over time, and the rounds that differ.
#pragma once

#include <QWidget>

#include <memory>

#include "comparison/round_difference.h"
#include "gui/background/latest_work.h"
#include "gui/charts/chart_panel.h"
#include "gui/compare/group_look.h"

class QComboBox;
class QLabel;

namespace splitee {

/// Mean split layers of both over stretches of rounds.
class SplitPairChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit SplitPairChart(const Theme& theme, QWidget* parent = nullptr);
    void show(std::shared_ptr<const RoundDifference> difference, const QString& first,
              const QString& second, const GroupLook& firstLook, const GroupLook& secondLook);
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    QCPAxisRect* rect_;
    EndLabels* labels_;
    QCPGraph *first_, *second_;
    std::shared_ptr<const RoundDifference> difference_;
    QString names_[2];
    GroupLook looks_[2];
};

class RoundsDifference : public QWidget {
    Q_OBJECT
public:
    explicit RoundsDifference(const Theme& theme, QWidget* parent = nullptr);
    /// Pairs of a seed: of `group` and `baseline`, or of exactly two runs those. Read when it is
    /// seen.
    void show(ComparedRunsPtr compared, std::size_t group, std::size_t baseline);
    [[nodiscard]] QString words() const;
    [[nodiscard]] const RoundDifference* difference() const { return difference_.get(); }
    [[nodiscard]] SplitPairChart& chart() { return *chart_; }

signals:
    void failed(const QString& sentence);
    void compared();  ///< another pair is shown

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Pair {
        std::int64_t first, second;
        QString text;
        QString firstName, secondName;
        std::size_t firstGroup, secondGroup;
    };
    void requestDifference();
    void onDifferenceRead(int number, const Result<std::shared_ptr<const RoundDifference>>& answer);
    void updateText();

    const Theme& theme_;
    QComboBox* pair_;
    QLabel* words_;
    SplitPairChart* chart_;
    class TextTableView* table_;
    class TextTableModel* model_;
    ComparedRunsPtr compared_;
    std::vector<Pair> pairs_;
    std::shared_ptr<const RoundDifference> difference_;
    bool unread_ = false;
    int number_ = 0;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
