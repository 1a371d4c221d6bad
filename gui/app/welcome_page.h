// SPDX-License-Identifier: GPL-3.0-or-later
// Welcome page: what the program is, and examples that start by one click.
#pragma once

#include <QWidget>

#include <vector>

#include "gui/app/examples.h"

class QAbstractButton;
class QGridLayout;

namespace splitee {

class Theme;

class WelcomePage : public QWidget {
    Q_OBJECT
public:
    WelcomePage(const Theme& theme, std::vector<Example> examples, QWidget* parent = nullptr);
    [[nodiscard]] const std::vector<Example>& examples() const { return examples_; }

signals:
    void chosen(const splitee::Example& example);
    void openWanted();
    void tourWanted();

private:
    [[nodiscard]] QGridLayout* cards();
    [[nodiscard]] QAbstractButton* card(const Example& example);

    const Theme& theme_;
    std::vector<Example> examples_;
};

}  // namespace splitee
