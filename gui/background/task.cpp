// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/background/task.h"

#include <algorithm>

namespace splitee {

Task::~Task() {
    for (Thread& one : threads_) one.thread.request_stop();
    threads_.clear();  // joins
}

void Task::startWork(BackgroundWork work) {
    requestStop();
    const std::uint64_t number = ++last_;
    threads_.push_back(
        {number,
         std::jthread([this, number, work = std::move(work)](const std::stop_token& stop) mutable {
             work.carryOut(
                 *this, stop, [this, number] { return number == wanted_; },
                 [this, number](const BackgroundWork::Answer& answer) { finish(number, answer); });
         })});
    want(number);
}

void Task::requestStop() {
    const auto current = std::ranges::find(threads_, wanted_, &Thread::number);
    if (current != threads_.end()) current->thread.request_stop();
}

void Task::abandon() {
    requestStop();
    want(0);
}

void Task::want(std::uint64_t number) {
    if (std::exchange(wanted_, number) != number) emit busyChanged();
}

void Task::finish(std::uint64_t number, const BackgroundWork::Answer& answer) {
    threads_.remove_if([number](const Thread& one) {
        return one.number == number;
    });  // its thread has nothing left to do but to end
    const bool awaited = number == wanted_;
    if (awaited) want(0);
    emit threadEnded();
    if (awaited) answer.deliver();
}

}  // namespace splitee
