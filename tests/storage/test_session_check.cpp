// SPDX-License-Identifier: GPL-3.0-or-later
// Is a session whole? What can be saved of one that is not, and what 500 damaged ones come to.
#include "subjects.h"

#include "engine/rng.h"
#include "storage/session/run_writer.h"
#include "storage/session/session.h"
#include "storage/session/session_check.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace splitee;

namespace {

constexpr int kRounds = 1000;
constexpr std::size_t kPageBytes = 4096;

}  // namespace

class SessionCheckTests final : public QObject {
    Q_OBJECT

    Folder folder_;

    // Three runs, the last of them cut short, and a table.
    std::filesystem::path session(const std::string& name) {
        const auto path = folder_ / name;
        for (const char* ending : {"", "-wal", "-shm"})
            std::filesystem::remove(path.string() + ending);
        auto store = Session::open(path);
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const auto id = store->runs().begin({}, {"splitee", seed}, {});
            RunWriter writer(*store, *id);
            if (!writer.consume(someRounds(1, kRounds))) qFatal("no rounds");
            if (seed < 3 && !store->runs().finish(*id, RunStatus::Finished, "", "{\"cost\": 1}"))
                qFatal("no run");
        }
        if (!store->tables().store(someTable(50, 3, true))) qFatal("no table");
        return path;
    }

    static void execute(const std::filesystem::path& path, const std::string& sql) {
        SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(sql);
    }

    static std::string faultsOf(const std::filesystem::path& path) {
        const auto found = checkSession(path, {}, {});
        if (!found) return found.error().message;
        std::string all;
        for (const std::string& fault : found->faults) all += fault + "\n";
        return all;
    }

private slots:
    void aWholeSessionHasNoFaults() {
        const auto found = checkSession(session("whole.splitee"), {}, {});
        REQUIRE_OK(found);
        QVERIFY2(found->faults.empty(), found->faults.empty() ? "" : found->faults.front().c_str());
        QCOMPARE(found->runs, 3);
        QCOMPARE(found->rounds, 3 * kRounds);
        QCOMPARE(found->tables, 1);
    }

    void everyFaultIsNamed_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("says");
        QTest::newRow("gap") << "DELETE FROM round WHERE run_id = 2 AND round = 7"
                             << "run 2: its rounds are not numbered from 1 without gaps";
        QTest::newRow("orphan")
            << "INSERT INTO round (run_id, round, source_row, sample, split_layer, exited, "
               "prediction, reward, compute_cost, offload_cost) "
               "VALUES (9, 1, 0, 0, 1, 1, 0, 0, 0, 0)"
            << "1 rounds belong to no run";
        QTest::newRow("figures") << "UPDATE run SET summary = '{' WHERE id = 1"
                                 << "run 1: its figures cannot be read";
        QTest::newRow("parameter") << "UPDATE run SET alpha = 7 WHERE id = 3"
                                   << "run 3: ";
        QTest::newRow("table") << "UPDATE exit_table SET hash = 'x'"
                               << "exit table some table is not the one that was kept";
        QTest::newRow("content") << "UPDATE exit_table SET content = x'00'"
                                 << "exit table some table: ";
    }
    void everyFaultIsNamed() {
        QFETCH(QString, change);
        QFETCH(QString, says);
        const auto path = session("fault.splitee");
        execute(path, change.toStdString());
        const std::string faults = faultsOf(path);
        QVERIFY2(faults.find(says.toStdString()) != std::string::npos, faults.c_str());
    }

    void aCheckChangesNothingAndStopsWhenItIsTold() {
        const auto path = session("same.splitee");
        const std::string before = readAll(path);
        REQUIRE_OK(checkSession(path, {}, {}));
        QCOMPARE(readAll(path), before);
        std::stop_source stop;
        stop.request_stop();
        REQUIRE_SAYS(checkSession(path, {}, stop.get_token()), "cancelled");
    }

    // Each page in turn is filled with noise: whatever is saved must be what was there.
    void whateverIsRecoveredIsWhatWasThere() {
        const auto path = session("page.splitee");
        const std::string good = readAll(path);
        const auto bad = folder_ / "bad.splitee", out = folder_ / "out.splitee";
        const auto pages = good.size() / kPageBytes;
        std::int64_t most = 0, opened = 0;
        Rng rng(5, "pages");
        for (std::size_t page = 1; page < pages; page += 1 + rng.below(4)) {
            for (const auto& file : {bad, out})
                for (const char* ending : {"", "-wal", "-shm"})
                    std::filesystem::remove(file.string() + ending);
            std::string bytes = good;
            for (std::size_t at = page * kPageBytes; at < (page + 1) * kPageBytes; ++at)
                bytes[at] = static_cast<char>(rng.below(256));
            writeAll(bad, bytes);
            const auto saved = recoverSession(bad, out, {}, {});
            if (!saved) continue;  // its schema is gone
            ++opened;
            QVERIFY2(!faultsOf(bad).empty(), qPrintable(QString::number(page)));
            const std::string faults = faultsOf(out);
            QVERIFY2(faults.empty(),
                     faults.c_str());  // what was cut is told as such, and is whole again
            auto store = Session::openReadOnly(out);
            const auto runs = store->runs().all();
            REQUIRE_OK(runs);
            for (const StoredRun& run : *runs) {
                QVERIFY(*store->rounds().read(run.id, 1, kRounds) ==
                        someRounds(1, static_cast<int>(run.rounds)));
                if (run.rounds < kRounds) QVERIFY(run.status == RunStatus::Interrupted);
            }
            most = std::max(most, saved->rounds);
        }
        QVERIFY(opened > 10);
        QVERIFY(most >= 2 * kRounds);  // one broken page costs one run at most
        REQUIRE_SAYS(recoverSession(path, path, {}, {}), "it exists; name a new file");
    }

    void aGapCutsTheRunThereAndSaysSo() {
        const auto path = folder_ / "gap.splitee", out = folder_ / "cut.splitee";
        {
            auto store = Session::open(path);
            for (std::uint64_t seed = 1; seed <= 2; ++seed) {
                const auto id = store->runs().begin({}, {"splitee", seed}, {});
                RunWriter writer(*store, *id);
                REQUIRE_OK(writer.consume(someRounds(1, 20'000)));
                REQUIRE_OK(store->runs().finish(*id, RunStatus::Finished, "", "{}"));
            }
        }
        execute(path, "DELETE FROM round WHERE run_id = 1 AND round = 9000");
        const auto saved = recoverSession(path, out, {}, {});
        REQUIRE_OK(saved);
        QCOMPARE(saved->rounds, 8999 + 20'000);
        QCOMPARE(
            saved->lost,
            std::vector<std::string>{
                "run 1: its rounds break off after 8999, and 11000 behind a gap were left out"});
        const std::string faults = faultsOf(out);
        QVERIFY2(faults.empty(), faults.c_str());
        auto store = Session::openReadOnly(out);
        QVERIFY(store->runs().find(1)->status == RunStatus::Interrupted);
        QVERIFY(store->runs().find(2)->status == RunStatus::Finished);
        QVERIFY(*store->rounds().read(2, 1, 100'000) == someRounds(1, 20'000));
    }

    // A page that was overwritten may lose the last rounds without an error: by its own account the
    // run has more.
    void aFinishedRunWithoutItsLastRoundsIsInterrupted_data() {
        QTest::addColumn<qint64>("asked");  // rounds of the experiment; 0: one pass
        QTest::newRow("asked") << qint64{kRounds};
        QTest::newRow("one pass") << qint64{0};
    }
    void aFinishedRunWithoutItsLastRoundsIsInterrupted() {
        QFETCH(qint64, asked);
        const auto path = folder_ / "tail.splitee", out = folder_ / "tail_saved.splitee";
        for (const auto& file : {path, out})
            for (const char* ending : {"", "-wal", "-shm"})
                std::filesystem::remove(file.string() + ending);
        {
            auto store = Session::open(path);
            Experiment experiment;
            experiment.rounds = asked;
            const auto id = store->runs().begin(experiment, {"splitee", 1}, {});
            RunWriter writer(*store, *id);
            REQUIRE_OK(writer.consume(someRounds(1, kRounds)));
            REQUIRE_OK(store->runs().finish(*id, RunStatus::Finished, "",
                                            R"({"rounds": 1000, "cost": 1})"));
            QVERIFY(store->runs().find(1)->status == RunStatus::Finished);
        }
        execute(path, "DELETE FROM round WHERE round > 900");
        const std::string says = "its last rounds are lost: 900 of 1000 are kept";
        const auto run = Session::openReadOnly(path)->runs().find(1);
        REQUIRE_OK(run);
        QVERIFY(run->status == RunStatus::Interrupted);
        QCOMPARE(run->message, says);
        const std::string faults = faultsOf(path);
        QVERIFY2(faults.find("run 1 is finished, but " + says) != std::string::npos,
                 faults.c_str());
        const auto saved = recoverSession(path, out, {}, {});
        REQUIRE_OK(saved);
        QCOMPARE(saved->lost, std::vector<std::string>{"run 1: its rounds break off after 900"});
        QCOMPARE(faultsOf(out), std::string());
        auto store = Session::open(out);
        QVERIFY(store->runs().find(1)->status == RunStatus::Interrupted);
        REQUIRE_OK(store->runs().reopen(1, 900));
    }

    // Half of the file is there: what its pages hold is saved, and no run says more than it has.
    void aCutFileIsRecovered() {
        const auto path = folder_ / "long.splitee", out = folder_ / "half.splitee";
        constexpr int kRuns = 6, kEach = 20'000;
        {
            auto store = Session::open(path);
            REQUIRE_OK(store->tables().store(someTable(50, 3, true)));
            Experiment experiment;
            experiment.rounds = kEach;
            for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
                const auto id = store->runs().begin(experiment, {"splitee", seed}, {});
                RunWriter writer(*store, *id);
                REQUIRE_OK(writer.consume(someRounds(1, kEach)));
                REQUIRE_OK(store->runs().finish(*id, RunStatus::Finished, "", "{}"));
            }
        }
        std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
        QVERIFY(faultsOf(path).find("damaged") != std::string::npos);
        const auto saved = recoverSession(path, out, {}, {});
        REQUIRE_OK(saved);
        QCOMPARE(saved->runs, kRuns);
        QCOMPARE(saved->tables, 1);
        QVERIFY2(saved->rounds > kRuns * kEach / 3, std::to_string(saved->rounds).c_str());
        QCOMPARE(faultsOf(out), std::string());
        auto store = Session::openReadOnly(out);
        const auto runs = store->runs().all();
        REQUIRE_OK(runs);
        for (const StoredRun& run : *runs) {
            QCOMPARE(run.status == RunStatus::Finished, run.rounds == kEach);
            QVERIFY(*store->rounds().read(run.id, 1, kEach) ==
                    someRounds(1, static_cast<int>(run.rounds)));
        }
        QVERIFY(runs->front().status == RunStatus::Finished);
        QVERIFY(runs->back().status == RunStatus::Interrupted);
    }

    void aCancelledRecoveryLeavesNoRunThatSaysTooMuch() {
        const auto path = folder_ / "two.splitee", out = folder_ / "cancelled.splitee";
        {
            auto store = Session::open(path);
            Experiment experiment;
            experiment.rounds = 20'000;
            for (std::uint64_t seed = 1; seed <= 2; ++seed) {
                const auto id = store->runs().begin(experiment, {"splitee", seed}, {});
                RunWriter writer(*store, *id);
                REQUIRE_OK(writer.consume(someRounds(1, 20'000)));
                REQUIRE_OK(store->runs().finish(*id, RunStatus::Finished, "", "{}"));
            }
        }
        std::stop_source stop;
        const auto cancelAtSecond = [&](const Progress& at) {
            if (at.done == 1) stop.request_stop();
        };
        REQUIRE_SAYS(recoverSession(path, out, cancelAtSecond, stop.get_token()), "cancelled");
        auto store = Session::openReadOnly(out);
        const auto runs = store->runs().all();
        REQUIRE_OK(runs);
        QCOMPARE(runs->front().status, RunStatus::Finished);
        for (const StoredRun& run : *runs)
            QCOMPARE(run.status == RunStatus::Finished, run.rounds == 20'000);
    }

    // Bytes flipped and pages cut: opened, recovered or refused with one sentence, and never a
    // crash or a hang.
    void fiveHundredDamagedSessionsAreOpenedRecoveredOrRefused() {
        const auto path = session("seed.splitee");
        const std::string good = readAll(path);
        const auto bad = folder_ / "fuzzed.splitee", out = folder_ / "saved.splitee";
        int refused = 0, damaged = 0;
        for (std::uint64_t trial = 0; trial < 500; ++trial) {
            Rng rng(trial, "fuzz");
            std::string bytes = good;
            if (trial % 5 == 0) bytes.resize(rng.below(good.size()));
            if (trial % 5 == 1)
                bytes.erase(kPageBytes * rng.below(good.size() / kPageBytes), kPageBytes);
            const auto flips = trial % 5 < 2 ? 0 : 1 + rng.below(trial % 5 == 2 ? 4 : 400);
            for (std::uint64_t flip = 0; flip < flips; ++flip) {
                const auto at =
                    trial % 5 == 3 ? rng.below(std::min<std::uint64_t>(good.size(), 4 * kPageBytes))
                                   : rng.below(good.size());
                bytes[at] =
                    static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << rng.below(8)));
            }
            for (const auto& file : {bad, out})
                for (const char* ending : {"", "-wal", "-shm"})
                    std::filesystem::remove(file.string() + ending);
            writeAll(bad, bytes);
            const auto found = checkSession(bad, {}, {});
            if (!found) {
                REQUIRE_SAYS(found, bad.string());
                ++refused;
                continue;
            }
            if (!found->faults.empty()) ++damaged;
            for (const std::string& fault : found->faults)
                QVERIFY2(!fault.empty() && fault.find('\n') == std::string::npos, fault.c_str());
            const auto saved = recoverSession(bad, out, {}, {});
            QVERIFY(saved.has_value() || !saved.error().message.empty());
        }
        QVERIFY2(refused > 50 && damaged > 50,
                 qPrintable(QStringLiteral("%1 refused, %2 damaged").arg(refused).arg(damaged)));
    }
};

std::unique_ptr<QObject> makeSessionCheckTests() { return std::make_unique<SessionCheckTests>(); }

#include "test_session_check.moc"
