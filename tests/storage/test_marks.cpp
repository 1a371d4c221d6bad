// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of runs, the trash, saved views, and files of the versions before them.
#include "storage/files/utc_text.h"
#include "subjects.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "storage/session/run_writer.h"
#include "storage/session/session_digest.h"
#include "storage/session/session_merge.h"

using namespace splitee;

namespace {

StoredRun runOf(std::uint64_t seed) {
    StoredRun run;
    run.spec = {"splitee", seed};
    run.provenance = {"t.exits", "", "splitee 0.1.0", "some CPU", 1, "SQLite", "", "feed"};
    run.status = RunStatus::Finished;
    run.startedAt = run.finishedAt = utcText(std::chrono::system_clock::now());
    run.summary = "{\"reward_mean\":0.5}";
    return run;
}

const RunMarks kMarks{"the good one", true, "blur, for the paper",
                      "5 o'clock; \"quoted\"\nand a second line, ümlaut", false};

}  // namespace

class MarkTests final : public QObject {
    Q_OBJECT

    Folder folder_;

    std::filesystem::path make(const std::string& name, int runs) {
        const auto path = folder_ / name;
        auto session = Session::open(path);
        if (!session) qFatal("%s", session.error().message.c_str());
        for (int i = 1; i <= runs; ++i)
            if (!session->runs().add(runOf(static_cast<std::uint64_t>(i)))) qFatal("addRun");
        return path;
    }

    static std::string digest(const std::filesystem::path& file) {
        auto session = Session::openReadOnly(file);
        return session ? sessionDigest(*session, {}, {}).value() : "none";
    }

private slots:
    void tagsAreTidied() {
        QCOMPARE(tidyTags(" blur ,, for the paper,blur ,"), std::string("blur, for the paper"));
        QCOMPARE(tidyTags(" , "), std::string());
    }

    void marksAreKeptAndChangeNoDigest() {
        const auto path = make("marks.splitee", 3);
        const std::string before = digest(path);
        {
            auto session = Session::open(path);
            REQUIRE_OK(session);
            REQUIRE_OK(session->marks().set(2, kMarks));
            REQUIRE_SAYS(session->marks().set(9, kMarks), "has no run 9");
            RunMarks long_ = kMarks;
            long_.note.assign(20'000, 'x');
            REQUIRE_SAYS(session->marks().set(2, long_), "keep it to 10000");
        }
        auto session = Session::openReadOnly(path);
        QVERIFY(session->runs().find(2)->marks == kMarks);
        QVERIFY(session->runs().all()->at(0).marks == RunMarks{});
        QCOMPARE(digest(path), before);
    }

    void theTrashIsEmptiedWithItsRoundsButNotOfARunThatPlays() {
        const auto path = make("trash.splitee", 2);
        auto session = Session::open(path);
        REQUIRE_OK(session);
        RunWriter writer(*session, 1);
        REQUIRE_OK(writer.consume(someRounds(1, 50)));
        const auto playing = session->runs().begin({}, {"splitee", 9}, {});
        REQUIRE_OK(playing);
        RunMarks trashed;
        trashed.trashed = true;
        REQUIRE_OK(session->marks().set(1, trashed));
        REQUIRE_OK(session->marks().set(*playing, trashed));
        QCOMPARE(session->marks().emptyTrash().value(), std::int64_t{1});
        QCOMPARE(session->runs().count().value(), std::int64_t{2});
        QCOMPARE(session->database().execAndGet("SELECT count(*) FROM round").getInt(), 0);
        QCOMPARE(session->marks().emptyTrash().value(), std::int64_t{0});
    }

    void viewsAreKeptByName() {
        const auto path = make("views.splitee", 0);
        auto session = Session::open(path);
        REQUIRE_OK(session);
        REQUIRE_OK(session->marks().keepView({"offload study", "{\"a\":1}"}));
        REQUIRE_OK(session->marks().keepView({"offload study", "{\"a\":2}"}));
        REQUIRE_OK(session->marks().keepView({"another", "{}"}));
        REQUIRE_SAYS(session->marks().keepView({"", "{}"}), "without a name");
        QCOMPARE(session->marks().views()->size(), std::size_t{2});
        QCOMPARE(session->marks().views()->at(1).content, std::string("{\"a\":2}"));
        REQUIRE_OK(session->marks().removeView("another"));
        QCOMPARE(session->marks().views()->size(), std::size_t{1});
    }

    void mergedSessionsCarryMarksAndViews() {
        const auto a = make("a.splitee", 3), b = make("b.splitee", 4),
                   out = folder_ / "out.splitee";
        RunMarks own;
        own.note = "mine";
        {
            auto first = Session::open(a), second = Session::open(b);
            REQUIRE_OK(first->marks().set(2, own));
            REQUIRE_OK(
                second->marks().set(1, kMarks));  // the same run as a's first, which has none
            REQUIRE_OK(second->marks().set(2, kMarks));  // of which a says something else
            REQUIRE_OK(second->marks().set(4, kMarks));  // only b has it
            REQUIRE_OK(first->marks().keepView({"view", "a"}));
            REQUIRE_OK(second->marks().keepView({"view", "b"}));
            REQUIRE_OK(second->marks().keepView({"other", "b"}));
        }
        REQUIRE_OK(mergeSessions(out, {a, b}, {}, {}));
        auto merged = Session::openReadOnly(out);
        const auto runs = merged->runs().all();
        REQUIRE_OK(runs);
        QCOMPARE(runs->size(), std::size_t{4});
        QVERIFY(runs->at(0).marks == kMarks);
        QVERIFY(runs->at(1).marks == own);
        QVERIFY(runs->at(2).marks == RunMarks{});
        QVERIFY(runs->at(3).marks == kMarks);
        QCOMPARE(merged->marks().views()->size(), std::size_t{2});
        QCOMPARE(merged->marks().views()->at(1).content, std::string("a"));
    }

    void filesOfEarlierVersionsAreReadAsTheyAreAndMigratedWhenTheyAreWritten_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("1") << "v1.splitee";
        QTest::newRow("2") << "v2.splitee";
    }
    void filesOfEarlierVersionsAreReadAsTheyAreAndMigratedWhenTheyAreWritten() {
        QFETCH(const QString, name);
        const auto path = folder_ / ("marks-" + name.toStdString());
        std::filesystem::copy_file(std::filesystem::path(SPLITEE_FROZEN) / name.toStdString(),
                                   path);
        const std::string bytes = readAll(path);
        const std::string before = digest(path);
        {
            auto session = Session::openReadOnly(path);
            REQUIRE_OK(session);
            QCOMPARE(session->runs().all()->size(), std::size_t{5});
            QVERIFY(session->runs().all()->at(0).marks == RunMarks{});
            QVERIFY(session->marks().views()->empty());
        }
        QVERIFY(readAll(path) == bytes);
        {
            auto session = Session::open(path);
            REQUIRE_OK(session);
            QCOMPARE(session->database().execAndGet("PRAGMA user_version").getInt(), 3);
            REQUIRE_OK(session->marks().set(1, kMarks));
            REQUIRE_OK(session->marks().keepView({"view", "{}"}));
            QVERIFY(session->runs().find(1)->marks == kMarks);
            QCOMPARE(session->rounds().recalled(5, 1, 100)->size(),
                     name == "v2.splitee" ? std::size_t{20} : std::size_t{0});
        }
        QCOMPARE(digest(path), before);
    }

    void manyRunsAreListedWithTheirRounds() {
        const auto path = folder_ / "many.splitee";
        auto session = Session::open(path);
        REQUIRE_OK(session);
        REQUIRE_OK(session->inTransaction([&]() -> Result<void> {
            for (std::uint64_t i = 1; i <= 1000; ++i)
                if (auto added = session->runs().add(runOf(i)); !added)
                    return tl::unexpected(added.error());
            return {};
        }));
        for (std::int64_t run = 1; run <= 1000; run += 10) {  // some have rounds
            RunWriter writer(*session, run);
            REQUIRE_OK(writer.consume(someRounds(1, 200)));
        }
        const auto runs = session->runs().all();
        REQUIRE_OK(runs);
        QCOMPARE(runs->size(), std::size_t{1000});
        for (std::size_t k = 0; k < runs->size(); ++k)
            QCOMPARE(runs->at(k).rounds, k % 10 == 0 ? 200 : 0);
    }
};

std::unique_ptr<QObject> makeMarkTests() { return std::make_unique<MarkTests>(); }

#include "test_marks.moc"
