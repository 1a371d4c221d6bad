// SPDX-License-Identifier: GPL-3.0-or-later
// Form for the input of a live run: dataset, its part, distortion, severity and a preview.
#pragma once

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

#include "sources/live_source.h"
#include "storage/files/experiment_file.h"

class QComboBox;
class QFormLayout;
class QLabel;

namespace splitee {

class DatasetPicker;
class NumberField;
class PreviewView;
class Setup;
class TextPreview;
class Theme;

class LiveSourceForm : public QWidget {
    Q_OBJECT
public:
    LiveSourceForm(Setup& setup, const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] PreviewView& preview() { return *preview_; }
    [[nodiscard]] TextPreview& textPreview() { return *textPreview_; }
    [[nodiscard]] DatasetPicker& dataset() { return *dataset_; }
    [[nodiscard]] NumberField& severity() { return *severity_; }

    /// What the network of the set-up takes.
    [[nodiscard]] InputKind kind() const;
    /// What was read of a source: how many samples there are, and what the network takes.
    void setFiles(const LiveFiles& files);
    /// The same of one that was opened to play, as `file` names it.
    void setSource(const ExperimentFile& file, const LiveSource& source);

signals:
    /// Of images or texts: to be read before the set-up changes. `name` as openDataset() takes it,
    /// or a path; `part` as an ExperimentFile names it.
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
    void takeFiles(const LiveFiles& files);
    void refreshSeverity(const Distortion& distortion);
    void fillParts();
    void showKind();
    void setDistortion();
    QLabel* addRow(QFormLayout& form, const QString& label, QWidget* control, const QString& help);

    Setup& setup_;
    OpenedImages opened_;
    std::string model_;  // the network that was read last, and what it takes
    InputKind takes_ = InputKind::Image;
    std::optional<InputKind> shown_;  // what the form is filled for
    DatasetPicker* dataset_;
    QLabel* partLabel_;
    QComboBox* part_;
    QLabel* count_;
    QComboBox* distortion_;
    NumberField* severity_;
    PreviewView* preview_;
    TextPreview* textPreview_;
};

}  // namespace splitee
