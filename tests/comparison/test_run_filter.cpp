// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <random>

#include "comparison/run_filter.h"
#include "subjects.h"

using namespace splitee;

namespace {

/// Numbers of the runs that pass, "1 3"; or the error.
QString passing(const std::vector<RunRow>& rows, const std::string& text) {
    const auto filter = RunFilter::parse(text);
    if (!filter) return QString::fromStdString(filter.error().message);
    QStringList numbers;
    for (const RunRow& row : rows)
        if (filter->matches(row)) numbers << QString::number(row.run.id);
    return numbers.join(' ');
}

}  // namespace

class TestRunFilter : public QObject {
    Q_OBJECT

    std::vector<RunRow> rows_;

private slots:
    void initTestCase() {
        StoredRun runs[]{someRun("splitee", 1, 5, 7.2, 0.901),
                         someRun("splitee-s", 2, 5, 6.9, 0.899),
                         someRun("splitee-s", 3, 8, 9.1, 0.908), someRun("final", 1, 0, 19, 0.91)};
        runs[0].marks = {"the good one", true, "blur, for the paper", "", false};
        runs[1].marks.tags = "blurred";
        runs[2].marks.trashed = true;
        runs[3].status = RunStatus::Stopped;
        runs[3].summary.clear();
        runs[3].experiment.schedule = "offload=9@100";
        std::int64_t id = 0;
        for (StoredRun& run : runs) {
            run.id = ++id;
            rows_.push_back(rowOf(run));
        }
    }

    void comparesAndJoins_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("passing");
        const std::pair<const char*, const char*> all[]{
            {"", "1 2 3 4"},
            {"   ", "1 2 3 4"},
            {"policy = splitee-s and offload >= 5", "2 3"},
            {"policy = SplitEE-S", "2 3"},
            {"policy != splitee-s", "1 4"},
            {"offload > 5", "3"},
            {"offload < 5", "4"},
            {"offload <= 5", "1 2 4"},
            {"offload==5", "1 2"},
            {"offload in (0, 8)", "3 4"},
            {"policy in (splitee, final) and seed = 1", "1 4"},
            {"policy not in (splitee, final)", "2 3"},
            {"policy ~ split", "1 2 3"},
            {"policy ~ \"-s\" or status = stopped", "2 3 4"},
            {"accuracy >= 90 %", "1 3"},
            {"accuracy >= 90%", "1 3"},
            {"accuracy >= 0.9", "1 3"},
            {"accuracy >= 90", "1 3"},  // no share is above 1
            {"Accuracy >= 90", "1 3"},
            {"'Accuracy (%)' >= 90", "1 3"},
            {"\"cost / sample\" >= 0 and 'accuracy' >= 90", "1 3"},
            {"accuracy = 89.9%", "2"},
            {"not accuracy > 0", "4"},
            {"accuracy != 3", "1 2 3 4"},  // what is not known passes != only
            {"tag = blur", "1"},
            {"tag ~ blur", "1 2"},
            {"tag = 'for the paper'", "1"},
            {"tag != blur", "2 3 4"},
            {"starred", "1"},
            {"starred = yes", "1"},
            {"starred = no and not trashed", "2 4"},
            {"trashed", "3"},
            {"name = 'the good one'", "1"},
            {"good", "1"},
            {"GOOD ONE", "1"},
            {"\"good one\"", "1"},
            {"\"one good\"", ""},
            {"paper blur", "1"},
            {"cifar10", "1 2 3 4"},
            {"schedule ~ offload", "4"},
            {"offload=9", ""},
            {"'offload=9'", "4"},
            {"seed = 1 or seed = 2 and offload = 8", "1 4"},
            {"(seed = 1 or seed = 2) and offload = 5", "1 2"},
            {"not (seed = 1) and not seed = 2", "3"},
            {"seed ~ 2", "2"},
            {"started >= 2026-11-21", "1 2 3 4"},
            {"started < 2026", ""},
            {"split = 3", "1 2 3"},
            {"run = 2", "2"},
            {"rounds_played > 100", "1 2 3"}};
        for (const auto& [text, wanted] : all)
            QTest::addRow("%s", text) << QString(text) << QString(wanted);
    }
    void comparesAndJoins() {
        QFETCH(const QString, text);
        QTEST(passing(rows_, text.toStdString()), "passing");
    }

    void wholeNumbersAreExactHoweverLarge() {
        std::vector<RunRow> rows;
        for (std::int64_t k = 1; k <= 5; ++k) {
            StoredRun run = someRun("splitee", 4'000'000'000 + static_cast<std::uint64_t>(k), 5,
                                    7.2, 0.1 + 0.2);
            run.id = k;
            rows.push_back(rowOf(run));
        }
        QCOMPARE(passing(rows, "seed = 4000000001"), QString("1"));
        QCOMPARE(passing(rows, "seed in (4000000002, 4000000004)"), QString("2 4"));
        QCOMPARE(passing(rows, "seed != 4000000003"), QString("1 2 4 5"));
        QCOMPARE(passing(rows, "seed > 4000000003"), QString("4 5"));
        QCOMPARE(passing(rows, "seed <= 4000000003"), QString("1 2 3"));
        QCOMPARE(passing(rows, "accuracy = 0.3"),
                 QString("1 2 3 4 5"));  // 0.1 + 0.2 misses it by a hair
    }

    void errorsAreOneSentenceThatNamesThePlace_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const std::pair<const char*, const char*> all[]{
            {"offlaod >= 5", "there is no 'offlaod' at character 1: did you mean offload?"},
            {"seed = 1 and ofload = 2", "at character 14"},
            {"ü and offlaod = 1", "at character 7"},
            {"offload >= much", "'much' at character 12 is not a number, and offload is one"},
            {"offload >=", "a value for offload is missing at character 11"},
            {"offload >= and", "is not a number"},
            {"(seed = 1", "the ( at character 1 is not closed"},
            {"seed = 1)", "the ) at character 9 closes nothing"},
            {"\"open", "the quote at character 1 is not closed"},
            {"seed in (1, 2", "a comma or ) is missing at character 14"},
            {"seed in ()", "a value for seed is missing at character 10"},
            {"seed not in 3", "a list in parentheses is missing at character 13"},
            {"and", "'and' at character 1 needs something before it"},
            {"seed = 1 and", "something is missing at the end"},
            {"seed = 1 or or", "at character 13"},
            {"seed ! 1", "! at character 6 stands alone"},
            {"= 3", "'=' at character 1 needs something before it"},
            {"not", "something is missing at the end"},
            {"seed = 1, 2", "',' at character 9 does not fit there"},
            {"seed = nan", "is not a number"},
            {"seed = 1 && seed = 2", "'&&' at character 10 joins nothing: write and"},
            {"seed = 1 || seed = 2", "'||' at character 10 joins nothing: write or"}};
        for (const auto& [text, says] : all)
            QTest::addRow("%s", text) << QString::fromUtf8(text) << QString(says);
    }
    void errorsAreOneSentenceThatNamesThePlace() {
        QFETCH(const QString, text);
        QFETCH(const QString, says);
        REQUIRE_SAYS(RunFilter::parse(text.toStdString()), says.toStdString());
    }

    void whatAsksForTheTrashSaysSo() {
        QVERIFY(RunFilter::parse("trashed")->speaksOfTrash());
        QVERIFY(RunFilter::parse("seed = 1 or not trashed = no")->speaksOfTrash());
        QVERIFY(!RunFilter::parse("seed = 1 and 'trashed'")->speaksOfTrash());
        QVERIFY(RunFilter::parse("")->isEmpty());
    }

    void lengthAndDepthHaveLimits() {
        REQUIRE_SAYS(RunFilter::parse(std::string(2001, 'a')), "keep it to 2000");
        REQUIRE_OK(RunFilter::parse(std::string(40, '(') + "a" + std::string(40, ')')));
        REQUIRE_SAYS(RunFilter::parse(std::string(60, '(') + "a" + std::string(60, ')')),
                     "lie in each other");
        std::string nots;
        for (int i = 0; i < 400; ++i) nots += "not ";
        REQUIRE_SAYS(RunFilter::parse(nots + "a"), "lie in each other");
    }

    void anyTextIsReadOrRefused() {
        const std::vector<std::string> pieces{"policy",   "offload", "starred",
                                              "accuracy", "and",     "or",
                                              "not",      "in",      "(",
                                              ")",        ",",       "=",
                                              "!=",       "<",       ">=",
                                              "~",        "!",       "\"",
                                              "'",        "5",       "0.9",
                                              "90",       "%",       "90%",
                                              " ",        " ",       "tag",
                                              "ü",        "\n",      "splitee-s",
                                              "-",        "1e999",   std::string(1, '\0')};
        std::mt19937 random(7);
        int read = 0;
        for (int i = 0; i < 50'000; ++i) {
            std::string text;
            for (auto n = random() % 12; n > 0; --n)
                text += random() % 8 == 0
                            ? std::string(1, static_cast<char>(random() % 256))
                            : pieces[random() % pieces.size()] + (random() % 2 == 0 ? " " : "");
            const auto filter = RunFilter::parse(text);
            if (!filter) {
                QVERIFY(!filter.error().message.empty());
                continue;
            }
            ++read;
            for (const RunRow& row : rows_) static_cast<void>(filter->matches(row));
        }
        QVERIFY(read > 1000);
    }
};

std::unique_ptr<QObject> makeRunFilterTests() { return std::make_unique<TestRunFilter>(); }

#include "test_run_filter.moc"
