// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweeps/sweep_work.h"

#include <cassert>

namespace splitee {
namespace {

constexpr std::chrono::seconds kLately{10};
constexpr std::chrono::milliseconds kEnough{300};  // for a first rate

}  // namespace

void SweepWork::start(const Sweep& sweep, const SweepPlan& plan, const SweepOutputs& outputs) {
    assert(!busy());
    cancelling_ = false;
    session_ = outputs.session;
    stand_ = {};
    lately_.clear();
    task_.start(
        [sweep, plan, outputs](const std::stop_token& stop, const ProgressSink& progress) {
            return runSweep(sweep, plan, outputs, progress, stop);
        },
        [this](const Result<SweepReport>& report) {
            if (report)
                emit ended(*report);
            else
                emit failed(QString::fromStdString(report.error().message));
        },
        [this](const Progress& at) { onProgress(at); });
    emit progressed();
}

void SweepWork::cancel() {
    if (!busy()) return;
    cancelling_ = true;
    task_.requestStop();
    emit progressed();
}

void SweepWork::onProgress(const Progress& at) {
    const Moment when = std::chrono::steady_clock::now();
    stand_.done = at.done;
    stand_.total = at.total;
    lately_.emplace_back(when, at.done);
    while (when - lately_.front().first > kLately) lately_.pop_front();
    const auto [since, doneThen] = lately_.front();
    if (when - since >= kEnough)
        stand_.perSecond = static_cast<double>(at.done - doneThen) /
                           std::chrono::duration<double>(when - since).count();
    emit progressed();
}

}  // namespace splitee
