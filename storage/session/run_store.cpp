// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/run_store.h"

#include <set>

#include "engine/run/policy_entry.h"
#include "storage/session/run_row.h"
#include "storage/session/session_guard.h"
#include "storage/session/session_schema.h"
#include "storage/session/writer_mark.h"

namespace splitee {
namespace {

constexpr std::size_t kMaxRuns = 1'000'000;
constexpr const char* kFinishRun =
    "UPDATE run SET status = ?, message = ?, summary = ?, finished_at = "
    "strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = ? AND writer = ?";
constexpr const char* kReopenRun =
    "UPDATE run SET started_at = CASE status WHEN 'queued' THEN strftime('%Y-%m-%dT%H:%M:%fZ', "
    "'now') ELSE started_at END, status = 'running', message = '', summary = '', finished_at = "
    "NULL, writer = ? WHERE id = ?";
constexpr const char* kWriterOfRun = "SELECT writer FROM run WHERE id = ?";
constexpr const char* kWritersOfQueued = "SELECT id, writer FROM run WHERE status = 'queued'";
constexpr const char* kRemoveRun = "DELETE FROM run WHERE id = ?";
constexpr const char* kCountRuns = "SELECT count(*) FROM run";
constexpr const char* kRunNumbers =
    "SELECT count(*), ifnull(min(id), 0), ifnull(max(id), 0) FROM run";

std::string selectRuns(SQLite::Database& database, const std::string& where) {
    return std::string("SELECT ") + kRunColumns + ", " + laterSelection(database) + " FROM run " +
           where + "ORDER BY id";
}

}  // namespace

RunStore::RunStore(SessionConnection& connection) : connection_(connection) {}
RunStore::~RunStore() = default;

Result<std::int64_t> RunStore::begin(const Experiment& experiment, const RunSpec& run,
                                     const RunProvenance& provenance) {
    return insert(experiment, run, provenance, RunStatus::Running);
}

Result<std::vector<std::int64_t>> RunStore::queue(const Experiment& experiment,
                                                  const std::vector<RunSpec>& runs,
                                                  const RunProvenance& provenance) {
    std::vector<std::int64_t> ids;
    auto queued = connection_.inTransaction([&]() -> Result<void> {
        for (const RunSpec& run : runs) {
            const auto id = insert(experiment, run, provenance, RunStatus::Queued);
            if (!id) return tl::unexpected(id.error());
            ids.push_back(*id);
        }
        return {};
    });
    if (!queued) return tl::unexpected(queued.error());
    return ids;
}

Result<std::int64_t> RunStore::insert(const Experiment& experiment, const RunSpec& run,
                                      const RunProvenance& provenance, RunStatus status) {
    // The run of an entry is that of its kind by these settings: whoever reads it finds them there.
    const Experiment own = settingsOf(experiment, run.policy);
    const RunSpec alone{std::string(policyKind(run.policy)), run.seed};
    return guarded("write to", connection_.file(), [&]() -> Result<std::int64_t> {
        SQLite::Statement insert(connection_.database(), insertNewRun());
        bindNewRun(insert, own, alone, provenance, status);
        insert.exec();
        return connection_.database().getLastInsertRowid();
    });
}

Result<void> RunStore::changeExperiment(std::int64_t id, const Experiment& experiment,
                                        const std::string& dataHash) {
    const auto changed = guarded("write to", connection_.file(), [&]() -> Result<int> {
        std::string columns;
        for (const std::string& column : experimentColumns()) columns += column + " = ?, ";
        SQLite::Statement update(
            connection_.database(),
            "UPDATE run SET " + columns + "data_hash = ? WHERE id = ? AND status = 'running'");
        int at = 1;
        Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo&) {
            bindField(update, at++, value);
        });
        update.bind(at++, dataHash);
        update.bind(at++, id);
        return update.exec();
    });
    if (!changed) return tl::unexpected(changed.error());
    if (*changed > 0) return {};
    const auto ended = find(id);
    if (!ended) return tl::unexpected(ended.error());
    return fail("run " + std::to_string(id) + " of session " + connection_.file() + " is " +
                std::string(toText(ended->status)) + ": its experiment stays as it was played");
}

Result<void> RunStore::finish(std::int64_t id, RunStatus status, const std::string& message,
                              const std::string& summary) {
    const auto changed = guarded("write to", connection_.file(), [&]() -> Result<int> {
        SQLite::Statement update(connection_.database(), kFinishRun);
        update.bind(1, std::string(toText(status)));
        update.bind(2, message);
        update.bind(3, summary);
        update.bind(4, id);
        update.bind(5, ownWriterMark());
        return update.exec();
    });
    if (!changed) return tl::unexpected(changed.error());
    if (*changed > 0) return {};
    if (auto there = find(id); !there) return tl::unexpected(there.error());
    return fail("run " + std::to_string(id) + " of session " + connection_.file() +
                " is written by another program: it stays as it is");
}

Result<void> RunStore::reopen(std::int64_t id, std::int64_t rounds) {
    return connection_.inTransaction([&]() -> Result<void> {
        if (auto may = mayReopen(id, rounds); !may) return may;
        SQLite::Statement update(connection_.database(), kReopenRun);
        update.bind(1, ownWriterMark());
        update.bind(2, id);
        update.exec();
        return {};
    });
}

Result<void> RunStore::mayReopen(std::int64_t id, std::int64_t rounds) {
    const auto there = find(id);
    if (!there) return tl::unexpected(there.error());
    const std::string name = "run " + std::to_string(id) + " of session " + connection_.file();
    if (there->status == RunStatus::Finished)
        return fail(name + " is finished: there is nothing to go on with");
    bool others = there->status == RunStatus::Running;
    if (there->status == RunStatus::Queued) {
        SQLite::Statement query(connection_.database(), kWriterOfRun);
        query.bind(1, id);
        query.executeStep();
        const std::string writer = query.getColumn(0).getString();
        others = writer != ownWriterMark() && writerAlive(writer);
    }
    if (others) return fail(name + " is being played by another window or program: wait for it");
    if (there->rounds != rounds)
        return fail(name + " has gone on elsewhere, to round " + std::to_string(there->rounds) +
                    ": open it again");
    return {};
}

Result<std::vector<std::int64_t>> RunStore::unfinished() {
    std::set<std::int64_t> claimed;  // by a live process
    auto read = guarded("read", connection_.file(), [&]() -> Result<void> {
        SQLite::Statement query(connection_.database(), kWritersOfQueued);
        while (query.executeStep())
            if (writerAlive(query.getColumn(1).getString()))
                claimed.insert(query.getColumn(0).getInt64());
        return {};
    });
    if (!read) return tl::unexpected(read.error());
    std::vector<std::int64_t> ids;
    read = forEach([&](const StoredRun& run) -> Result<void> {
        const bool open = run.status == RunStatus::Interrupted ||
                          run.status == RunStatus::Stopped ||
                          (run.status == RunStatus::Queued && !claimed.contains(run.id));
        if (open && !run.marks.trashed) ids.push_back(run.id);
        return {};
    });
    if (!read) return tl::unexpected(read.error());
    return ids;
}

Result<std::int64_t> RunStore::add(const StoredRun& run) {
    auto added = guarded("write to", connection_.file(), [&]() -> Result<std::int64_t> {
        if (!add_)
            add_ = std::make_unique<SQLite::Statement>(connection_.database(), insertWholeRun());
        add_->reset();
        bindWholeRun(*add_, run);
        add_->exec();
        return connection_.database().getLastInsertRowid();
    });
    if (!added) add_.reset();  // a statement that failed reports that again when it is reset
    return added;
}

Result<void> RunStore::remove(std::int64_t id) {
    return guarded("write to", connection_.file(), [&]() -> Result<void> {
        SQLite::Statement remove(connection_.database(),
                                 kRemoveRun);  // its rounds go with it (ON DELETE CASCADE)
        remove.bind(1, id);
        remove.exec();
        return {};
    });
}

Result<std::int64_t> RunStore::count() {
    return guarded("read", connection_.file(), [&]() -> Result<std::int64_t> {
        return connection_.database().execAndGet(kCountRuns).getInt64();
    });
}

Result<StoredRun> RunStore::find(std::int64_t id) {
    auto found = select("WHERE id = ? ", id);
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) return tl::unexpected(noSuchRun(connection_, id));
    return std::move(found->front());
}

Result<std::vector<StoredRun>> RunStore::all() { return select("", 0); }

Result<void> RunStore::forEach(const std::function<Result<void>(const StoredRun&)>& visit) {
    return guarded("read", connection_.file(), [&]() -> Result<void> {
        SQLite::Statement query(connection_.database(), selectRuns(connection_.database(), ""));
        while (query.executeStep())
            if (auto visited = visit(runFrom(query)); !visited) return visited;
        return {};
    });
}

Result<std::vector<StoredRun>> RunStore::select(const std::string& where, std::int64_t id) {
    return guarded("read", connection_.file(), [&]() -> Result<std::vector<StoredRun>> {
        SQLite::Statement query(connection_.database(), selectRuns(connection_.database(), where));
        if (!where.empty()) query.bind(1, id);
        std::vector<StoredRun> found;
        while (query.executeStep()) {
            if (found.size() == kMaxRuns)
                return fail("cannot read session " + connection_.file() +
                            ": it holds more than 1,000,000 runs");
            found.push_back(runFrom(query));
        }
        return found;
    });
}

Error noSuchRun(SessionConnection& connection, std::int64_t id) {
    const auto numbers = guarded("read", connection.file(), [&]() -> Result<std::string> {
        SQLite::Statement query(connection.database(), kRunNumbers);
        query.executeStep();
        const std::int64_t count = query.getColumn(0).getInt64();
        if (count == 0) return std::string("no runs");
        if (count == 1) return "1 run, number " + query.getColumn(1).getString();
        return std::to_string(count) + " runs, numbers " + query.getColumn(1).getString() + " to " +
               query.getColumn(2).getString();
    });
    if (!numbers) return numbers.error();
    return {"session " + connection.file() + " has no run " + std::to_string(id) + ": it holds " +
            *numbers};
}

}  // namespace splitee
