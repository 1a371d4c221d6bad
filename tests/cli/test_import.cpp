// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of docs/bring-your-own-network.md, on networks that its scripts export.
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include "cli_tests.h"
#include "program.h"

using namespace splitee::test;

namespace {

constexpr const char* kPython = "/usr/bin/python3";

// Runs the script of the docs that saves `name`.pt; false where Python has no torch.
bool exported(const QString& name, const QString& folder) {
    QFile docs(QStringLiteral(SPLITEE_DOCS "/bring-your-own-network.md"));
    if (!docs.open(QIODevice::ReadOnly)) return false;
    const QRegularExpression block("```python\n# " + name + "\\.pt\n(.*?)```",
                                   QRegularExpression::DotMatchesEverythingOption);
    const auto found = block.match(QString::fromUtf8(docs.readAll()));
    put(folder + "/export.py", found.captured(1).toStdString());
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QString::fromLatin1(kPython), {"export.py"});
    return process.waitForFinished(120'000) && QFile::exists(folder + "/" + name + ".pt");
}

bool hasTorch() {
    QProcess process;
    process.start(QString::fromLatin1(kPython), {"-c", "import torch"});
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

}  // namespace

void TestImport::aNetworkWithExitsPlaysEverywhere() {
    if (!hasTorch()) QSKIP("skipped: /usr/bin/python3 has no torch (package python3-torch)");
    const QTemporaryDir folder;
    const QString at = folder.path(), model = at + "/plain.mee", session = at + "/s.splitee";
    QVERIFY(exported("plain", at));
    const auto done = program({"model", "import", at + "/plain.pt", "--dataset", "signs", "--mean",
                               "0.5", "--std", "0.25", "--out", model, "--json"});
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const auto exits = jsonOf(done)["exits"].toArray();
    QCOMPARE(exits.size(), 3);
    for (const auto& exit : exits) {
        QVERIFY(exit.toObject()["difference"].toDouble() <= 1e-5);
        QVERIFY(exit.toObject()["accuracy"].isDouble());
    }
    const auto info = jsonOf(program({"model", "info", model, "--json"}));
    QCOMPARE(info["kind"].toString(), QStringLiteral("torchscript"));
    QCOMPARE(info["class_names"].toArray().size(), 16);
    QVERIFY(program({"model", "info", model}).out.contains("16 x 16 x 16"));
    QVERIFY(info["provenance"].toObject()["command"].toString().startsWith(
        "splitee model import plain.pt --side 32 --mean 0.5"));

    // Live and from its table: the same rounds.
    const QStringList images{"--model", model, "--dataset", "signs", "--part", "validation"},
        play{"--rounds", "80", "--policy", "splitee", "--alpha", "0.07", "--session", session};
    const QString table = at + "/t.exits";
    QCOMPARE(program(QStringList{"table", "build", "--threads", "2", "--out", table} + images).code,
             0);
    QCOMPARE(program(QStringList{"run"} + images + play).code, 0);
    QCOMPARE(program(QStringList{"run", "--table", table} + play).code, 0);
    const auto live = program({"export", session, "1", "--out", "-"}).out;
    QVERIFY(live.count('\n') > 80);
    QCOMPARE(live, program({"export", session, "2", "--out", "-"}).out);
    QVERIFY(program({"again", session, "1"}).out.contains("identical, 80 rounds"));
    // Listing a session runs no network, not even one that has gone.
    QVERIFY(QFile::remove(model));
    QCOMPARE(program({"runs", session}).code, 0);
    const auto gone = program({"again", session, "1"});
    QVERIFY(gone.code != 0);
}

void TestImport::exitsAreTrainedForANetworkWithOne() {
    if (!hasTorch()) QSKIP("skipped: /usr/bin/python3 has no torch (package python3-torch)");
    const QTemporaryDir folder;
    const QString at = folder.path();
    QVERIFY(exported("resnet", at));
    const QStringList common{"--dataset", "signs", "--mean", "0.5", "--std", "0.25"};
    const auto bare = program(
        QStringList{"model", "import", at + "/resnet.pt", "--out", at + "/no.mee"} + common);
    QCOMPARE(bare.code, 1);
    QVERIFY2(bare.err.contains("attach exits with --attach auto"), qPrintable(bare.err));
    QVERIFY(!QFile::exists(at + "/no.mee"));
    const auto done = program(QStringList{"model", "import", at + "/resnet.pt", "--attach", "auto",
                                          "--images", "300", "--out", at + "/r.mee", "--json"} +
                              common);
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const auto exits = jsonOf(done)["exits"].toArray();
    QVERIFY(exits.size() >= 3);
    QVERIFY(exits.first().toObject()["temperature"].toDouble() > 0);
    const auto evaluated = jsonOf(program(
        {"eval", "--model", at + "/r.mee", "--dataset", "signs", "--samples", "50", "--json"}));
    QCOMPARE(evaluated["accuracy_per_exit"].toArray().size(), exits.size());
}

void TestImport::whatIsAskedForIsChecked_data() {
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("no classes") << QStringList{} << 2 << "give --classes FILE";
    QTest::newRow("one class") << QStringList{"--classes", "cat"} << 2
                               << "neither a file with a class a line nor a list";
    QTest::newRow("mean") << QStringList{"--classes", "a,b", "--mean", "dark"} << 2
                          << "--mean dark is neither a number nor three";
    QTest::newRow("two means") << QStringList{"--classes", "a,b", "--mean", "0.5,0.5"} << 2
                               << "neither a number nor three";
    QTest::newRow("deviation") << QStringList{"--classes", "a,b", "--std", "0"} << 2
                               << "normalisation";
    QTest::newRow("side") << QStringList{"--classes", "a,b", "--side", "5000"} << 2 << "1024";
    QTest::newRow("exits without images")
        << QStringList{"--classes", "a,b", "--attach", "auto"} << 2 << "name them with --dataset";
    QTest::newRow("no such file") << QStringList{"--classes", "a,b"} << 1
                                  << "there is no such file";
    QTest::newRow("other classes than the images'")
        << QStringList{"--classes", "a,b", "--dataset", "signs"} << 1 << "classes";
}

void TestImport::whatIsAskedForIsChecked() {
    QFETCH(QStringList, flags);
    QFETCH(int, code);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const auto done = program(QStringList{"model", "import", folder.filePath("net.pt"), "--out",
                                          folder.filePath("net.mee")} +
                              flags);
    QVERIFY2(done.code == code, qPrintable(done.err));
    QVERIFY2(done.err.contains(says), qPrintable(done.err));
    QCOMPARE(done.err.trimmed().count('\n'), 0);
    QVERIFY(!QFile::exists(folder.filePath("net.mee")));
}
