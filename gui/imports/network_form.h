// SPDX-License-Identifier: GPL-3.0-or-later
// Form of what a network's file does not say: images, classes, side, normalisation, and where the
// model file goes.
#pragma once

#include <QWidget>

#include <optional>

#include "sources/network_import.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace splitee {

class DatasetPicker;
class NumberField;

class NetworkForm : public QWidget {
    Q_OBJECT
public:
    explicit NetworkForm(QWidget* parent = nullptr);

    /// What was typed stays where it is the same file; else classes and place are those of a new
    /// one.
    void begin(const QString& network);
    void showProbe(const NetworkProbe& probe);
    void showImages(const QString& dataset, const QStringList& classes);
    void setLocked(bool locked);

    [[nodiscard]] ImportWords words() const;
    /// What is wrong, or missing, in a sentence; empty where an import can begin.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] int side() const;
    void focusFirst();

signals:
    void changed();
    void sideChanged();
    void imagesWanted(const QString& dataset);  ///< as DatasetPicker says it

private:
    QWidget* field(QGridLayout& grid, const QString& name, QWidget* control, const QString& help,
                   QWidget* beside = nullptr);
    void addPixels(QGridLayout& grid);
    void choosePixels(int at);
    void showPixels();
    void chooseClasses();
    void choosePlace();
    void updatePlace();
    [[nodiscard]] QString classProblem() const;

    QString network_;
    std::optional<NetworkProbe> probe_;
    QStringList imageClasses_;
    DatasetPicker* images_;
    QLineEdit* classes_;
    NumberField* side_;
    QComboBox* pixels_;
    QLineEdit *mean_, *deviation_, *out_;
    QCheckBox* replace_;
};

}  // namespace splitee
