// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QTest>

#include "cli_tests.h"
#include "engine/rng.h"
#include "program.h"

using namespace splitee::test;

namespace {

std::unique_ptr<QTemporaryDir> home;  // with texts.tsv and small.mee, made of it by the program

// Whether "good" or "bad" stands in a sentence decides.
std::string sentences() {
    splitee::Rng rng(1, "sentences");
    std::string text = "sentence\tlabel\n";
    for (int i = 0; i < 600; ++i) {
        const bool good = rng.below(2) == 1;
        text += good ? "good" : "bad";
        for (std::uint64_t word = 0; word < 1 + rng.below(7); ++word)
            text += " " + std::string(1 + rng.below(3), static_cast<char>('a' + rng.below(6)));
        text += good ? "\t1\n" : "\t0\n";
    }
    return text;
}

QStringList trainingOf(const char* out) {
    return {"train",
            "--network",
            "encoder",
            "--dataset",
            "text:texts.tsv",
            "--out",
            out,
            "--layers",
            "2",
            "--hidden",
            "16",
            "--heads",
            "2",
            "--feed-forward",
            "16",
            "--batch",
            "32",
            "--epochs",
            "4",
            "--vocabulary",
            "200",
            "--learning-rate",
            "0.01",
            "--length",
            "24"};
}

QStringList small(const QStringList& more) {
    return more + QStringList{"--model", "small.mee", "--dataset", "text:texts.tsv"};
}

}  // namespace

void TestTextNetwork::initTestCase() {
    home = std::make_unique<QTemporaryDir>();
    put(home->filePath("texts.tsv"), sentences());
    const Finished done = program(trainingOf("small.mee"), home->path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QVERIFY2(done.err.contains("validation accuracy per exit"), qPrintable(done.err));
}

void TestTextNetwork::modelInfoTellsWhatItReads() {
    const QJsonObject info =
        jsonOf(program({"model", "info", "small.mee", "--json"}, home->path()));
    QCOMPARE(info["kind"].toString(), QString("encoder"));
    QCOMPARE(info["input"].toString(), QString("text"));
    QCOMPARE(info["length"].toInt(), 24);
    QCOMPARE(info["stages"].toArray().size(), 2);
    QCOMPARE(info["stages"][0]["cut_bytes"].toInt(), 24 * 16 * 4);
    QCOMPARE(info["provenance"]["command"].toString(),
             QString("splitee train --network encoder --dataset text:PATH --epochs 4 --batch 32 "
                     "--learning-rate 0.01 --layers 2 --hidden 16 --heads 2 --feed-forward 16 "
                     "--vocabulary 200 --length 24 --out small.mee"));
    const Finished said = program({"model", "info", "small.mee"}, home->path());
    QVERIFY2(said.out.contains("Encoder, 2 layers of 16, texts of up to 24 of "),
             qPrintable(said.out));
    QVERIFY2(said.out.contains("24 x 16"), qPrintable(said.out));
}

void TestTextNetwork::aLiveRunEqualsTheReplayOfItsTable() {
    QCOMPARE(program(small({"table", "build", "--out", "t.exits"}), home->path()).code, 0);
    const QStringList play{"--policy", "splitee-s", "--seeds", "1",
                           "--rounds", "300",       "--order", "shuffle"};
    QCOMPARE(program(QStringList{"run", "--table", "t.exits", "--rounds-csv", "replay.csv"} + play,
                     home->path())
                 .code,
             0);
    for (const char* threads : {"1", "2"}) {
        const Finished live = program(
            small(QStringList{"run", "--threads", threads, "--rounds-csv", "live.csv"} + play),
            home->path());
        QVERIFY2(live.code == 0, qPrintable(live.err));
        QVERIFY(bytesOf(home->filePath("live.csv")) == bytesOf(home->filePath("replay.csv")));
    }
}

void TestTextNetwork::bundledTextsPlayByName() {
    const Finished live =
        program({"run", "--model", "small.mee", "--dataset", "text:builtin:product-reviews",
                 "--policy", "final", "--rounds", "200", "--session", "bundled.splitee"},
                home->path());
    QVERIFY2(live.code == 0, qPrintable(live.err));
    QCOMPARE(program({"again", "bundled.splitee", "1"}, home->path()).code, 0);
    const Finished table = program({"table", "build", "--model", "small.mee", "--dataset",
                                    "text:builtin:product-reviews", "--out", "bundled.exits"},
                                   home->path());
    QVERIFY2(table.code == 0, qPrintable(table.err));
}

void TestTextNetwork::imagesAndTextsAreRefused_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("an encoder on images")
        << QStringList{"run", "--model", "small.mee", "--dataset", "signs"}
        << "the network takes texts, but signs";
    QTest::newRow("images' network on texts")
        << QStringList{"run", "--model", "builtin:signs", "--dataset", "text:texts.tsv"} << "texts";
    QTest::newRow("texts that are not bundled")
        << QStringList{"run", "--model", "small.mee", "--dataset", "text:builtin:nonsense"}
        << "bundled are builtin:product-reviews";
    QTest::newRow("training an encoder on images")
        << QStringList{"train", "--network", "encoder", "--dataset", "signs", "--out", "x.mee"}
        << "it holds images";
    QTest::newRow("training a MobileNetV2 on texts")
        << QStringList{"train", "--dataset", "text:texts.tsv", "--out", "x.mee"}
        << "it holds texts";
    QTest::newRow("a flag of the other network")
        << QStringList{"train", "--dataset", "signs", "--out", "x.mee", "--layers", "3"}
        << "--layers is for --network encoder";
    QTest::newRow("and the other way round")
        << QStringList{"train", "--network", "encoder", "--dataset", "text:texts.tsv",
                       "--out", "x.mee",     "--width", "1"}
        << "--width is for --network mobilenet";
    QTest::newRow("another of these")
        << QStringList{"train", "--network", "encoder",      "--dataset", "text:texts.tsv",
                       "--out", "x.mee",     "--wide-exits", "1"}
        << "--wide-exits is for --network mobilenet";
    QTest::newRow("unknown network")
        << QStringList{"train",          "--network", "bert", "--dataset",
                       "text:texts.tsv", "--out",     "x.mee"}
        << "unknown network 'bert'";
}

void TestTextNetwork::imagesAndTextsAreRefused() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const Finished done = program(arguments, home->path());
    QVERIFY(done.code != 0);
    // Remarks on the texts may come before.
    QVERIFY2(done.err.trimmed().section('\n', -1).contains(says), qPrintable(done.err));
}
