// SPDX-License-Identifier: GPL-3.0-or-later
// View of the run table: columns as wide as they need, sorting by their headers, a star under the
// mouse.
#pragma once

#include "gui/runs/run_table_model.h"
#include "gui/widgets/text_table.h"

namespace splitee {

class RunTableView : public TextTableView {
    Q_OBJECT
public:
    /// `model` must outlive it.
    explicit RunTableView(RunTableModel& model, QWidget* parent = nullptr);

    /// By one key, or with `too` by it after those that the table is sorted by already: rising,
    /// falling, not at all.
    void sortBy(int column, bool too);
    /// The runs of the selected rows.
    [[nodiscard]] std::vector<std::int64_t> selectedRuns() const;
    void selectRuns(const std::vector<std::int64_t>& runs);
    /// Scrolls to its row, or its group's, and makes that the current one; the selection stays.
    void showRun(std::int64_t run);
    void fitColumns();

signals:
    void starClicked(int row);
    void orderChanged(const std::vector<SortKey>& order);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void stretchTitle();

    RunTableModel& model_;
};

}  // namespace splitee
