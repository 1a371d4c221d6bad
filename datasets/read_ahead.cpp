// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/read_ahead.h"

#include <algorithm>
#include <chrono>

#include "engine/exception_barrier.h"

namespace splitee {
namespace {

constexpr double kSlowRead = 0.2;  // milliseconds: some ten times what handing it over takes

}  // namespace

ReadAhead::ReadAhead(std::shared_ptr<const Dataset> dataset, int threads)
    : dataset_(std::move(dataset)), threads_(threads) {}

ReadAhead::~ReadAhead() {
    for (std::jthread& reader : readers_) reader.request_stop();
}

void ReadAhead::expect(std::span<const std::uint32_t> rows) {
    if (!slow_ || threads_ == 0) return;
    rows = rows.first(std::min(rows.size(), kMostAhead));
    {
        const std::lock_guard lock(mutex_);
        queue_.clear();
        for (const std::uint32_t row : rows)
            if (!kept_.contains(row)) queue_.push_back(row);
        // What is being read stays until its reader is done.
        std::erase_if(kept_, [&](const auto& one) {
            return one.second && std::ranges::find(rows, one.first) == rows.end() &&
                   std::ranges::find(expected_, one.first) == expected_.end();
        });
        expected_.assign(rows.begin(), rows.end());
    }
    if (readers_.empty())
        for (int k = 0; k < threads_; ++k)
            readers_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    wanted_.notify_all();
}

void ReadAhead::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (wanted_.wait(lock, stop, [this] { return !queue_.empty(); })) {
        const std::int64_t row = queue_.front();
        queue_.pop_front();
        if (!kept_.emplace(row, std::nullopt).second) continue;
        lock.unlock();
        auto sample = guarded([&] { return dataset_->read(row); });
        lock.lock();
        kept_[row] = std::move(sample);
        ++readByThreads_;
        ready_.notify_all();
        if (stop.stop_requested()) return;
    }
}

Result<Sample> ReadAhead::read(std::int64_t row) {
    const auto begun = std::chrono::steady_clock::now();
    const auto measure = [&] {
        waited_ =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
                .count();
    };
    {
        std::unique_lock lock(mutex_);
        if (const auto kept = kept_.find(row); kept != kept_.end()) {
            ready_.wait(lock, [&] { return kept->second.has_value(); });
            auto sample = std::move(*kept->second);
            kept_.erase(kept);
            measure();
            return sample;
        }
        std::erase(queue_, row);
    }
    auto sample = dataset_->read(row);
    measure();
    slow_ = slow_ || waited_ > kSlowRead;
    return sample;
}

std::int64_t ReadAhead::readByThreads() const {
    const std::lock_guard lock(mutex_);
    return readByThreads_;
}

}  // namespace splitee
