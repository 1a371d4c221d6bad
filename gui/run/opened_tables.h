// SPDX-License-Identifier: GPL-3.0-or-later
// Finder of the exit tables that the set-up names, where they are open: for panels that play them
// beside the run.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <memory>

#include "gui/run/run_controller.h"
#include "gui/run/setup.h"

namespace splitee {

class OpenedTables {
    Q_DECLARE_TR_FUNCTIONS(OpenedTables)
public:
    /// Both must outlive it.
    OpenedTables(const Setup& setup, const RunController& controller)
        : setup_(setup), controller_(controller) {}

    /// Looks again; null with the reason in whyNot(). While the same source is opened anew, they
    /// are those that were there.
    const std::shared_ptr<const TableSource>& look();
    /// A sentence for the user; empty where there are tables.
    [[nodiscard]] const QString& whyNot() const { return whyNot_; }

private:
    const Setup& setup_;
    const RunController& controller_;
    ExperimentFile of_;  // what tables_ were opened for
    std::shared_ptr<const TableSource> tables_;
    QString whyNot_;
};

}  // namespace splitee
