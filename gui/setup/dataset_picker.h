// SPDX-License-Identifier: GPL-3.0-or-later
// Picker of a dataset: signs, the one that is known, or a folder or an archive of images by a
// dialog.
#pragma once

#include <QComboBox>

namespace splitee {

class DatasetPicker : public QComboBox {
    Q_OBJECT
public:
    explicit DatasetPicker(QWidget* parent = nullptr);
    /// The choice that means none, first in the list; without it there is none.
    void offerNone(const QString& words);
    /// `dataset` as openDataset() takes it, "" for none.
    void showDataset(const QString& dataset);
    [[nodiscard]] const QString& dataset() const { return dataset_; }

signals:
    /// Not shown yet: it has to be read first. As openDataset() takes it, a path, or "" for none.
    void chosen(const QString& name);

private:
    void fill();
    void choose(int at);
    void chooseFolder();
    void chooseArchive();

    QString dataset_, none_;
};

}  // namespace splitee
