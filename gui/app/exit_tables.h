// SPDX-License-Identifier: GPL-3.0-or-later
// What the menus do with the exits that are read beside a live run: switch that on and off, save
// them as exit tables, clear those that are kept.
#pragma once

#include <QObject>

#include <memory>
#include <string>
#include <vector>

#include "gui/background/task.h"
#include "storage/tables/table_source.h"

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

    /// Writes all tables of the live source, on a thread: one as `path`, more as NAME-DISTORTION
    /// beside each other, where a schedule finds them (tablesTogether()). Where that would replace
    /// a file that was not chosen it asks first. Then notice(), or a message that says what failed.
    void saveAs(const QString& path);

signals:
    void notice(const QString& sentence);

private:
    struct Plan {
        std::shared_ptr<const TableSource> tables;
        std::vector<std::size_t> places;  ///< of the tables to write
        std::vector<std::string> files;   ///< one for each of them
    };
    void saveByDialog();
    void askToReplace(const std::vector<std::string>& there, Plan plan);
    void write(Plan plan);
    void askToClear();
    void clear();
    void updateActions();

    RunController& controller_;
    MessageBar& messages_;
    const RunActions& actions_;
    QWidget& window_;
    // Declare as the last members: members die in reverse order, so the thread is joined first.
    Task writing_, clearing_;
};

}  // namespace splitee
