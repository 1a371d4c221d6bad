// SPDX-License-Identifier: GPL-3.0-or-later
// Session files as the outside world may hand them over: foreign, newer, older, damaged, read-only,
// on a full disk.
#include "subjects.h"

#include <optional>

#include "storage/session/run_writer.h"
#include "storage/session/session.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace splitee;

class SessionFileTests final : public QObject {
    Q_OBJECT

    Folder folder_;

    // A session with one run of 500 rounds.
    std::filesystem::path session(const std::string& name) {
        const auto path = folder_ / name;
        auto store = Session::open(path);
        const auto id = store->runs().begin({}, {"splitee", 1}, {});
        RunWriter writer(*store, *id);
        if (!writer.consume(someRounds(1, 500)) ||
            !store->runs().finish(*id, RunStatus::Finished, "", ""))
            qFatal("no session");
        return path;
    }

    static void execute(const std::filesystem::path& path, const std::string& sql) {
        SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
    }

    // Runs `work` in a child as the user nobody: root may write everywhere.
    template <class Work>
    static bool asNobody(Work work) {
        const pid_t child = fork();
        if (child == 0) _exit((getuid() != 0 || setuid(65534) == 0) && work() ? 0 : 1);
        int status = 0;
        waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    template <class T>
    static bool says(const Result<T>& result, const std::string& part) {
        if (!result && result.error().message.find(part) != std::string::npos) return true;
        fprintf(stderr, "wanted '%s', got: %s\n", part.c_str(),
                result ? "success" : result.error().message.c_str());
        return false;
    }

private slots:
    void foreignFilesAreRefusedAndNotTouched() {
        writeAll(folder_ / "text", std::string(5000, 'x'));
        REQUIRE_SAYS(Session::open(folder_ / "text"), "it is not a session file");
        QCOMPARE(readAll(folder_ / "text"), std::string(5000, 'x'));
        execute(folder_ / "other.db", "CREATE TABLE t (a)");
        const std::string before = readAll(folder_ / "other.db");
        REQUIRE_SAYS(Session::open(folder_ / "other.db"), "not a session of this program");
        REQUIRE_SAYS(Session::openReadOnly(folder_ / "other.db"), "not a session of this program");
        QCOMPARE(readAll(folder_ / "other.db"), before);
        execute(folder_ / "theirs.db", "PRAGMA application_id = 1196444487; CREATE TABLE run (id)");
        REQUIRE_SAYS(Session::open(folder_ / "theirs.db"), "not a session of this program");
    }

    void foldersDevicesAndMissingFilesAreRefused() {
        REQUIRE_SAYS(Session::open(folder_ / "."), "it is a folder");
        REQUIRE_SAYS(Session::open("/dev/null"), "a device or pipe");
        REQUIRE_SAYS(Session::open(""), "name a file");
        REQUIRE_SAYS(Session::open(folder_ / "no/such/x.splitee"), "check that the folder exists");
        REQUIRE_SAYS(Session::openReadOnly(folder_ / "none.splitee"), "there is no such file");
        QVERIFY(!std::filesystem::exists(folder_ / "none.splitee"));
        writeAll(folder_ / "empty.splitee", "");
        REQUIRE_SAYS(Session::openReadOnly(folder_ / "empty.splitee"), "is empty");
        REQUIRE_OK(Session::open(folder_ / "empty.splitee"));
    }

    void aNewerVersionIsRefused() {
        const auto path = session("newer.splitee");
        execute(path, "PRAGMA user_version = 4");
        REQUIRE_SAYS(
            Session::open(path),
            "made by a newer program (version 4, this one knows 3): open it with that one");
        REQUIRE_SAYS(Session::openReadOnly(path), "newer program");
    }

    void aSessionOlderThanAFieldGetsItsColumn() {
        const auto path = session("older.splitee");
        execute(path, "ALTER TABLE run DROP COLUMN beta");
        auto shown = Session::openReadOnly(path);
        REQUIRE_OK(shown);
        QCOMPARE(shown->runs().find(1)->experiment.beta, Experiment{}.beta);
        auto store = Session::open(path);
        REQUIRE_OK(store);
        QCOMPARE(store->runs().find(1)->experiment == Experiment{}, true);
        Experiment changed;
        changed.beta = 3;
        REQUIRE_OK(store->runs().begin(changed, {"splitee", 1}, {}));
        QCOMPARE(store->runs().find(2)->experiment.beta, 3.0);
    }

    void tablesThatRunCodeAreRefused() {
        const auto path = session("hostile.splitee");
        execute(path, "CREATE TRIGGER t AFTER INSERT ON round BEGIN DELETE FROM run; END");
        REQUIRE_SAYS(Session::open(path), "its tables are not those of a session");
        const auto view = session("view.splitee");
        execute(view,
                "DROP TABLE exit_table; CREATE VIEW exit_table AS WITH RECURSIVE c(n) AS (SELECT 1 "
                "UNION ALL SELECT n + 1 FROM c) "
                "SELECT n AS name FROM c");
        REQUIRE_SAYS(Session::openReadOnly(view), "its tables are not those of a session");
        const auto missing = session("missing.splitee");
        execute(missing, "DROP TABLE round");
        REQUIRE_SAYS(Session::open(missing), "its tables are not those of a session");
        const auto column = session("column.splitee");
        execute(column, "ALTER TABLE run DROP COLUMN summary");
        REQUIRE_SAYS(Session::open(column)->runs().all(), "may be damaged");
    }

    void damagedFilesNeverCrash() {
        const auto path = session("good.splitee");
        const std::string good = readAll(path);
        const auto bad = folder_ / "bad.splitee";
        for (int trial = 0; trial < 150; ++trial) {
            std::string bytes = good;
            if (trial % 3 == 0) bytes.resize(good.size() * static_cast<std::size_t>(trial) / 150);
            for (int i = 0; i < 20; ++i) {
                const auto at =
                    static_cast<std::size_t>(trial * 7919 + i * 104729) % (bytes.size() + 1);
                if (at < bytes.size() && (trial % 2 == 0 || at >= 100))
                    bytes[at] = static_cast<char>(trial * 31 + i * 17);
            }
            for (const char* ending : {"", "-wal", "-shm"})
                std::filesystem::remove(bad.string() + ending);
            writeAll(bad, bytes);
            auto store = Session::open(
                bad, trial % 2 == 0 ? Session::Access::Write : Session::Access::ReadOnly);
            if (!store) continue;
            const auto runs = store->runs().all();
            const auto rounds = store->rounds().read(1, 1, 100'000);
            const auto names = store->tables().names();
            QVERIFY(runs.has_value() || !runs.error().message.empty());
            QVERIFY(!rounds.has_value() || rounds->size() <= 100'000);
            QVERIFY(names.has_value() || !names.error().message.empty());
        }
        std::string cut = good.substr(0, 4096 * 2);
        writeAll(folder_ / "cut.splitee", cut);
        const auto opened = Session::openReadOnly(folder_ / "cut.splitee");
        if (opened)
            QVERIFY(true);
        else
            REQUIRE_SAYS(opened, "damaged");
    }

    void aReadOnlySessionMayBeReadAndNotWritten() {
        const auto path = session("readonly.splitee");
        chmod(path.c_str(), 0444);
        chmod(path.parent_path().c_str(), 0555);
        const bool read = asNobody([&] {
            auto store = Session::openReadOnly(path);
            if (!store) return says(store, "success");
            const auto rounds = store->rounds().read(1, 1, 1000);
            return store->runs().find(1) && rounds && rounds->size() == 500 &&
                   says(store->runs().begin({}, {"splitee", 1}, {}), "it may not be written");
        });
        const bool refused = asNobody([&] {
            return says(Session::open(path), "may not be written") &&
                   says(Session::open(path.parent_path() / "new.splitee"), "cannot be opened");
        });
        chmod(path.c_str(), 0644);
        const bool folderOnly = asNobody([&] { return says(Session::open(path), "may"); });
        chmod(path.parent_path().c_str(), 0700);
        QVERIFY(read);
        QVERIFY(refused);
        QVERIFY(folderOnly);
    }

    static bool logBeside(const std::filesystem::path& path) {
        return std::filesystem::exists(path.string() + "-wal") ||
               std::filesystem::exists(path.string() + "-shm");
    }

    void readingLeavesNoLogBehind() {
        const auto path = session("read.splitee");
        const std::string before = readAll(path);
        {
            auto reader = Session::openReadOnly(path);
            QVERIFY(reader && reader->runs().all() && reader->rounds().read(1, 1, 100));
            REQUIRE_SAYS(reader->marks().set(1, {}), "it may not be written");
        }
        QVERIFY(!logBeside(path));
        QCOMPARE(readAll(path), before);
        chmod(path.c_str(), 0444);  // as people archive a session
        REQUIRE_OK(Session::openReadOnly(path)->runs().all());
        QVERIFY(!logBeside(path));
    }

    void aReaderThatOutlivesTheWriterLeavesNoLog() {
        const auto path = session("outlived.splitee");
        {
            std::optional<Session> reader;
            {
                auto writer = Session::open(path);
                const auto id = writer->runs().begin({}, {"splitee", 2}, {});
                RunWriter rounds(*writer, *id);
                REQUIRE_OK(rounds.consume(someRounds(1, 100)));
                reader.emplace(std::move(*Session::openReadOnly(path)));
                QCOMPARE(reader->runs().find(2)->rounds, 100);
                REQUIRE_OK(writer->runs().finish(*id, RunStatus::Finished, "", ""));
            }
            QCOMPARE(reader->runs().find(2)->status, RunStatus::Finished);
        }
        QVERIFY(!logBeside(path));
        QCOMPARE(Session::openReadOnly(path)->rounds().read(2, 1, 1000)->size(), std::size_t{100});
    }

    // Whether a log that lies beside a file belongs to it nobody knows, so only writers apply it.
    void readingLeavesTheLogOfAKilledProgramAsItIs() {
        const auto path = session("alive.splitee"), killed = folder_ / "killed.splitee";
        {
            auto writer = Session::open(path);
            REQUIRE_OK(writer->marks().set(1, {"in the log", false, "", "", false}));
            for (const char* ending : {"", "-wal"})
                std::filesystem::copy_file(path.string() + ending, killed.string() + ending);
        }
        const std::string file = readAll(killed), log = readAll(killed.string() + "-wal");
        QVERIFY(!log.empty());
        for (int time = 0; time < 2; ++time) {
            QCOMPARE(Session::openReadOnly(killed)->runs().find(1)->marks.name,
                     std::string("in the log"));
            QCOMPARE(readAll(killed), file);
            QCOMPARE(readAll(killed.string() + "-wal"), log);
        }
        REQUIRE_OK(Session::open(killed));
        QVERIFY(!logBeside(killed));
        QCOMPARE(Session::openReadOnly(killed)->runs().find(1)->marks.name,
                 std::string("in the log"));
    }

    void aFileNameWithOddSignsIsNoUri() {
        const auto path = folder_ / "a b?mode=memory%20#ü.splitee";
        REQUIRE_OK(Session::open(path));
        QVERIFY(std::filesystem::exists(path));
    }

    void aFullDiskKeepsAllCommittedRounds() {
        const auto path = folder_ / "full.splitee";
        std::int64_t kept = 0;
        {
            auto store = Session::open(path);
            const auto id = store->runs().begin({}, {"splitee", 1}, {});
            store->database().exec("PRAGMA max_page_count = 40");
            RunWriter writer(*store, *id);
            Result<void> written;
            while (written = writer.consume(someRounds(static_cast<int>(kept) + 1, 100)),
                   written && kept < 100'000)
                kept += 100;
            REQUIRE_SAYS(written, "the disk is full; all rounds committed so far are kept");
            QVERIFY(kept > 0);
            QCOMPARE(store->runs().find(1)->rounds, kept);
        }
        auto store = Session::open(path);
        REQUIRE_OK(store);
        QVERIFY(*store->rounds().read(1, 1, 1'000'000) == someRounds(1, static_cast<int>(kept)));
    }

    void aLockedSessionIsSaid() {
        const auto path = session("locked.splitee");
        auto store = Session::open(path);
        SQLite::Database other(path.string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        store->database().exec("PRAGMA busy_timeout = 50");
        REQUIRE_SAYS(store->runs().begin({}, {"splitee", 1}, {}),
                     "another program has kept it locked");
        other.exec("ROLLBACK");
        REQUIRE_OK(store->runs().begin({}, {"splitee", 1}, {}));
    }
};

std::unique_ptr<QObject> makeSessionFileTests() { return std::make_unique<SessionFileTests>(); }

#include "test_session_files.moc"
