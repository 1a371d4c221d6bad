// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/opened_tables.h"

#include <algorithm>

#include "engine/run/schedule.h"

namespace splitee {
namespace {

bool sameSources(const ExperimentFile& first, const ExperimentFile& second) {
    const auto a = scheduledSources(first.experiment), b = scheduledSources(second.experiment);
    return first.table == second.table &&
           first.experiment.temperature == second.experiment.temperature && a && b && *a == *b;
}

// The samples may be under other distortions.
bool sameNetwork(const ExperimentFile& first, const ExperimentFile& second) {
    return isLive(first) && isLive(second) && sameSource(first, second);
}

// Whether all that `file` would show is under way in `played`, or was.
bool showsNoMore(const ExperimentFile& file, const ExperimentFile& played) {
    const std::vector<std::string> names = sampleNames(played);
    return sameNetwork(file, played) &&
           std::ranges::all_of(sampleNames(file), [&](const std::string& name) {
               return std::ranges::find(names, name) != names.end();
           });
}

bool same(const ExperimentFile& first, const ExperimentFile& second) {
    return isLive(first) ? sameNetwork(first, second) && sampleNames(first) == sampleNames(second)
                         : !isLive(second) && sameSources(first, second);
}

}  // namespace

// What is being read is known later, under this set-up.
std::shared_ptr<const TableSource> OpenedTables::knownOf(const ExperimentFile& file) {
    const auto known = controller_.observer().known();
    if (!known || !sameNetwork(file, controller_.played())) return nullptr;
    if (tables_ && same(file, of_) && known == from_) return tables_;
    from_ = known;
    return known->of(sampleNames(file));
}

const std::shared_ptr<const TableSource>& OpenedTables::look() {
    const ExperimentFile& file = setup_.file();
    const bool opening = controller_.state() == RunController::State::Opening;
    const bool stay = opening && same(file, controller_.played()) && same(file, of_);
    if (!stay && isLive(file))
        tables_ = knownOf(file);
    else if (!stay)
        tables_ = same(file, controller_.played()) ? controller_.opened().tables
                                                   : nullptr;  // none yet while they are opened
    of_ = file;
    whyNot_ = tables_ ? QString() : isLive(file) ? whyNotLive(file) : whyNotReplayed(file);
    return tables_;
}

bool OpenedTables::isRead() const {
    const ExitObserver::State state = controller_.observer().state();
    return !tables_ && showsNoMore(setup_.file(), controller_.played()) &&
           (state == ExitObserver::State::Reading || state == ExitObserver::State::Waiting);
}

QString OpenedTables::whyNotLive(const ExperimentFile& file) const {
    const ExitObserver& observer = controller_.observer();
    if (controller_.state() == RunController::State::Opening) return tr("Opening the network …");
    if (controller_.opened().live && !showsNoMore(file, controller_.played()))
        return tr(
            "The set-up names another source than the one that is open. Press Ctrl+R to play it.");
    if (observer.state() == ExitObserver::State::Failed)
        return tr("What the other exits say could not be read: %1")
            .arg(QString::fromStdString(observer.error()));
    if (isRead()) return tr("What every exit says of these samples is being read.");
    if (!observer.isOn())
        return tr(
            "This replays an exit table. Of a live network one is read beside the run, but that is "
            "switched off: Run > Read all exits.");
    return tr("The network is not open. Press Space to run it.");
}

QString OpenedTables::whyNotReplayed(const ExperimentFile& file) const {
    if (file.table.empty()) return tr("Choose an exit table as the source first.");
    if (controller_.state() == RunController::State::Opening) return tr("Opening the exit table …");
    if (same(file, controller_.played()))
        return tr("The exit table is not open. Press Space to run it.");
    return tr(
        "The set-up names another source than the one that is open. Press Ctrl+R to play it.");
}

}  // namespace splitee
