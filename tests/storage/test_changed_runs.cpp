// SPDX-License-Identifier: GPL-3.0-or-later
// Runs whose schedule grew while they played: what the session keeps repeats them.
#include "subjects.h"

#include "engine/run/run_player.h"
#include "engine/run/schedule.h"
#include "fields_changed.h"
#include "storage/session/run_identity.h"
#include "storage/session/run_writer.h"
#include "storage/session/session.h"

using namespace splitee;

namespace {

struct Collected final : RoundSink {
    std::vector<RoundRecord> rounds;
    Result<void> consume(std::span<const RoundRecord> batch) override {
        rounds.insert(rounds.end(), batch.begin(), batch.end());
        return {};
    }
};

// The rounds that the run `id` makes when it is played again, from what the session holds of it.
std::vector<RoundRecord> playedAgain(Session& store, std::int64_t id, World& world) {
    Collected collected;
    RoundSink* const sinks[] = {&collected};
    const auto run = store.runs().find(id);
    if (!run || !runOnce(run->experiment, run->spec, world, sinks, {}, {})) return {};
    return collected.rounds;
}

}  // namespace

class ChangedRunTests final : public QObject {
    Q_OBJECT

    Folder folder_;

private slots:
    void everyFieldIsReplacedAndNothingElse() {
        auto store = Session::open(folder_ / "fields.splitee");
        const RunProvenance provenance{"table", "",       "splitee 0.1.0", "some CPU",
                                       1,       "SQLite", "abc",           "def"};
        const auto other = store->runs().begin({}, {"splitee", 1}, provenance);
        const auto id = store->runs().begin({}, {"splitee", 1}, provenance);
        const auto before = store->runs().find(*id);
        REQUIRE_OK(store->runs().changeExperiment(*id, changedInEveryField(), "def+ghi"));
        const auto after = store->runs().find(*id);
        REQUIRE_OK(after);
        QVERIFY(after->experiment == changedInEveryField());
        QCOMPARE(after->provenance.dataHash, std::string("def+ghi"));
        QCOMPARE(after->provenance.modelHash, std::string("abc"));
        QCOMPARE(after->startedAt, before->startedAt);
        QCOMPARE(after->status, RunStatus::Running);
        QVERIFY(store->runs().find(*other)->experiment == Experiment());
        QCOMPARE(store->runs().find(*other)->provenance.dataHash, std::string("def"));
    }

    void aChangedRunRepeatsFromTheSession() {
        const auto path = folder_ / "repeats.splitee";
        const ExitTable table = someTable(400, 4, false);
        ExitTable later = table;
        for (double& c : later.confidence) c = 1 - c;
        ReplayWorld world({&table, &later});
        Experiment e;
        e.rounds = 900;
        e.policies = "splitee,thompson";
        std::int64_t id = 0;
        {
            auto store = Session::open(path);
            const RunSpec spec{"thompson", 5};
            auto player = RunPlayer::of(e, spec, world);
            REQUIRE_OK(player);
            id = *store->runs().begin(e, spec, {"table", "", "", "", 1, "", "", "first"});
            RunWriter writer(*store, id);
            for (const char* change :
                 {"offload=2", "later", "alpha=0.4", "mu=0.03", "lambda1=0.5"}) {
                std::vector<RoundRecord> rounds;
                REQUIRE_OK((*player)->advance(150, rounds));
                REQUIRE_OK(writer.consume(rounds));
                REQUIRE_OK((*player)->changeSchedule(
                    withChange((*player)->experiment().schedule, change, (*player)->round() + 1)));
                REQUIRE_OK(
                    store->runs().changeExperiment(id, (*player)->experiment(), "first+second"));
                const auto kept = store->rounds().read(
                    id, 1, 1000);  // should the program end here, the session is right
                const auto again = playedAgain(*store, id, world);
                QVERIFY(!again.empty() && std::equal(kept->begin(), kept->end(), again.begin()));
            }
            std::vector<RoundRecord> rest;
            REQUIRE_OK((*player)->advance(1000, rest));
            REQUIRE_OK(writer.consume(rest));
            REQUIRE_OK(store->runs().finish(id, RunStatus::Finished, "", ""));
        }
        auto reopened = Session::openReadOnly(path);
        REQUIRE_OK(reopened);
        QCOMPARE(
            reopened->runs().find(id)->experiment.schedule,
            std::string("offload=2@151, later@301, alpha=0.4@451, mu=0.03@601, lambda1=0.5@751"));
        const auto rounds = reopened->rounds().read(id, 1, 1000);
        QCOMPARE(rounds->size(), 900U);
        QVERIFY(*rounds == playedAgain(*reopened, id, world));
    }

    void theIdentityFollows() {
        auto store = Session::open(folder_ / "identity.splitee");
        Experiment e;
        const RunProvenance provenance{"table", "", "", "", 1, "", "", "first"};
        const auto changed = store->runs().begin(e, {"splitee", 1}, provenance);
        const DigestValue before = identityOf(*store->runs().find(*changed));
        e.schedule = "offload=8@50";
        REQUIRE_OK(store->runs().changeExperiment(*changed, e, "first"));
        QVERIFY(identityOf(*store->runs().find(*changed)) != before);
        const auto planned = store->runs().begin(
            e, {"splitee", 1}, provenance);  // the same schedule from the start: the same run
        QVERIFY(identityOf(*store->runs().find(*changed)) ==
                identityOf(*store->runs().find(*planned)));
        REQUIRE_OK(store->runs().changeExperiment(*changed, e, "first+second"));
        QVERIFY(identityOf(*store->runs().find(*changed)) !=
                identityOf(*store->runs().find(*planned)));
    }

    void endedAndUnknownRunsStay() {
        auto store = Session::open(folder_ / "ended.splitee");
        REQUIRE_SAYS(store->runs().changeExperiment(1, {}, ""), "has no run 1: it holds no runs");
        for (const RunStatus status :
             {RunStatus::Finished, RunStatus::Stopped, RunStatus::Failed, RunStatus::Interrupted}) {
            const auto id = store->runs().begin({}, {"splitee", 1}, {});
            REQUIRE_OK(store->runs().finish(*id, status, "", ""));
            REQUIRE_SAYS(store->runs().changeExperiment(*id, changedInEveryField(), "x"),
                         "is " + std::string(toText(status)) + ": its experiment stays");
            QVERIFY(store->runs().find(*id)->experiment == Experiment());
        }
        auto reader = Session::openReadOnly(folder_ / "ended.splitee");
        REQUIRE_SAYS(reader->runs().changeExperiment(1, {}, ""), "may not be written");
    }
};

std::unique_ptr<QObject> makeChangedRunTests() { return std::make_unique<ChangedRunTests>(); }

#include "test_changed_runs.moc"
