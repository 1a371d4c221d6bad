// SPDX-License-Identifier: GPL-3.0-or-later
// Picker of a dataset: what comes with the program, the one that is known, or images or texts by a
// dialog.
#pragma once

#include <QComboBox>

#include "datasets/dataset.h"

namespace splitee {

class DatasetPicker : public QComboBox {
    Q_OBJECT
public:
    explicit DatasetPicker(QWidget* parent = nullptr);
    /// The choice that means none, first in the list; without it there is none.
    void offerNone(const QString& words);
    /// What is offered; images at first.
    void setKind(InputKind kind);
    /// `dataset` as openDataset() takes it, "" for none.
    void showDataset(const QString& dataset);
    [[nodiscard]] const QString& dataset() const { return dataset_; }

signals:
    /// Not shown yet: it has to be read first. As openDataset() takes it, text:builtin:NAME, a
    /// path, or "" for none.
    void chosen(const QString& name);

private:
    void fill();
    void offer(const QString& dataset);
    void choose(int at);
    void chooseFolder();
    void chooseFile(const QString& title, const QString& files);

    QString dataset_, none_;
    InputKind kind_ = InputKind::Image;
};

}  // namespace splitee
