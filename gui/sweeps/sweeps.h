// SPDX-License-Identifier: GPL-3.0-or-later
// Controller of sweeps in the window: the sheet that defines one, the work, and the page of runs
// that shows it.
#pragma once

#include <QObject>
#include <QTimer>

#include "gui/sweeps/sweep_work.h"
#include "storage/files/sweep_file.h"

namespace splitee {

class RunsPage;
class SessionDocument;
class Setup;
class SweepSheet;
class SweepStrip;
class Theme;

class Sweeps : public QObject {
    Q_OBJECT
public:
    /// All must outlive it but for the page, whose child it is.
    Sweeps(const Setup& setup, const SessionDocument& document, RunsPage& page, Theme& theme);

    /// The sheet, with the set-up of the live page.
    void open();
    /// The sheet, with the sweep of a file.
    void open(const Sweep& sweep, const QString& name);
    /// The runs of the last sweep in groups of what it varied, the cheapest first; with their
    /// rounds, all of them compared.
    void compare();

    [[nodiscard]] SweepSheet& sheet() { return *sheet_; }
    [[nodiscard]] SweepStrip& strip() { return *strip_; }
    [[nodiscard]] SweepWork& work() { return work_; }

signals:
    /// The result of a sweep, in a sentence.
    void finished(const QString& sentence);
    void failed(const QString& sentence);
    void saved(const QString& path);

private:
    void start(const Sweep& sweep, const SweepPlan& plan, bool keepRounds);
    void follow();
    void readAgain();
    void reportEnd(const SweepReport& report);
    void end();
    void showCompared();
    [[nodiscard]] QString filterOfPlayed() const;
    void updateSheet();

    const Setup& setup_;
    const SessionDocument& document_;
    RunsPage& page_;
    SweepSheet* sheet_;
    SweepStrip* strip_ = nullptr;
    Sweep played_;
    std::size_t playedTables_ = 0;
    std::int64_t shown_ = 0;                // runs when the page was last read
    std::vector<std::int64_t> playedRuns_;  // of the last sweep, rising
    bool comparing_ = false;                // as soon as the page is read
    QTimer readSoon_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    SweepWork work_;
};

}  // namespace splitee
