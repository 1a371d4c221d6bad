// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include "comparison/run_table.h"
#include "subjects.h"

using namespace splitee;

namespace {

std::size_t columnKey(std::string_view name) { return *findRunKey(name); }

std::vector<RunRow> someRows() {
    std::vector<RunRow> rows;
    std::int64_t id = 0;
    for (const double offload : {5.0, 8.0})
        for (const char* policy : {"splitee", "final"})
            for (std::uint64_t seed = 1; seed <= 3; ++seed) {
                StoredRun run =
                    someRun(policy, seed, offload,
                            (policy[0] == 'f' ? 19 : 7) + static_cast<double>(seed) / 10,
                            0.9 - offload / 100);
                run.id = ++id;
                rows.push_back(rowOf(run));
            }
    return rows;
}

QString shown(const RunTable& table) {
    QStringList numbers;
    for (std::size_t at = 0; at < table.size(); ++at)
        numbers << QString::number(table.first(at).run.id);
    return numbers.join(' ');
}

}  // namespace

class TestRunTable : public QObject {
    Q_OBJECT
private slots:
    void sortsBySeveralKeysAndKeepsTheOrderOfNumbers() {
        RunTable table;
        table.setRows(someRows());
        QCOMPARE(shown(table), QString("1 2 3 4 5 6 7 8 9 10 11 12"));
        table.arrange({{}, {}, {{columnKey("policy"), false}, {columnKey("seed"), true}}});
        QCOMPARE(shown(table), QString("6 12 5 11 4 10 3 9 2 8 1 7"));
        table.arrange(
            {{},
             {},
             {{columnKey("regret"), true}, {columnKey("cost_mean"), true}}});  // no regret is known
        QCOMPARE(shown(table).left(4), QString("6 12"));
    }

    void whatIsNotKnownComesLastEitherWay() {
        auto rows = someRows();
        rows[0].figures.assign(rows[0].figures.size(), std::numeric_limits<double>::quiet_NaN());
        RunTable table;
        table.setRows(rows);
        for (const bool descending : {false, true}) {
            table.arrange({{}, {}, {{columnKey("accuracy"), descending}}});
            QCOMPARE(table.first(11).run.id, std::int64_t{1});
        }
    }

    void groupsHaveMeansAndSayWhereTheirRunsDiffer() {
        RunTable table;
        table.setRows(someRows());
        table.arrange({RunFilter::parse("offload >= 5").value(),
                       {columnKey("policy")},
                       {{columnKey("cost_mean"), true}}});
        QCOMPARE(table.size(), std::size_t{2});
        QCOMPARE(table.matching(), std::size_t{12});
        QCOMPARE(textOf(table.cell(0, kTitleKey).value), std::string("final"));
        QCOMPARE(numberOf(table.cell(0, kSeedsKey).value), 3.0);
        QCOMPARE(numberOf(table.cell(1, columnKey("cost_mean")).value), 7.2);
        QVERIFY(table.cell(1, columnKey("cost_mean")).halfWidth.has_value());
        QVERIFY(table.cell(0, columnKey("offload")).differs);
        QCOMPARE(textOf(table.cell(0, columnKey("policy")).value), std::string("final"));
        QCOMPARE(table.best(columnKey("cost_mean")), std::optional<std::size_t>(1));
        QVERIFY(!table.best(columnKey("offload_rate")));
    }

    void theTrashIsShownOnDemandOnly() {
        RunTable table;
        table.setRows(someRows());
        RunMarks trashed;
        trashed.trashed = true;
        table.setMarks(3, trashed);
        table.arrange({});
        QCOMPARE(table.size(), std::size_t{11});
        table.arrange({RunFilter::parse("trashed").value(), {}, {}});
        QCOMPARE(shown(table), QString("3"));
        QCOMPARE(table.trashed(), std::size_t{1});
        QVERIFY(table.find(3) != nullptr && table.find(3)->run.marks.trashed);
        QVERIFY(table.find(99) == nullptr);
    }

    void roundValuesStayUntilTheirRunGoesOn() {
        const std::size_t at =
            keyOf(RoundColumn{columnKey("accuracy"), RoundColumn::Of::AtRound, 2000});
        auto rows = someRows();
        rows[1].run.status = RunStatus::Interrupted;
        rows[1].run.rounds = 900;
        rows[2].run.rounds = 900;
        RunTable table;
        table.setRows(rows);
        for (const RunRow& row : rows)
            table.addRoundValue(at, row.run.id,
                                row.run.id == 2 ? std::numeric_limits<double>::quiet_NaN() : 0.9);
        table.setRows(rows);
        QVERIFY(table.withoutRoundValue(at).empty());
        rows[1].run.status = RunStatus::Finished;
        rows[2].run.rounds = 2000;
        rows.erase(rows.begin() + 3);
        table.setRows(rows);
        QCOMPARE(table.withoutRoundValue(at), (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(numberOf(table.cell(0, at).value), 0.9);
    }
};

std::unique_ptr<QObject> makeRunTableTests() { return std::make_unique<TestRunTable>(); }

#include "test_run_table.moc"
