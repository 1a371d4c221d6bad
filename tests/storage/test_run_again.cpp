// SPDX-License-Identifier: GPL-3.0-or-later
// Kept runs played once more: identical or not, and on from where they were cut short.
#include "subjects.h"

#include "engine/rng.h"
#include "engine/run/policy_entry.h"
#include "engine/run/run_player.h"
#include "storage/session/kept_tables.h"
#include "storage/session/run_again.h"
#include "storage/session/run_identity.h"
#include "storage/session/run_writer.h"
#include "storage/session/session_digest.h"
#include "storage/tables/table_file.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace splitee;

namespace {

Experiment experimentOf(const std::string& policy) {
    Experiment e;
    e.policies = policy;
    e.rounds = 1500;
    e.alpha = 0.3;
    e.seeds = 1;
    e.schedule = "offload=2@700";
    return e;
}

// Plays `rounds` of a run into the session, as a program does that is killed then.
std::int64_t killedAfter(Session& store, const Experiment& e, const RunSpec& spec, World& world,
                         RecalledWorld* live, std::int64_t rounds, const std::string& hash) {
    const auto id =
        store.runs().begin(e, spec, {"gone.csv", "", "splitee 0", "a CPU", 1, "SQLite", "", hash});
    const auto player = RunPlayer::of(e, spec, world);
    RunWriter writer(store, *id, live);
    std::vector<RoundRecord> records;
    if (!(*player)->advance(rounds, records) || !writer.consume(records)) qFatal("no run");
    store.database().exec("UPDATE run SET status = 'interrupted' WHERE id = " +
                          std::to_string(*id));
    return *id;
}

std::vector<RoundRecord> whole(const Experiment& e, const RunSpec& spec, World& world) {
    std::vector<RoundRecord> records;
    const auto player = RunPlayer::of(e, spec, world);
    if (!player || !(*player)->advance(e.rounds, records)) qFatal("no run");
    return records;
}

}  // namespace

class RunAgainTests final : public QObject {
    Q_OBJECT

    Folder folder_;
    const ExitTable table_ = someTable(400, 5, true);

private slots:
    void aResumedReplayEqualsTheUninterruptedOne_data() {
        QTest::addColumn<QString>("policy");
        for (const char* policy : {"splitee", "splitee-s", "ucb1", "thompson", "exp3-s", "kl-ucb",
                                   "confidence-cascade", "random"})
            QTest::newRow(policy) << policy;
    }
    void aResumedReplayEqualsTheUninterruptedOne() {
        QFETCH(QString, policy);
        auto store = Session::open(folder_ / (policy.toStdString() + ".splitee"));
        ReplayWorld world(table_);
        const Experiment e = experimentOf(policy.toStdString());
        const RunSpec spec{e.policies, 9};
        Rng rng(7, "kill");
        for (int kill = 0; kill < 5; ++kill) {
            const std::int64_t id = killedAfter(*store, e, spec, world, nullptr,
                                                static_cast<std::int64_t>(rng.below(1500)), "");
            const auto status = resumeRun(*store, *store->runs().find(id), world, nullptr, {}, {});
            REQUIRE_OK(status);
            QCOMPARE(*status, RunStatus::Finished);
            const auto run = store->runs().find(id);
            QCOMPARE(run->status, RunStatus::Finished);
            QVERIFY(!run->summary.empty());
            QVERIFY(*store->rounds().read(id, 1, 10'000) == whole(e, spec, world));
            const auto again = playAgain(*store, *run, world, {}, {});
            REQUIRE_OK(again);
            QCOMPARE(again->rounds, e.rounds);
            QVERIFY(!again->difference);
        }
    }

    void aLiveRunGoesOnFromWhatWasSeenAndAsksTheNetworkOnlyForTheRest() {
        auto store = Session::open(folder_ / "live.splitee");
        ReplayWorld network(table_);
        const Experiment e = experimentOf("splitee-s");
        const RunSpec spec{"splitee-s", 3};
        RecalledWorld first(network);
        const std::int64_t id = killedAfter(*store, e, spec, first, &first, 600, "");
        QCOMPARE(store->rounds().recalled(id, 1, 10'000)->size(), std::size_t{600});
        ExitTable other =
            table_;  // the network now says something else: what is kept must not be asked again
        for (double& c : other.confidence) c = static_cast<double>(static_cast<float>(1 - c));
        ReplayWorld changed(other);
        RecalledWorld recalled(changed, recallOf(*store, id));
        REQUIRE_OK(resumeRun(*store, *store->runs().find(id), recalled, &recalled, {}, {}));
        const auto rounds = *store->rounds().read(id, 1, 10'000);
        const auto before = whole(e, spec, network);
        QVERIFY(std::equal(before.begin(), before.begin() + 600, rounds.begin()));
        QVERIFY(!std::equal(before.begin() + 600, before.end(), rounds.begin() + 600));
        QCOMPARE(store->rounds().recalled(id, 1, 10'000)->size(), std::size_t{1500});
        RecalledWorld all(network, recallOf(*store, id));  // and again from the record alone
        const auto again = playAgain(*store, *store->runs().find(id), all, {}, {});
        REQUIRE_OK(again);
        QVERIFY(!again->difference);
        QVERIFY(all.takeComputed().empty());
    }

    // Its parameters are where those of any run are, so all that reads runs finds them.
    void theRunOfAnEntryIsThatOfItsKindByItsParameters() {
        auto store = Session::open(folder_ / "entry.splitee");
        ReplayWorld world(table_);
        const Experiment e = experimentOf("splitee,splitee:beta=0.1,fixed:fixed_layer=3");
        const RunSpec spec{"splitee:beta=0.1", 9};
        const std::int64_t id = killedAfter(*store, e, spec, world, nullptr, 900, "");
        const auto kept = store->runs().find(id);
        REQUIRE_OK(kept);
        QCOMPARE(kept->spec.policy, std::string("splitee"));
        QCOMPARE(kept->experiment.beta, 0.1);
        QVERIFY(playedAlone(kept->experiment) == playedAlone(e));
        Experiment alone = e;
        alone.policies = "splitee";
        alone.beta = 0.1;
        const RunSpec aloneSpec{"splitee", 9};
        QVERIFY(identityOf(*kept) == identityOf(alone, aloneSpec, kept->provenance));
        QVERIFY(identityOf(e, spec, kept->provenance) == identityOf(*kept));
        REQUIRE_OK(resumeRun(*store, *kept, world, nullptr, {}, {}));
        QVERIFY(*store->rounds().read(id, 1, 10'000) == whole(alone, aloneSpec, world));
        const auto again = playAgain(*store, *store->runs().find(id), world, {}, {});
        REQUIRE_OK(again);
        QVERIFY(!again->difference);
        const auto queued = store->runs().queue(e, {{"fixed:fixed_layer=3", 9}}, {});
        REQUIRE_OK(queued);
        QCOMPARE(store->runs().find(queued->front())->experiment.fixedLayer, std::int64_t{3});
    }

    void aDifferenceIsNamedWithItsRoundAndCause() {
        auto store = Session::open(folder_ / "differs.splitee");
        ReplayWorld world(table_);
        const Experiment e = experimentOf("splitee");
        const std::int64_t id = killedAfter(*store, e, {"splitee", 1}, world, nullptr, 900, "");
        store->database().exec(
            "UPDATE round SET split_layer = split_layer + 1 WHERE run_id = 1 AND round = 812");
        const auto again = playAgain(*store, *store->runs().find(id), world, {}, {});
        REQUIRE_OK(again);
        QVERIFY(again->difference.has_value());
        QCOMPARE(again->difference->round, std::int64_t{812});
        QVERIFY(again->difference->what.starts_with("split layer"));
        QCOMPARE(likelyCause({"", "", "splitee 0.1.0", "x", 1, "l", "m", "d"},
                             {"", "", "splitee 0.2.0", "x", 2, "l", "m", "e"}),
                 std::string("the data has changed since; the program was splitee 0.1.0 and is "
                             "splitee 0.2.0; the number of threads was 1 and is 2"));
        REQUIRE_SAYS(resumeRun(*store, *store->runs().find(id), world, nullptr, {}, {}),
                     "cannot go on: round 812 comes out otherwise");
        QCOMPARE(store->runs().find(id)->status, RunStatus::Interrupted);  // as it was
        QCOMPARE(store->runs().find(id)->rounds, std::int64_t{900});
    }

    void whatIsOverOrPlaysElsewhereDoesNotGoOn() {
        auto store = Session::open(folder_ / "over.splitee");
        ReplayWorld world(table_);
        const Experiment e = experimentOf("splitee");
        const std::int64_t id = killedAfter(*store, e, {"splitee", 1}, world, nullptr, 1500, "");
        REQUIRE_OK(store->runs().reopen(id, store->runs().find(id)->rounds));
        REQUIRE_SAYS(resumeRun(*store, *store->runs().find(id), world, nullptr, {}, {}),
                     "is being played by another window or program");
        REQUIRE_OK(store->runs().finish(id, RunStatus::Finished, "", ""));
        REQUIRE_SAYS(resumeRun(*store, *store->runs().find(id), world, nullptr, {}, {}),
                     "is finished");
    }

    // It says it is finished, but its last rounds are lost: they come again.
    void aRunThatLostItsLastRoundsGoesOn() {
        auto store = Session::open(folder_ / "tail.splitee");
        ReplayWorld world(table_);
        const Experiment e = experimentOf("splitee-s");
        const RunSpec spec{e.policies, 3};
        const std::int64_t id = killedAfter(*store, e, spec, world, nullptr, 700, "");
        REQUIRE_OK(resumeRun(*store, *store->runs().find(id), world, nullptr, {}, {}));
        REQUIRE_SAYS(resumeRun(*store, *store->runs().find(id), world, nullptr, {}, {}),
                     "is finished");
        store->database().exec("DELETE FROM round WHERE round > 1200");
        QCOMPARE(store->runs().find(id)->status, RunStatus::Interrupted);
        REQUIRE_OK(resumeRun(*store, *store->runs().find(id), world, nullptr, {}, {}));
        QCOMPARE(store->runs().find(id)->status, RunStatus::Finished);
        QVERIFY(*store->rounds().read(id, 1, 10'000) == whole(e, spec, world));
    }

    // Two programs that took up the same run: the second finds it further than it knows, and leaves
    // it alone.
    void onlyOneGoesOnWithARun() {
        auto store = Session::open(folder_ / "two.splitee");
        ReplayWorld world(table_);
        const Experiment e = experimentOf("splitee");
        const std::int64_t id = killedAfter(*store, e, {"splitee", 1}, world, nullptr, 400, "");
        const StoredRun before = *store->runs().find(id);
        RunContinuation late(*store, before, nullptr);
        std::stop_source stop;
        int pieces = 0;
        REQUIRE_OK(resumeRun(
            *store, before, world, nullptr,
            [&](const Progress& at) {
                if (at.done > 500 && ++pieces == 1) stop.request_stop();
            },
            stop.get_token()));
        const StoredRun after = *store->runs().find(id);
        QVERIFY(after.rounds > 500 && after.rounds < e.rounds);
        REQUIRE_SAYS(late.begin(), "has gone on elsewhere, to round");
        store->database().exec("UPDATE run SET status = 'running', writer = 'another' WHERE id = " +
                               std::to_string(id));
        REQUIRE_SAYS(store->runs().finish(id, RunStatus::Failed, "", "{}"),
                     "is written by another program");
        QCOMPARE(store->runs().find(id)->rounds, after.rounds);
    }

    // Of rounds of which nothing was kept the network is asked again; what it says belongs to no
    // further round.
    void roundsWithoutARecordShiftNoOther() {
        auto store = Session::open(folder_ / "shift.splitee");
        ReplayWorld network(table_);
        const Experiment e = experimentOf("splitee-s");
        RecalledWorld first(network);
        const std::int64_t id = killedAfter(*store, e, {"splitee-s", 2}, first, &first, 300, "");
        store->database().exec("UPDATE round SET seen = NULL WHERE run_id = " + std::to_string(id));
        RecalledWorld second(network, recallOf(*store, id));
        REQUIRE_OK(resumeRun(*store, *store->runs().find(id), second, &second, {}, {}));
        store->database().exec(
            "DELETE FROM round WHERE round <= 300");  // recalled() tells of a beginning
        RecalledWorld whole(network);
        std::vector<RoundRecord> records;
        const auto player = RunPlayer::of(e, {"splitee-s", 2}, whole);
        REQUIRE_OK((*player)->advance(e.rounds, records));
        const auto wanted = whole.takeComputed(301);
        const auto kept = store->rounds().recalled(id, 301, e.rounds);
        REQUIRE_OK(kept);
        QCOMPARE(kept->size(), wanted.size());
        for (std::size_t k = 0; k < wanted.size(); ++k)
            QVERIFY2(kept->at(k).seen == wanted[k], qPrintable(QString::number(301 + k)));
    }

    void theTableComesFromTheSessionWhereTheFileIsGone() {
        auto store = Session::open(folder_ / "tables.splitee");
        ReplayWorld world(table_);
        Experiment e = experimentOf("splitee");
        REQUIRE_OK(store->tables().keep(table_));
        const std::int64_t id =
            killedAfter(*store, e, {"splitee", 1}, world, nullptr, 10, tableHash(table_));
        const auto tables = tablesOf(*store, *store->runs().find(id));
        REQUIRE_OK(tables);
        QVERIFY(sameValues(tables->recorded.front(), table_));
        const std::int64_t lost =
            killedAfter(*store, e, {"splitee", 1}, world, nullptr, 10, "0123");
        REQUIRE_SAYS(tablesOf(*store, *store->runs().find(lost)),
                     "which the session does not keep");
    }

    void keptTablesHaveANameLikeAnyOther() {
        const std::string file = folder_ / "named.splitee";
        std::int64_t id = 0;
        Experiment e = experimentOf("splitee");
        {
            auto store = Session::open(file);
            ReplayWorld world(table_);
            REQUIRE_OK(store->tables().keep(table_));
            id = killedAfter(*store, e, {"splitee", 1}, world, nullptr, 10, tableHash(table_));
        }
        const auto tables = openTables(keptTablesName(file, id), e);
        REQUIRE_OK(tables);
        QVERIFY(sameValues(tables->recorded.front(), table_));
        REQUIRE_SAYS(openTables(file + "#77", e), "has no run 77");
        REQUIRE_SAYS(openTables(file + "#x", e), "named.splitee#x");
        e.schedule = "gaussian_blur:1@5";
        REQUIRE_SAYS(openTables(keptTablesName(file, id), e),
                     "keeps the tables of its own schedule only");
    }

    void damagedRecordsOfWhatWasSeenAreSentences() {
        auto store = Session::open(folder_ / "damaged.splitee");
        ReplayWorld network(table_);
        const Experiment e = experimentOf("splitee-s");
        RecalledWorld first(network);
        const std::int64_t id = killedAfter(*store, e, {"splitee-s", 3}, first, &first, 300, "");
        const std::string original =
            store->database().execAndGet("SELECT seen FROM round WHERE round = 150").getString();
        Rng rng(11, "damage");
        int refused = 0;
        for (int trial = 0; trial < 300; ++trial) {
            std::string bytes = original.substr(0, rng.below(original.size() + 1));
            for (int k = 0; k < 3 && !bytes.empty(); ++k)
                bytes[rng.below(bytes.size())] = static_cast<char>(rng.below(256));
            SQLite::Statement update(store->database(),
                                     "UPDATE round SET seen = ? WHERE run_id = 1 AND round = 150");
            update.bind(1, bytes.data(), static_cast<int>(bytes.size()));
            update.exec();
            RecalledWorld recalled(network, recallOf(*store, id));
            const auto again = playAgain(*store, *store->runs().find(id), recalled, {}, {});
            if (!again) {
                ++refused;
                QVERIFY(again.error().message.find('\n') == std::string::npos);
            }
        }
        QVERIFY(refused > 200);
    }

    void aFileOfVersion1IsReadAsItIsAndMigratedWhenItIsWritten() {
        const auto path = folder_ / "v1.splitee";
        std::filesystem::copy_file(SPLITEE_FROZEN "/v1.splitee", path);
        const std::string bytes = readAll(path);
        {
            auto store = Session::openReadOnly(path);
            REQUIRE_OK(store);
            QCOMPARE(store->runs().all()->size(), std::size_t{5});
            QVERIFY(store->rounds().recalled(5, 1, 10)->empty());
            QCOMPARE(store->runs().find(4)->status, RunStatus::Interrupted);
        }
        QVERIFY(readAll(path) == bytes);
        auto store = Session::open(path);
        REQUIRE_OK(store);
        QCOMPARE(store->database().execAndGet("PRAGMA user_version").getInt(), 3);
        QCOMPARE(store->rounds().read(5, 1, 100)->size(), std::size_t{60});
        QVERIFY(store->rounds().recalled(5, 1, 10)->empty());
        const auto tables = tablesOf(
            *store, *store->runs().find(4));  // its file is gone, its content is in the session
        REQUIRE_OK(tables);
        ReplayWorld world(tables->all());
        for (std::int64_t id = 1; id <= 3; ++id) {
            const auto again = playAgain(*store, *store->runs().find(id), world, {}, {});
            REQUIRE_OK(again);
            QVERIFY2(!again->difference, again->difference ? again->difference->what.c_str() : "");
            QCOMPARE(again->rounds, std::int64_t{120});
        }
        REQUIRE_OK(resumeRun(*store, *store->runs().find(4), world, nullptr, {}, {}));
        QCOMPARE(store->runs().find(4)->rounds, std::int64_t{120});
    }

    // v3.splitee: 17 policies under a schedule of costs and 6 at the defaults, by version 0.2.0
    // before rules had a version.
    void runsFromBeforeTheRulesHadAVersionRepeat() {
        const QByteArray digest = "c2bb854fedb19e7b0194e05beb0f73ce";  // as that program printed it
        const auto path = folder_ / "v3.splitee";
        std::filesystem::copy_file(SPLITEE_FROZEN "/v3.splitee", path);
        {
            auto store = Session::openReadOnly(path);
            REQUIRE_OK(store);
            QCOMPARE(store->runs().find(1)->experiment.rules, std::int64_t{1});
        }
        auto store = Session::open(path);
        REQUIRE_OK(store);
        QCOMPARE(QByteArray::fromStdString(*sessionDigest(*store, {}, {})), digest);
        QCOMPARE(store->runs().all()->size(), std::size_t{23});
        for (std::int64_t id = 1; id <= 23; ++id) {
            const StoredRun run = *store->runs().find(id);
            const auto tables = tablesOf(*store, run);
            REQUIRE_OK(tables);
            ReplayWorld world(tables->all());
            const auto again = playAgain(*store, run, world, {}, {});
            REQUIRE_OK(again);
            QVERIFY2(
                !again->difference,
                (run.spec.policy + (again->difference ? again->difference->what : "")).c_str());
            QCOMPARE(again->rounds, run.rounds);
            const std::string cut = std::to_string(id);
            store->database().exec("DELETE FROM round WHERE round > 90 AND run_id = " + cut);
            store->database().exec(
                "UPDATE run SET status = 'interrupted', summary = '' WHERE id = " + cut);
            REQUIRE_OK(resumeRun(*store, *store->runs().find(id), world, nullptr, {}, {}));
        }
        QCOMPARE(QByteArray::fromStdString(*sessionDigest(*store, {}, {})), digest);
        // An older program adds its runs to a file of this one.
        store->database().exec(
            "INSERT INTO run (run_policy, run_seed, source, distortion, status, message, "
            "started_at, program, cpu, threads, libraries, model_hash, data_hash, writer, summary) "
            "SELECT run_policy, run_seed, source, distortion, status, message, started_at, "
            "program, cpu, threads, libraries, model_hash, data_hash, writer, summary FROM run "
            "WHERE id = 1");
        QCOMPARE(store->runs().find(24)->experiment.rules, std::int64_t{1});
    }
};

std::unique_ptr<QObject> makeRunAgainTests() { return std::make_unique<RunAgainTests>(); }

#include "test_run_again.moc"
