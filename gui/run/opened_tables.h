// SPDX-License-Identifier: GPL-3.0-or-later
// Finder of the exit tables that the set-up names, where they are open, or of a live source known
// by now: for panels that play them beside the run.
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
    /// Whether there are none yet because the exits of the live source are being read.
    [[nodiscard]] bool isRead() const;

private:
    [[nodiscard]] std::shared_ptr<const TableSource> knownOf(const ExperimentFile& file);
    [[nodiscard]] QString whyNotLive(const ExperimentFile& file) const;
    [[nodiscard]] QString whyNotReplayed(const ExperimentFile& file) const;

    const Setup& setup_;
    const RunController& controller_;
    ExperimentFile of_;                       // what tables_ were opened for
    std::shared_ptr<const KnownExits> from_;  // of a live source: where tables_ are from
    std::shared_ptr<const TableSource> tables_;
    QString whyNot_;
};

}  // namespace splitee
