// SPDX-License-Identifier: GPL-3.0-or-later
// Area in which docks lie side by side: dragged, tabbed, closed and opened again. The layout can be
// saved.
#pragma once

#include <QHash>
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
    /// One for each panel, in the order they were added: opens it, closes it, or raises it where
    /// another tab hides it.
    [[nodiscard]] QList<QAction*> toggles() const;
    [[nodiscard]] QStringList names() const;
    /// Opens a panel and gives it the keyboard; false where there is none of this name.
    bool reveal(const QString& name);
    /// Every panel back to where it was at first.
    void resetLayout();

    /// A layout that an other version wrote is not taken.
    [[nodiscard]] QByteArray layoutState() const;
    /// One that was saved in a wider window gets tabs where its columns have no room here.
    bool restoreLayout(const QByteArray& state);
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A panel was opened or raised.
    void shown(splitee::Dock* dock);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Room { Unknown, OneColumn, TwoColumns, ThreeColumns };
    struct Place {
        Dock* dock;
        bool open;
        QAction* toggle;
    };
    [[nodiscard]] Room room() const;
    [[nodiscard]] QString openPanels() const;
    [[nodiscard]] Dock* sidePanel() const;
    void connectPlace(const Place& place);
    void addAt(qsizetype place);
    void remember();
    bool recall();
    bool restoreArranged(const QByteArray& layout);
    void restoreUntilAtRest(const QByteArray& layout, const QString& open, QSize last, int calm);
    void open(Dock* dock);
    void fitRoom();
    void makeRoom(Dock* side);
    void giveRoomBack();
    void shareEvenly();
    void dressTabs();

    const Theme& theme_;
    QList<Place> places_;
    bool arranging_ = false;  // what moves now is not moved by the user
    int closing_ = 0;         // panels whose place is still in the layout
    Room room_ = Room::Unknown;
    QHash<QString, QByteArray> layouts_;  // by openPanels(): as it was when just these were open
    QString restoring_;  // by openPanels(): the layout that takes effect with the next events
};

}  // namespace splitee
