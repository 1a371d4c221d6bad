// SPDX-License-Identifier: GPL-3.0-or-later
// List of the policies to run side by side: check boxes, each chosen one with its colour and dash.
#pragma once

#include <QListWidget>

namespace splitee {

class Setup;
class Theme;

class PolicyList : public QListWidget {
    Q_OBJECT
public:
    PolicyList(Setup& setup, Theme& theme, QWidget* parent = nullptr);

protected:
    [[nodiscard]] QSize sizeHint() const override;

private:
    void refresh();
    void choose();

    Setup& setup_;
    Theme& theme_;
};

}  // namespace splitee
