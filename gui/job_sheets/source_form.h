// SPDX-License-Identifier: GPL-3.0-or-later
// Form of a network and the samples that it is shown, with a distortion; and of the exit table that
// is written, where one is.
#pragma once

#include "gui/background/latest_work.h"
#include "gui/job_sheets/form_grid.h"
#include "sources/live_source.h"

class QCheckBox;
class QComboBox;

namespace splitee {

class DatasetPicker;
class NumberField;

class SourceForm : public FormGrid {
    Q_OBJECT
public:
    /// `writes`: asks for a place, too.
    explicit SourceForm(bool writes, QWidget* parent = nullptr);

    /// What the window plays now: a model file or builtin:NAME, and a dataset; either may be "".
    void show(const std::string& model, const std::string& dataset);
    using QWidget::show;
    /// A model file, or builtin:NAME.
    void takeNetwork(const QString& name);
    /// As TrainForm has it.
    void takeSamples(const QString& name);
    [[nodiscard]] LiveRequest live() const;
    [[nodiscard]] std::string out() const;
    /// What keeps it from being read; "" for nothing. Not what checkPlan() says.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QComboBox& distortion() { return *distortion_; }

signals:
    void changed();

private:
    void fillNetworks();
    void chooseNetwork(int at);
    void showKind(InputKind kind);
    void showSeverity();
    void proposePlace();
    [[nodiscard]] std::string distortionText() const;

    QComboBox* network_;
    DatasetPicker* samples_;
    QComboBox *part_, *distortion_;
    NumberField* severity_;
    QLineEdit* out_ = nullptr;
    QCheckBox* replace_ = nullptr;
    QString model_, refusal_, proposed_;
    InputKind kind_ = InputKind::Image;
    bool readingNetwork_ = false, readingSamples_ = false;
    // Declare as the last members: members die in reverse order, so the threads are joined first.
    LatestWork networkWork_, samplesWork_;
};

}  // namespace splitee
