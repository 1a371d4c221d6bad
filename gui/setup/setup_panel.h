// SPDX-License-Identifier: GPL-3.0-or-later
// Set-up panel on the left: source, policies, costs and parameters of the next run.
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace splitee {

class ParameterForm;
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
    /// Costs, threshold and exploration as the paper has them.
    void resetToPaper();

private:
    void addSection(QVBoxLayout& column, const QString& title, QWidget* content,
                    QWidget* corner = nullptr);
    void showWhatCounts();

    Setup& setup_;
    Theme& theme_;
    SourcePicker* source_;
    ParameterForm* settings_;
    ParameterForm* run_;
};

}  // namespace splitee
