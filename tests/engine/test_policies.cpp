// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_policies.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <limits>

#include "engine/policies/policy_info.h"
#include "engine/policies/splitee_s.h"
#include "engine/world/expected_reward.h"
#include "made_tables.h"
#include "reference.h"

using namespace splitee;
using namespace splitee::test;

namespace {

// A replay that hides, by NaN, whatever the query does not reveal. NaN would show in every later
// reward and choice.
class PoisonedWorld final : public World {
public:
    explicit PoisonedWorld(const ExitTable& table) : replay_(table) {}
    std::int64_t samples() const override { return replay_.samples(); }
    std::span<const double> depth() const override { return replay_.depth(); }
    bool allows(Feedback feedback) const override {
        return feedback != Feedback::UpToSplitAndFinal;
    }
    bool tellsEntropy() const override { return replay_.tellsEntropy(); }
    Result<std::span<const double>> context(std::int64_t row) override {
        return replay_.context(row);
    }
    std::span<const std::string> contextNames() const override { return replay_.contextNames(); }
    std::int32_t label(std::int64_t row) const override { return replay_.label(row); }
    std::int64_t sampleNumber(std::int64_t row) const override { return row; }
    Result<Observation> observe(const Query& query) override {
        const Observation seen = replay_.reveal(query);
        std::uint64_t revealed = 0;
        for (int layer = 1; layer <= seen.exits(); ++layer) {
            const auto at = static_cast<std::size_t>(layer - 1);
            const bool shown = seen.reveals(layer);
            confidence_[at] =
                shown ? seen.confidence(layer) : std::numeric_limits<double>::quiet_NaN();
            prediction_[at] = static_cast<std::int16_t>(shown ? seen.prediction(layer) : -1);
            revealed |= shown ? 1ULL << at : 0;
        }
        return Observation(confidence_.data(), prediction_.data(), seen.exits(), revealed,
                           seen.stop());
    }

private:
    ReplayWorld replay_;
    std::array<double, kMaxExits> confidence_{};
    std::array<std::int16_t, kMaxExits> prediction_{};
};

Experiment experimentWith(const std::string& policy, const std::string& side, double offload,
                          double lambda2) {
    Experiment e;
    e.policies = policy;
    e.side = side;
    e.offload = offload;
    e.lambda2 = lambda2;
    e.mu = 0.03;
    return e;
}

}  // namespace

void TestPolicies::everyRoundEqualsTheSlowReference_data() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("side");
    QTest::addColumn<QString>("referenceSide");
    QTest::addColumn<QString>("order");
    for (const char* order : {"file", "shuffle"}) {
        QTest::addRow("splitee, %s", order) << "splitee"
                                            << "corrected"
                                            << "none" << order;
        QTest::addRow("splitee-s released, %s", order) << "splitee-s"
                                                       << "released"
                                                       << "released" << order;
        QTest::addRow("splitee-s observed, %s", order) << "splitee-s"
                                                       << "observed"
                                                       << "observed" << order;
        QTest::addRow("splitee-s corrected, %s", order) << "splitee-s"
                                                        << "corrected"
                                                        << "corrected" << order;
    }
}

void TestPolicies::everyRoundEqualsTheSlowReference() {
    QFETCH(QString, policy);
    QFETCH(QString, side);
    QFETCH(QString, referenceSide);
    QFETCH(QString, order);
    const ExitTable table = madeTable(5000, 7, 11);
    Experiment e = experimentWith(policy.toStdString(), side.toStdString(), 2, 0.25);
    e.order = order.toStdString();
    ReplayWorld world(table);
    const auto rounds = roundsOfRun(e, {policy.toStdString(), 3}, world);
    QCOMPARE(rounds.size(), std::size_t{5000});

    ReferenceProblem p{table.exits, table.depth, {},      e.mu,   e.lambda1,
                       e.lambda2,   e.offload,   e.alpha, e.beta, policy == "splitee-s"};
    for (const RoundRecord& r : rounds) {
        const auto c = table.confidencesOf(r.row);
        p.confidence.emplace_back(c.begin(), c.end());
    }
    const auto reference = referenceRounds(p, referenceSide.toStdString());
    for (std::size_t t = 0; t < rounds.size(); ++t) {
        const std::string where = "round " + std::to_string(t + 1);
        QVERIFY2(rounds[t].split == reference[t].split, where.c_str());
        QVERIFY2(rounds[t].exited == reference[t].exited, where.c_str());
        QVERIFY2(std::abs(rounds[t].reward - reference[t].reward) < 1e-9, where.c_str());
        QVERIFY2(std::abs(rounds[t].cost() - reference[t].cost) < 1e-9, where.c_str());
    }
}

// One number for all that the learners do with a fixed seed. A change here is a change of
// behaviour: say why in the commit.
void TestPolicies::theBehaviourSignatureIsUnchanged() {
    const ExitTable table = madeTable(3000, 7, 5);
    ReplayWorld world(table);
    std::uint64_t signature = 0;
    for (const std::string side : {"released", "observed", "corrected"})
        for (const std::string policy : {"splitee", "splitee-s", "random"})
            for (const RoundRecord& r :
                 roundsOfRun(experimentWith(policy, side, 2, 0.25), {policy, 7}, world))
                signature = mixBits(signature ^ static_cast<std::uint64_t>(r.row * 64 + r.split));
    QCOMPARE(QString::number(signature, 16), QStringLiteral("576634c5fb3ecdb0"));
}

void TestPolicies::tiesGoToTheLowestLayer() {
    ExitTable table;
    table.exits = 4;
    table.depth = unitDepths(4);
    for (int row = 0; row < 50; ++row) {
        table.sample.push_back(row);
        table.label.push_back(0);
        table.confidence.insert(table.confidence.end(), {.9, .9, .9, .9});
        table.prediction.insert(table.prediction.end(), {0, 0, 0, 0});
    }
    Experiment e;
    e.mu = 0;  // all layers earn the same
    e.order = "file";
    ReplayWorld world(table);
    const auto rounds = roundsOfRun(e, {"splitee", 1}, world);
    for (std::size_t t = 0; t < rounds.size(); ++t)
        QCOMPARE(rounds[t].split, static_cast<int>(t % 4) + 1);
}

void TestPolicies::theFirstRoundsPlayEachLayerOnceInOrder() {
    const ExitTable table = madeTable(100, 6, 1);
    ReplayWorld world(table);
    for (const std::string policy : {"splitee", "splitee-s", "i-splitee"}) {
        const auto rounds = roundsOfRun(Experiment(), {policy, 1}, world);
        for (int t = 0; t < 6; ++t) QCOMPARE(rounds[static_cast<std::size_t>(t)].split, t + 1);
    }
}

void TestPolicies::aPolicyNeverNeedsWhatADeviceWouldNotKnow_data() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("side");
    for (const PolicyInfo& info : kPolicies) {
        const QString key = QString::fromUtf8(info.key.data(), static_cast<int>(info.key.size()));
        if (key != "splitee-s" && key != "best" && key != "oracle")
            QTest::addRow("%s", qPrintable(key)) << key << "corrected";  // those two are bounds
    }
    QTest::addRow("splitee-s observed") << "splitee-s"
                                        << "observed";
    QTest::addRow("splitee-s corrected") << "splitee-s"
                                         << "corrected";
}

void TestPolicies::aPolicyNeverNeedsWhatADeviceWouldNotKnow() {
    QFETCH(QString, policy);
    QFETCH(QString, side);
    ExitTable table = madeTable(2000, 7, 21);
    table.entropy.assign(table.confidence.size(), 0);
    std::ranges::transform(table.confidence, table.entropy.begin(), [](double c) { return 1 - c; });
    Experiment e = experimentWith(policy.toStdString(), side.toStdString(), 2, 0.25);
    e.fixedLayer = 4;
    ReplayWorld open(table);
    PoisonedWorld poisoned(table);
    const RunSpec run{policy.toStdString(), 1};
    const auto rounds = roundsOfRun(e, run, open);
    QVERIFY(!rounds.empty());
    QVERIFY(rounds == roundsOfRun(e, run, poisoned));
}

void TestPolicies::correctedSideObservationsEstimateEveryMeanRewardWithoutBias() {
    const ExitTable table = madeTable(4000, 5, 33);
    ReplayWorld world(table);
    const CostTable costs = makeCostTable({.03, 1, .25, 2}, table.depth, ExitsEvaluated::UpToSplit);
    const double alpha = .6;
    const auto truth = expectedRewards(world, alpha, costs);
    SplitEeCorrectedPolicy policy(5, 1);
    Rng rng(1, "test");  // splits drawn at random, so that every layer is seen often
    for (int pass = 0; pass < 20; ++pass)
        for (std::int64_t row = 0; row < table.samples(); ++row) {
            const int split = 1 + static_cast<int>(rng.below(5));
            const Observation seen = world.reveal({row, {split, alpha}, Feedback::UpToSplit});
            policy.observe({1, alpha, costs, {}, row}, {split, alpha}, play(seen, costs), seen,
                           rng);
        }
    for (int layer = 1; layer <= 5; ++layer)
        QVERIFY(std::abs(policy.mean(layer, costs) - truth[static_cast<std::size_t>(layer - 1)]) <
                .006);
}

void TestPolicies::iSplitEeMakesTheDecisionsOfSplitEe() {
    const ExitTable table = madeTable(1000, 7, 2);
    ReplayWorld world(table);
    QVERIFY(roundsOfRun(Experiment(), {"splitee", 4}, world) ==
            roundsOfRun(Experiment(), {"i-splitee", 4}, world));
}

void TestPolicies::theBestFixedSplitIsTheOneWithTheLargestMeanReward() {
    const ExitTable table = madeTable(1000, 7, 9);
    ReplayWorld world(table);
    Experiment e = experimentWith("fixed", "corrected", 2, 0);
    double best = -1e9;
    int bestAt = 0;
    for (int layer = 1; layer <= 7; ++layer) {
        e.fixedLayer = layer;
        double sum = 0;
        for (const RoundRecord& r : roundsOfRun(e, {"fixed", 1}, world)) sum += r.reward;
        if (sum > best) {
            best = sum;
            bestAt = layer;
        }
    }
    for (const RoundRecord& r : roundsOfRun(e, {"best", 1}, world)) QCOMPARE(r.split, bestAt);
}

void TestPolicies::randomSplitsVisitEveryLayer() {
    const ExitTable table = madeTable(7000, 7, 9);
    ReplayWorld world(table);
    std::array<int, 8> pulls{};
    for (const RoundRecord& r : roundsOfRun(Experiment(), {"random", 1}, world))
        ++pulls[static_cast<std::size_t>(r.split)];
    for (std::size_t layer = 1; layer <= 7; ++layer)
        QVERIFY(pulls[layer] > 850 && pulls[layer] < 1150);
}

void TestPolicies::everyParameterIsReadByAPolicy() {
    const PolicyParameters all;
    int parameters = 0;
    const auto check = [&](const auto&, const FieldInfo& field) {
        ++parameters;
        QVERIFY2(std::ranges::any_of(
                     kPolicies,
                     [&](const PolicyInfo& info) { return readsParameter(info.key, field.key); }),
                 std::string(field.key).c_str());
    };
    std::apply(
        [&](const auto&... own) {
            (std::remove_cvref_t<decltype(own)>::visitFields(own, check), ...);
        },
        all);
    QVERIFY(parameters > 0);
    QVERIFY(readsParameter("sw-ucb", "window"));
    QVERIFY(!readsParameter("d-ucb", "window"));  // the same struct, which it reads in part
    QVERIFY(!readsParameter("splitee", "window"));
    QVERIFY(!readsParameter("none", "window"));
}

namespace {

ExitTable twoExits(double first, double final) {
    ExitTable table;
    table.exits = 2;
    table.depth = {1, 2};
    for (int row = 0; row < 400; ++row) {
        table.sample.push_back(row);
        table.label.push_back(0);
        table.confidence.insert(table.confidence.end(), {first, final});
        table.prediction.insert(table.prediction.end(), {0, 1});
    }
    return table;
}

std::vector<RoundRecord> roundsOfReleased(const ExitTable& table, const std::string& policy) {
    Experiment e;
    e.order = "file";
    ReplayWorld world(table);
    return roundsOfRun(e, {policy, 1}, world);
}

}  // namespace

// Nothing is gained by going on, and sending costs 0.5: the arms up to 0.4 leave and earn 0, the
// others -0.5. Rounds 1 to 11 play each threshold once.
void TestPolicies::adaEeLeavesAlwaysAtThresholdZero() {
    const auto rounds = roundsOfReleased(twoExits(0.4, 0.4), "adaee-released");
    for (std::size_t t = 0; t < 11; ++t) QCOMPARE(rounds[t].exited, t <= 4);
    int offloaded = 0;
    for (std::size_t t = 200; t < 400; ++t) offloaded += rounds[t].exited ? 0 : 1;
    QVERIFY2(offloaded < 60, std::to_string(offloaded).c_str());
    // The variant has no threshold that lets a sample of this confidence leave.
    for (const RoundRecord& r : roundsOfReleased(twoExits(0.4, 0.4), "adaee")) QVERIFY(!r.exited);
    // Joint arms: splitting at layer 1 under threshold 0 earns 0.3 and the final exit 0.2.
    const auto joint = roundsOfReleased(twoExits(0.4, 0.4), "joint-leave");
    for (std::size_t t = 0; t < 12; ++t) {
        QCOMPARE(joint[t].split, t < 11 ? 1 : 2);
        QCOMPARE(joint[t].exited, t <= 4 || t == 11);
    }
}

void TestPolicies::ofAnOffloadedSampleAdaEeTakesTheMoreConfidentAnswer() {
    for (const double final : {0.3, 0.45, 0.6}) {
        bool any = false;
        for (const RoundRecord& r : roundsOfReleased(twoExits(0.45, final), "adaee-released")) {
            if (r.exited) continue;
            any = true;
            QCOMPARE(r.prediction, final > 0.45 ? 1 : 0);  // equal: the exit on the device
            QCOMPARE(r.reward, std::max(final, 0.45) - 0.1 * (1 + 5));
        }
        QVERIFY(any);
    }
}

void TestPolicies::allOffersWhatTheRulesOfTheExperimentOffer() {
    Experiment e;
    e.policies = "all";
    const auto holds = [&](const char* key) {
        const auto keys = policiesOf(e);
        return std::ranges::find(*keys, std::string(key)) != keys->end();
    };
    QVERIFY(holds("adaee-released") && holds("joint-leave") && holds("splitee"));
    QVERIFY(!holds("adaee") && !holds("joint"));
    e.rules = 1;  // as `all` was meant then
    QVERIFY(!holds("adaee-released") && !holds("joint-leave") && holds("splitee"));
    QVERIFY(holds("adaee") && holds("joint"));
    e.rules = 2;
    e.policies = "adaee,joint";  // a key keeps its meaning
    QCOMPARE(policiesOf(e)->size(), std::size_t{2});
}
