// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/run_table_view.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <unordered_set>

namespace splitee {
namespace {

constexpr int kTableRowHeight = 28, kStarWidth = 34, kLeastColumnTitle = 160, kMostText = 260,
              kPadding = 22,
              kHeaderMore = 3;    // its letters are heavier
constexpr int kSampledRows = 60;  // rows, for the width of a column

}  // namespace

RunTableView::RunTableView(RunTableModel& model, QWidget* parent)
    : TextTableView(parent), model_(model) {
    setModel(&model_);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->setDefaultSectionSize(kTableRowHeight);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSectionsMovable(false);
    setIconSize(QSize(10, 10));
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        sortBy(column, QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier));
    });
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == RunTableModel::kStar) emit starClicked(index.row());
    });
}

void RunTableView::sortBy(int column, bool too) {
    const std::size_t key = model_.keyOf(column);
    std::vector<SortKey> order = model_.table().look().order;
    const auto found = std::ranges::find(order, key, &SortKey::key);
    const bool known = found != order.end();
    const bool was = known && found->descending;
    if (!too) {
        const bool only = known && order.size() == 1;
        order.clear();
        if (!only || !was) order.push_back({key, only});
    } else if (!known) {
        order.push_back({key, false});
    } else if (was) {
        order.erase(found);
    } else {
        found->descending = true;
    }
    emit orderChanged(order);
}

std::vector<std::int64_t> RunTableView::selectedRuns() const {
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row) rows.push_back(row);
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    std::vector<std::int64_t> runs;
    for (const int row : rows) {
        const auto some = model_.runsOf(row);
        runs.insert(runs.end(), some.begin(), some.end());
    }
    return runs;
}

void RunTableView::selectRuns(const std::vector<std::int64_t>& runs) {
    const std::unordered_set<std::int64_t> wanted(runs.begin(), runs.end());
    QItemSelection selection;
    const int last = model_.columnCount() - 1;
    for (int row = 0; row < model_.rowCount() && !wanted.empty(); ++row) {
        const auto here = model_.runsOf(row);
        if (std::ranges::any_of(here, [&](std::int64_t run) { return wanted.contains(run); }))
            selection.append({model_.index(row, 0), model_.index(row, last)});
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty())
        selectionModel()->setCurrentIndex(
            model_.index(selection.front().top(), RunTableModel::kTitle),
            QItemSelectionModel::NoUpdate);
}

void RunTableView::showRun(std::int64_t run) {
    for (int row = 0; row < model_.rowCount(); ++row) {
        const auto runs = model_.runsOf(row);
        if (std::ranges::find(runs, run) == runs.end()) continue;
        const QModelIndex index = model_.index(row, RunTableModel::kTitle);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        return scrollTo(index);
    }
}

void RunTableView::fitColumns() {
    const QFontMetrics metrics(font());
    const int rows = std::min(model_.rowCount(), kSampledRows);
    setColumnWidth(RunTableModel::kStar, kStarWidth);
    for (int column = RunTableModel::kTitle + 1; column < model_.columnCount(); ++column) {
        int width = metrics.horizontalAdvance(
                        model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) +
                    kHeaderMore;
        for (int row = 0; row < rows; ++row)
            width = std::max(
                width, metrics.horizontalAdvance(model_.index(row, column).data().toString()));
        setColumnWidth(column, std::min(width, kMostText) + kPadding);
    }
    stretchTitle();
}

// The title takes what the others leave.
void RunTableView::stretchTitle() {
    int others = 0;
    for (int column = 0; column < model_.columnCount(); ++column)
        others += column == RunTableModel::kTitle ? 0 : columnWidth(column);
    setColumnWidth(RunTableModel::kTitle,
                   std::max(kLeastColumnTitle, viewport()->width() - others));
}

void RunTableView::resizeEvent(QResizeEvent* event) {
    TextTableView::resizeEvent(event);
    stretchTitle();
}

}  // namespace splitee
