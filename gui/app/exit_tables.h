// SPDX-License-Identifier: GPL-3.0-or-later
// What the menus do with the exits that are read beside a live run: switch that on and off, save
// them as exit tables, clear those that are kept.
#pragma once

#include <QObject>

class QWidget;

namespace splitee {

class MessageBar;
class RunController;
struct RunActions;

class ExitTables : public QObject {
    Q_OBJECT
public:
    /// All must outlive it but for `window`, which owns it.
    ExitTables(RunController& controller, MessageBar& messages, const RunActions& actions,
               QWidget& window);

    /// Writes all tables of the live source: one as `path`, more as NAME-DISTORTION beside it,
    /// where a schedule finds them. Blocks.
    void saveAs(const QString& path);

signals:
    void notice(const QString& sentence);

private:
    void saveByDialog();
    void askToClear();
    void clear();
    void updateActions();

    RunController& controller_;
    MessageBar& messages_;
    const RunActions& actions_;
    QWidget& window_;
};

}  // namespace splitee
