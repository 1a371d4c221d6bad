// SPDX-License-Identifier: GPL-3.0-or-later
// Form made from the declaration of an experiment's parameters: label, unit, range and help of each
// come from there.
#pragma once

#include <QWidget>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gui/run/experiment_fields.h"

class QFormLayout;
class QLabel;

namespace splitee {

class Setup;

/// Where a form takes its values from, and where it takes edits to.
struct FieldAccess {
    std::function<QVariant(const std::string& key)> value;
    std::function<void(const std::string& key, const QVariant& value)> edit;
};

class ParameterForm : public QWidget {
    Q_OBJECT
public:
    /// `setup` must outlive the form. Fields in the order of `keys`.
    ParameterForm(Setup& setup, const std::vector<std::string>& keys, QWidget* parent = nullptr);
    /// Of other values than the experiment's own; they may change with it.
    ParameterForm(Setup& setup, const std::vector<std::string>& keys, FieldAccess access,
                  QWidget* parent = nullptr);
    /// The control that shows a field's value, or nullptr.
    [[nodiscard]] QWidget* control(const std::string& key) const;
    /// Hides or shows the row of a field.
    void setShown(const std::string& key, bool shown);
    /// Shows beside the field the value in force, where a schedule has changed it during the run.
    void showInForce(const std::string& key, std::optional<double> value);
    /// Shows the values as they are, after an edit that was not taken.
    void refresh();

private:
    void addNumber(QFormLayout& form, const ExperimentField& field);
    void addChoice(QFormLayout& form, const ExperimentField& field);
    void addText(QFormLayout& form, const ExperimentField& field);
    void add(QFormLayout& form, const ExperimentField& field, QWidget* control,
             std::function<void(const QVariant&)> show);

    struct Row {
        std::string key;
        QWidget* control;
        QLabel* label;
        std::function<void(const QVariant&)> show;  // without telling
    };
    Setup& setup_;
    FieldAccess access_;
    QFormLayout* form_ = nullptr;
    std::vector<Row> rows_;
};

}  // namespace splitee
