// SPDX-License-Identifier: GPL-3.0-or-later
// Live runs on texts in the window, against the program without a window.
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QSignalSpy>

#include <fstream>
#include <utility>
#include <vector>

#include "dropped_file.h"
#include "gui/app/examples.h"
#include "gui/app/message_bar.h"
#include "gui/live/exits_panel.h"
#include "gui/live/rounds_model.h"
#include "gui/live/rounds_panel.h"
#include "gui/live/run_view.h"
#include "gui/run/text_line.h"
#include "gui/track/network_track.h"
#include "gui/why/round_words.h"
#include "gui/why/why_panel.h"
#include "gui/widgets/dock_area.h"
#include "gui/widgets/text_table.h"
#include "gui_tests.h"
#include "small_encoder.h"
#include "storage/session/session.h"
#include "storage/tables/rounds_csv.h"
#include "text_window.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;

namespace {

QByteArray csvBytes(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestTextWindow : public TextWindow {
    Q_OBJECT
private slots:
    void initTestCase() { makeFiles(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void aDroppedNetworkAndDroppedTextsPlay();
    void aTableAndTextsOfOneEndingAreToldApart();
    void aMismatchIsOneSentenceAndChangesNothing_data();
    void aMismatchIsOneSentenceAndChangesNothing();
    void theTrackShowsTheTextAndWhereItWasCutShort();
    void changedRunsEqualTheHeadlessProgram();
    void aSessionOpensAgainAndItsRunsRepeat();
    void roundsAndReasonsQuoteTheText();
};

void TestTextWindow::aDroppedNetworkAndDroppedTextsPlay() {
    window_->start(*exampleNamed(QStringLiteral("signs-live")));
    waitFor(State::Running);
    runs().pause();
    dropFile(*window_, made("small.mee"));
    QTRY_COMPARE_WITH_TIMEOUT(file().model, made("small.mee").toStdString(), kTextPatience);
    QVERIFY(file().dataset.empty());                    // signs are nothing for it
    QCOMPARE(file().distortion, std::string("clean"));  // nor is fog
    QVERIFY2(!window_->messages().showsProblem(), qPrintable(window_->messages().message()));
    const auto labels = window_->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() &&
               label->text().contains(QStringLiteral("choose the texts for small.mee"));
    }));
    dropFile(*window_, made("texts.tsv"));
    waitFor(State::Ready);
    QCOMPARE(file().dataset, "text:" + made("texts.tsv").toStdString());
    QCOMPARE(file().model, made("small.mee").toStdString());
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("texts play"));
    }));
    runs().step();
    waitFor(State::Paused);
    QCOMPARE(runs().round(), std::int64_t{1});
    dropFile(*window_, QStringLiteral(SPLITEE_RESOURCES "/models/signs.mee"));
    QTRY_COMPARE_WITH_TIMEOUT(file().dataset, std::string("signs"), kTextPatience);
}

void TestTextWindow::aTableAndTextsOfOneEndingAreToldApart() {
    std::ofstream texts(path("reviews.csv").toStdString());
    texts << "review,sentiment\n";
    std::ofstream table(path("table.tsv").toStdString());
    table << "sample\tlabel\tconf_1\tconf_2\tpred_1\tpred_2\n";
    for (int i = 0; i < 30; ++i) {
        texts << "\"good, a bc\",positive\nbad bb c,negative\n";
        table << i << "\t1\t0.6\t0.9\t1\t1\n";
    }
    texts.close();
    table.close();
    load(50);
    dropFile(*window_, path("reviews.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(file().dataset, "text:" + path("reviews.csv").toStdString(),
                              kTextPatience);
    waitFor(State::Ready);
    QCOMPARE(runs().opened().live->images->size(), std::int64_t{60});
    dropFile(*window_, path("table.tsv"));
    QTRY_COMPARE_WITH_TIMEOUT(file().table, path("table.tsv").toStdString(), kTextPatience);
    QVERIFY(file().dataset.empty());
}

void TestTextWindow::aMismatchIsOneSentenceAndChangesNothing_data() {
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QString>("says");
    QTest::newRow("images") << "signs"
                            << "the network takes texts, but signs holds images";
    QTest::newRow("other classes") << "three.tsv"
                                   << "three.tsv";
    QTest::newRow("no texts") << "bytes.txt"
                              << "bytes.txt";
    QTest::newRow("nothing there") << "none.tsv"
                                   << "none.tsv";
    QTest::newRow("no such bundled texts") << "text:builtin:nonsense"
                                           << "bundled are";
}

void TestTextWindow::aMismatchIsOneSentenceAndChangesNothing() {
    QFETCH(QString, dataset);
    QFETCH(QString, says);
    std::ofstream(path("three.tsv").toStdString())
        << "sentence\tlabel\none\tred\ntwo\tgreen\nthree\tblue\n";
    std::ofstream(path("bytes.txt").toStdString(), std::ios::binary) << std::string(2000, '\0');
    load(100);
    runs().step();
    waitFor(State::Paused);
    const auto before = toJson(file());
    const bool named = dataset.contains(':') || dataset == QLatin1String("signs");
    emit form().imagesWanted(named ? dataset : folder_->filePath(dataset), QString());
    QTRY_VERIFY(!window_->messages().message().isEmpty());
    const QString message = window_->messages().message();
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY(window_->messages().showsProblem());
    QVERIFY2(!message.contains('\n'), qPrintable(message));
    QCOMPARE(toJson(file()), before);
    QCOMPARE(runs().state(), State::Paused);
    QCOMPARE(runs().round(), std::int64_t{1});
}

void TestTextWindow::theTrackShowsTheTextAndWhereItWasCutShort() {
    load(100);
    const TrackState& track = window_->view().track().state();
    QVERIFY(track.texts);
    int cut = 0, whole = 0;
    for (int round = 1; round <= 40; ++round) {
        runs().step();
        QTRY_COMPARE_WITH_TIMEOUT(runs().round(), std::int64_t{round}, kTextPatience);
        waitFor(State::Paused);
        const QString said = lineOf(textOf(track.round->row));
        QVERIFY(track.showsText());
        QCOMPARE(track.text.whole(), said);
        QCOMPARE(track.text.pieces == kSmallLength && !track.text.left.isEmpty(),
                 !track.text.left.isEmpty());
        track.text.left.isEmpty() ? ++whole : ++cut;
        QVERIFY(window_->view().track().accessibleDescription().contains(said));
    }
    QVERIFY(cut > 0);
    QVERIFY(whole > 0);
    runs().play();
    waitFor(State::Finished);
    QVERIFY(track.thumbnail.isNull());
    const ExitsPanel& exits = window_->view().exits();
    QCOMPARE(exits.profile().cutBytes.front(), 4.0 * kSmallLength);
    QCOMPARE(exits.profile().cutBytes[1], 4.0 * 16 * kSmallLength);
}

void TestTextWindow::changedRunsEqualTheHeadlessProgram() {
    load(150);
    QSignalSpy sent(window_.get(), &MainWindow::settingsSent);
    runs().runTo(40);
    waitFor(State::Paused);
    ExperimentFile next = file();
    next.distortion = "typos:0.2";
    next.experiment.offload = 8;
    window_->setup().edit(next, QStringLiteral("Distort"));
    QTRY_COMPARE(sent.count(), 1);
    runs().runTo(90);
    waitFor(State::Paused);
    next.distortion = "dropped_words:0.3";
    window_->setup().edit(next, QStringLiteral("Distort"));
    QTRY_COMPARE(sent.count(), 2);
    runs().play();
    waitFor(State::Finished);
    QCOMPARE(runs().played().experiment.schedule,
             std::string("offload=8@41, typos:0.2@41, dropped_words:0.3@91"));
    auto session = Session::openReadOnly(path("session.splitee").toStdString());
    QVERIFY(session.has_value());
    const auto stored = session->runs().all();
    QCOMPARE(stored->size(), std::size_t{3});
    ExperimentFile again = runs().played();
    again.experiment = stored->front().experiment;
    std::ofstream(path("repeat.json").toStdString()) << toJson(again);
    QCOMPARE(QProcess::execute(QStringLiteral(SPLITEE_PROGRAM),
                               {"run", "--experiment", path("repeat.json"), "--rounds-csv",
                                path("headless.csv")}),
             0);
    for (std::size_t k = 0; k < stored->size(); ++k) {
        const StoredRun& run = (*stored)[k];
        const auto rounds = session->rounds().read(run.id, 1, run.rounds);
        QCOMPARE(rounds->size(), std::size_t{150});
        auto csv = RoundsCsv::open(path("window.csv").toStdString());
        QVERIFY(csv.has_value() && (*csv)->consume(*rounds) && (*csv)->close());
        const QString repeat =
            k == 0 ? path("headless.csv")
                   : folder_->filePath(QStringLiteral("headless.%1.1.csv")
                                           .arg(QString::fromStdString(run.spec.policy)));
        QVERIFY(!csvBytes(repeat).isEmpty());
        QVERIFY2(csvBytes(repeat) == csvBytes(path("window.csv")), run.spec.policy.c_str());
    }
}

void TestTextWindow::aSessionOpensAgainAndItsRunsRepeat() {
    load(60);
    runs().play();
    waitFor(State::Finished);
    window_->close();
    window_.reset();
    QCOMPARE(QProcess::execute(QStringLiteral(SPLITEE_PROGRAM),
                               {"again", path("session.splitee"), "--all"}),
             0);
    window_ = std::make_unique<MainWindow>(*theme_, path("other.splitee").toStdString());
    window_->show();
    window_->openFile(path("session.splitee"));
    QTRY_COMPARE_WITH_TIMEOUT(file().model, made("small.mee").toStdString(), kTextPatience);
    QCOMPARE(file().dataset, "text:" + made("texts.tsv").toStdString());
    waitFor(State::Ready);
    runs().step();
    waitFor(State::Paused);
    QVERIFY(window_->view().track().state().showsText());
}

void TestTextWindow::roundsAndReasonsQuoteTheText() {
    load(60);
    QSignalSpy sent(window_.get(), &MainWindow::settingsSent);
    runs().runTo(20);
    waitFor(State::Paused);
    ExperimentFile next = file();
    next.distortion = "typos:0.5";
    window_->setup().edit(next, QStringLiteral("Distort"));
    QTRY_COMPARE(sent.count(), 1);
    runs().runTo(40);
    waitFor(State::Paused);
    window_->view().docks().reveal(QStringLiteral("rounds"));
    RoundsModel& model = window_->view().rounds().model();
    QTRY_COMPARE(model.rowCount(), 40);
    QVERIFY(!window_->view().rounds().view().isColumnHidden(RoundsModel::Sentence));
    const auto typos = parseDistortion("typos:0.5");
    // The list follows the round that is explained, so all four are taken from it first.
    std::vector<std::pair<RoundRecord, QString>> listed;
    for (const int row : {0, 19, 20, 39}) {
        listed.emplace_back(model.round(row),
                            model.index(row, RoundsModel::Sentence).data().toString());
        QVERIFY(QStringList({"negative", "positive"})
                    .contains(model.index(row, RoundsModel::Prediction).data().toString()));
    }
    for (const auto& each : listed) {
        const RoundRecord& round = each.first;
        const Text recorded = textOf(round.row);
        const QString shown = lineOf(
            round.round <= 20 ? recorded
                              : distort(recorded, *typos, file().experiment.seed, round.row));
        QCOMPARE(each.second, shown);
        window_->view().docks().reveal(QStringLiteral("why"));
        window_->view().why().showRound(0, round.round);
        const auto& account = window_->view().why().account();
        QTRY_VERIFY_WITH_TIMEOUT(account && account->record.round == round.round, kTextPatience);
        QVERIFY(account->text.has_value());
        QCOMPARE(lineOf(*account->text), shown);
        QLabel* quoted = nullptr;
        for (auto* label : window_->view().why().findChildren<QLabel*>())
            if (label->accessibleName() == QLatin1String("Text of the sample")) quoted = label;
        QVERIFY(quoted != nullptr && quoted->isVisible());
        QVERIFY(quoted->text().contains(shown.left(100)));
        const QStringList classes{"negative", "positive"};
        QVERIFY(sampleText(*account).contains(", label " + classes[account->label] + "."));
        QVERIFY(std::ranges::any_of(
            window_->view().why().findChildren<QLabel*>(), [&](const QLabel* label) {
                return label->text().contains(" " + classes[round.prediction] + ": ");
            }));
    }
    open(exampleNamed(QStringLiteral("costs-change"))->file);
    QVERIFY(window_->view().rounds().view().isColumnHidden(RoundsModel::Sentence));
}

std::unique_ptr<QObject> splitee::test::textWindowTests() {
    return std::make_unique<TestTextWindow>();
}

#include "test_text_window.moc"
