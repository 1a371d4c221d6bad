// SPDX-License-Identifier: GPL-3.0-or-later
// Dock widget: one chart or panel as a card that can be dragged. Its header is the title bar; a
// ring shows that it has the keyboard.
#pragma once

#include <QDockWidget>

namespace splitee {

class PanelHeader;
class Theme;

class Dock : public QDockWidget {
    Q_OBJECT
public:
    /// Takes the header of `panel` where it has one, and makes one where it has none.
    Dock(const Theme& theme, const QString& name, const QString& title, QWidget* panel,
         QWidget* parent);
    [[nodiscard]] PanelHeader& header() { return *header_; }
    /// What was added: the chart or the panel.
    [[nodiscard]] QWidget* panel() const { return panel_; }
    /// Whether another tab of the same place hides it.
    [[nodiscard]] bool isBuried() const;

signals:
    void aboutToClose();

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildMenu();

    const Theme& theme_;
    QWidget* panel_;
    PanelHeader* header_;
    bool ringed_ = false;
};

}  // namespace splitee
