// SPDX-License-Identifier: GPL-3.0-or-later
// Records of unfinished trainings: there and back, with processes that live and files that lie.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "gui/jobs/kept_trainings.h"
#include "gui_jobs_tests.h"
#include "tests/subjects_main.h"

using namespace splitee;

class TestKeptTrainings : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;

    [[nodiscard]] QString path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] KeptTrainings kept() const { return KeptTrainings(path("kept").toStdString()); }
    [[nodiscard]] TrainPlan plan(const char* out) const {
        TrainPlan train;
        train.settings.epochs = 7;
        train.settings.seed = 9'007'000'000'000'000;
        train.settings.learningRate = 0.0125;
        train.settings.exitWeights = "rising";
        train.dataset = "folder:/some/where";
        train.side = 96;
        train.out = path(out).toStdString();
        return train;
    }
    static void put(const QString& file, const QByteArray& bytes) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }
    // As a checkpoint begins.
    static QByteArray checkpoint(const QByteArray& header) {
        const auto word = [](quint32 value) {
            return QByteArray(reinterpret_cast<const char*>(&value), sizeof value);
        };
        return "SPLITCKP" + word(1) + word(static_cast<quint32>(header.size())) + header + "rest";
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aPlanComesBackAsItWas() {
        const TrainPlan train = plan("net.mee");
        std::int64_t process = 0;
        const auto back = keptPlan(keptText(train, 4711), process);
        QVERIFY(back.has_value());
        QCOMPARE(process, std::int64_t{4711});
        TrainPlan resumed = train;
        resumed.resume = true;
        QCOMPARE(argumentsOf(*back), argumentsOf(resumed));
        TrainPlan texts;
        texts.network = kEncoderNetwork;
        texts.settings = TrainPlan::defaultsOf(texts.network);
        texts.encoder.layers = 4;
        texts.dataset = "text:builtin:product-reviews";
        texts.out = "x.mee";
        texts.resume = true;
        QCOMPARE(argumentsOf(*keptPlan(keptText(texts, 0), process)), argumentsOf(texts));
    }

    void whatIsUnfinishedIsListed() {
        kept().keep(plan("a.mee"), 0);
        kept().keep(plan("b.mee"), 0);
        kept().keep(plan("own.mee"), QCoreApplication::applicationPid());  // not at that file
        put(path("a.mee.checkpoint"), checkpoint(R"({"epoch": 3})"));
        put(path("own.mee.checkpoint"), checkpoint("{"));
        auto found = kept().unfinished();
        QCOMPARE(found.size(), std::size_t{2});
        if (found[0].plan.out != path("a.mee").toStdString()) std::swap(found[0], found[1]);
        QCOMPARE(found[0].epoch, 3);
        QVERIFY(found[0].plan.resume);
        QCOMPARE(found[1].epoch, 0);
        put(path("b.mee.checkpoint"), checkpoint("{}"));
        QCOMPARE(kept().unfinished().size(), std::size_t{2});  // b had none, and is forgotten
        kept().forget(path("a.mee").toStdString());
        QCOMPARE(kept().unfinished().size(), std::size_t{1});
        QVERIFY(KeptTrainings({}).unfinished().empty());
    }

    void whatLiesThereIsNotBelieved_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("no plan");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("another network")
            << QByteArray(R"({"network": "resnet", "out": "x", "dataset": "signs"})");
        QTest::newRow("no file") << QByteArray(R"({"network": "mobilenet", "dataset": "signs"})");
        QTest::newRow("epochs out of range")
            << QByteArray(R"({"network": "mobilenet", "out": "x", "settings": {"epochs": "-5"}})");
        QTest::newRow("a text for a number")
            << QByteArray(R"({"network": "mobilenet", "out": "x", "settings": {"width": "wide"}})");
        QTest::newRow("huge") << QByteArray(100'000, '{');
    }
    void whatLiesThereIsNotBelieved() {
        QFETCH(QByteArray, text);
        QDir().mkpath(path("kept"));
        put(path("kept/one.training.json"), text);
        QVERIFY(kept().unfinished().empty());
        std::int64_t process = 0;
        QVERIFY(!keptPlan(text, process));
    }

    void aCheckpointsHeaderIsReadWithBounds() {
        const auto epochOf = [this](const QByteArray& bytes) {
            put(path("c"), bytes);
            return epochInCheckpoint(path("c").toStdString());
        };
        QCOMPARE(epochOf(checkpoint(R"({"epoch": 12, "best_epoch": 3})")), 12);
        QCOMPARE(epochOf(checkpoint(R"({"epoch": -1})")), 0);
        QCOMPARE(epochOf(checkpoint(R"({"epoch": 1e300})")), 0);
        QCOMPARE(epochOf("SPLITCKP\1\0\0\0\xff\xff\xff\xff"), 0);
        QCOMPARE(epochOf("SPLITMEE" + checkpoint("{}").mid(8)), 0);
        QCOMPARE(epochOf({}), 0);
        QCOMPARE(epochInCheckpoint(path("nowhere").toStdString()), 0);
    }
};

std::unique_ptr<QObject> splitee::test::keptTrainingsTests() {
    return subject<TestKeptTrainings>();
}

#include "test_kept_trainings.moc"
