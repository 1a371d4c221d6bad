// SPDX-License-Identifier: GPL-3.0-or-later
// TableStore: the exit tables of a session, by name and by content.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/world/exit_table.h"
#include "storage/session/session_connection.h"

namespace splitee {

class TableStore {
public:
    /// `connection` must outlive it.
    explicit TableStore(SessionConnection& connection) : connection_(connection) {}

    /// Stores a table under its name; a table of the same name is replaced.
    [[nodiscard]] Result<void> store(const ExitTable& table);
    /// Stores a table unless its content is there already. Where another content has its name, it
    /// is stored as "NAME #HASH": runs name their table by its hash, so neither may replace the
    /// other. The name that it has in the session.
    [[nodiscard]] Result<std::string> keep(const ExitTable& table);
    /// The error lists the names there are.
    [[nodiscard]] Result<ExitTable> load(const std::string& name);
    /// The table of that content (tableHash()); empty where the session has none.
    [[nodiscard]] Result<std::optional<ExitTable>> withHash(const std::string& hash);
    [[nodiscard]] Result<std::vector<std::string>> names();  ///< sorted

private:
    [[nodiscard]] Error noSuchTable(const std::string& name);

    SessionConnection& connection_;
};

}  // namespace splitee
