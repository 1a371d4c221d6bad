// SPDX-License-Identifier: GPL-3.0-or-later
// The verb distortions, and a live run through a day.
#include <QImage>
#include <QJsonArray>
#include <QTest>

#include <set>

#include "cli_tests.h"
#include "program.h"

using namespace splitee::test;

void TestDistortionsVerb::listsEveryDistortion() {
    const auto listed = program({"distortions"});
    QCOMPARE(listed.code, 0);
    QCOMPARE(listed.out.count('\n'), 28);
    QVERIFY(listed.out.contains("cifar10c:gaussian_blur"));
    const auto json = program({"distortions", "--json"});
    const auto all = QJsonDocument::fromJson(json.out.toUtf8()).array();
    QCOMPARE(all.size(), 28);
    QCOMPARE(all[0]["number"].toString(), QStringLiteral("amount"));
    QCOMPARE(all[27]["name"].toString(), QStringLiteral("lens"));
    QCOMPARE(all[27]["family"].toString(), QStringLiteral("scene"));
    QCOMPARE(program({"list", "distortions"}).out.count('\n'), 28);
}

void TestDistortionsVerb::drawsASheetOfNineteenByFive() {
    const QTemporaryDir folder;
    const auto drawn = program({"distortions", "--sheet", "s.png", "--index", "3"}, folder.path());
    QVERIFY2(drawn.code == 0, qPrintable(drawn.err));
    const QImage sheet(folder.filePath("s.png"));
    QVERIFY(sheet.height() > 19 * 96 && sheet.height() < 21 * 104);
    QVERIFY(sheet.width() > 6 * 96);
    std::set<QRgb> colours;  // the last picture of the last row is no paper
    for (int y = sheet.height() - 90; y < sheet.height() - 10; ++y)
        for (int x = sheet.width() - 90; x < sheet.width() - 10; ++x)
            colours.insert(sheet.pixel(x, y));
    QVERIFY(colours.size() > 100);
    sheet.copy(0, 0, 200, 200).save(folder.filePath("own.png"));
    const auto own = program({"distortions", "--sheet", "o.png", "--image", "own.png", "--side",
                              "64", "--names", "fog,night"},
                             folder.path());
    QVERIFY2(own.code == 0, qPrintable(own.err));
    const QImage two(folder.filePath("o.png"));
    QVERIFY(two.height() > 2 * 64 && two.height() < 3 * 80);
}

void TestDistortionsVerb::badInputIsOneSentence_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("name") << QStringList{"--sheet", "s.png", "--names", "fog,nigt"}
                          << "did you mean night?";
    QTest::newRow("amounts") << QStringList{"--speed", "--names", "legacy_wrap"}
                             << "'legacy_wrap' with severities";
    QTest::newRow("image") << QStringList{"--sheet", "s.png", "--image", "nowhere"}
                           << "unknown dataset 'nowhere'";
    QTest::newRow("index") << QStringList{"--sheet", "s.png", "--index", "999999"}
                           << "has no image 999999";
    QTest::newRow("stdout") << QStringList{"--sheet", "-"} << "--sheet";
    QTest::newRow("place") << QStringList{"--sheet", "no/where/s.png"} << "cannot write picture";
}

void TestDistortionsVerb::badInputIsOneSentence() {
    QFETCH(QStringList, words);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const auto done = program(QStringList{"distortions"} + words, folder.path());
    QVERIFY(done.code == 1 || done.code == 2);
    QVERIFY2(done.err.contains(says), qPrintable(done.err));
    QCOMPARE(done.err.count('\n'), 1);
}

// A whole day over a live run, repeated from its session bit for bit; and a rising severity.
void TestDistortionsVerb::aDayIsPlayedAndRepeated() {
    const QTemporaryDir folder;
    for (const char* schedule : {"day", "fog@1..5@10..60, clean@90"}) {
        const auto run =
            program({"run", "--model", "builtin:signs", "--dataset", "signs", "--policy", "splitee",
                     "--rounds", "100", "--schedule", schedule, "--session", "s.splitee"},
                    folder.path());
        QVERIFY2(run.code == 0, qPrintable(run.err));
    }
    const auto again = program({"again", "s.splitee", "--all"}, folder.path());
    QVERIFY2(again.code == 0, qPrintable(again.out + again.err));
}
