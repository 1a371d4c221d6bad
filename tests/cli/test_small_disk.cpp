// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that runs full and one that may not be written: a sentence, and no round is lost.
#include <QTest>

#include "cli_tests.h"
#include "program.h"
#include "tests/small_disk.h"

using namespace splitee::test;

namespace {

const QString kPlay = QStringLiteral(
    "run --policy splitee-s --seeds 1 --rounds 100000 --table builtin:cifar10-clean --session ");

QString onDisk(const QString& script) {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SPLITEE"), QStringLiteral(SPLITEE_PROGRAM));
    environment.insert(QStringLiteral("PLAY"), kPlay);
    return onSmallDisk(script, QStringLiteral("2m"), environment).value_or(QString());
}

}  // namespace

#define SKIP_WITHOUT(out) \
    if (out.isEmpty()) QSKIP("this machine lets nobody mount a small disk")

void TestSmallDisk::aRunOnAFullDiskGoesOnOnceThereIsRoom() {
    const QString out = onDisk(QStringLiteral(
        "$SPLITEE $PLAY s.splitee && echo 'it never was full'\n"
        "$SPLITEE check s.splitee\n"
        "$SPLITEE resume --session s.splitee 1 && echo 'it went on without room'\n"
        "$SPLITEE check s.splitee\n"
        "mount -o remount,size=100m \"$DISK\"\n"
        "$SPLITEE resume --session s.splitee 1 && $SPLITEE runs --digest --session s.splitee"));
    SKIP_WITHOUT(out);
    QCOMPARE(out.count(
                 "the disk is full; all rounds committed so far are kept, make room and run again"),
             2);
    QVERIFY2(!out.contains("never was full") && !out.contains("without room"), qPrintable(out));
    QCOMPARE(out.count("1 exit table: whole"), 2);
    QVERIFY2(out.contains("went on from round"), qPrintable(out));
    const QTemporaryDir folder;
    const QString whole = folder.filePath("whole.splitee");
    QCOMPARE(program(kPlay.split(' ', Qt::SkipEmptyParts) << whole).code, 0);
    const QString digest = program({"runs", "--digest", "--session", whole}).out;
    QVERIFY2(!digest.isEmpty() && out.endsWith(digest), qPrintable(out));
}

void TestSmallDisk::aSessionThatMayNotBeWrittenIsShownAndRefused() {
    const QString out = onDisk(QStringLiteral(
        "$SPLITEE run --table builtin:cifar10-clean --policy splitee --seeds 1 --rounds 500 "
        "--session s.splitee > /dev/null\n"
        "mount -o remount,ro \"$DISK\"\n"
        "$SPLITEE runs --session s.splitee\n"
        "$SPLITEE check s.splitee\n"
        "for session in s.splitee new.splitee; do $SPLITEE $PLAY $session; echo \"exit $?\"; done\n"
        "$SPLITEE resume --session s.splitee 1; echo \"exit $?\"\n"));
    SKIP_WITHOUT(out);
    QVERIFY2(out.contains("finished") && out.contains("500 rounds, 1 exit table: whole"),
             qPrintable(out));
    QCOMPARE(out.count("exit 1"), 3);
    QCOMPARE(out.count("cannot open session s.splitee: it may not be written"), 2);
    QVERIFY2(out.contains("cannot open session new.splitee: it cannot be opened; check that the "
                          "folder exists and may be written"),
             qPrintable(out));
}
