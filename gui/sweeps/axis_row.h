// SPDX-License-Identifier: GPL-3.0-or-later
// Row of one parameter that a sweep varies, and its values.
#pragma once

#include <QWidget>

#include <string>
#include <vector>

#include "engine/run/sweep_axis.h"

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace splitee {

class ChoiceList;
class Theme;

class AxisRow : public QWidget {
    Q_OBJECT
public:
    explicit AxisRow(const Theme& theme, QWidget* parent = nullptr);

    void setAxis(const SweepAxis& axis);
    /// Whether o, one number for all layers, is among the parameters.
    void offerOffload(bool on);
    /// A parameter without values yet.
    void setKey(const std::string& key);
    [[nodiscard]] std::string key() const;
    /// As it is typed; the form is checked, not the values.
    [[nodiscard]] Result<SweepAxis> axis() const;
    [[nodiscard]] QLineEdit& values() { return *values_; }
    /// In the place of values(), where the values are exit tables or distortions.
    [[nodiscard]] ChoiceList& tables() { return *tables_; }
    /// The exit tables that the sweep plays: distortions are those beside all of them.
    void setSources(const std::vector<std::string>& sources);
    /// Gives the keyboard to the values.
    void focusValues();
    /// In the order of the Tab key.
    [[nodiscard]] std::vector<QWidget*> controls() const;

signals:
    void changed();
    void removeWanted();
    void entered();

private:
    void describe();
    void describeTables();
    void offerTables();
    void paintIcons();

    const Theme& theme_;
    QComboBox* keys_;
    QStackedWidget* pages_;
    QLineEdit* values_;
    ChoiceList* tables_;
    std::vector<std::string> sources_;
    QToolButton* remove_;
};

/// What a sweep can vary, in the order of the declaration.
[[nodiscard]] const std::vector<std::string>& axisKeys();

}  // namespace splitee
