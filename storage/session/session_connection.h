// SPDX-License-Identifier: GPL-3.0-or-later
// SessionConnection: one open SQLite connection to a session file.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "engine/result.h"

namespace SQLite {
class Database;
}

namespace splitee {

/// Use it from one thread at a time. Write-ahead log, one writer, a busy timeout of 5 s. Calls
/// block on the disk.
class SessionConnection {
public:
    /// Damaged: to read, also a file that is shorter than it says. Whoever reads such a file must
    /// expect every statement to fail.
    enum class Access { Write, ReadOnly, Damaged };

    /// See Session::open().
    [[nodiscard]] static Result<std::unique_ptr<SessionConnection>> open(
        const std::filesystem::path& path, Access access);
    ~SessionConnection();
    SessionConnection(const SessionConnection&) = delete;
    SessionConnection& operator=(const SessionConnection&) = delete;

    /// Runs `work` as one transaction: on an error none of its changes stay. Takes the right to
    /// write before the first read (BEGIN IMMEDIATE), so that a read never has to become a write
    /// while others write. Within another transaction `work` is part of that one.
    [[nodiscard]] Result<void> inTransaction(const std::function<Result<void>()>& work);

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] SQLite::Database& database() { return *database_; }

private:
    SessionConnection(std::string file, std::unique_ptr<SQLite::Database> database);

    std::string file_;
    std::unique_ptr<SQLite::Database> database_;
};

}  // namespace splitee
