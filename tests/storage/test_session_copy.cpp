// SPDX-License-Identifier: GPL-3.0-or-later
// Save As: a copy is the session as it was at one moment, or there is none.
#include "subjects.h"

#include "storage/session/run_writer.h"
#include "storage/session/session.h"
#include "storage/session/session_check.h"
#include "storage/session/session_copy.h"
#include "storage/session/session_digest.h"

#include <thread>

using namespace splitee;

class SessionCopyTests final : public QObject {
    Q_OBJECT

    Folder folder_;

    std::filesystem::path session(const std::string& name, int rounds) {
        const auto path = folder_ / name;
        auto store = Session::open(path);
        const auto id = store->runs().begin({}, {"splitee", 1}, {});
        RunWriter writer(*store, *id);
        if (!writer.consume(someRounds(1, rounds)) ||
            !store->runs().finish(*id, RunStatus::Finished, "", "{}"))
            qFatal("no session");
        return path;
    }

    static std::string digestOf(const std::filesystem::path& path) {
        auto store = Session::openReadOnly(path);
        if (!store) qFatal("%s", store.error().message.c_str());
        return sessionDigest(*store, {}, {}).value_or("none");
    }

private slots:
    void aCopyHoldsTheSame() {
        const auto path = session("a.splitee", 2000);
        REQUIRE_OK(copySession(path, folder_ / "b.splitee", {}, {}));
        QCOMPARE(digestOf(folder_ / "b.splitee"), digestOf(path));
        QVERIFY(!std::filesystem::exists(folder_ / "b.splitee.part"));
    }

    void aCopyIsRefusedWhereItWouldHarm() {
        const auto path = session("d.splitee", 10);
        const std::string before = readAll(path);
        REQUIRE_SAYS(copySession(path, path, {}, {}), "there is a file of that name");
        QCOMPARE(readAll(path), before);
        writeAll(folder_ / "letter.txt", "dear");
        REQUIRE_SAYS(copySession(path, folder_ / "letter.txt", {}, {}),
                     "there is a file of that name");
        QCOMPARE(readAll(folder_ / "letter.txt"), std::string("dear"));
        REQUIRE_SAYS(copySession(folder_ / "none.splitee", folder_ / "e.splitee", {}, {}),
                     "there is no such file");
        REQUIRE_SAYS(copySession(path, folder_ / "no" / "e.splitee", {}, {}), "cannot");
    }

    void aStopLeavesNothing() {
        const auto path = session("f.splitee", 30'000), there = folder_ / "g.splitee";
        std::stop_source stop;
        const auto copied = copySession(
            path, there, [&](const Progress&) { stop.request_stop(); }, stop.get_token());
        REQUIRE_SAYS(copied, "cancelled");
        QVERIFY(!std::filesystem::exists(there));
        QVERIFY(!std::filesystem::exists(there.string() + ".part"));
    }

    void aWriterMayGoOnMeanwhile() {
        const auto path = session("h.splitee", 20'000);
        std::jthread writing([&](const std::stop_token& stop) {
            auto store = Session::open(path);
            const auto id = store->runs().begin({}, {"random", 2}, {});
            RunWriter writer(*store, *id);
            for (int first = 1; !stop.stop_requested(); first += 50)
                if (!writer.consume(someRounds(first, 50))) qFatal("no rounds");
        });
        for (int copy = 0; copy < 5; ++copy) {
            const auto out = folder_ / ("copy" + std::to_string(copy) + ".splitee");
            REQUIRE_OK(copySession(path, out, {}, {}));
            const auto found = checkSession(out, {}, {});
            REQUIRE_OK(found);
            QVERIFY2(found->faults.empty(),
                     found->faults.empty() ? "" : found->faults.front().c_str());
            auto store = Session::openReadOnly(out);
            REQUIRE_OK(store);
            QVERIFY(*store->rounds().read(1, 1, 100'000) == someRounds(1, 20'000));
        }
    }
};

std::unique_ptr<QObject> makeSessionCopyTests() { return std::make_unique<SessionCopyTests>(); }

#include "test_session_copy.moc"
