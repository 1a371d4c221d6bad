// SPDX-License-Identifier: GPL-3.0-or-later
// Form for the input of a live run: dataset, distortion, severity and a preview.
#pragma once

#include <QWidget>

class QComboBox;
class QFormLayout;

namespace splitee {

class NumberField;
class PreviewView;
class Setup;
class Theme;

class LiveSourceForm : public QWidget {
    Q_OBJECT
public:
    LiveSourceForm(Setup& setup, const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] PreviewView& preview() { return *preview_; }
    [[nodiscard]] NumberField& severity() { return *severity_; }

private:
    void refresh();
    void fillDatasets();
    void chooseDataset(int at);
    void setDataset(const QString& name);
    void setDistortion();
    void addRow(QFormLayout& form, const QString& label, QWidget* control, const QString& help);

    Setup& setup_;
    QComboBox* dataset_;
    QComboBox* distortion_;
    NumberField* severity_;
    PreviewView* preview_;
};

}  // namespace splitee
