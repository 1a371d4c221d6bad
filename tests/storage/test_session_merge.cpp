// SPDX-License-Identifier: GPL-3.0-or-later
// Merged sessions: every run once, conflicts named, all or nothing; digests that tell what was
// computed and nothing else.
#include "storage/files/utc_text.h"
#include "subjects.h"

#include "storage/session/run_writer.h"
#include "storage/session/session_digest.h"
#include "storage/session/session_merge.h"
#include "storage/tables/table_file.h"

#include <limits>
#include <set>

using namespace splitee;

namespace {

// A finished run of policy splitee, its seed its number.
StoredRun mergedRun(std::uint64_t seed, const std::string& summary, double alpha = 0.7) {
    StoredRun run;
    run.experiment.alpha = alpha;
    run.spec = {"splitee", seed};
    run.provenance = {"t.exits", "", "splitee 0.1.0", "some CPU", 1, "SQLite", "", "feed"};
    run.status = RunStatus::Finished;
    run.startedAt = run.finishedAt = utcText(std::chrono::system_clock::now());
    run.summary = summary;
    return run;
}

std::string figures(double reward, double seconds = 1) {
    return "{\"pulls\":[1,2],\"reward_mean\":" + std::to_string(reward) +
           ",\"seconds\":" + std::to_string(seconds) +
           ",\"rounds_per_second\":" + std::to_string(2 / seconds) + "}";
}

std::string digestOf(const std::filesystem::path& file) {
    auto session = Session::openReadOnly(file);
    return session ? sessionDigest(*session, {}, {}).value() : "none";
}

}  // namespace

class SessionMergeTests final : public QObject {
    Q_OBJECT

    Folder folder_;

    void make(const std::string& name, const std::vector<StoredRun>& runs) {
        auto session = Session::open(folder_ / name);
        REQUIRE_OK(session);
        REQUIRE_OK(session->inTransaction([&]() -> Result<void> {
            for (const StoredRun& run : runs)
                if (auto added = session->runs().add(run); !added)
                    return tl::unexpected(added.error());
            return {};
        }));
    }

    Result<MergeReport> merge(const std::string& out, const std::vector<std::string>& names) {
        std::vector<std::filesystem::path> inputs;
        for (const std::string& name : names) inputs.push_back(folder_ / name);
        return mergeSessions(folder_ / out, inputs, {}, {});
    }

private slots:
    void aRoundBeyondEveryRunIsDamageAndNoCircle() {
        constexpr std::int64_t kPage = 65536;
        std::vector<RoundRecord> rounds(kPage);
        for (std::int64_t k = 0; k < kPage; ++k) rounds[static_cast<std::size_t>(k)].round = k + 1;
        rounds.back().round = std::numeric_limits<std::int64_t>::max();
        make("hostile.splitee", {mergedRun(1, figures(0.5))});
        {
            auto session = Session::open(folder_ / "hostile.splitee");
            REQUIRE_OK(session);
            RunWriter writer(*session, 1);
            REQUIRE_OK(writer.consume(rounds));
        }
        auto session = Session::openReadOnly(folder_ / "hostile.splitee");
        REQUIRE_OK(session);
        const auto digest = sessionDigest(*session, {}, {});
        QVERIFY(!digest.has_value() &&
                digest.error().message.find("is damaged: run 1 has a round beyond") !=
                    std::string::npos);
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(!sessionDigest(*session, {}, stopped.get_token()));
    }

    void everyFieldOfAnAddedRunComesBack() {
        make("added.splitee", {mergedRun(3, figures(0.5), 0.25)});
        auto session = Session::openReadOnly(folder_ / "added.splitee");
        const auto run = session->runs().find(1);
        REQUIRE_OK(run);
        const StoredRun wanted = mergedRun(3, figures(0.5), 0.25);
        QVERIFY(run->experiment == wanted.experiment);
        QCOMPARE(run->spec.seed, 3U);
        QCOMPARE(run->status, RunStatus::Finished);
        QCOMPARE(run->summary, wanted.summary);
        QCOMPARE(run->provenance.dataHash, std::string("feed"));
        QCOMPARE(run->provenance.cpu, std::string("some CPU"));
        QVERIFY(run->startedAt.size() == 24 && run->startedAt == run->finishedAt &&
                run->startedAt.ends_with("Z"));
    }

    void aMergeHoldsEveryRunOnceAndEqualsTheWhole() {
        make("a.splitee", {mergedRun(1, figures(0.1)), mergedRun(2, figures(0.2))});
        make("b.splitee", {mergedRun(3, figures(0.3)),
                           mergedRun(2, figures(0.2, 77))});  // run 2 took longer here
        make("whole.splitee", {mergedRun(3, figures(0.3, 5)), mergedRun(1, figures(0.1, 6)),
                               mergedRun(2, figures(0.2, 7))});
        const auto merged = merge("ab.splitee", {"a.splitee", "b.splitee"});
        REQUIRE_OK(merged);
        QCOMPARE(merged->added, 3);
        QCOMPARE(merged->same, 1);
        QCOMPARE(digestOf(folder_ / "ab.splitee"), digestOf(folder_ / "whole.splitee"));
        QVERIFY(digestOf(folder_ / "a.splitee") != digestOf(folder_ / "b.splitee"));
        const auto again =
            merge("ab.splitee", {"b.splitee", "whole.splitee"});  // into a session that is there
        QCOMPARE(again->added, 0);
        QCOMPARE(again->same, 5);
        QCOMPARE(digestOf(folder_ / "ab.splitee"), digestOf(folder_ / "whole.splitee"));
    }

    void aConflictNamesTheRunAndLeavesTheOutputAsItWas() {
        make("c.splitee", {mergedRun(1, figures(0.1))});
        make("d.splitee", {mergedRun(5, figures(0.5)), mergedRun(1, figures(0.11), 0.7)});
        const auto fresh = merge("cd.splitee", {"c.splitee", "d.splitee"});
        REQUIRE_SAYS(fresh, "run 2 of");
        REQUIRE_SAYS(fresh, "(splitee, seed 1)");
        REQUIRE_SAYS(fresh, "reward_mean is 0.11 and 0.1");
        QVERIFY(!std::filesystem::exists(folder_ / "cd.splitee"));
        const auto before = digestOf(folder_ / "c.splitee");
        REQUIRE_SAYS(merge("c.splitee", {"d.splitee"}), "the same run");
        QCOMPARE(digestOf(folder_ / "c.splitee"), before);
    }

    void parametersSeedsTablesAndPoliciesTellRunsApart() {
        const StoredRun run = mergedRun(1, "");
        const auto identity = identityOf(run);
        std::set<DigestValue> all{identity};
        const auto differs = [&](auto change) {
            StoredRun other = run;
            change(other);
            return all.insert(identityOf(other)).second;
        };
        QVERIFY(differs([](StoredRun& r) { r.spec.seed = 2; }));
        QVERIFY(differs([](StoredRun& r) { r.spec.policy = "best"; }));
        QVERIFY(differs([](StoredRun& r) { r.provenance.dataHash = "f00d"; }));
        QVERIFY(differs([](StoredRun& r) { r.provenance.modelHash = "abc"; }));
        const Experiment defaults;
        int fields = 0;
        Experiment::visitFields(defaults, [&](const auto&, const FieldInfo& wanted) {
            if (wanted.key == "rules") return;  // see below
            const bool bySpec =
                wanted.key == "policy" || wanted.key == "seed" || wanted.key == "seeds";
            const bool told = differs([&](StoredRun& r) {
                Experiment::visitFields(r.experiment, [&](auto& value, const FieldInfo& info) {
                    if (info.key != wanted.key) return;
                    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>)
                        value += "x";
                    else
                        value += 1;
                });
            });
            QVERIFY2(told != bySpec, std::string(wanted.key).c_str());
            ++fields;
        });
        QVERIFY(fields >= 13);
        // The version of the rules is part of a run where it may come out otherwise by another.
        const auto toldByRules = [&](const char* policy, const char* schedule, double lambda2) {
            StoredRun first = run;
            first.spec.policy = policy;
            first.experiment.schedule = schedule;
            first.experiment.lambda2 = lambda2;
            StoredRun second = first;
            first.experiment.rules = 1;
            second.experiment.rules = 2;
            return identityOf(first) != identityOf(second);
        };
        QVERIFY(!toldByRules("splitee-s", "", 0));
        QVERIFY(!toldByRules("ucb1", "", 1));
        QVERIFY(toldByRules("splitee-s", "", 1));
        QVERIFY(toldByRules("ucb1", "offload=2@5", 0));
        StoredRun elsewhere = run;  // where and with what it was played is no part of it
        elsewhere.provenance.source = "copy.exits";
        elsewhere.provenance.cpu = "other";
        elsewhere.provenance.program = "splitee 0.2.0";
        elsewhere.summary = figures(1);
        QVERIFY(identityOf(elsewhere) == identity);
        StoredRun live = run;
        live.provenance.modelHash = "abc";
        live.experiment.seed = 9;  // fixes a live run's noise
        QVERIFY(all.insert(identityOf(live)).second);
    }

    void identitiesStayWhatTheyAreFromVersionToVersion() {
        QCOMPARE(toText(identityOf(mergedRun(1, ""))),
                 std::string("6a7fbaaa809f43bd965e16b6ca5de240"));
        QCOMPARE(toText(identityOf(mergedRun(2, "", 0.25))),
                 std::string("3ebe10cbab2b7fb3ea6e5278d6ceb68f"));
    }

    void unfinishedRunsAreLeftOut() {
        auto running = mergedRun(1, "");
        running.status = RunStatus::Interrupted;
        auto stopped = mergedRun(2, "");
        stopped.status = RunStatus::Stopped;
        make("u.splitee", {running, stopped, mergedRun(3, figures(1))});
        const auto merged = merge("u_all.splitee", {"u.splitee"});
        REQUIRE_OK(merged);
        QCOMPARE(merged->added, 1);
        QCOMPARE(merged->unfinished, 2);
    }

    void roundsComeAlongAndAreCompared() {
        const auto makeWithRounds = [&](const std::string& name, int first) {
            auto session = Session::open(folder_ / name);
            REQUIRE_OK(session);
            const auto id = session->runs().add(mergedRun(1, figures(1)));
            RunWriter writer(*session, *id);
            REQUIRE_OK(writer.consume(someRounds(1, 100)));
            auto more = someRounds(101, 20);
            more.front().prediction = first;
            REQUIRE_OK(writer.consume(more));
        };
        makeWithRounds("r1.splitee", 3);
        makeWithRounds("r2.splitee", 3);
        makeWithRounds("r3.splitee", 4);
        make("r0.splitee", {mergedRun(1, figures(1, 9))});
        REQUIRE_OK(
            merge("r.splitee", {"r0.splitee", "r1.splitee", "r2.splitee"}));  // the first has none
        auto session = Session::openReadOnly(folder_ / "r.splitee");
        QCOMPARE(session->runs().count().value(), 1);
        QVERIFY(session->rounds().read(1, 1, 1000).value().size() == 120);
        QCOMPARE(digestOf(folder_ / "r.splitee"), digestOf(folder_ / "r2.splitee"));
        QVERIFY(digestOf(folder_ / "r.splitee") != digestOf(folder_ / "r3.splitee"));
        REQUIRE_SAYS(merge("r.splitee", {"r3.splitee"}), "but their rounds differ");
    }

    void tablesOfOneNameAndOtherContentAreBothKept() {
        auto one = someTable(20, 3, true);
        auto two = someTable(21, 3, true);
        for (const auto& [name, table] :
             {std::pair{"t1.splitee", &one}, std::pair{"t2.splitee", &two}}) {
            auto session = Session::open(folder_ / name);
            REQUIRE_OK(session->tables().keep(*table));
            REQUIRE_OK(session->tables().keep(*table));  // once
        }
        const auto merged = merge("t.splitee", {"t1.splitee", "t2.splitee", "t1.splitee"});
        REQUIRE_OK(merged);
        QCOMPARE(merged->tables, 2);
        auto session = Session::openReadOnly(folder_ / "t.splitee");
        const std::string second = "some table #" + tableHash(two);
        QCOMPARE(session->tables().names().value(),
                 (std::vector<std::string>{"some table", second}));
        QVERIFY(sameValues(session->tables().load("some table").value(), one));
        QVERIFY(sameValues(session->tables().load(second).value(), two));
    }

    void filesThatAreNoSessionsAreRefused() {
        make("good.splitee", {mergedRun(1, figures(1))});
        writeAll(folder_ / "text.splitee", std::string(5000, 'x'));
        REQUIRE_SAYS(merge("bad.splitee", {"good.splitee", "nothing.splitee"}),
                     "there is no such file");
        REQUIRE_SAYS(merge("bad.splitee", {"good.splitee", "text.splitee"}), "not a session file");
        REQUIRE_SAYS(merge("good.splitee", {"good.splitee"}), "into itself");
        std::string bytes = readAll(folder_ / "good.splitee");
        for (std::size_t k = 4096; k < bytes.size(); k += 3)
            bytes[k] = static_cast<char>(bytes[k] ^ 0x5a);
        writeAll(folder_ / "damaged.splitee", bytes);
        REQUIRE_SAYS(merge("bad.splitee", {"good.splitee", "damaged.splitee"}), "damaged");
        QVERIFY(!std::filesystem::exists(folder_ / "bad.splitee"));
        std::filesystem::create_symlink(folder_ / "good.splitee", folder_ / "link.splitee");
        REQUIRE_SAYS(merge("good.splitee", {"link.splitee"}), "into itself");
    }

    void aRunWithImpossibleParametersIsNamed() {
        make("impossible.splitee", {mergedRun(1, figures(1), 7)});
        REQUIRE_SAYS(merge("bad.splitee", {"impossible.splitee"}),
                     "its run 1 is damaged: alpha is 7");
    }

    void hostileFiguresAreComparedAsText() {
        make("deep.splitee", {mergedRun(1, std::string(100'000, '[')), mergedRun(2, "{not JSON"),
                              mergedRun(3, "{\"a\": \"\xff\"}")});
        const auto merged = merge("deep2.splitee", {"deep.splitee", "deep.splitee"});
        REQUIRE_OK(merged);
        QCOMPARE(merged->same, 3);
        QCOMPARE(digestOf(folder_ / "deep2.splitee"), digestOf(folder_ / "deep.splitee"));
    }

    void aStopLeavesNothing() {
        make("s.splitee", {mergedRun(1, figures(1))});
        std::stop_source stop;
        stop.request_stop();
        REQUIRE_SAYS(mergeSessions(folder_ / "stopped.splitee", {folder_ / "s.splitee"}, {},
                                   stop.get_token()),
                     "cancelled");
        QVERIFY(!std::filesystem::exists(folder_ / "stopped.splitee"));
    }
};

std::unique_ptr<QObject> makeSessionMergeTests() { return std::make_unique<SessionMergeTests>(); }

#include "test_session_merge.moc"
