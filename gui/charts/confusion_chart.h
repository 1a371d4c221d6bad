// SPDX-License-Identifier: GPL-3.0-or-later
// Confusion by exit: how often the exit that the menu names takes one class for another, from the
// exit table, whose labels are the ground truth.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/confusion.h"
#include "gui/background/task.h"
#include "gui/charts/cell_map_chart.h"
#include "storage/tables/table_source.h"

class QActionGroup;

namespace splitee {

class ConfusionChart final : public CellMapChart {
    Q_OBJECT
public:
    explicit ConfusionChart(const Theme& theme, QWidget* parent = nullptr);

    /// Null: no table is known, and `why` says so in a few words. Read once the chart is seen.
    void setTables(std::shared_ptr<const TableSource> tables, const QString& why = QString());
    void setClassNames(const std::vector<std::string>& names);
    /// For the samples that leave at the exit.
    void setAlpha(double alpha);
    /// 1..L; 0: the final one.
    void setExit(int exit);
    [[nodiscard]] int exit() const;
    [[nodiscard]] QAction& leavingOnly() { return *leavingOnly_; }
    [[nodiscard]] const Confusion* known() const { return known_ ? &*known_ : nullptr; }
    [[nodiscard]] ChartTable visibleTable() const override;
    /// Of one cell: "cat taken for dog: 12 of 1 000, 1.2 %".
    [[nodiscard]] QString wordsOf(std::size_t label, std::size_t prediction) const;

protected:
    std::int64_t fill() override;
    [[nodiscard]] QString tipAt(int cell) const override;
    [[nodiscard]] QString describe() const override;
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void offerExits();
    void nameAxes();
    void showWords();
    [[nodiscard]] QString nameOf(std::size_t place) const;

    QMenu* exits_;
    QActionGroup* group_ = nullptr;
    QAction* leavingOnly_;
    std::shared_ptr<const TableSource> tables_;
    QString why_, fault_;
    std::vector<std::string> names_;
    int exit_ = 0;
    double alpha_ = 0.8;
    bool unread_ = false;
    std::optional<Confusion> known_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task reading_;
};

}  // namespace splitee
