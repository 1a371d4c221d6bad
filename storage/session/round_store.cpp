// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/round_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "storage/session/seen_exits.h"
#include "storage/session/session_guard.h"

namespace splitee {
namespace {

constexpr std::int64_t kMostRounds = 1'000'000'000'000;  // of a run, as Experiment::rounds has it
constexpr const char* kSelectRounds =
    "SELECT round, source_row, sample, split_layer, exited, prediction, correct, reward, "
    "compute_cost, offload_cost FROM round "
    "WHERE run_id = ? AND round >= ? ORDER BY round LIMIT ?";
constexpr const char* kHasSeen =
    "SELECT count(*) FROM pragma_table_info('round') WHERE name = 'seen'";
constexpr const char* kSelectSeen =
    "SELECT round, source_row, split_layer, exited, seen FROM round WHERE run_id = ? AND round >= "
    "? ORDER BY round LIMIT ?";

}  // namespace

Result<std::vector<RoundRecord>> RoundStore::read(std::int64_t id, std::int64_t first,
                                                  std::int64_t limit) {
    return guarded("read", connection_.file(), [&]() -> Result<std::vector<RoundRecord>> {
        SQLite::Statement query(connection_.database(), kSelectRounds);
        query.bind(1, id);
        query.bind(2, first);
        query.bind(3, limit);
        std::vector<RoundRecord> found;
        while (query.executeStep()) {
            // Readers go on after the last round of a page: a damaged number must not send them
            // round in circles.
            if (query.getColumn(0).getInt64() > kMostRounds)
                return fail("session " + connection_.file() + " is damaged: run " +
                            std::to_string(id) + " has a round beyond " +
                            std::to_string(kMostRounds));
            const SQLite::Column correct = query.getColumn(6);
            found.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64(),
                             query.getColumn(2).getInt64(), query.getColumn(3).getInt(),
                             query.getColumn(4).getInt() != 0, query.getColumn(5).getInt(),
                             correct.isNull() ? -1 : correct.getInt(),
                             query.getColumn(7).getDouble(), query.getColumn(8).getDouble(),
                             query.getColumn(9).getDouble()});
        }
        return found;
    });
}

Result<std::vector<RecalledRound>> RoundStore::recalled(std::int64_t id, std::int64_t first,
                                                        std::int64_t limit) {
    return guarded("read", connection_.file(), [&]() -> Result<std::vector<RecalledRound>> {
        std::vector<RecalledRound> found;
        if (connection_.database().execAndGet(kHasSeen).getInt() == 0)
            return found;  // a file of version 1, opened to read
        SQLite::Statement query(connection_.database(), kSelectSeen);
        query.bind(1, id);
        query.bind(2, first);
        query.bind(3, limit);
        while (query.executeStep() && !query.getColumn(4).isNull()) {
            const std::int64_t round = query.getColumn(0).getInt64();
            const SQLite::Column bytes = query.getColumn(4);
            auto seen = decodeSeen({static_cast<const char*>(bytes.getBlob()),
                                    static_cast<std::size_t>(bytes.getBytes())});
            if (!seen || round != first + static_cast<std::int64_t>(found.size()))
                return fail("session " + connection_.file() + " is damaged: run " +
                            std::to_string(id) + ", round " + std::to_string(round));
            found.push_back({query.getColumn(1).getInt64(),
                             {query.getColumn(2).getInt(), query.getColumn(3).getInt() != 0},
                             std::move(*seen)});
        }
        return found;
    });
}

}  // namespace splitee
