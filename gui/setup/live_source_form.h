// SPDX-License-Identifier: GPL-3.0-or-later
// Form for the input of a live run: dataset, its part, distortion, severity and a preview.
#pragma once

#include <QWidget>

#include <string>
#include <vector>

#include "datasets/dataset.h"

class QComboBox;
class QFormLayout;
class QLabel;

namespace splitee {

class DatasetPicker;
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

    /// Tells how many images there are of `dataset`, of which `part` was opened; both as an
    /// ExperimentFile names them.
    void setImages(const std::string& dataset, const std::string& part, const Dataset& images);

signals:
    /// To be read before the set-up changes. `name` as openDataset() takes it, or a path; `part` as
    /// an ExperimentFile names it.
    void imagesWanted(const QString& name, const QString& part);

private:
    // What is known of a dataset that was opened.
    struct OpenedImages {
        std::string dataset, part;
        std::int64_t size = 0;
        PartSizes parts;
        QString remarks;
    };
    void refresh();
    void fillParts();
    void setDistortion();
    QLabel* addRow(QFormLayout& form, const QString& label, QWidget* control, const QString& help);

    Setup& setup_;
    OpenedImages opened_;
    DatasetPicker* dataset_;
    QLabel* partLabel_;
    QComboBox* part_;
    QLabel* count_;
    QComboBox* distortion_;
    NumberField* severity_;
    PreviewView* preview_;
};

}  // namespace splitee
