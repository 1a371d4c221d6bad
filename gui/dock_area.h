// Where charts and panels lie side by side: dragged, tabbed, closed and opened again; the layout can be kept.
#pragma once

#include <QList>
#include <QMainWindow>

class QDockWidget;

namespace splitee {

class DockArea : public QMainWindow {
    Q_OBJECT
public:
    explicit DockArea(QWidget* parent = nullptr);

    /// `name`: of the panel in kept layouts. The first four open ones form two rows of two; further ones lie on the right.
    QDockWidget* add(const QString& name, const QString& title, QWidget* panel, bool open);
    /// One for each panel, in the order they were added: shows it or closes it.
    [[nodiscard]] QList<QAction*> toggles() const;
    /// Opens a panel, or brings it to the front.
    void reveal(const QString& name);

private:
    QList<QDockWidget*> docks_;
};

}  // namespace splitee
