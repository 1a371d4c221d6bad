// SPDX-License-Identifier: GPL-3.0-or-later
// What a program may print, sense and nonsense.
#include <QTest>

#include "gui/jobs/program_output.h"
#include "gui_jobs_tests.h"
#include "tests/subjects_main.h"

using namespace splitee;

class TestProgramOutput : public QObject {
    Q_OBJECT
private slots:
    void linesComeInPieces() {
        BoundedLines lines;
        QList<QByteArray> taken;
        const auto take = [&](const QByteArray& line) { taken += line; };
        lines.add("on", take);
        lines.add("e\ntwo\n\nthr", take);
        QCOMPARE(taken, (QList<QByteArray>{"one", "two", ""}));
        lines.finish(take);
        QCOMPARE(taken.back(), QByteArray("thr"));
        lines.finish(take);
        QCOMPARE(taken.size(), 4);
    }

    void aLineThatNeverEndsFillsNoMemory() {
        BoundedLines lines;
        QList<QByteArray> taken;
        const auto take = [&](const QByteArray& line) { taken += line; };
        for (int i = 0; i < 50; ++i) lines.add(QByteArray(10'000, 'x'), take);
        QVERIFY(taken.isEmpty());
        lines.add("\nnext\n", take);
        QCOMPARE(taken.size(), 2);
        QCOMPARE(taken.front().size(), BoundedLines::kMost);
        QCOMPARE(taken.back(), QByteArray("next"));
    }

    void progressIsRead() {
        const auto told = progressIn(
            R"({"activity":"training","done":3,"total":12,"unit":"images","rate":1.5,"eta_s":6,)"
            R"("epoch":2.25,"epochs":4,"loss":0.5,"loss_per_exit":[0.75,0.25],"best_epoch":2,)"
            R"("accuracy_per_exit":[0.5,0.75]})");
        QVERIFY(told.has_value());
        QCOMPARE(told->activity, std::string("training"));
        QCOMPARE(told->done, std::int64_t{3});
        QCOMPARE(told->total, std::int64_t{12});
        QCOMPARE(told->secondsLeft, 6.0);
        QVERIFY(told->training.has_value());
        QCOMPARE(told->training->epoch, 2.25);
        QCOMPARE(told->training->bestEpoch, 2);
        QCOMPARE(told->training->accuracyPerExit, (std::vector<double>{0.5, 0.75}));
        QCOMPARE(told->training->lossPerExit, (std::vector<double>{0.75, 0.25}));
        const auto table = progressIn(R"({"activity":"building","done":0,"total":0,"unit":"x"})");
        QVERIFY(table && !table->training);
        QVERIFY(table->secondsLeft < 0 && table->perSecond == 0);
    }

    void nonsenseIsNoProgress_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("splitee: no such file");
        QTest::newRow("broken") << QByteArray("{\"activity\":\"training\",\"done\":3");
        QTest::newRow("array") << QByteArray("[1,2]");
        QTest::newRow("other keys") << QByteArray("{\"a\":1}");
        QTest::newRow("wrong types") << QByteArray("{\"activity\":7,\"done\":\"many\"}");
        QTest::newRow("bytes") << QByteArray("{\xff\xfe\x00\x01}", 6);
        QTest::newRow("deep") << "{\"activity\":" + QByteArray(60'000, '[');
    }
    void nonsenseIsNoProgress() {
        QFETCH(QByteArray, line);
        QVERIFY(!progressIn(line).has_value());
    }

    // Right keys, wild values: each figure stays in its range.
    void wildValuesAreTamed() {
        const auto told =
            progressIn("{\"activity\":\"" + QByteArray(5000, 'a') +
                       "\",\"done\":-5,\"total\":1e300,\"unit\":3,\"rate\":-1,\"eta_s\":\"soon\","
                       "\"epoch\":1e99,"
                       "\"epochs\":-3,\"loss\":{},\"loss_per_exit\":[-1,1e300,{}],\"accuracy_per_"
                       "exit\":[9,-9,\"x\"]}");
        QVERIFY(told && told->training);
        QVERIFY(told->activity.size() < 1000);
        QCOMPARE(told->done, std::int64_t{0});
        QVERIFY(told->total <= std::int64_t{9'000'000'000'000'000});
        QCOMPARE(told->perSecond, 0.0);
        QVERIFY(told->secondsLeft < 0);
        QVERIFY(told->training->epoch <= 1e6 && told->training->epochs == 0);
        QCOMPARE(told->training->accuracyPerExit, (std::vector<double>{1, 0, 0}));
        QCOMPARE(told->training->lossPerExit, (std::vector<double>{0, 1e12, 0}));
    }

    void anEvaluationIsRead() {
        const auto found = evaluationIn(
            "{\n\"samples\": 40, \"exit_blocks\": [3, 6], \"accuracy_per_exit\": [0.5, 1],\n"
            "\"confidence_per_exit\": [0.25]}\n");
        QVERIFY(found.has_value());
        QCOMPARE(found->samples, std::int64_t{40});
        QCOMPARE(found->exits.size(), std::size_t{2});
        QCOMPARE(found->exits[1].depth, 6.0);
        QCOMPARE(found->exits[1].accuracy, 1.0);
        QCOMPARE(found->exits[1].confidence, 0.0);
        for (const char* wrong : {"", "words", "{}", "{\"accuracy_per_exit\": 3}", "[]"})
            QVERIFY2(!evaluationIn(wrong), wrong);
    }

    void attachedExitsAreRead() {
        const auto found = attachedIn(
            R"({"exits": [{"exit": "layer1", "depth": 0.25, "accuracy": 0.5, "temperature": 1.5},
                          {"exit": 7, "accuracy": 9}], "seconds": 1})");
        QVERIFY(found.has_value());
        QCOMPARE(found->exits.size(), std::size_t{2});
        QCOMPARE(found->exits[0].place, QStringLiteral("layer1"));
        QCOMPARE(found->exits[0].temperature, 1.5);
        QCOMPARE(found->exits[1].accuracy, 1.0);
        QVERIFY(found->exits[1].place.isEmpty() && found->exits[1].temperature == 0);
        for (const char* wrong : {"", "{}", "{\"exits\": 3}", "[]"})
            QVERIFY2(!attachedIn(wrong), wrong);
    }

    void aLineIsShownWithoutControlCharacters() {
        QCOMPARE(shownLine("  a\x1b[31mb \r", 100), QStringLiteral("a\uFFFD[31mb"));
        QCOMPARE(shownLine("abcdef", 3).size(), 3);
        QVERIFY(shownLine(" \t", 9).isEmpty());
    }
};

std::unique_ptr<QObject> splitee::test::programOutputTests() {
    return subject<TestProgramOutput>();
}

#include "test_program_output.moc"
