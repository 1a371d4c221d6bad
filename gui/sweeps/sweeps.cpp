// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweeps/sweeps.h"

#include <QApplication>
#include <QLineEdit>

#include <algorithm>

#include "gui/run/session_document.h"
#include "gui/run/setup.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/run_words.h"
#include "gui/runs/runs_page.h"
#include "gui/sweeps/sweep_sheet.h"
#include "gui/sweeps/sweep_strip.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

// Reading a table of ten thousand runs anew takes a part of a second: the more runs, the less
// often.
constexpr int kReadMilliseconds = 1000, kRunsAMillisecond = 4;

QString secondsText(double seconds) {
    return Sweeps::tr("%1 s").arg(numberText(seconds, seconds < 10 ? 1 : 0));
}

}  // namespace

Sweeps::Sweeps(const Setup& setup, const SessionDocument& document, RunsPage& page, Theme& theme)
    : QObject(&page),
      setup_(setup),
      document_(document),
      page_(page),
      sheet_(new SweepSheet(theme, &page)) {
    strip_ = new SweepStrip(work_, &page);  // that is made last
    page_.addStrip(strip_);
    readSoon_.setSingleShot(true);
    connect(&page_, &RunsPage::sweepWanted, this, [this] { open(); });
    connect(sheet_, &SweepSheet::startWanted, this, &Sweeps::start);
    connect(sheet_, &SweepSheet::failed, this, &Sweeps::failed);
    connect(sheet_, &SweepSheet::saved, this, &Sweeps::saved);
    connect(&document_, &SessionDocument::fileChanged, this, &Sweeps::updateSheet);
    connect(&work_, &SweepWork::progressed, this, &Sweeps::follow);
    connect(&work_, &SweepWork::ended, this, [this](const SweepReport& report) {
        playedRuns_ = report.ids;
        end();
        reportEnd(report);
    });
    connect(&work_, &SweepWork::failed, this, [this](const QString& sentence) {
        end();
        emit failed(sentence);
    });
    connect(&readSoon_, &QTimer::timeout, this, &Sweeps::readAgain);
    connect(&page_, &RunsPage::statusChanged, this, [this] {
        if (!comparing_ || page_.reading()) return;
        comparing_ = false;
        showCompared();
    });
    updateSheet();
}

void Sweeps::open() {
    updateSheet();
    sheet_->open(setup_.file());
}

void Sweeps::open(const Sweep& sweep, const QString& name) {
    updateSheet();
    sheet_->open(sweep, name);
}

void Sweeps::updateSheet() {
    sheet_->setSession(
        QString::fromStdString(document_.file().filename().string()),
        work_.busy() ? tr("A sweep plays already: wait for its end, or cancel it") : QString());
}

void Sweeps::start(const Sweep& sweep, const SweepPlan& plan, bool keepRounds) {
    if (work_.busy()) return;
    played_ = sweep;
    playedTables_ = plan.tables().size();
    shown_ = 0;
    work_.start(sweep, plan, {document_.file().string(), {}, spareThreads(), keepRounds, true});
    updateSheet();
    if (page_.session() != document_.file()) page_.showSession(document_.file());
}

// New rows appear while it plays.
void Sweeps::follow() {
    if (work_.stand().done == shown_ || readSoon_.isActive()) return;
    readSoon_.start(kReadMilliseconds +
                    static_cast<int>(page_.model().table().rows().size()) / kRunsAMillisecond);
}

void Sweeps::readAgain() {
    if (page_.session() != work_.session() || !page_.isVisible()) return;
    const QWidget* focus =
        QApplication::focusWidget();  // a cell that is typed into would be closed
    const bool typing =
        qobject_cast<const QLineEdit*>(focus) != nullptr && page_.table().isAncestorOf(focus);
    if (typing || page_.reading()) return readSoon_.start(kReadMilliseconds);
    shown_ = work_.stand().done;
    page_.showSession(page_.session());
}

void Sweeps::end() {
    readSoon_.stop();
    updateSheet();
    readAgain();
}

void Sweeps::reportEnd(const SweepReport& report) {
    const QString played = runsText(static_cast<std::size_t>(report.played));
    if (report.cancelled)
        return emit finished(
            tr("The sweep was cancelled: %1 of %2 are logged, and starting it again plays the rest")
                .arg(numberText(static_cast<double>(report.before + report.played)),
                     runsText(static_cast<std::size_t>(report.runs))));
    if (report.played == 0)
        return emit finished(tr("Nothing was left to play: the session holds all %1 of the sweep")
                                 .arg(runsText(static_cast<std::size_t>(report.runs))));
    if (report.before == 0)
        return emit finished(
            tr("The sweep is done: %1 played in %2").arg(played, secondsText(report.seconds)));
    emit finished(tr("The sweep is done: %1 played in %2, %3 finished before")
                      .arg(played, secondsText(report.seconds),
                           numberText(static_cast<double>(report.before))));
}

void Sweeps::compare() {
    comparing_ = true;
    page_.showSession(work_.session());
}

void Sweeps::showCompared() {
    TableLook look = page_.look();
    look.filter = filterOfPlayed();
    look.groupBy = {*findRunKey("policy")};
    if (playedTables_ > 1) look.groupBy.push_back(*findRunKey("source"));
    for (const SweepAxis& axis : played_.axes)
        if (!isTableAxis(axis.key)) look.groupBy.push_back(*findRunKey(axis.key));
    look.order = {{*findRunKey("cost_mean"), false}};
    page_.setLook(look);
    page_.table().selectRuns(playedRuns_);
}

// "run >= 12 and run <= 251" where no other run has a number between: groups hold just the sweep's.
QString Sweeps::filterOfPlayed() const {
    if (playedRuns_.empty()) return {};
    const std::int64_t first = playedRuns_.front(), last = playedRuns_.back();
    if (last - first + 1 != static_cast<std::int64_t>(playedRuns_.size())) return {};
    return QStringLiteral("run >= %1 and run <= %2").arg(first).arg(last);
}

}  // namespace splitee
