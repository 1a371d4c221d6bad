// SPDX-License-Identifier: GPL-3.0-or-later
// Panel of the settings in which the compared groups differ, and of those in which they agree.
#pragma once

#include <QWidget>

#include "gui/compare/group_look.h"

class QPushButton;
class QTextBrowser;

namespace splitee {

class PanelHeader;

class DiffersPanel : public QWidget {
    Q_OBJECT
public:
    explicit DiffersPanel(const Theme& theme, QWidget* parent = nullptr);
    void show(ComparedRunsPtr compared);
    [[nodiscard]] QString words() const;  ///< as plain text
    [[nodiscard]] QString note() const;

signals:
    void reportWanted();

private:
    void write();
    [[nodiscard]] QString differing() const;
    [[nodiscard]] QString same() const;

    const Theme& theme_;
    PanelHeader* header_;
    QTextBrowser* text_;
    QPushButton* report_;
    ComparedRunsPtr compared_;
};

}  // namespace splitee
