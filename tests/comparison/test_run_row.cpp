// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "comparison/run_keys.h"
#include "subjects.h"

using namespace splitee;

namespace {

RunValue valueAt(const RunRow& row, std::string_view key) {
    const auto place = findRunKey(key);
    return place ? valueOf(row, *place) : RunValue(std::string_view("there is no such key"));
}

}  // namespace

class TestRunRow : public QObject {
    Q_OBJECT
private slots:
    void everySettingOfAnExperimentHasItsValueUnderItsKey() {
        StoredRun run = someRun("splitee", 3, 8, 7.2, 0.9);
        run.experiment.schedule = "offload=9@100";
        run.experiment.rounds = 500;
        const RunRow row = rowOf(run);
        Experiment::visitFields(run.experiment, [&](const auto& value, const FieldInfo& info) {
            if (info.key == "seeds") return;  // a run has one
            QVERIFY2(findRunKey(info.key), std::string(info.key).c_str());
            if (info.key == "policy" || info.key == "seed")
                return;  // the run's own, not the experiment's
            const RunValue shown = valueAt(row, info.key);
            if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>)
                QCOMPARE(numberOf(shown), static_cast<double>(value));
            else
                QCOMPARE(textOf(shown), value);
        });
        QCOMPARE(textOf(valueAt(row, "policy")), std::string("splitee"));
        QCOMPARE(numberOf(valueAt(row, "seed")), 3.0);
        QCOMPARE(numberOf(valueAt(row, "offload")), 8.0);
    }

    void figuresComeFromTheSummaryAndWhatIsNotKnownIsNothing() {
        const RunRow row = rowOf(someRun("splitee", 3, 8, 7.25, 0.9));
        QCOMPARE(numberOf(valueAt(row, "cost_mean")), 7.25);
        QCOMPARE(numberOf(valueAt(row, "accuracy")), 0.9);
        QCOMPARE(numberOf(valueAt(row, "split")), 3.0);
        QCOMPARE(numberOf(valueAt(row, "seconds")), 0.5);
        QCOMPARE(numberOf(valueAt(row, "rounds_played")), 2000.0);
        QVERIFY(!isKnown(valueAt(row, "regret")));
        QVERIFY(!isKnown(valueAt(row, "note")));
    }

    void aSummaryOfAnyKindDoesNoHarm() {
        for (const std::string& summary :
             {std::string(), std::string("{"), std::string("[1]"),
              std::string("{\"accuracy\": \"high\", \"pulls\": 3}"), std::string(50'000, '['),
              std::string("{\"pulls\": [\"a\", 2]}")}) {
            StoredRun run = someRun("splitee", 1, 5, 1, 1);
            run.summary = summary;
            const RunRow row = rowOf(run);
            QVERIFY(!isKnown(valueAt(row, "accuracy")));
            QCOMPARE(row.figures.size(), runFigures().size());
        }
    }

    void keysAreThereOnceAndHaveLabels() {
        std::set<std::string_view> seen;
        for (const RunKey& key : runKeys()) {
            QVERIFY2(seen.insert(key.key).second, std::string(key.key).c_str());
            QVERIFY(!key.label.empty());
        }
    }
};

std::unique_ptr<QObject> makeRunRowTests() { return std::make_unique<TestRunRow>(); }

#include "test_run_row.moc"
