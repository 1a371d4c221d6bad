// SPDX-License-Identifier: GPL-3.0-or-later
// List of the policies to run side by side, in groups: check boxes, each chosen one with its colour
// and dash, and with what its parameters differ in from their defaults. Under a policy stand the
// further rows of it, which have parameters of their own (policy_entry.h).
#pragma once

#include <QListWidget>

#include <string>
#include <vector>

namespace splitee {

class Setup;
class Theme;

class PolicyList : public QListWidget {
    Q_OBJECT
public:
    PolicyList(Setup& setup, Theme& theme, QWidget* parent = nullptr);

    /// Only what has all of these words in its name, its group or its rule; empty: all.
    void setFilter(const QString& words);
    /// The policy of the current row, as an entry of the experiment; "" where none is.
    [[nodiscard]] std::string current() const;
    /// Makes the row of this entry the current one, if there is one.
    void setCurrent(const std::string& entry);

protected:
    [[nodiscard]] QSize sizeHint() const override;

private:
    void addGroup(const QString& title);
    void refresh();
    void placeRows(const std::vector<std::string>& chosen);
    void choose();
    void showMatching();

    Setup& setup_;
    Theme& theme_;
    QString filter_;
};

}  // namespace splitee
