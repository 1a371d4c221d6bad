// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_oracle.h"

#include <QTest>

#include "engine/policies/policy_info.h"
#include "made_tables.h"
#include "oracle/oracle.h"

using namespace splitee;
using namespace splitee::test;
using oracle::Problem;

namespace {

bool nearOracle(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }

/// The rows' confidences; predictions and labels 0.
ExitTable tableOf(const std::vector<std::vector<double>>& confidences) {
    ExitTable table;
    table.exits = static_cast<int>(confidences.front().size());
    table.depth = unitDepths(table.exits);
    for (const auto& row : confidences) {
        table.sample.push_back(table.samples());
        table.label.push_back(0);
        table.confidence.insert(table.confidence.end(), row.begin(), row.end());
        table.prediction.resize(table.confidence.size(), 0);
    }
    return table;
}

/// Five exits, 400 samples, every confidence a multiple of 1/4, entropies and contexts of few
/// values: with the weights of tyingProblem() all rewards and mapped rewards are exact, so that
/// equal means are equal to the last bit however summed.
ExitTable tyingTable() {
    ExitTable table;
    table.name = "tying";
    table.exits = 5;
    table.depth = unitDepths(5);
    table.contextNames = {"light", "blur"};
    Rng rng(3, "tying table");
    const auto quarters = [&](std::uint64_t from) {
        return static_cast<double>(from + rng.below(5 - from)) / 4;
    };
    for (std::int64_t row = 0; row < 400; ++row) {
        table.sample.push_back(row);
        table.label.push_back(static_cast<std::int32_t>(rng.below(3)));
        const bool alike = rng.below(3) == 0;
        const double shared = quarters(1);
        for (int i = 0; i < 5; ++i) {
            table.confidence.push_back(alike ? shared : quarters(1));
            table.entropy.push_back(quarters(0));
            table.prediction.push_back(static_cast<std::int16_t>(rng.below(3)));
        }
        for (int f = 0; f < 2; ++f) table.context.push_back(quarters(0));
    }
    return table;
}

Problem tyingProblem(const ExitTable& table) {
    Problem p;
    p.table = &table;
    p.mu = 0.125;  // hi - lo = 1 + mu (gamma_4 - gamma_1 + o) = 2
    p.offload = 5;
    p.alpha = 0.75;
    return p;
}

using Changes = std::map<std::string, double>;
const Changes kOther{{"beta", 0.25},
                     {"fixed_layer", 3},
                     {"entropy_threshold", 0.25},
                     {"patience", 1},
                     {"kl_ucb_c", 3},
                     {"window", 37},
                     {"radius_scale", 0.1},
                     {"discount", 0.9},
                     {"explore", 0.4},
                     {"cusum_samples", 5},
                     {"cusum_epsilon", 0.01},
                     {"cusum_threshold", 0.5},
                     {"detection_window", 10},
                     {"detection_threshold", 0.6},
                     {"exp3_gamma", 0.3},
                     {"exp3_share", 0.1},
                     {"threshold_arms", 3},
                     {"forced_every", 7}};
const Changes kLeast{{"beta", 0},
                     {"entropy_threshold", 0},
                     {"patience", 0},
                     {"kl_ucb_c", 0},
                     {"window", 1},
                     {"radius_scale", 0},
                     {"discount", 0.5},
                     {"explore", 0},
                     {"cusum_samples", 1},
                     {"cusum_epsilon", 0},
                     {"cusum_threshold", 0},
                     {"detection_window", 2},
                     {"detection_threshold", 0},
                     {"exp3_gamma", 0},
                     {"exp3_share", 0},
                     {"threshold_arms", 1},
                     {"forced_every", 0}};
const Changes kMost{{"beta", 100},
                    {"fixed_layer", 4},
                    {"entropy_threshold", 16},
                    {"patience", 63},
                    {"window", 1e7},
                    {"radius_scale", 100},
                    {"discount", 1},
                    {"explore", 1},
                    {"cusum_epsilon", 1},
                    {"cusum_samples", 1e6},
                    {"detection_window", 10000},
                    {"exp3_gamma", 1},
                    {"exp3_share", 1},
                    {"threshold_arms", 100},
                    {"forced_every", 1}};

/// The same problem as an experiment of the engine.
Experiment experimentOf(const Problem& p, const std::string& policy) {
    Experiment e;
    e.policies = policy;
    e.side = p.side;
    e.mu = p.mu;
    e.lambda1 = p.lambda1;
    e.lambda2 = p.lambda2;
    e.offload = p.offload;
    e.alpha = p.alpha;
    Experiment::visitFields(e, [&](auto& value, const FieldInfo& info) {
        using Value = std::remove_cvref_t<decltype(value)>;
        const auto found = p.parameters.find(std::string(info.key));
        if constexpr (std::is_arithmetic_v<Value>)
            if (found != p.parameters.end()) value = static_cast<Value>(found->second);
    });
    return e;
}

}  // namespace

void TestOracle::everyPolicyHasAnOracle() {
    const ExitTable table = tyingTable();
    const Problem p = tyingProblem(table);
    for (const PolicyInfo& policy : kPolicies)
        QVERIFY2(oracle::oracleOf(std::string(policy.key), p) != nullptr,
                 ("no oracle of " + std::string(policy.key)).c_str());
}

void TestOracle::theBetaQuantileIsTheKnownOne() {
    using oracle::betaUpperQuantile;
    for (const double tail : {0.5, 0.1, 1e-3, 1e-6}) {
        QVERIFY(nearOracle(betaUpperQuantile(1, 1, tail), 1 - tail, 1e-15));
        QVERIFY(nearOracle(betaUpperQuantile(3.5, 1, tail), std::pow(1 - tail, 1 / 3.5),
                           1e-14));  // x^a
        QVERIFY(nearOracle(betaUpperQuantile(1, 2.5, tail), 1 - std::pow(tail, 1 / 2.5),
                           1e-14));  // 1 - (1 - x)^b
        QVERIFY(nearOracle(betaUpperQuantile(0.5, 0.5, tail),
                           std::pow(std::cos(tail * std::acos(-1.0) / 2), 2),
                           1e-14));  // arcsine law
    }
    QVERIFY(nearOracle(betaUpperQuantile(7, 7, 0.5), 0.5, 1e-15));
    QVERIFY(nearOracle(betaUpperQuantile(4000, 4000, 0.5), 0.5, 1e-12));
    const double q = betaUpperQuantile(3, 2, 0.25);  // P(X <= q) = 4 q^3 - 3 q^4
    QVERIFY(nearOracle(4 * q * q * q - 3 * q * q * q * q, 0.75, 1e-14));
}

void TestOracle::theKlIndexSolvesItsEquation() {
    const ExitTable table = tyingTable();
    const Problem p = tyingProblem(table);
    const double q = oracle::klUcbIndex({10, 4, 0}, 50, p);
    QVERIFY(q > 0.4);
    QVERIFY(nearOracle(0.4 * std::log(0.4 / q) + 0.6 * std::log(0.6 / (1 - q)), std::log(50.0) / 10,
                       1e-13));
    QVERIFY(nearOracle(oracle::klUcbIndex({10, 0, 0}, 50, p), 1 - std::pow(50.0, -0.1),
                       1e-15));  // kl(0, q) = -ln(1 - q)
    QCOMPARE(oracle::klUcbIndex({10, 10, 0}, 50, p), 1.0);
}

void TestOracle::gammaDrawsHaveTheirMeanAndVariance() {
    Rng rng(1, "gamma");
    for (const double shape : {1.0, 2.5, 40.0}) {
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < 40000; ++k) {
            const double g = oracle::gammaDraw(shape, rng);
            sum += g / 40000;
            squares += g * g / 40000;
        }
        QVERIFY(nearOracle(sum / shape, 1, 0.03));
        QVERIFY(nearOracle((squares - sum * sum) / shape, 1, 0.08));
    }
}

// Two arms, mu 0: arm 1 always earns 1/4 (it leaves: alpha 0), arm 2 always 3/4; x = r, as hi = 1
// and lo = 0. Indices with ln t: t = 3: .25 + sqrt(2.20) against .75 + sqrt(2.20) -> 2; t = 4: arm
// 1 .25 + sqrt(2.77) = 1.915, arm 2 .75 + sqrt(1.386) = 1.927 -> 2; t = 5: 1: .25 + 1.794 = 2.044,
// 2: .75 + sqrt(3.219/3) = 1.786 -> 1; t = 6: 1: .25 + sqrt(3.584/2) = 1.589, 2: .75 +
// sqrt(3.584/3) = 1.843 -> 2.
void TestOracle::ucb1PlaysTheRoundsWorkedOutByHand() {
    const ExitTable table = tableOf({{0.25, 0.75}});
    Problem p = tyingProblem(table);
    p.mu = 0;
    p.alpha = 0;
    const auto past = oracle::oracleRounds("ucb1", p, 1, 6);
    const std::vector<int> splits{1, 2, 2, 2, 1, 2};
    for (std::size_t t = 0; t < splits.size(); ++t) {
        QCOMPARE(past[t].fate.layer, splits[t]);
        QCOMPARE(past[t].value, splits[t] == 1 ? 0.25 : 0.75);
    }
}

void TestOracle::cascadesStopWhereTheirRulesSay() {
    ExitTable table = tableOf({{0.5, 0.75, 0.5, 1}});
    table.prediction = {1, 0, 0, 1};
    Problem p = tyingProblem(table);
    p.lambda2 = 1;
    p.parameters["fixed_layer"] = 2;
    p.parameters["patience"] = 1;
    const auto first = [&](const std::string& policy) {
        return oracle::oracleRounds(policy, p, 1, 1).front();
    };
    QCOMPARE(first("confidence-cascade").fate.layer, 2);
    QCOMPARE(first("confidence-cascade").cost, 4.0);  // two layers and two exits
    QCOMPARE(first("patience-cascade").fate.layer, 3);
    QCOMPARE(first("patience-cascade-offload").fate.layer, 2);
    QVERIFY(!first("patience-cascade-offload").fate.exited);
    QCOMPARE(first("patience-cascade-offload").reward, 1 - 0.125 * (4 + 5));
    p.parameters["entropy_threshold"] = 0.6;  // H(1/2) = ln 2 = .69, H(3/4) = .56
    QCOMPARE(first("entropy-cascade").fate.layer, 2);
    QCOMPARE(first("cloud-only").fate.layer, 0);
    QCOMPARE(first("cloud-only").reward, 1 - 0.125 * 5);
    QCOMPARE(first("device-only").reward, 0.75 - 0.125 * 3);
}

void TestOracle::aCusumRestartsTheArmThatChanged() {
    ExitTable table = tableOf({{0.25}});
    Problem p = tyingProblem(table);
    p.parameters["cusum_samples"] = 2;
    p.parameters["cusum_epsilon"] = 0;
    p.parameters["cusum_threshold"] = 0.5;
    p.parameters["explore"] = 0;
    oracle::CusumUcb policy(p);
    Rng rng(1, "policy");
    oracle::Past past;
    Rng untouched = rng;
    const auto learn = [&](double x) {
        oracle::Round round;
        round.arm = 1;
        round.value = x;
        policy.learn(round, rng);
    };
    for (const double x : {0.25, 0.25, 0.5, 0.5}) learn(x);  // g+ = .25, .5: does not exceed
    (void)policy.plan(0, past, rng);
    QVERIFY(!(rng == untouched));  // an arm that was played is chosen after a draw
    learn(0.3);                    // g+ = .55
    untouched = rng;
    (void)policy.plan(0, past, rng);
    QVERIFY(rng == untouched);  // forgotten: it is played first, without a draw
}

void TestOracle::everyPolicyEqualsItsOracleWhereManyArmsTie_data() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("side");
    QTest::addColumn<QString>("parameters");
    for (const PolicyInfo& info : kPolicies)
        for (const char* parameters : {"default", "other", "least", "most"})
            for (const char* side : {"corrected", "observed", "released"}) {
                const QString policy =
                    QString::fromUtf8(info.key.data(), static_cast<qsizetype>(info.key.size()));
                if (policy != "splitee-s" && QLatin1String(side) != QLatin1String("corrected"))
                    continue;
                QTest::addRow("%s %s %s", qPrintable(policy), side, parameters)
                    << policy << side << parameters;
            }
}

void TestOracle::everyPolicyEqualsItsOracleWhereManyArmsTie() {
    QFETCH(QString, policy);
    QFETCH(QString, side);
    QFETCH(QString, parameters);
    const ExitTable table = tyingTable();
    QVERIFY(validate(table).has_value());
    Problem p = tyingProblem(table);
    p.side = side.toStdString();
    const Changes& changes = parameters == "other"   ? kOther
                             : parameters == "least" ? kLeast
                                                     : kMost;
    if (parameters != "default")
        for (const auto& [key, value] : changes) p.parameters[key] = value;
    ReplayWorld world(table);
    Experiment e = experimentOf(p, policy.toStdString());
    e.rounds = 1000;  // more than two passes
    const auto valid = validate(e, world);
    QVERIFY2(valid.has_value(), valid ? "" : valid.error().message.c_str());
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto rounds = roundsOfRun(e, {policy.toStdString(), seed}, world);
        const auto past = oracle::oracleRounds(policy.toStdString(), p, seed, e.rounds);
        QCOMPARE(rounds.size(), std::size_t{1000});
        QCOMPARE(past.size(), rounds.size());
        for (std::size_t t = 0; t < past.size(); ++t) {
            const RoundRecord& r = rounds[t];
            QCOMPARE(r.row, past[t].row);
            const std::string different =
                difference(past[t], {r.split, r.exited, r.prediction, r.reward, r.cost()});
            QVERIFY2(different.empty(),
                     ("seed " + std::to_string(seed) + ", " + different).c_str());
        }
    }
}
