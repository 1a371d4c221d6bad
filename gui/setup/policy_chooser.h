// SPDX-License-Identifier: GPL-3.0-or-later
// Chooser of policies: a search, the list, and behind the policy in its current row what that
// policy does and a form of the parameters that it reads.
#pragma once

#include <QWidget>

#include <string>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace splitee {

class ParameterForm;
class PolicyList;
class Setup;
class Theme;

class PolicyChooser : public QWidget {
    Q_OBJECT
public:
    PolicyChooser(Setup& setup, Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] PolicyList& list() { return *list_; }
    [[nodiscard]] QLineEdit& search() { return *search_; }
    /// The form of the policy in the current row; nullptr where there is none, or it reads nothing.
    [[nodiscard]] ParameterForm* form() const { return form_; }

private:
    void showPolicy();
    void showWords();

    Setup& setup_;
    QLineEdit* search_;
    PolicyList* list_;
    QLabel* title_;
    QLabel* words_;
    QVBoxLayout* column_;
    ParameterForm* form_ = nullptr;
    std::string shown_;
};

}  // namespace splitee
