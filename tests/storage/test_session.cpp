// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions: every value comes back, killed writers lose nothing that was committed, and live ones
// are left alone.
#include "subjects.h"

#include "fields_changed.h"
#include "storage/session/run_writer.h"
#include "storage/session/session.h"
#include "storage/session/writer_mark.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace splitee;

namespace {

const RunProvenance kProvenance{
    "builtin:x", "gaussian_blur:0.8", "splitee 0.1.0", "some CPU", 4, "SQLite", "abc", "def"};

// A child process that runs `work` and ends without unwinding; its pid.
template <class Work>
pid_t inChild(Work work) {
    const pid_t child = fork();
    if (child != 0) return child;
    _exit(work() ? 0 : 1);
}

int exitCodeOf(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Waits for the child's sign through `path`.
bool appears(const std::filesystem::path& path) {
    return QTest::qWaitFor([&] { return std::filesystem::exists(path); }, 20000);
}

}  // namespace

class SessionTests final : public QObject {
    Q_OBJECT

    Folder folder_;

private slots:
    void everyFieldOfARunComesBack() {
        auto store = Session::open(folder_ / "fields.splitee");
        REQUIRE_OK(store);
        const std::uint64_t seed = 0xfedcba9876543210ULL;  // above what a signed column holds
        for (const Experiment& experiment : {Experiment{}, changedInEveryField()}) {
            const auto id = store->runs().begin(experiment, {"splitee-s", seed}, kProvenance);
            REQUIRE_OK(id);
            const auto run = store->runs().find(*id);
            REQUIRE_OK(run);
            QCOMPARE(run->experiment == experiment, true);
            QCOMPARE(run->spec.policy, std::string("splitee-s"));
            QCOMPARE(run->spec.seed, seed);
            QCOMPARE(run->status, RunStatus::Running);
            QVERIFY(run->startedAt.size() == 24 && run->startedAt.ends_with("Z"));
            QCOMPARE(run->finishedAt, std::string());
            QCOMPARE(run->rounds, 0);
            const RunProvenance& p = run->provenance;
            QCOMPARE((std::vector<std::string>{p.source, p.distortion, p.program, p.cpu,
                                               p.libraries, p.modelHash, p.dataHash}),
                     (std::vector<std::string>{"builtin:x", "gaussian_blur:0.8", "splitee 0.1.0",
                                               "some CPU", "SQLite", "abc", "def"}));
            QCOMPARE(p.threads, 4);
        }
        Experiment largest;
        largest.seed = std::numeric_limits<std::uint64_t>::max();
        REQUIRE_OK(store->runs().begin(largest, {"final", 0}, {}));
        QCOMPARE(store->runs().find(3)->experiment.seed, largest.seed);
        const auto all = store->runs().all();
        REQUIRE_OK(all);
        QCOMPARE(all->size(), 3U);
        QCOMPARE(all->back().id, 3);
    }

    void roundsComeBackBitForBitAndInPages() {
        auto store = Session::open(folder_ / "rounds.splitee");
        REQUIRE_OK(store);
        const auto id = store->runs().begin({}, {"splitee", 1}, kProvenance);
        RunWriter writer(*store, *id);
        const auto first = someRounds(1, 1000);
        const auto second = someRounds(1001, 234);
        REQUIRE_OK(writer.consume(first));
        REQUIRE_OK(writer.consume(second));
        REQUIRE_OK(writer.consume({}));
        const auto back = store->rounds().read(*id, 1, 1'000'000);
        REQUIRE_OK(back);
        auto expected = first;
        expected.insert(expected.end(), second.begin(), second.end());
        QVERIFY(*back == expected);
        const auto page = store->rounds().read(*id, 999, 4);
        QVERIFY(*page ==
                (std::vector<RoundRecord>{expected.begin() + 998, expected.begin() + 1002}));
        QVERIFY(store->rounds().read(*id, 5000, 10)->empty());
        QCOMPARE(store->runs().find(*id)->rounds, 1234);
        REQUIRE_OK(store->runs().finish(*id, RunStatus::Finished, "", R"({"accuracy":0.5})"));
        const auto run = store->runs().find(*id);
        QCOMPARE(run->status, RunStatus::Finished);
        QCOMPARE(run->summary, std::string(R"({"accuracy":0.5})"));
        QVERIFY(run->finishedAt >= run->startedAt);
    }

    // Tables are new to the session, so each writer reads and writes while the others write.
    void sixteenWritersAtOnceLoseNothing() {
        const auto path = folder_ / "sixteen.splitee";
        constexpr int kWriters = 16, kTables = 5;
        std::vector<pid_t> children;
        for (int writer = 0; writer < kWriters; ++writer)
            children.push_back(inChild([&] {
                auto store = Session::open(path);
                if (!store) return false;
                for (int table = 0; table < kTables; ++table) {
                    ExitTable own = someTable(40 + writer * kTables + table, 3, true);
                    if (!store->tables().keep(own)) return false;
                    const auto ids = store->runs().queue({}, {{"splitee", 1}, {"final", 1}}, {});
                    if (!ids) return false;
                    for (const std::int64_t id : *ids) {
                        if (!store->runs().reopen(id, 0)) return false;
                        RunWriter rounds(*store, id);
                        if (!rounds.consume(someRounds(1, 50)) ||
                            !store->runs().finish(id, RunStatus::Finished, "", "{}"))
                            return false;
                    }
                }
                return true;
            }));
        for (const pid_t child : children) QCOMPARE(exitCodeOf(child), 0);
        auto store = Session::openReadOnly(path);
        const auto runs = store->runs().all();
        REQUIRE_OK(runs);
        QCOMPARE(runs->size(), std::size_t{2 * kWriters * kTables});
        for (const StoredRun& run : *runs) {
            QCOMPARE(run.status, RunStatus::Finished);
            QCOMPARE(run.rounds, 50);
        }
        QCOMPARE(store->tables().names()->size(), std::size_t{kWriters * kTables});
    }

    void queuedRunsAreThoseAskedForAndNotBegun() {
        const auto path = folder_ / "queued.splitee";
        const pid_t child = inChild([&] {
            auto store = Session::open(path);
            const auto ids =
                store->runs().queue({}, {{"splitee", 1}, {"splitee", 2}, {"splitee", 3}}, {});
            return ids && store->runs().reopen(1, 0).has_value() &&
                   store->runs().finish(1, RunStatus::Finished, "", "{}").has_value() &&
                   store->runs().reopen(2, 0).has_value();
        });
        QCOMPARE(exitCodeOf(child), 0);
        auto store = Session::open(path);
        QCOMPARE(store->runs().find(1)->status, RunStatus::Finished);
        QCOMPARE(store->runs().find(2)->status, RunStatus::Interrupted);
        QCOMPARE(store->runs().find(3)->status, RunStatus::Queued);
        QVERIFY(*store->runs().unfinished() == (std::vector<std::int64_t>{2, 3}));
        REQUIRE_OK(store->marks().set(3, {"", false, "", "", true}));
        QVERIFY(*store->runs().unfinished() == std::vector<std::int64_t>{2});
        REQUIRE_SAYS(store->runs().reopen(3, 7), "has gone on elsewhere");
        REQUIRE_OK(store->runs().reopen(3, 0));
        QCOMPARE(store->runs().find(3)->status, RunStatus::Running);
        QVERIFY(store->runs().find(3)->startedAt >= store->runs().find(2)->startedAt);
    }

    void everyStatusComesBack() {
        auto store = Session::open(folder_ / "status.splitee");
        for (const RunStatus status :
             {RunStatus::Finished, RunStatus::Stopped, RunStatus::Failed, RunStatus::Interrupted}) {
            const auto id = store->runs().begin({}, {"splitee", 1}, {});
            REQUIRE_OK(store->runs().finish(*id, status, "because ünïcode", ""));
            QCOMPARE(store->runs().find(*id)->status, status);
            QCOMPARE(store->runs().find(*id)->message, std::string("because ünïcode"));
        }
    }

    void unknownRunsAndTablesAreSaid() {
        auto store = Session::open(folder_ / "unknown.splitee");
        REQUIRE_SAYS(store->runs().find(1), "has no run 1: it holds no runs");
        REQUIRE_OK(store->runs().begin({}, {"splitee", 1}, {}));
        REQUIRE_SAYS(store->runs().find(7), "has no run 7: it holds 1 run, number 1");
        REQUIRE_OK(store->runs().begin({}, {"splitee", 1}, {}));
        REQUIRE_SAYS(store->runs().find(-1), "it holds 2 runs, numbers 1 to 2");
        REQUIRE_SAYS(store->runs().finish(9, RunStatus::Finished, "", ""), "has no run 9");
        REQUIRE_SAYS(store->tables().load("t"), "has no exit table 't': it holds none");
        RunWriter writer(*store, 99);
        REQUIRE_SAYS(writer.consume(someRounds(1, 3)), "FOREIGN KEY");
    }

    void tablesAreKeptByName() {
        auto store = Session::open(folder_ / "tables.splitee");
        auto table = someTable(40, 3, false);
        table.name = "b";
        REQUIRE_OK(store->tables().store(table));
        table.name = "a";
        REQUIRE_OK(store->tables().store(table));
        table.label[0] = 9;
        REQUIRE_OK(store->tables().store(table));
        QCOMPARE(*store->tables().names(), (std::vector<std::string>{"a", "b"}));
        const auto back = store->tables().load("a");
        REQUIRE_OK(back);
        QVERIFY(sameValues(*back, table));
        REQUIRE_SAYS(store->tables().load("c"), "it holds a, b");
        REQUIRE_SAYS(store->tables().store(ExitTable{}), "0 exits");
    }

    void aRepeatedRoundFailsAndLeavesItsWholeBatchOut() {
        auto store = Session::open(folder_ / "twice.splitee");
        const auto id = store->runs().begin({}, {"splitee", 1}, {});
        RunWriter writer(*store, *id);
        REQUIRE_OK(writer.consume(someRounds(1, 10)));
        auto overlapping = someRounds(11, 3);
        overlapping.push_back(overlapping.front());
        REQUIRE_SAYS(writer.consume(overlapping), "UNIQUE");
        QCOMPARE(store->runs().find(*id)->rounds, 10);
        REQUIRE_OK(writer.consume(someRounds(11, 3)));  // the writer is usable again
        QCOMPARE(store->runs().find(*id)->rounds, 13);
    }

    void aKilledWriterLosesNothingCommitted() {
        const auto path = folder_ / "killed.splitee";
        const pid_t child = inChild([&] {
            auto store = Session::open(path);
            const auto id = store->runs().begin({}, {"splitee", 1}, kProvenance);
            RunWriter writer(*store, *id);
            for (int t = 1;; t += 100) {
                if (!writer.consume(someRounds(t, 100))) return false;
                if (t == 401) writeAll(path.string() + ".ready", "");
            }
        });
        QVERIFY(appears(path.string() + ".ready"));
        kill(child, SIGKILL);
        exitCodeOf(child);
        const auto shown = Session::openReadOnly(path)->runs().find(1);  // before anyone marks it
        REQUIRE_OK(shown);
        QCOMPARE(shown->status, RunStatus::Interrupted);
        auto store = Session::open(path);
        REQUIRE_OK(store);
        const auto run = store->runs().find(1);
        QCOMPARE(run->status, RunStatus::Interrupted);
        QCOMPARE(run->message, std::string("the program ended before the run did"));
        QVERIFY(run->rounds >= 500 && run->rounds % 100 == 0);
        QVERIFY(*store->rounds().read(1, 1, 10'000'000) ==
                someRounds(1, static_cast<int>(run->rounds)));
        SQLite::Statement stored(store->database(), "SELECT status FROM run WHERE id = 1");
        QVERIFY(stored.executeStep());
        QCOMPARE(stored.getColumn(0).getString(), std::string("interrupted"));
    }

    void aLiveRunOfAnotherProgramIsNotMarked() {
        const auto path = folder_ / "live.splitee";
        const pid_t child = inChild([&] {
            auto store = Session::open(path);
            const auto id = store->runs().begin({}, {"splitee", 1}, kProvenance);
            RunWriter writer(*store, *id);
            const bool wrote = writer.consume(someRounds(1, 10)).has_value();
            writeAll(path.string() + ".ready", "");
            while (!std::filesystem::exists(path.string() + ".go")) usleep(1000);
            return wrote && writer.consume(someRounds(11, 10)) &&
                   store->runs().finish(*id, RunStatus::Finished, "", "");
        });
        QVERIFY(appears(path.string() + ".ready"));
        auto store = Session::open(path);
        REQUIRE_OK(store);
        QCOMPARE(store->runs().find(1)->status, RunStatus::Running);
        QCOMPARE(store->runs().find(1)->rounds, 10);
        REQUIRE_OK(store->runs().begin({}, {"final", 2}, {}));  // both write
        writeAll(path.string() + ".go", "");
        QCOMPARE(exitCodeOf(child), 0);
        QCOMPARE(store->runs().find(1)->status, RunStatus::Finished);
        QCOMPARE(store->runs().find(1)->rounds, 20);
        QCOMPARE(store->runs().find(2)->status, RunStatus::Running);
    }

    void writerMarksTellProcessesApart() {
        const std::string own = ownWriterMark();
        QVERIFY(writerAlive(own));
        QVERIFY(!writerAlive(own + "1"));  // the number is in use again
        QVERIFY(!writerAlive("other-boot" + own.substr(own.find(':'))));
        for (const char* odd : {"", ":", "::", ":::", "x", "a:b:c", ":../../etc:1", ":-1:1"})
            QVERIFY(!writerAlive(odd));
        const pid_t child = inChild([] { return true; });
        siginfo_t ended;
        waitid(P_PID, static_cast<id_t>(child), &ended,
               WEXITED | WNOWAIT);  // a zombie: dead, not yet buried
        std::string mark = own;
        mark.replace(mark.find(':') + 1, mark.rfind(':') - mark.find(':') - 1,
                     std::to_string(child));
        QVERIFY(!writerAlive(mark));
        exitCodeOf(child);
    }

    void manyProgramsMayOpenANewSessionAtOnce() {
        const auto path = folder_ / "crowd.splitee";
        std::vector<pid_t> children;
        for (int i = 0; i < 8; ++i)
            children.push_back(inChild([&] {
                auto store = Session::open(path);
                if (!store) return fprintf(stderr, "%s\n", store.error().message.c_str()) < 0;
                const auto id = store->runs().begin({}, {"splitee", 1}, {});
                if (!id) return false;
                RunWriter writer(*store, *id);
                for (int t = 1; t <= 1000; t += 50)
                    if (!writer.consume(someRounds(t, 50))) return false;
                return store->runs().finish(*id, RunStatus::Finished, "", "").has_value();
            }));
        int failed = 0;  // all are waited for: a folder removed under the others would hide the
                         // first fault behind theirs
        for (const pid_t child : children) failed += exitCodeOf(child) != 0 ? 1 : 0;
        QCOMPARE(failed, 0);
        auto store = Session::open(path);
        const auto runs = store->runs().all();
        REQUIRE_OK(runs);
        QCOMPARE(runs->size(), 8U);
        for (const StoredRun& run : *runs) QCOMPARE(run.rounds, 1000);
    }
};

std::unique_ptr<QObject> makeSessionTests() { return std::make_unique<SessionTests>(); }

#include "test_session.moc"
