// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/opened_tables.h"

#include "engine/run/schedule.h"

namespace splitee {
namespace {

bool sameSources(const ExperimentFile& first, const ExperimentFile& second) {
    const auto a = scheduledSources(first.experiment), b = scheduledSources(second.experiment);
    return first.table == second.table &&
           first.experiment.temperature == second.experiment.temperature && a && b && *a == *b;
}

}  // namespace

const std::shared_ptr<const TableSource>& OpenedTables::look() {
    const ExperimentFile& file = setup_.file();
    const bool same = sameSources(file, controller_.played());
    const bool opening = controller_.state() == RunController::State::Opening;
    const bool stay = opening && same && sameSources(file, of_);
    if (!stay)
        tables_ = same ? controller_.opened().tables : nullptr;  // none yet while they are opened
    of_ = file;
    if (tables_)
        whyNot_.clear();
    else if (file.table.empty() && !file.model.empty())
        whyNot_ =
            tr("This replays an exit table, and a live run has none. Choose an exit table as the "
               "source.");
    else if (file.table.empty())
        whyNot_ = tr("Choose an exit table as the source first.");
    else if (opening)
        whyNot_ = tr("Opening the exit table …");
    else if (same)
        whyNot_ = tr("The exit table is not open. Press Space to run it.");
    else
        whyNot_ = tr(
            "The set-up names another source than the one that is open. Press Ctrl+R to play it.");
    return tables_;
}

}  // namespace splitee
