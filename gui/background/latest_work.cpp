// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/background/latest_work.h"

#include <utility>

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

void LatestWork::start(Work work) {
    {
        const std::scoped_lock lock(mutex_);
        waiting_ = std::move(work);
    }
    wanted_.notify_one();
    if (!patience_.isActive()) patience_.start();
}

void LatestWork::cancel() {
    const std::scoped_lock lock(mutex_);
    waiting_.reset();
    current_.request_stop();
}

void LatestWork::run(const std::stop_token& stop) {
    for (;;) {
        std::optional<Work> work;
        std::stop_token token;
        {
            std::unique_lock lock(mutex_);
            if (!wanted_.wait(lock, stop, [this] { return waiting_.has_value(); })) return;
            work = std::exchange(waiting_, std::nullopt);
            current_ = std::stop_source();
            token = current_.get_token();
        }
        (*work)(token);
    }
}

}  // namespace splitee
