// SPDX-License-Identifier: GPL-3.0-or-later
// Form of a training: what the network learns from, its shape, for how long, and where the model
// file goes. It says what is wrong while one types.
#pragma once

#include <QStringList>

#include "gui/background/latest_work.h"
#include "gui/job_sheets/form_grid.h"
#include "gui/jobs/job_plan.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace splitee {

class DatasetPicker;
class NumberField;

class TrainForm : public FormGrid {
    Q_OBJECT
public:
    explicit TrainForm(QWidget* parent = nullptr);

    /// Images or texts to learn from: a dataset as openDataset() takes it, or a path. They are read
    /// beside the window for their classes; what they are decides on the network.
    void takeData(const QString& name);
    [[nodiscard]] TrainPlan plan() const;
    /// What keeps the training from being started; "" for nothing.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool reading() const { return reading_; }
    [[nodiscard]] DatasetPicker& data() { return *data_; }

signals:
    void changed();

private:
    [[nodiscard]] bool learnsTexts() const;
    void showNetwork();
    void showClasses();
    void proposePlace();
    void updatePlace();
    NumberField* number(const FieldInfo& info, double standard, int decimals = 0);

    QComboBox* network_;
    DatasetPicker* data_;
    QLabel* classes_;
    QComboBox* side_;
    QWidget *imageLine_ = nullptr, *textLine_ = nullptr;
    NumberField *width_, *layers_, *hidden_, *epochs_, *seed_;
    QLineEdit* out_;
    QCheckBox *replace_, *goOn_;
    QStringList classNames_;
    QString refusal_, proposed_;
    bool reading_ = false;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
