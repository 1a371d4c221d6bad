// SPDX-License-Identifier: GPL-3.0-or-later
// FormGrid: the rows of a sheet's form: a muted name, a control, and perhaps a button beside it.
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace splitee {

class FormGrid : public QWidget {
    Q_OBJECT
public:
    explicit FormGrid(QWidget* parent = nullptr);

    /// `narrow`: the control keeps its own width.
    void addField(const QString& name, QWidget* control, const QString& help,
                  QWidget* beside = nullptr, bool narrow = false);
    struct Part {
        QString name, help;
        QWidget* control;
    };
    /// Narrow controls in one row, each with its name before it.
    QWidget* addLine(const std::vector<Part>& parts);
    /// Below the control of the row before; more than one stand side by side.
    void addBelow(const std::vector<QWidget*>& controls);
    /// With its name.
    void setFieldShown(QWidget* control, bool shown);
    /// A line for the path of a file, with a button that asks for one to be written.
    QLineEdit* addPlace(const QString& name, const QString& help, const QString& title,
                        const QString& filter, const QString& suffix);

signals:
    /// The dialog of a place has asked whether the file may be replaced.
    void placeChosen();

private:
    QLabel* named(const QString& name, QWidget* control, const QString& help);
    QGridLayout* grid_;
};

}  // namespace splitee
