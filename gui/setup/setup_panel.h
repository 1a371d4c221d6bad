// SPDX-License-Identifier: GPL-3.0-or-later
// Set-up panel on the left: source, policies, costs and parameters of the next run.
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace splitee {

class NumberField;
class ParameterForm;
class PolicyChooser;
class ScheduleEditor;
class Setup;
class SourcePicker;
class Theme;

class SetupPanel : public QScrollArea {
    Q_OBJECT
public:
    SetupPanel(Setup& setup, Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] SourcePicker& source() { return *source_; }
    /// mu, lambda1, lambda2, offload, offload_factor and alpha; o is one number or a factor.
    [[nodiscard]] ParameterForm& settings() { return *settings_; }
    [[nodiscard]] ParameterForm& run() { return *run_; }
    [[nodiscard]] PolicyChooser& policies() { return *policies_; }
    [[nodiscard]] ScheduleEditor& schedule() { return *schedule_; }
    /// How many seeds stand behind a band; no part of the experiment.
    [[nodiscard]] NumberField& bandSeeds() { return *bandSeeds_; }
    /// Costs, threshold and exploration as the paper has them.
    void resetToPaper();

private:
    void addSection(QVBoxLayout& column, const QString& title, QWidget* content,
                    QWidget* corner = nullptr);
    [[nodiscard]] QWidget* bandSeedsRow();
    void showWhatCounts();

    Setup& setup_;
    Theme& theme_;
    SourcePicker* source_;
    ParameterForm* settings_;
    ParameterForm* run_;
    PolicyChooser* policies_;
    ScheduleEditor* schedule_;
    NumberField* bandSeeds_;
};

}  // namespace splitee
