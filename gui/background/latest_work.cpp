// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/background/latest_work.h"

namespace splitee {
namespace {

constexpr int kPatienceMilliseconds = 150;

}  // namespace

LatestWork::LatestWork() {
    patience_.setSingleShot(true);
    patience_.setInterval(kPatienceMilliseconds);
    connect(&patience_, &QTimer::timeout, this, [this] {
        const std::scoped_lock lock(mutex_);
        if (waiting_) current_.request_stop();
    });
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

LatestWork::~LatestWork() {
    cancel();
    thread_ = {};  // joins
}

void LatestWork::startWork(BackgroundWork work) {
    {
        const std::scoped_lock lock(mutex_);
        waiting_.emplace(Request{++last_, std::move(work)});
    }
    wanted_.notify_one();
    if (!patience_.isActive()) patience_.start();
}

void LatestWork::cancel() {
    const std::scoped_lock lock(mutex_);
    cancelled_ = last_;
    waiting_.reset();
    current_.request_stop();
}

void LatestWork::run(const std::stop_token& stop) {
    for (;;) {
        std::optional<Request> request;
        std::stop_token token;
        {
            std::unique_lock lock(mutex_);
            if (!wanted_.wait(lock, stop, [this] { return waiting_.has_value(); })) return;
            request = std::exchange(waiting_, std::nullopt);
            current_ = std::stop_source();
            token = current_.get_token();
        }
        const std::uint64_t number = request->number;
        request->work.carryOut(
            *this, token, [this, number] { return number > cancelled_; },
            [this, number](const BackgroundWork::Answer& answer) { deliver(number, answer); });
    }
}

void LatestWork::deliver(std::uint64_t number, const BackgroundWork::Answer& answer) const {
    if (number > cancelled_ && !(answer.failed && answer.stopped)) answer.deliver();
}

}  // namespace splitee
