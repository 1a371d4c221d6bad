// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <cmath>

#include "cli_tests.h"
#include "engine/rng.h"
#include "program.h"
#include "tests/sentence_piece_models.h"

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

// Trained with it, played live as from its table, imported again, and damaged.
void TestTextNetwork::aVocabularyOfSentencePieceIsTakenAndKept() {
    if (!hasSentencePiecePrograms()) QSKIP("skipped: the package sentencepiece is missing");
    const QString at = home->path();
    QVERIFY(trainSentencePiece(at + "/spm", bertPieces() + QStringList{"--vocab_size=70"}));
    QStringList training = trainingOf("spm.mee");
    training.remove(training.indexOf("--vocabulary"), 2);
    const Finished trained = program(training + QStringList{"--vocab", "spm.model"}, at);
    if (trained.err.contains("libsentencepiece-dev")) QSKIP("skipped: built without SentencePiece");
    QVERIFY2(trained.code == 0, qPrintable(trained.err));
    const QJsonObject info = jsonOf(program({"model", "info", "spm.mee", "--json"}, at));
    QCOMPARE(info["title"].toString(), QString("SentencePiece encoder, 2 layers of 16"));
    QCOMPARE(info["vocabulary"].toInt(), 70);
    QVERIFY(info["provenance"]["command"].toString().contains(" --vocab VOCABULARY "));
    QVERIFY(program({"model", "info", "spm.mee"}, at).out.contains(" of 70 pieces"));
    QVERIFY(bytesOf(at + "/spm.mee").find(bytesOf(at + "/spm.model")) != std::string::npos);

    const QStringList model{"--model", "spm.mee", "--dataset", "text:texts.tsv"};
    QCOMPARE(program(QStringList{"table", "build", "--out", "spm.exits"} + model, at).code, 0);
    const QStringList play{"--policy", "splitee-s", "--seeds", "1",
                           "--rounds", "200",       "--order", "shuffle"};
    QCOMPARE(
        program(QStringList{"run", "--table", "spm.exits", "--rounds-csv", "replay.csv"} + play, at)
            .code,
        0);
    const Finished live =
        program(QStringList{"run", "--rounds-csv", "live.csv"} + play + model, at);
    QVERIFY2(live.code == 0, qPrintable(live.err));
    QVERIFY(bytesOf(at + "/live.csv") == bytesOf(at + "/replay.csv"));

    // A training that goes on takes the same vocabulary and no other.
    training << "--resume";
    const Finished other = program(training, at);
    QVERIFY2(other.code != 0 && other.err.contains("made on other data"), qPrintable(other.err));
    QCOMPARE(program(training + QStringList{"--vocab", "spm.model"}, at).code, 0);

    std::string bytes = bytesOf(at + "/spm.model");
    put(at + "/half.model", bytes.substr(0, bytes.size() / 2));
    const Finished half = program({"train", "--network", "encoder", "--dataset", "text:texts.tsv",
                                   "--vocab", "half.model", "--out", "half.mee"},
                                  at);
    QVERIFY(half.code != 0);
    QVERIFY2(half.err.contains("cannot take vocabulary half.model: it is no SentencePiece model"),
             qPrintable(half.err));
}

void TestTextNetwork::aSecondVocabularyIsRefused() {
    for (const char* flag : {"--vocabulary", "--init"}) {
        const Finished done = program(
            {"train", "--network", "encoder", "--dataset", "text:texts.tsv", "--out", "x.mee",
             "--vocab", "v.txt", flag, QString(flag) == "--init" ? "small.mee" : "300"},
            home->path());
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains("so does " + QString(flag)), qPrintable(done.err));
    }
    const Finished images = program(
        {"train", "--dataset", "signs", "--out", "x.mee", "--vocab", "v.txt"}, home->path());
    QVERIFY2(images.err.contains("--vocab is for --network encoder"), qPrintable(images.err));
}

// A finished epoch is always told, with what it reached; work in between where time has passed.
void TestTextNetwork::progressIsJsonForPrograms() {
    const auto objectsOf = [](const Finished& done) {
        QList<QJsonObject> objects;
        for (const QString& line : done.err.split('\n'))
            if (const auto json = QJsonDocument::fromJson(line.toUtf8()); json.isObject())
                objects += json.object();
        return objects;
    };
    QVERIFY(QDir(home->path()).mkpath("told"));
    const Finished trained =
        program(trainingOf("told/small.mee") + QStringList{"--progress", "json"}, home->path());
    QVERIFY2(trained.code == 0, qPrintable(trained.err));
    QVERIFY(bytesOf(home->filePath("told/small.mee")) == bytesOf(home->filePath("small.mee")));
    int epochs = 0;
    for (const QJsonObject& object : objectsOf(trained)) {
        QCOMPARE(object["activity"].toString(), QString("training"));
        QCOMPARE(object["unit"].toString(), QString("texts"));
        if (!object.contains("accuracy_per_exit")) continue;
        ++epochs;
        QCOMPARE(object["epoch"].toDouble(), static_cast<double>(epochs));
        QCOMPARE(object["epochs"].toInt(), 4);
        QCOMPARE(object["accuracy_per_exit"].toArray().size(), 2);
        QVERIFY(object["loss"].toDouble() > 0);
        const QJsonArray own =
            object["loss_per_exit"].toArray();  // an encoder's loss is their mean
        QCOMPARE(own.size(), 2);
        QVERIFY(std::abs((own[0].toDouble() + own[1].toDouble()) / 2 - object["loss"].toDouble()) <
                1e-4);
        QVERIFY(object["best_epoch"].toInt() >= 1 && object["best_epoch"].toInt() <= epochs);
        QCOMPARE(object["done"].toInt(), object["total"].toInt() * epochs / 4);
    }
    QCOMPARE(epochs, 4);
    const Finished built =
        program(small({"table", "build", "--out", "t.exits", "--progress", "json"}), home->path());
    QVERIFY2(built.code == 0, qPrintable(built.err));
    QVERIFY(!objectsOf(built).isEmpty());
    const QJsonObject last = objectsOf(built).back();
    QCOMPARE(last["done"].toInt(), last["total"].toInt());
    const Finished evaluated =
        program(small({"eval", "--json", "--progress", "json"}), home->path());
    QCOMPARE(jsonOf(evaluated)["accuracy_per_exit"].toArray().size(), 2);
    QVERIFY(!objectsOf(evaluated).isEmpty());
    for (const char* verb : {"train", "eval"}) {
        const Finished refused = program(
            verb == QString("train") ? trainingOf("x.mee") + QStringList{"--progress", "xml"}
                                     : small({"eval", "--progress", "xml"}),
            home->path());
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("progress is 'xml', but must be line or json"),
                 qPrintable(refused.err));
    }
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
