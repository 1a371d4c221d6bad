// SPDX-License-Identifier: GPL-3.0-or-later
// RunWriter: the sink that writes a run's rounds to a session, one transaction a batch, so that a
// row exists before it is shown.
#pragma once

#include <memory>

#include "engine/world/recalled_world.h"
#include "storage/session/session.h"

namespace SQLite {
class Statement;
}

namespace splitee {

class RunWriter final : public RoundSink {
public:
    /// `store` must outlive the writer; `run` comes from beginRun(). `live`: what a live run plays
    /// in, so that what its rounds revealed is kept with them.
    RunWriter(Session& store, std::int64_t run, RecalledWorld* live = nullptr);
    ~RunWriter() override;
    /// All of `rounds` or, on an error, none of them; earlier batches stay. Within
    /// Session::inTransaction() they are part of that transaction.
    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override;
    /// The same with what each round revealed, or with nothing of that.
    [[nodiscard]] Result<void> write(std::span<const RoundRecord> rounds,
                                     std::span<const SeenExits> seen);

private:
    void insert(const RoundRecord& round, const SeenExits* seen);

    Session& store_;
    std::int64_t run_;
    RecalledWorld* live_;
    std::unique_ptr<SQLite::Statement> insert_;
};

}  // namespace splitee
