// SPDX-License-Identifier: GPL-3.0-or-later
// Policies of one kind with parameters of their own, side by side.
#include "test_policy_entry.h"

#include <QTest>

#include <set>

#include "engine/policies/policy_info.h"
#include "engine/replay/replay.h"
#include "engine/replay/replay_figures.h"
#include "engine/run/policy_entry.h"
#include "engine/run/sweep.h"
#include "played_pieces.h"

using namespace splitee;
using namespace splitee::test;

namespace {

Result<std::vector<std::string>> entriesOfText(const std::string& policies) {
    Experiment e;
    e.policies = policies;
    return policiesOf(e);
}

// Another value than the default of a parameter.
std::string otherValue(const std::string& key) {
    std::string text;
    const Experiment standard;
    Experiment::visitFields(standard, [&](const auto& value, const FieldInfo& info) {
        if (info.key != key) return;
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>)
            text = info.choices.front();
        else if (std::is_integral_v<std::remove_cvref_t<decltype(value)>>)
            text = key == "detection_window" ? "40" : key == "fixed_layer" ? "3" : "7";
        else
            text = shortNumber((static_cast<double>(value) + 1) / 2.5);
    });
    return text;
}

// What an entry does, without it.
void setByHand(Experiment& experiment, const std::string& key) {
    Experiment::visitFields(experiment, [&](auto& member, const FieldInfo& info) {
        using Value = std::remove_cvref_t<decltype(member)>;
        if (info.key != key) return;
        if constexpr (std::is_same_v<Value, std::string>)
            member = otherValue(key);
        else
            member = static_cast<Value>(std::stod(otherValue(key)));
    });
}

}  // namespace

void TestPolicyEntry::anEntryHasOneSpelling_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("spelling");
    const auto row = [](const char* typed, const char* spelling) {
        QTest::newRow(typed) << typed << spelling;
    };
    row("splitee", "splitee");
    row("fixed:fixed_layer=3", "fixed:fixed_layer=3");
    row("fixed:layer=3", "fixed:fixed_layer=3");
    row("splitee:beta=1.00", "splitee:beta=1");
    row("splitee:beta=.1", "splitee:beta=0.1");
    row("splitee-s:beta=2:side=observed", "splitee-s:side=observed:beta=2");
    row("sw-ucb:radius_scale=0.1:window=200", "sw-ucb:window=200:radius_scale=0.1");
    row("entropy-cascade-offload:threshold=0.25:layer=2",
        "entropy-cascade-offload:fixed_layer=2:entropy_threshold=0.25");
}

void TestPolicyEntry::anEntryHasOneSpelling() {
    QFETCH(QString, typed);
    QFETCH(QString, spelling);
    const auto read = readEntry(typed.toStdString());
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(QString::fromStdString(*read), spelling);
    QCOMPARE(readEntry(*read).value(), *read);
    QCOMPARE(policyKind(*read), policyKind(typed.toStdString()));
    QVERIFY(findPolicy(*read) == findPolicy(policyKind(*read)));
}

void TestPolicyEntry::aPlainListIsAsItWas() {
    QCOMPARE(*entriesOfText("splitee,fixed,splitee"),
             (std::vector<std::string>{"splitee", "fixed"}));
    const Experiment plain = settings("splitee,fixed");
    QVERIFY(settingsOf(plain, "fixed") == plain);
    QCOMPARE(entryLabel("fixed"), std::string("Fixed split"));
    QCOMPARE(entryLabel("fixed:fixed_layer=3"), std::string("Fixed split, fixed_layer 3"));
    QCOMPARE(*entriesOfText("fixed,fixed:layer=3,fixed:layer=6"),
             (std::vector<std::string>{"fixed", "fixed:fixed_layer=3", "fixed:fixed_layer=6"}));
}

void TestPolicyEntry::whatIsWrongIsOneSentence_data() {
    QTest::addColumn<QString>("policies");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* policies, const char* says) {
        QTest::newRow(policies) << policies << says;
    };
    row("fixd:layer=3", "unknown policy 'fixd': did you mean fixed?");
    row("final:layer=3", "policy 'final' has no parameters of its own");
    row("fixed:beta=3", "policy 'fixed' has no parameter 'beta': valid is fixed_layer");
    row("sw-ucb:windw=3", "valid are window or radius_scale");
    row("fixed:=3", "policy 'fixed' has no parameter ''");
    row("fixed:", "is not written as in fixed:fixed_layer=1");
    row("fixed:layer", "is not written as in fixed:fixed_layer=1");
    row("fixed:3", "is not written as in fixed:fixed_layer=1");
    row("fixed:layer=0", "fixed_layer is '0', but must be a whole number between 1 and 64");
    row("fixed:layer=2.5", "fixed_layer is '2.5', but must be a whole number");
    row("splitee:beta=nan", "beta is 'nan', but must be a number between 0 and 1000000");
    row("splitee:beta=", "beta is '', but must be a number");
    row("splitee:beta=1 ", "beta is '1 ', but must be a number");
    row("splitee-s:side=left", "side is 'left', but must be released, observed or corrected");
    row("fixed:layer=3:fixed_layer=4", "sets fixed_layer twice");
    row("fixed:layer=3,fixed:fixed_layer=3", "policy fixed:fixed_layer=3 is there twice");
    row("fixed:layer=1,fixed", "policies fixed:fixed_layer=1 and fixed play the same");
    row("all,fixed:layer=3", "unknown policy 'all'");
}

void TestPolicyEntry::whatIsWrongIsOneSentence() {
    QFETCH(QString, policies);
    QFETCH(QString, says);
    const auto entries = entriesOfText(policies.toStdString());
    QVERIFY2(!entries, "should have been refused");
    const QString message = QString::fromStdString(entries.error().message);
    QVERIFY2(message.contains(says) && !message.contains('\n'), qPrintable(message));
}

void TestPolicyEntry::anEntryMakesTheRoundsOfThePolicyAlone_data() {
    QTest::addColumn<QString>("entry");
    for (const PolicyInfo& info : kPolicies) {
        std::string entry(info.key);
        for (const std::string& key : entryParameters(info.key))
            entry += ":" + key + "=" + otherValue(key);
        if (hasOwnParameters(entry)) QTest::addRow("%s", entry.c_str()) << entry.c_str();
    }
}

// Bit for bit, beside the plain policy, under a schedule and without one, by the round loop.
void TestPolicyEntry::anEntryMakesTheRoundsOfThePolicyAlone() {
    QFETCH(QString, entry);
    const auto read = readEntry(entry.toStdString());
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    const ExitTable table = fullTable(300, 5);
    ReplayWorld world(table);
    for (const char* schedule : {"", "offload=8@120..130, alpha=0.8@200"}) {
        Experiment e = settings(std::string(policyKind(*read)) + "," + *read);
        e.schedule = schedule;
        QVERIFY2(validate(e, world), "valid");
        Experiment alone = e;
        alone.policies = policyKind(*read);
        for (const std::string& key : entryParameters(*read)) setByHand(alone, key);
        const auto rounds = roundsOfRun(e, {*read, 3}, world);
        QCOMPARE(rounds.size(), 500U);
        QVERIFY(rounds == roundsOfRun(alone, {alone.policies, 3}, world));
        const auto player = RunPlayer::of(e, {*read, 3}, world);
        QVERIFY(player && next(**player, 500) == rounds);
        Experiment plain = e;
        plain.policies = policyKind(*read);
        QVERIFY(roundsOfRun(e, {plain.policies, 3}, world) ==
                roundsOfRun(plain, {plain.policies, 3}, world));
    }
}

// Also the vectorised kernels, which know beta and side.
void TestPolicyEntry::aReplayPlaysEachEntryByItsOwnParameters() {
    const ExitTable table = fullTable(300, 5);
    Experiment e = settings(
        "splitee,splitee:beta=0.1,splitee-s:side=observed,splitee-s:side=released:beta=0.3,"
        "fixed:layer=1,fixed:layer=4,fixed",
        3000);
    e.seeds = 2;
    const auto runs = replay(table, e);
    QVERIFY2(runs.has_value(), runs ? "" : runs.error().message.c_str());
    QCOMPARE(runs->size(), std::size_t{14});
    std::set<std::string> entries;
    for (const ReplayRun& run : *runs) {
        Experiment alone = settingsOf(e, run.spec.policy);
        alone.policies = policyKind(run.spec.policy);
        alone.seed = run.spec.seed;
        alone.seeds = 1;
        const auto expected = replay(table, alone);
        QVERIFY(expected && expected->size() == 1);
        QVERIFY(run.summary.pulls == expected->front().summary.pulls);
        QCOMPARE(run.summary.rewardMean, expected->front().summary.rewardMean);
        QCOMPARE(run.summary.regret.value(), expected->front().summary.regret.value());
        QVERIFY(run.curves.reward == expected->front().curves.reward);
        ReplayFigures figures(std::vector<const ExitTable*>{&table});
        const auto played = figures.play(e, run.spec, {});
        QVERIFY(played && played->summary.pulls == run.summary.pulls);
        entries.insert(run.spec.policy);
    }
    QCOMPARE(entries.size(), std::size_t{7});
    QVERIFY((*runs)[0].summary.pulls != (*runs)[2].summary.pulls);  // beta 1 and 0.1
    QCOMPARE((*runs)[10].summary.pulls[3], std::int64_t{3000});     // layer 4
}

// So a stored run holds its own settings, and still says what played beside it.
void TestPolicyEntry::theListMeansTheSameInTheSettingsOfAnEntry() {
    const Experiment e = settings("splitee,fixed,fixed:layer=4,device-only,sw-ucb:window=50");
    const Experiment own = settingsOf(e, "fixed:fixed_layer=4");
    QCOMPARE(own.fixedLayer, std::int64_t{4});
    QCOMPARE(own.policies, std::string("splitee,fixed:fixed_layer=2,fixed:fixed_layer=4,"
                                       "device-only:fixed_layer=2,sw-ucb:window=50"));
    QVERIFY(settingsOf(own, "fixed:fixed_layer=4") == own);
    QVERIFY(settingsOf(own, "fixed") == own);
    QVERIFY(playedAlone(own) == playedAlone(e));
    QCOMPARE(playedAlone(e).size(), std::size_t{5});
    const Experiment other = settingsOf(e, "sw-ucb:window=50");
    QCOMPARE(other.policies, e.policies);  // nobody else reads the window
    QVERIFY(playedAlone(other) == playedAlone(e));
    QVERIFY(playedAlone(settings("splitee,fixed")) != playedAlone(e));
}

void TestPolicyEntry::aSweepPlaysEntriesAsTheirKinds() {
    Sweep sweep;
    sweep.tables = {"a.exits"};
    sweep.experiment = settings("splitee,splitee:beta=0.1");
    sweep.experiment.seeds = 2;
    sweep.axes.push_back(parseAxis("mu=0.1,0.2").value());
    const auto plan = SweepPlan::make(sweep);
    QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
    QCOMPARE(plan->runs(), std::int64_t{8});
    const SweepRun run = plan->run(6);
    QCOMPARE(run.spec.policy, std::string("splitee"));
    QCOMPARE(run.experiment.policies, std::string("splitee"));
    QCOMPARE(run.experiment.beta, 0.1);
    QCOMPARE(run.experiment.mu, 0.2);
    QCOMPARE(plan->run(4).experiment.beta, 1.0);
    sweep.axes.push_back(parseAxis("beta=1,2").value());
    const auto refused = SweepPlan::make(sweep);
    QVERIFY(!refused);
    QCOMPARE(refused.error().message,
             std::string("axis beta varies what policy splitee:beta=0.1 sets: leave one of them "
                         "out"));
}

void TestPolicyEntry::anEntryIsCheckedByItsOwnParameters() {
    const ExitTable table = madeTable(10, 4, 6);
    ReplayWorld world(table);
    Experiment e;
    e.policies = "fixed,fixed:layer=4";
    QVERIFY(validate(e, world));
    e.policies = "fixed,fixed:layer=5";
    QVERIFY(!validate(e, world));
    QVERIFY(!RunPlayer::of(e, {"fixed:fixed_layer=500", 1}, world));
    e.policies = "m-ucb,m-ucb:detection_window=7";  // must be even
    QVERIFY(!validate(e, world));
}
