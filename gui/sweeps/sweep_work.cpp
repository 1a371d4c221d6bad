// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweeps/sweep_work.h"

#include <cassert>

namespace splitee {

void SweepWork::start(const Sweep& sweep, const SweepPlan& plan, const SweepOutputs& outputs) {
    assert(!busy());
    cancelling_ = false;
    session_ = outputs.session;
    stand_ = {};
    rate_.restart();
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
    rate_.add(at.done);
    stand_ = {at.done, at.total, rate_.perSecond()};
    emit progressed();
}

}  // namespace splitee
