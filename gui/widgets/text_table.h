// SPDX-License-Identifier: GPL-3.0-or-later
// Table model of texts, and a view that copies them as tab-separated values.
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <QTableView>

#include "gui/widgets/chart_table.h"

namespace splitee {

class TextTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    /// Rows that stay are reported as changed, so that selection and scroll position are kept.
    void set(ChartTable table);
    /// One row in bold on a background of its own; −1: none.
    void mark(int row, const QColor& background);
    [[nodiscard]] const ChartTable& table() const { return table_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    ChartTable table_;
    QList<bool> words_;  // [columns]
    int marked_ = -1;
    QColor background_;
};

/// A line a row, headers first, cells apart by tabs: what goes to the clipboard.
[[nodiscard]] QString tabSeparated(const ChartTable& table);

class TextTableView : public QTableView {
    Q_OBJECT
public:
    explicit TextTableView(QWidget* parent = nullptr);
    /// The selected rows, or all: a line each, headers first. What Ctrl+C puts on the clipboard.
    [[nodiscard]] QString tabSeparated() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace splitee
