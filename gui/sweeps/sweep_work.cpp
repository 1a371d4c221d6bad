// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweeps/sweep_work.h"

#include <cassert>

namespace splitee {
namespace {

constexpr std::chrono::seconds kLately{10};
constexpr std::chrono::milliseconds kEnough{300};  // for a first rate

}  // namespace

void SweepWork::start(const Sweep& sweep, const SweepPlan& plan, const SweepOutputs& outputs) {
    assert(!busy_);
    busy_ = true;
    cancelling_ = false;
    session_ = outputs.session;
    stand_ = {};
    lately_.clear();
    thread_ = std::jthread([this, sweep, plan, outputs](const std::stop_token& stop) {
        const auto progress = [this](const Progress& at) {
            QMetaObject::invokeMethod(
                this, [this, done = at.done, total = at.total,
                       when = std::chrono::steady_clock::now()] { follow(done, total, when); });
        };
        const auto report = runSweep(sweep, plan, outputs, progress, stop);
        QMetaObject::invokeMethod(this, [this, report] {
            busy_ = false;
            if (report)
                emit ended(*report);
            else
                emit failed(QString::fromStdString(report.error().message));
        });
    });
    emit progressed();
}

void SweepWork::cancel() {
    if (!busy_) return;
    cancelling_ = true;
    thread_.request_stop();
    emit progressed();
}

void SweepWork::follow(std::int64_t done, std::int64_t total, Moment when) {
    stand_.done = done;
    stand_.total = total;
    lately_.emplace_back(when, done);
    while (when - lately_.front().first > kLately) lately_.pop_front();
    const auto [since, doneThen] = lately_.front();
    if (when - since >= kEnough)
        stand_.perSecond = static_cast<double>(done - doneThen) /
                           std::chrono::duration<double>(when - since).count();
    emit progressed();
}

}  // namespace splitee
