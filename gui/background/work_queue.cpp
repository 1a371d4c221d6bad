// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/background/work_queue.h"

#include <optional>

namespace splitee {

WorkQueue::WorkQueue() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

WorkQueue::~WorkQueue() {
    thread_ = {};  // joins
}

void WorkQueue::addWork(Item item) {
    {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back(std::move(item));
    }
    added_.notify_one();
}

void WorkQueue::run(const std::stop_token& stop) {
    for (;;) {
        std::optional<Item> item;
        {
            std::unique_lock lock(mutex_);
            added_.wait(lock, stop, [this] { return !waiting_.empty(); });
            if (waiting_.empty()) return;
            item.emplace(std::move(waiting_.front()));
            waiting_.pop_front();
        }
        if (item->stop.stop_requested()) continue;
        const auto wanted = [token = item->stop] { return !token.stop_requested(); };
        item->work.carryOut(*this, item->stop, wanted,
                            [wanted](const BackgroundWork::Answer& answer) {
                                if (wanted()) answer.deliver();
                            });
    }
}

}  // namespace splitee
