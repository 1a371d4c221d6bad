// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/table_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <limits>

#include "engine/plain_text.h"
#include "storage/session/session_guard.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

constexpr const char* kStoreTable =
    "INSERT INTO exit_table (name, hash, created_at, content) VALUES (?, ?, "
    "strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?) "
    "ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at, "
    "content = excluded.content";
constexpr const char* kLoadTable = "SELECT content FROM exit_table WHERE name = ?";
constexpr const char* kTableNames = "SELECT name FROM exit_table ORDER BY name";
constexpr const char* kNameOfContent =
    "SELECT name FROM exit_table WHERE hash = ? ORDER BY name LIMIT 1";
constexpr const char* kHashOfName = "SELECT hash FROM exit_table WHERE name = ?";

// The first column of the first row. The statement ends here: one that is left open over a write
// makes SQLite refuse the write at once when another program has written meanwhile.
std::optional<std::string> oneText(SQLite::Database& database, const char* sql,
                                   const std::string& value) {
    SQLite::Statement query(database, sql);
    query.bind(1, value);
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
}

}  // namespace

Result<void> TableStore::store(const ExitTable& table) {
    if (auto valid = validate(table); !valid)
        return fail("cannot keep exit table " + table.name + ": " + valid.error().message);
    return guarded("write to", connection_.file(), [&]() -> Result<void> {
        const std::string content = encodeTable(table);
        if (content.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) / 2)
            return fail("exit table " + table.name +
                        " is too large for a session: keep it as a file");
        SQLite::Statement insert(connection_.database(), kStoreTable);
        insert.bind(1, table.name);
        insert.bind(2, tableHash(table));
        insert.bind(3, content.data(), static_cast<int>(content.size()));
        insert.exec();
        return {};
    });
}

Result<std::string> TableStore::keep(const ExitTable& table) {
    std::string name;
    const auto kept = connection_.inTransaction([&]() -> Result<void> {
        const std::string hash = tableHash(table);
        if (auto same = oneText(connection_.database(), kNameOfContent, hash)) {
            name = *same;
            return {};
        }
        ExitTable one = table;
        if (oneText(connection_.database(), kHashOfName, one.name)) one.name += " #" + hash;
        name = one.name;
        return store(one);
    });
    if (!kept) return tl::unexpected(kept.error());
    return name;
}

Result<ExitTable> TableStore::load(const std::string& name) {
    return guarded("read", connection_.file(), [&]() -> Result<ExitTable> {
        SQLite::Statement query(connection_.database(), kLoadTable);
        query.bind(1, name);
        if (!query.executeStep()) return tl::unexpected(noSuchTable(name));
        const SQLite::Column content = query.getColumn(0);
        return decodeTable({static_cast<const char*>(content.getBlob()),
                            static_cast<std::size_t>(content.getBytes())},
                           name);
    });
}

Result<std::optional<ExitTable>> TableStore::withHash(const std::string& hash) {
    return guarded("read", connection_.file(), [&]() -> Result<std::optional<ExitTable>> {
        const auto name = oneText(connection_.database(), kNameOfContent, hash);
        if (!name) return std::nullopt;
        auto table = load(*name);
        if (!table) return tl::unexpected(table.error());
        if (tableHash(*table) != hash)
            return fail("session " + connection_.file() + " is damaged: exit table " + table->name +
                        " is not what its hash says");
        return std::move(*table);
    });
}

Result<std::vector<std::string>> TableStore::names() {
    return guarded("read", connection_.file(), [&]() -> Result<std::vector<std::string>> {
        SQLite::Statement query(connection_.database(), kTableNames);
        std::vector<std::string> names;
        while (query.executeStep()) names.push_back(query.getColumn(0).getString());
        return names;
    });
}

Error TableStore::noSuchTable(const std::string& name) {
    const auto stored = names();
    if (!stored) return stored.error();
    std::string there;
    for (const std::string& one : *stored)
        if (there.size() < 200) there += (there.empty() ? "" : ", ") + shownText(one, 60);
    return {"session " + connection_.file() + " has no exit table '" + name + "': it holds " +
            (there.empty() ? "none" : there)};
}

}  // namespace splitee
