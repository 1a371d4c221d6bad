#include "storage/run_writer.h"

#include <optional>

#include <sqlite3.h>

#include "storage/session_guard.h"

namespace splitee {
namespace {

constexpr const char* kInsertRound =
    "INSERT INTO round (run_id, round, source_row, sample, split_layer, exited, prediction, correct, reward, compute_cost, "
    "offload_cost) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

}  // namespace

RunWriter::RunWriter(SessionStore& store, std::int64_t run) : store_(store), run_(run) {}
RunWriter::~RunWriter() = default;

Result<void> RunWriter::consume(std::span<const RoundRecord> rounds) {
    auto written = guarded("write to", store_.file(), [&]() -> Result<void> {
        if (!insert_) insert_ = std::make_unique<SQLite::Statement>(store_.database(), kInsertRound);
        std::optional<SQLite::Transaction> transaction;
        const bool alone = sqlite3_get_autocommit(store_.database().getHandle()) != 0;
        if (alone) transaction.emplace(store_.database(), SQLite::TransactionBehavior::IMMEDIATE);
        for (const RoundRecord& r : rounds) {
            insert_->reset();
            insert_->bind(1, run_);
            insert_->bind(2, r.round);
            insert_->bind(3, r.row);
            insert_->bind(4, r.sample);
            insert_->bind(5, r.split);
            insert_->bind(6, r.exited ? 1 : 0);
            insert_->bind(7, r.prediction);
            r.correct < 0 ? insert_->bind(8) : insert_->bind(8, r.correct);
            insert_->bind(9, r.reward);
            insert_->bind(10, r.computeCost);
            insert_->bind(11, r.offloadCost);
            insert_->exec();
        }
        if (transaction) transaction->commit();
        return {};
    });
    if (!written) insert_.reset();   // it remembers its failure
    return written;
}

}  // namespace splitee
