// SPDX-License-Identifier: GPL-3.0-or-later
// Command palette (Ctrl+K): finds every action of the menus by a few letters of its name.
#pragma once

#include <QFrame>
#include <QPointer>

#include <vector>

class QAction;
class QLineEdit;
class QListWidget;
class QMenu;
class QMenuBar;

namespace splitee {

class CommandPalette : public QFrame {
    Q_OBJECT
public:
    /// Lies over `window`; the actions are those of `menus` when it opens.
    CommandPalette(const QMenuBar& menus, QWidget* window);

    void open();
    [[nodiscard]] QLineEdit& query() { return *query_; }
    /// The names that are listed now, best first.
    [[nodiscard]] QStringList listed() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Command {
        QString name, path;
        QPointer<QAction> action;
    };
    void collect(const QMenu& menu, const QString& path);
    void filter();
    void runChosen();
    void shut();

    const QMenuBar& menus_;
    QLineEdit* query_;
    QListWidget* list_;
    std::vector<Command> commands_;
    QPointer<QWidget> before_;  // who had the keyboard
};

/// How well `letters` are found in `text`, in their order: the less the better; negative where they
/// are not. Case does not matter.
[[nodiscard]] int fuzzyDistance(const QString& letters, const QString& text);

}  // namespace splitee
