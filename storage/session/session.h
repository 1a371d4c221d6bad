// SPDX-License-Identifier: GPL-3.0-or-later
// Session: an open session file, which holds runs, their rounds, exit tables and marks.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "storage/session/mark_store.h"
#include "storage/session/round_store.h"
#include "storage/session/run_store.h"
#include "storage/session/session_connection.h"
#include "storage/session/table_store.h"

namespace splitee {

/// Four stores over one connection: use them from one thread at a time. Calls block on the disk.
class Session {
public:
    using Access = SessionConnection::Access;

    /// Write creates the file where there is none and marks runs as interrupted whose writer is
    /// gone; it refuses a file or folder that may not be written. ReadOnly needs an existing file,
    /// changes nothing, leaves no file beside it, and shows such runs as interrupted all the same.
    /// Two programs may have one session open at once.
    [[nodiscard]] static Result<Session> open(const std::filesystem::path& path,
                                              Access access = Access::Write);
    [[nodiscard]] static Result<Session> openReadOnly(const std::filesystem::path& path) {
        return open(path, Access::ReadOnly);
    }

    [[nodiscard]] RunStore& runs() { return stores_->runs; }
    [[nodiscard]] RoundStore& rounds() { return stores_->rounds; }
    [[nodiscard]] TableStore& tables() { return stores_->tables; }
    [[nodiscard]] MarkStore& marks() { return stores_->marks; }

    /// See SessionConnection::inTransaction().
    [[nodiscard]] Result<void> inTransaction(const std::function<Result<void>()>& work) {
        return stores_->connection->inTransaction(work);
    }

    [[nodiscard]] const std::string& file() const { return stores_->connection->file(); }
    [[nodiscard]] SQLite::Database& database() { return stores_->connection->database(); }

private:
    // At one address, which the stores refer to. The connection is declared first: it dies last.
    struct Stores {
        explicit Stores(std::unique_ptr<SessionConnection> opened)
            : connection(std::move(opened)),
              runs(*connection),
              rounds(*connection),
              tables(*connection),
              marks(*connection) {}

        std::unique_ptr<SessionConnection> connection;
        RunStore runs;
        RoundStore rounds;
        TableStore tables;
        MarkStore marks;
    };

    explicit Session(std::unique_ptr<Stores> stores) : stores_(std::move(stores)) {}

    std::unique_ptr<Stores> stores_;
};

}  // namespace splitee
