// The sink that keeps a run's rounds in a session: one transaction a batch, so that a row exists before it is seen.
#pragma once

#include <memory>

#include "storage/session_store.h"

namespace SQLite {
class Statement;
}

namespace splitee {

class RunWriter final : public RoundSink {
public:
    /// `store` must outlive the writer; `run` comes from beginRun().
    RunWriter(SessionStore& store, std::int64_t run);
    ~RunWriter() override;
    /// All of `rounds` or, on an error, none of them; earlier batches stay. Within SessionStore::together() they are part
    /// of that transaction.
    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override;

private:
    SessionStore& store_;
    std::int64_t run_;
    std::unique_ptr<SQLite::Statement> insert_;
};

}  // namespace splitee
