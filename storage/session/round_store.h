// SPDX-License-Identifier: GPL-3.0-or-later
// RoundStore: the rounds of a session's runs, page by page. RunWriter writes them.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/run/run.h"
#include "engine/world/recalled_world.h"
#include "storage/session/session_connection.h"

namespace splitee {

class RoundStore {
public:
    /// `connection` must outlive it.
    explicit RoundStore(SessionConnection& connection) : connection_(connection) {}

    /// Rounds first.. of run `id` in order, at most `limit` (about 80 bytes each in memory); none
    /// where the run has none there.
    [[nodiscard]] Result<std::vector<RoundRecord>> read(std::int64_t id, std::int64_t first,
                                                        std::int64_t limit);
    /// The same rounds of a live run as RecalledWorld takes them, up to the first for which the
    /// session does not hold what it revealed.
    [[nodiscard]] Result<std::vector<RecalledRound>> recalled(std::int64_t id, std::int64_t first,
                                                              std::int64_t limit);

private:
    SessionConnection& connection_;
};

}  // namespace splitee
