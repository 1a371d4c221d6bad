// SPDX-License-Identifier: GPL-3.0-or-later
// ExitReading and readExits(): what every exit of a network says of every sample, read piece by
// piece. The table is the one that Network::buildExitTable() gives, bit for bit.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "datasets/dataset.h"
#include "engine/progress.h"
#include "engine/world/exit_table.h"
#include "inference/network.h"
#include "sources/exit_cache.h"

namespace splitee {

/// The first rows of an exit table, to which the next ones are added.
class ExitReading {
public:
    /// `network` must outlive it.
    ExitReading(const Network& network, std::shared_ptr<const Dataset> samples);

    /// Goes on after the rows that an earlier reading of the same network and samples had. False,
    /// and nothing changes, where these cannot be such rows.
    bool goOnAfter(ExitTable rows);
    /// Reads some dozen samples more. After an error, as after a stop, the rows before are as they
    /// were. Blocks.
    [[nodiscard]] Result<void> readNext(const std::stop_token& stop);

    [[nodiscard]] std::int64_t done() const { return rows_.samples(); }
    [[nodiscard]] std::int64_t total() const { return samples_->size(); }
    /// Those read so far.
    [[nodiscard]] const ExitTable& rows() const { return rows_; }
    [[nodiscard]] ExitTable take() { return std::move(rows_); }

private:
    void append(const ExitTable& more);

    const Network& network_;
    std::shared_ptr<const Dataset> samples_;
    ExitTable rows_;
};

/// A table that was read, and a sentence where it could not be kept ("": it is kept).
struct ReadExits {
    ExitTable table;
    std::string notKept;
};

/// What decides the bits of a network's exit table, as a key for an ExitCache. `samples`: as they
/// are under `distortion`, whose noise `seed` fixes. Blocks: the data are hashed.
[[nodiscard]] std::string exitKey(const Network& network, const Dataset& samples,
                                  const std::string& distortion, std::uint64_t seed);

/// The whole table, from `cache` where it is kept, else read on this thread and kept. `cache` may
/// be null. `wait` is called before each piece, and may wait. A stop is an error; the rows read by
/// then are kept, and the next reading goes on after them. Blocks.
[[nodiscard]] Result<ReadExits> readExits(const Network& network,
                                          const std::shared_ptr<const Dataset>& samples,
                                          const ExitCache* cache, const std::string& key,
                                          const std::function<void(const std::stop_token&)>& wait,
                                          const ProgressSink& progress,
                                          const std::stop_token& stop);

}  // namespace splitee
