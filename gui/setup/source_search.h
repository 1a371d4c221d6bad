// SPDX-License-Identifier: GPL-3.0-or-later
// Search field over a list of sources: while one types it offers those that have all of the words
// in their names, to be chosen by mouse or by keyboard.
#pragma once

#include <QLineEdit>

class QComboBox;
class QCompleter;
class QStandardItemModel;

namespace splitee {

class SourceSearch : public QLineEdit {
    Q_OBJECT
public:
    /// `sources` must outlive it. A source is found by its text and by its name, which is its data.
    explicit SourceSearch(const QComboBox& sources, QWidget* parent = nullptr);

    /// What is offered now, in the order of the list.
    [[nodiscard]] QStringList offered() const;

signals:
    /// A row of the list; the field is empty again.
    void chosen(int row);

private:
    void find();
    void fill();
    void choose(const QModelIndex& index);

    const QComboBox& sources_;
    QStandardItemModel* found_;
    QCompleter* completer_;
};

}  // namespace splitee
