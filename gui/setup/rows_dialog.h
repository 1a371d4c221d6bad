// SPDX-License-Identifier: GPL-3.0-or-later
// Dialog that chooses rows of a table that holds several distortions or models: one value of each
// column that tells them apart, as --where does on the command line.
#pragma once

#include <QDialog>

#include <vector>

#include "storage/tables/chosen_rows.h"

class QComboBox;

namespace splitee {

class RowsDialog : public QDialog {
    Q_OBJECT
public:
    /// `file`: the table's name for the user. `groups`: what to choose from, each with two values
    /// at least.
    RowsDialog(const QString& file, const std::vector<GroupColumn>& groups,
               QWidget* parent = nullptr);

    [[nodiscard]] std::vector<RowChoice> choices() const;
    /// The list of a column's values, in the order of `groups`; its last entry takes every row.
    [[nodiscard]] QComboBox& values(std::size_t group) { return *values_[group]; }

signals:
    void chosen(const std::vector<RowChoice>& choices);

private:
    std::vector<std::string> columns_;
    std::vector<QComboBox*> values_;
};

}  // namespace splitee
