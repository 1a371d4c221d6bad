// SPDX-License-Identifier: GPL-3.0-or-later
// List of the policies to run side by side, in groups: check boxes, each chosen one with its colour
// and dash, and with what its parameters differ in from their defaults.
#pragma once

#include <QListWidget>

#include <string>

namespace splitee {

class Setup;
class Theme;

class PolicyList : public QListWidget {
    Q_OBJECT
public:
    PolicyList(Setup& setup, Theme& theme, QWidget* parent = nullptr);

    /// Only what has all of these words in its name, its group or its rule; empty: all.
    void setFilter(const QString& words);
    /// The policy of the current row, "" where none is.
    [[nodiscard]] std::string current() const;

protected:
    [[nodiscard]] QSize sizeHint() const override;

private:
    void addGroup(const QString& title);
    void refresh();
    void choose();
    void showMatching();

    Setup& setup_;
    Theme& theme_;
    QString filter_;
};

}  // namespace splitee
