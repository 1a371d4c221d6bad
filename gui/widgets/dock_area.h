// SPDX-License-Identifier: GPL-3.0-or-later
// Area in which docks lie side by side: dragged, tabbed, closed and opened again. The layout can be
// saved.
#pragma once

#include <QList>
#include <QMainWindow>

namespace splitee {

class Dock;
class Theme;

class DockArea : public QMainWindow {
    Q_OBJECT
public:
    explicit DockArea(const Theme& theme, QWidget* parent = nullptr);

    /// `name`: of the panel in kept layouts. The first four form two rows of two; further ones lie
    /// in tabs on the right.
    Dock* add(const QString& name, const QString& title, QWidget* panel, bool open);
    /// One for each panel, in the order they were added: shows it or closes it.
    [[nodiscard]] QList<QAction*> toggles() const;
    [[nodiscard]] QStringList names() const;
    /// Opens a panel and gives it the keyboard; false where there is none of this name.
    bool reveal(const QString& name);
    /// Every panel back to where it was at first.
    void resetLayout();

    /// A layout that an other version wrote is not taken.
    [[nodiscard]] QByteArray layoutState() const;
    bool restoreLayout(const QByteArray& state);

protected:
    bool event(QEvent* event) override;

private:
    struct Place {
        Dock* dock;
        bool open;
    };
    void addAt(qsizetype place);
    void makeRoom(Dock* side);
    void giveRoomBack();

    const Theme& theme_;
    QList<Place> places_;
};

}  // namespace splitee
