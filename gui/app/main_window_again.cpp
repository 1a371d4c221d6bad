// SPDX-License-Identifier: GPL-3.0-or-later
// Kept runs that are played once more: to verify them, to go on with them, or with their set-up
// changed.
#include <QTabBar>

#include <algorithm>

#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/run/session_document.h"
#include "gui/runs/repeat_runs.h"
#include "gui/runs/runs_page.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

QString repeatText(const RepeatedRun& run) {
    if (!run.error.empty()) return QString::fromStdString(run.error);
    const QString rounds = numberText(static_cast<double>(run.rounds));
    if (run.differs == 0)
        return MainWindow::tr("run %1 comes out identical, %2 rounds bit for bit")
            .arg(run.run)
            .arg(rounds);
    const QString cause = run.cause.empty()
                              ? MainWindow::tr("the session was changed by hand, or the program")
                              : QString::fromStdString(run.cause);
    return MainWindow::tr("run %1 differs from round %2 on: %3. Likely cause: %4")
        .arg(run.run)
        .arg(numberText(static_cast<double>(run.differs)), QString::fromStdString(run.how), cause);
}

}  // namespace

void MainWindow::connectRepeats() {
    repeats_ = new RepeatRuns(this);
    connect(runs_, &RunsPage::againWanted, repeats_, &RepeatRuns::start);
    connect(runs_, &RunsPage::goOnWanted, document_, &SessionDocument::askFor);
    connect(document_, &SessionDocument::wanted, this, [this](const CutShort& runs) {
        tabs_->setCurrentIndex(0);
        goOn(runs);
    });
    connect(runs_, &RunsPage::setUpWanted, this, &MainWindow::openSetUpOf);
    connect(repeats_, &RepeatRuns::progressed, this, [this](qint64 run, int percent) {
        messages_->offer(tr("Repeating run %1: %2 %").arg(run).arg(percent), tr("Cancel"),
                         [this] { repeats_->cancel(); });
    });
    connect(repeats_, &RepeatRuns::repeated, this, &MainWindow::tellRepeats);
}

// One run in full; of several how many, and the first that is not the same.
void MainWindow::tellRepeats(const std::vector<RepeatedRun>& runs, bool cancelled) {
    if (runs.empty()) return messages_->dismiss();
    if (runs.size() == 1) return messages_->show(repeatText(runs.front()));
    const auto identical = std::ranges::count_if(
        runs, [](const RepeatedRun& run) { return run.error.empty() && run.differs == 0; });
    QString text =
        tr("%1 of %2 runs come out identical, bit for bit").arg(identical).arg(runs.size());
    if (cancelled) text += QStringLiteral(" · ") + tr("cancelled");
    const auto other = std::ranges::find_if(
        runs, [](const RepeatedRun& run) { return !run.error.empty() || run.differs > 0; });
    if (other != runs.end()) text += QStringLiteral(": ") + repeatText(*other);
    messages_->show(text);
}

void MainWindow::openSetUpOf(const std::filesystem::path& session, std::int64_t run) {
    reader_.start([session, run] { return readRun(session, run); },
                  [this](const ReadFile& read) {
                      tabs_->setCurrentIndex(0);
                      controller_.setOpenedFiles(read.opened);
                      loadAndOpen(read.file, false);
                      if (!read.remark.empty())
                          messages_->show(QString::fromStdString(read.remark));
                  });
}

}  // namespace splitee
