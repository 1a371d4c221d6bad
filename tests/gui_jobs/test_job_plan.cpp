// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "gui/jobs/job_plan.h"
#include "gui_jobs_tests.h"
#include "tests/subjects_main.h"

using namespace splitee;

class TestJobPlan : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    TrainPlan plan() const {
        TrainPlan train;
        train.dataset = "signs";
        train.out = folder_.filePath(QStringLiteral("new.mee")).toStdString();
        return train;
    }
    void put(const char* name) const {
        QFile file(folder_.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("there") > 0);
    }
    static QString said(const JobPlan& plan) {
        const auto valid = checkPlan(plan);
        return valid ? QString() : QString::fromStdString(valid.error().message);
    }

private slots:
    void onlyWhatDiffersIsSaid() {
        TrainPlan train = plan();
        QCOMPARE(argumentsOf(train).join(QLatin1Char(' ')),
                 QString("train --network mobilenet --dataset signs --threads 1 --out %1 "
                         "--progress json")
                     .arg(QString::fromStdString(train.out)));
        train.settings.epochs = 5;
        train.settings.width = 0.35;
        train.settings.exitWeights = "rising";
        train.side = 96;
        train.overwrite = true;
        const QString said = argumentsOf(train).join(QLatin1Char(' '));
        QVERIFY2(said.contains("--width 0.35 --epochs 5 --exit-weights rising --side 96 --threads "
                               "1 --overwrite"),
                 qPrintable(said));
        train.resume = true;
        QVERIFY(argumentsOf(train).contains("--resume"));
        QVERIFY(!argumentsOf(train).contains("--overwrite"));
    }

    void anEncoderHasDefaultsOfItsOwn() {
        TrainPlan train = plan();
        train.network = kEncoderNetwork;
        train.dataset = "text:builtin:product-reviews";
        train.settings = TrainPlan::defaultsOf(train.network);
        train.encoder.layers = 4;
        const QString said = argumentsOf(train).join(QLatin1Char(' '));
        QVERIFY2(said.contains("product-reviews --layers 4 --threads"), qPrintable(said));
    }

    void tablesAndEvaluationsNameTheirSource() {
        const LiveRequest live{"builtin:signs", "signs", "fog@3", "validation", 2};
        QCOMPARE(argumentsOf(TablePlan{live, "a b.exits"}),
                 (QStringList{"table", "build", "--model", "builtin:signs", "--dataset", "signs",
                              "--distortion", "fog@3", "--part", "validation", "--threads", "2",
                              "--out", "a b.exits", "--progress", "json"}));
        QVERIFY(argumentsOf(EvalPlan{live}).contains("--json"));
        QVERIFY(fileOf(EvalPlan{live}).empty());
    }

    void attachedExitsAreAnImport() {
        AttachPlan attach;
        attach.words.network = "one.pt";
        attach.words.attach = "auto";
        attach.words.dataset = "signs";
        attach.words.out = folder_.filePath("one.mee").toStdString();
        const QString words = argumentsOf(attach).join(QLatin1Char(' '));
        QVERIFY2(words.startsWith("model import one.pt --side 32 --mean 0 --std 1 --attach auto "
                                  "--dataset signs --images "),
                 qPrintable(words));
        QVERIFY(words.endsWith(QStringLiteral("--json --out %1 --progress json")
                                   .arg(QString::fromStdString(attach.words.out))));
        QVERIFY(!words.contains("--overwrite") && !words.contains("--classes"));
        attach.overwrite = true;
        attach.words.classes = "a,b";
        QVERIFY(argumentsOf(attach).join(QLatin1Char(' ')).contains("--classes a,b --overwrite"));
        QCOMPARE(fileOf(attach), attach.words.out);
        QCOMPARE(said(attach), QString());
        attach.words.dataset.clear();
        QVERIFY(said(attach).contains("choose what the exits learn from"));
    }

    void whatIsWrongIsSaidEarly_data() {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* wrong, const char* says) {
            QTest::newRow(wrong) << wrong << says;
        };
        row("no images", "choose what the network learns from");
        row("width", "width is 5, but must be between 0.1 and 2");
        row("epochs", "epochs is 0");
        row("side", "a multiple of 32 from 96 to 512");
        row("heads", "must be a multiple of the 4 heads");
        row("no place", "say where the file goes");
        row("no folder", "does not exist");
        row("a folder", "is a folder");
        row("in the way", "there.mee exists already");
        row("a checkpoint in the way", "left.mee.checkpoint exists already");
        row("no checkpoint", "there is no checkpoint");
    }
    void whatIsWrongIsSaidEarly() {
        QFETCH(QString, wrong);
        QFETCH(QString, says);
        put("there.mee");
        put("left.mee.checkpoint");
        TrainPlan train = plan();
        QCOMPARE(said(train), QString());
        const auto at = [&](const char* name) {
            return folder_.filePath(QString::fromLatin1(name)).toStdString();
        };
        if (wrong == "no images") train.dataset.clear();
        if (wrong == "width") train.settings.width = 5;
        if (wrong == "epochs") train.settings.epochs = 0;
        if (wrong == "side") train.side = 64;
        if (wrong == "heads") {
            train.network = kEncoderNetwork;
            train.encoder.hidden = 18;
        }
        if (wrong == "no place") train.out.clear();
        if (wrong == "no folder") train.out = at("nowhere/new.mee");
        if (wrong == "a folder") train.out = folder_.path().toStdString();
        if (wrong == "in the way") train.out = at("there.mee");
        if (wrong == "a checkpoint in the way") train.out = at("left.mee");
        if (wrong == "no checkpoint") train.resume = true;
        QVERIFY2(said(train).contains(says), qPrintable(said(train)));
        train.out = at("left.mee");
        train.resume = wrong.startsWith("a checkpoint");
        if (train.resume) QCOMPARE(said(train), QString());
    }

    void aTableNeedsANetworkItsImagesAndAPlace() {
        TablePlan table{{"", "signs"}, plan().out};
        QVERIFY(said(table).contains("choose a network"));
        table.live.model = "builtin:signs";
        QCOMPARE(said(table), QString());
        table.live.distortion = "rain:9";
        QVERIFY(!said(table).isEmpty());
        QVERIFY(said(EvalPlan{{"builtin:signs", ""}}).contains("is shown"));
    }
};

std::unique_ptr<QObject> splitee::test::jobPlanTests() { return subject<TestJobPlan>(); }

#include "test_job_plan.moc"
