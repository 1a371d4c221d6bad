// SPDX-License-Identifier: GPL-3.0-or-later
// Chooser of policies: a search, the list, and behind the policy in its current row what that
// policy does, a form of the parameters that it reads, and another row of it with its own.
#pragma once

#include <QVariant>
#include <QWidget>

#include <string>

class QLabel;
class QLineEdit;
class QToolButton;
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
    void addButtons();
    void followSetup();
    void showPolicy();
    void showWords();
    void addAnother();
    void remove();
    void editRow(const std::string& key, const QVariant& value);

    Setup& setup_;
    QLineEdit* search_;
    PolicyList* list_;
    QLabel* title_;
    QLabel* words_;
    QVBoxLayout* column_;
    QWidget* buttons_;
    QToolButton* another_;
    QToolButton* remove_;
    ParameterForm* form_ = nullptr;
    std::string shown_;  // as PolicyList::current()
    QString refused_;    // why the last edit was not taken
};

}  // namespace splitee
