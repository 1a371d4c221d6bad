// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/run_writer.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>

#include "storage/session/seen_exits.h"

namespace splitee {
namespace {

constexpr const char* kInsertRound =
    "INSERT INTO round (run_id, round, source_row, sample, split_layer, exited, prediction, "
    "correct, reward, compute_cost, "
    "offload_cost, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

}  // namespace

RunWriter::RunWriter(Session& store, std::int64_t run, RecalledWorld* live)
    : store_(store), run_(run), live_(live) {}
RunWriter::~RunWriter() = default;

Result<void> RunWriter::consume(std::span<const RoundRecord> rounds) {
    if (live_ == nullptr) return write(rounds, {});
    const auto seen = live_->takeComputed(rounds.empty() ? 1 : rounds.front().round);
    // More where the world failed after it had computed, or where its policy did: those rounds were
    // not played.
    return write(rounds, std::span(seen).first(std::min(seen.size(), rounds.size())));
}

void RunWriter::insert(const RoundRecord& round, const SeenExits* seen) {
    insert_->reset();
    insert_->bind(1, run_);
    insert_->bind(2, round.round);
    insert_->bind(3, round.row);
    insert_->bind(4, round.sample);
    insert_->bind(5, round.split);
    insert_->bind(6, round.exited ? 1 : 0);
    insert_->bind(7, round.prediction);
    round.correct < 0 ? insert_->bind(8) : insert_->bind(8, round.correct);
    insert_->bind(9, round.reward);
    insert_->bind(10, round.computeCost);
    insert_->bind(11, round.offloadCost);
    if (seen == nullptr) {
        insert_->bind(12);
    } else {
        const std::string bytes = encodeSeen(*seen);
        insert_->bind(12, bytes.data(), static_cast<int>(bytes.size()));
    }
    insert_->exec();
}

Result<void> RunWriter::write(std::span<const RoundRecord> rounds,
                              std::span<const SeenExits> seen) {
    auto written = store_.inTransaction([&]() -> Result<void> {
        if (!insert_)
            insert_ = std::make_unique<SQLite::Statement>(store_.database(), kInsertRound);
        for (std::size_t k = 0; k < rounds.size(); ++k)
            insert(rounds[k], k < seen.size() ? &seen[k] : nullptr);
        return {};
    });
    if (!written) insert_.reset();  // it remembers its failure
    return written;
}

}  // namespace splitee
