// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "comparison/round_column.h"
#include "comparison/run_table.h"
#include "played_session.h"
#include "storage/session/run_writer.h"
#include "subjects.h"

using namespace splitee;

namespace {

std::size_t key(std::string_view name) { return *findRunKey(name); }

std::vector<RoundRecord> someRounds(int count) {
    std::vector<RoundRecord> rounds;
    for (int t = 1; t <= count; ++t)
        rounds.push_back({t, t - 1, t, 1 + t % 5, t % 3 == 0, 0, t % 4 == 3 ? -1 : t % 2,
                          std::sin(t / 50.0), 1.0 + t % 7, t % 3 == 0 ? 0.0 : 5.0});
    return rounds;
}

}  // namespace

class TestRoundColumn : public QObject {
    Q_OBJECT
private slots:
    void aColumnIsAKeyAndAName() {
        for (const char* measure : {"accuracy", "cost_mean", "offload_rate", "reward_mean"})
            for (const RoundColumn& column :
                 {RoundColumn{key(measure), RoundColumn::Of::AtRound, 2000},
                  RoundColumn{key(measure), RoundColumn::Of::Least, 0},
                  RoundColumn{key(measure), RoundColumn::Of::Most, 0}}) {
                QVERIFY(roundColumnOf(keyOf(column)) == column);
                QVERIFY(roundColumnNamed(nameOf(column)) == column);
            }
        QCOMPARE(nameOf({key("accuracy"), RoundColumn::Of::AtRound, 2000}),
                 std::string("accuracy@2000"));
        for (const char* bad : {"accuracy", "accuracy@", "accuracy@0", "accuracy@-3", "accuracy@3x",
                                "regret:least", "split@5", "cost_mean:middle", "@3", ":least"})
            QVERIFY2(!roundColumnNamed(bad), bad);
        QVERIFY(!roundColumnOf(3));
        QVERIFY(!roundColumnOf(kTitleKey));
    }

    void followsAsAPlainSumDoes() {
        const auto rounds = someRounds(1700);
        const auto meanOf = [&](std::size_t first, std::size_t last,
                                auto&& value) {  // [first, last)
            double sum = 0;
            for (std::size_t t = first; t < last; ++t) sum += value(rounds[t]);
            return sum / static_cast<double>(last - first);
        };
        const auto reward = [](const RoundRecord& r) { return r.reward; };
        double least = 2, most = -2;
        for (std::size_t end = 500; end <= rounds.size(); ++end) {
            least = std::min(least, meanOf(end - 500, end, reward));
            most = std::max(most, meanOf(end - 500, end, reward));
        }
        const auto followed = [&](const RoundColumn& column, std::size_t step) {
            FollowedMeasure measure(column);
            for (std::size_t at = 0; at < rounds.size(); at += step)
                measure.add(std::span(rounds).subspan(at, std::min(step, rounds.size() - at)));
            return measure.value();
        };
        for (const std::size_t step : {std::size_t{1}, std::size_t{77}, std::size_t{5000}}) {
            QVERIFY(std::abs(followed({key("reward_mean"), RoundColumn::Of::Least, 0}, step) -
                             least) < 1e-9);
            QVERIFY(std::abs(followed({key("reward_mean"), RoundColumn::Of::Most, 0}, step) -
                             most) < 1e-9);
            QCOMPARE(followed({key("cost_mean"), RoundColumn::Of::AtRound, 100}, step),
                     meanOf(0, 100, [](const RoundRecord& r) { return r.cost(); }));
            QVERIFY(std::isnan(followed({key("cost_mean"), RoundColumn::Of::AtRound, 1701}, step)));
        }
        double right = 0, labelled = 0;
        for (std::size_t t = 0; t < 1000; ++t) {
            if (rounds[t].correct < 0) continue;
            ++labelled;
            right += rounds[t].correct;
        }
        QCOMPARE(followed({key("accuracy"), RoundColumn::Of::AtRound, 1000}, 64), right / labelled);
    }

    void readsTheRoundsOfASession() {
        const Folder folder;
        const auto path = folder / "rounds.splitee";
        {
            auto store = Session::open(path);
            REQUIRE_OK(store);
            for (const int rounds : {0, 300, 1700}) {
                const auto id = store->runs().add(someRun("splitee", 1, 5, 7, 0.9));
                REQUIRE_OK(id);
                RunWriter writer(*store, *id);
                if (rounds > 0) REQUIRE_OK(writer.consume(someRounds(rounds)));
            }
        }
        const std::vector<RoundColumn> columns{{key("cost_mean"), RoundColumn::Of::AtRound, 300},
                                               {key("cost_mean"), RoundColumn::Of::Most, 0}};
        const std::vector<std::int64_t> runs{1, 2, 3};
        std::vector<std::vector<double>> found;
        REQUIRE_OK(followRounds(
            path, runs, columns,
            [&](std::int64_t, const std::vector<double>& values) { found.push_back(values); }, {},
            {}));
        QVERIFY(std::isnan(found[0][0]) && std::isnan(found[0][1]));
        QCOMPARE(found[1][0], found[2][0]);
        QCOMPARE(found[1][1], found[1][0]);  // shorter than a window: its mean
        QVERIFY(found[2][1] >= found[2][0] - 1);
        std::stop_source stop;
        stop.request_stop();
        REQUIRE_SAYS(followRounds(
                         path, runs, columns, [](std::int64_t, const std::vector<double>&) {}, {},
                         stop.get_token()),
                     "cancelled");
    }

    // Layer 1 of the small table: E r(1) = 0.55 and E r(2) = 0.725, as test_compared_runs.cpp
    // computes them.
    void theRegretAtARoundIsWhatTheTableOfTheRunSays() {
        const Folder folder;
        const auto path = folder / "regret.splitee";
        std::int64_t fixed = 0, gone = 0;
        {
            test::PlayedSession session(path);
            Experiment experiment;
            experiment.order = "file";
            experiment.alpha = 0.8;
            experiment.fixedLayer = 1;
            fixed = session.play(experiment, "fixed", 1);
            StoredRun other = *session.store().runs().find(fixed);
            other.provenance.dataHash = "feed";  // a table that nobody has
            const auto added = session.store().runs().add(other);
            REQUIRE_OK(added);
            gone = *added;
            const auto rounds = session.store().rounds().read(fixed, 1, 10);
            REQUIRE_OK(rounds);
            RunWriter writer(session.store(), gone);
            REQUIRE_OK(writer.consume(*rounds));
        }
        const std::vector<RoundColumn> columns{
            {key("regret"), RoundColumn::Of::AtRound, 3},
            {key("realised_regret"), RoundColumn::Of::AtRound, 4},
            {key("regret"), RoundColumn::Of::AtRound, 5},
            {key("cost_mean"), RoundColumn::Of::AtRound, 4}};
        std::vector<std::vector<double>> found;
        REQUIRE_OK(followRounds(
            path, std::vector{fixed, gone}, columns,
            [&](std::int64_t, const std::vector<double>& values) { found.push_back(values); }, {},
            {}));
        QVERIFY(std::abs(found[0][0] - 3 * 0.175) < 1e-12);
        // On these samples layer 2 earned 0.725 a round, layer 1 0.55: over all four the same.
        QVERIFY(std::abs(found[0][1] - 4 * 0.175) < 1e-12);
        QVERIFY(std::isnan(found[0][2]));  // it has four rounds
        QCOMPARE(found[0][3], 3.5);
        QVERIFY(std::isnan(found[1][0]) && std::isnan(found[1][1]));
        QCOMPARE(found[1][3], 3.5);
    }

    void theTableShowsSortsAndGroupsThem() {
        std::vector<RunRow> rows;
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            rows.push_back(rowOf(someRun("splitee", seed, 5, 7, 0.9)));
            rows.back().run.id = static_cast<std::int64_t>(seed);
        }
        RunTable table;
        table.setRows(rows);
        const std::size_t column = keyOf({key("cost_mean"), RoundColumn::Of::AtRound, 300});
        QVERIFY(!isKnown(table.cell(0, column).value));
        QCOMPARE(table.withoutRoundValue(column).size(), std::size_t{3});
        table.addRoundValue(column, 1, 8);
        table.addRoundValue(column, 2, 4);
        table.addRoundValue(column, 3, 6);
        QCOMPARE(table.withoutRoundValue(column).size(), std::size_t{0});
        table.arrange({{}, {}, {{column, false}}});
        QCOMPARE(table.first(0).run.id, std::int64_t{2});
        QCOMPARE(table.best(column), std::optional<std::size_t>(0));
        table.arrange({{}, {key("policy")}, {}});
        QCOMPARE(numberOf(table.cell(0, column).value), 6.0);
        QVERIFY(table.cell(0, column).halfWidth.has_value());
    }
};

std::unique_ptr<QObject> makeRoundColumnTests() { return std::make_unique<TestRoundColumn>(); }

#include "test_round_column.moc"
