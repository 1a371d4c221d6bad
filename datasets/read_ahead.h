// SPDX-License-Identifier: GPL-3.0-or-later
// ReadAhead: samples of a dataset that are read, decoded and distorted on threads of its own before
// they are asked for.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "datasets/dataset.h"

namespace splitee {

/// Gives what the dataset gives. Where a read is quick, as from memory, no thread is started. One
/// thread at a time calls it.
class ReadAhead {
public:
    /// `threads`: how many read, at most; 0: nobody reads ahead.
    explicit ReadAhead(std::shared_ptr<const Dataset> dataset, int threads);
    /// Stops and joins its threads; one may be within a read.
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    [[nodiscard]] const Dataset& dataset() const { return *dataset_; }
    /// Rows that will be asked for next, in this order; those beyond kMostAhead wait for the next
    /// call. What was read of others is dropped, but for what the call before named: the row that
    /// is played next may be among it.
    void expect(std::span<const std::uint32_t> rows);
    /// The dataset's answer. Waits for a thread that reads this row, or reads it itself.
    [[nodiscard]] Result<Sample> read(std::int64_t row);
    /// How long the last read() took, in milliseconds.
    [[nodiscard]] double waited() const { return waited_; }
    /// Samples read by its threads.
    [[nodiscard]] std::int64_t readByThreads() const;

    static constexpr std::size_t kMostAhead = 16;

private:
    void work(const std::stop_token& stop);

    std::shared_ptr<const Dataset> dataset_;
    int threads_;
    double waited_ = 0;
    bool slow_ = false;  // a read took long enough for threads to pay
    mutable std::mutex mutex_;
    std::condition_variable_any wanted_, ready_;
    std::deque<std::int64_t> queue_;
    std::vector<std::uint32_t> expected_;                         // by the last call
    std::map<std::int64_t, std::optional<Result<Sample>>> kept_;  // empty while it is read
    std::int64_t readByThreads_ = 0;
    std::vector<std::jthread> readers_;  // last: joined first
};

}  // namespace splitee
