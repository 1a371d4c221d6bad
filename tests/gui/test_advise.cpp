// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet Advise: what it says is what splitee advise says, to the letter.
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <cmath>
#include <set>

#include "engine/fields.h"
#include "gui/advise/advice_chart.h"
#include "gui/advise/advice_words.h"
#include "gui/advise/advise_sheet.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/live/run_view.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "live_window.h"
#include "storage/session/kept_tables.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;
using Goal = AdviseSheet::Goal;

namespace {

constexpr int kAdvisePatience = 60'000;

QByteArray advisedBy(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(SPLITEE_PROGRAM), QStringList{"advise"} + arguments);
    if (!process.waitForFinished(kAdvisePatience) || process.exitCode() != 0)
        qFatal("%s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

// The window's λ, minus sign and decimals, as a terminal has them.
QString asPrinted(QString words) {
    return words.replace(QStringLiteral("λ"), QStringLiteral("lambda"))
        .replace(QChar(0x2212), QLatin1Char('-'))
        .remove(QChar(0x00A0));  // between thousands
}

AdviceCandidate madeCandidate(const std::string& policy, int layer, double cost, double accuracy,
                              bool labelled, bool meets) {
    AdviceCandidate one{policy, layer, 0.75, {}, {}, {}, {}};
    one.cost = {cost, 0.125, 0.1, 0.2, {}};
    one.reward = {0.5, 0.01, 0.01, 0.01, {}};
    if (labelled) one.accuracy = Estimate{accuracy, 0.01, 0.01, 0.01, {}};
    one.meets = meets;
    return one;
}

}  // namespace

class TestAdvise : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] AdviseSheet& sheet() { return window_->adviseSheet(); }
    [[nodiscard]] QString path(const char* name) { return folder_->filePath(QLatin1String(name)); }
    [[nodiscard]] QPushButton& button(const char* name) {
        return *sheet().findChild<QPushButton*>(QLatin1String(name));
    }
    void adviseNow() {
        QSignalSpy answered(&sheet().work(), &AdviceWork::answered);
        button("advise").click();
        QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, kAdvisePatience);
    }
    // What the set-up says, as flags.
    [[nodiscard]] QStringList flags() {
        const Experiment& e = window_->setup().experiment();
        const auto text = [](double value) { return QString::fromStdString(shortNumber(value)); };
        return {"--table",   QString::fromStdString(window_->setup().file().table),
                "--policy",  QString::fromStdString(e.policies),
                "--mu",      text(e.mu),
                "--lambda1", text(e.lambda1),
                "--lambda2", text(e.lambda2),
                "--offload", text(e.offload),
                "--rounds",  QString::number(e.rounds),
                "--seed",    QString::number(e.seed),
                "--seeds",   "3",
                "--alpha",   "0.5..0.9/4"};
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(*theme_, path("session.splitee").toStdString());
        window_->show();
        ExperimentFile file = exampleNamed(QStringLiteral("cifar10-replay"))->file;
        file.experiment.rounds = 2000;
        file.experiment.policies = "splitee,splitee-s";
        window_->setup().load(file);
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), State::Ready, kAdvisePatience);
        window_->actions().advise->trigger();
        QVERIFY(sheet().isVisible());
        sheet().setSeeds(3);
        sheet().setThresholds(QStringLiteral("0.5..0.9/4"));
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    void itSaysWhatTheCommandLineSays_data() {
        QTest::addColumn<int>("goal");
        QTest::addColumn<double>("value");
        QTest::addColumn<QStringList>("more");
        QTest::newRow("floor") << static_cast<int>(Goal::Accuracy) << 85.0
                               << QStringList{"--min-accuracy", "85"};
        QTest::newRow("out of reach")
            << static_cast<int>(Goal::Accuracy) << 99.0 << QStringList{"--min-accuracy", "99"};
        QTest::newRow("ceiling") << static_cast<int>(Goal::Cost) << 5.5
                                 << QStringList{"--max-cost", "5.5"};
        QTest::newRow("reward") << static_cast<int>(Goal::Reward) << 0.0 << QStringList{};
    }
    void itSaysWhatTheCommandLineSays() {
        QFETCH(int, goal);
        QFETCH(double, value);
        QFETCH(QStringList, more);
        sheet().setGoal(static_cast<Goal>(goal), value);
        adviseNow();
        QVERIFY2(sheet().fault().isEmpty(), qPrintable(sheet().fault()));
        const QStringList asked = flags() + more;
        const QString printed = QString::fromUtf8(advisedBy(asked));
        for (const QString& line : asPrinted(sheet().words()).split(QLatin1Char('\n')))
            QVERIFY2(printed.contains(line), qPrintable(line + "\nis not in\n" + printed));
        advisedBy(asked + QStringList{"--out", path("cli.md"), "--out-policy", path("cli.json")});
        sheet().saveMarkdownTo(path("window.md"));
        sheet().savePolicyTo(path("window.json"));
        for (const char* ending : {"md", "json"}) {
            QFile cli(path("cli.") + QLatin1String(ending)), own(path("window.") + ending);
            QVERIFY(cli.open(QIODevice::ReadOnly) && own.open(QIODevice::ReadOnly));
            QCOMPARE(own.readAll(), cli.readAll());
        }
    }

    // The point with the ring is a replay of what is advised.
    void theRingIsWhereTheAdviceWasPlayed() {
        sheet().setGoal(Goal::Accuracy, 85);
        adviseNow();
        const AdviceCandidate& advised = sheet().answer()->advice.advisedOne();
        Experiment one = window_->setup().experiment();
        one.policies = advised.policy;
        one.fixedLayer = std::max(1, advised.layer);
        one.alpha = advised.alpha;
        one.seeds = 3;
        const auto tables = openTables(window_->setup().file().table, one);
        const auto runs = replay(tables->all(), one, {}, {.points = 1});
        QVERIFY(runs.has_value());
        double cost = 0, accuracy = 0;
        for (const ReplayRun& run : *runs) {
            cost += run.summary.costMean / 3;
            accuracy += 100 * *run.summary.accuracy / 3;
        }
        QVERIFY(std::abs(sheet().chart().advised().x() - cost) < 1e-9);
        QVERIFY(std::abs(sheet().chart().advised().y() - accuracy) < 1e-9);
        QVERIFY(accuracy >= 85);
        int marked = 0;
        for (const QStringList& row : sheet().chart().visibleTable().rows)
            if (row.back() == QStringLiteral("yes")) {
                ++marked;
                QCOMPARE(row[3].toDouble(), sheet().chart().advised().x());
            }
        QCOMPARE(marked, 1);
        QCOMPARE(static_cast<std::size_t>(sheet().chart().visibleTable().rows.size()),
                 sheet().answer()->advice.candidates.size());
        QCOMPARE(sheet().table().model()->rowCount(), 7 + 2);  // layers and policies
    }

    void cancelKeepsWhatIsShown() {
        adviseNow();
        const QString before = sheet().words();
        sheet().setSeeds(1000);
        QSignalSpy cancelled(&sheet().work(), &AdviceWork::cancelled),
            answered(&sheet().work(), &AdviceWork::answered);
        button("advise").click();
        QVERIFY(sheet().work().busy() && !button("advise").isEnabled());
        QTest::keyClick(&sheet(), Qt::Key_Escape);  // work is ended by its button alone
        QVERIFY(sheet().isVisible());
        button("close").click();
        QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 1, kAdvisePatience);
        QCOMPARE(answered.count(), 0);
        QCOMPARE(sheet().words(), before);
        QVERIFY(button("advise").isEnabled());
        button("close").click();
        QVERIFY(!sheet().isVisible());
    }

    void theAdviceGoesIntoTheSetUpAsOneStep() {
        sheet().setGoal(Goal::Accuracy, 85);
        adviseNow();
        const Experiment before = window_->setup().experiment();
        const AdviceCandidate advised = sheet().answer()->advice.advisedOne();
        sheet().useInSetup();
        const Experiment& now = window_->setup().experiment();
        QCOMPARE(now.alpha, advised.alpha);
        QVERIFY(now.policies.starts_with(advised.policy));
        QVERIFY(now.policies.ends_with("splitee,splitee-s") || advised.layer == 0);
        if (advised.layer > 0) QCOMPARE(now.fixedLayer, std::int64_t{advised.layer});
        window_->setup().undoStack().undo();
        QVERIFY(window_->setup().experiment() == before);
    }

    void whatIsWrongIsOneSentence() {
        sheet().setThresholds(QStringLiteral("0.5..0.9"));
        QVERIFY2(sheet().fault().contains(QStringLiteral("without steps")),
                 qPrintable(sheet().fault()));
        QVERIFY(!button("advise").isEnabled());
        sheet().setThresholds(QStringLiteral("0.6"));
        QVERIFY(button("advise").isEnabled());
        sheet().setGoal(Goal::Latency, 50);
        QVERIFY2(sheet().fault().contains(QStringLiteral("Exits and times")),
                 qPrintable(sheet().fault()));
        sheet().setGoal(Goal::Cost, 5);
        ExperimentFile none = window_->setup().file();
        none.table = "builtin:cifar10-wide-clean";
        window_->setup().edit(none, QStringLiteral("another table"));
        QVERIFY(!button("advise").isEnabled() || !sheet().fault().isEmpty() ||
                window_->controller().state() == State::Opening);
        window_->setup().undoStack().undo();
        QTRY_VERIFY_WITH_TIMEOUT(button("advise").isEnabled(), kAdvisePatience);
    }

    void aPolicyThatNoDevicePlaysIsLeftOut() {
        window_->setup().editField("policy", QStringLiteral("splitee,oracle,best"));
        QTRY_VERIFY_WITH_TIMEOUT(button("advise").isEnabled(), kAdvisePatience);
        adviseNow();
        QCOMPARE(sheet().answer()->request.experiment.policies, std::string("splitee"));
        QCOMPARE(sheet().answer()->left.size(), std::size_t{2});
    }

    void numbersAreWrittenAsElsewhereInTheWindow() {
        const Language in = windowLanguage();
        const auto shown = [&](const char* digits) {
            return QString::fromStdString(in.digits(digits));
        };
        QCOMPARE(shown("10000"), QStringLiteral("10\u00A0000"));
        QCOMPARE(shown("12"), QStringLiteral("12"));
        QCOMPARE(shown("1205.90"), QStringLiteral("1\u00A0205.90"));
        QCOMPARE(shown("-1.5e-05"), QStringLiteral("\u22121.5e-05"));
        QCOMPARE(shown("-0.50"), QStringLiteral("\u22120.50"));
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(SPLITEE_GERMAN)));
        QCoreApplication::installTranslator(&german);
        const std::string name = windowLanguage().policy("final");
        QCoreApplication::removeTranslator(&german);
        QCOMPARE(QString::fromStdString(name), QStringLiteral("Letzter Exit"));
        AdviceRequest request;
        request.thresholds.values = {0.5};
        Advice advice;
        advice.rounds = 10'000;
        const QString played = QString::fromStdString(playedWords(request, advice, in));
        QVERIFY2(played.contains(QStringLiteral("10\u00A0000 rounds; μ 0.1")), qPrintable(played));
    }

    void everyPhraseIsTranslated() {
        std::set<std::string> said;
        Language recorder;
        recorder.phrase = [&said](const char* english) {
            said.insert(english);
            return std::string(english);
        };
        const auto differing = [](double mean, double half, double deviation) {
            return Estimate{mean, half, deviation, deviation, {}};
        };
        for (const bool labelled : {true, false})
            for (const bool meets : {true, false})
                for (const int kind : {0, 1, 2, 3}) {
                    AdviceRequest request;
                    request.exits = 3;
                    request.samples = kind == 0 ? 1 : 500;
                    request.experiment.seeds = kind == 0 ? 1 : 20;
                    request.thresholds.values = {0.5, 0.6};
                    if (kind == 0) request.thresholds.values = {0.5};
                    if (kind == 1) request.goal.accuracyFloor = 0.9;
                    if (kind > 1) request.goal.costCeiling = 3;
                    if (kind == 3) request.lambdaMilliseconds = 4;
                    Advice advice;
                    advice.candidates = {madeCandidate("fixed", 1, 2, 0.9, labelled, meets),
                                         madeCandidate("fixed", 3, 4, 0.9, labelled, true),
                                         madeCandidate(kind == 2 ? "confidence-cascade" : "splitee",
                                                       0, 2, 0.9, labelled, kind != 2)};
                    advice.final = 1;
                    advice.other = 2;
                    advice.advised = kind == 0 ? 0U : kind == 1 ? 1U : 2U;
                    if (kind == 0) advice.fixed = advice.advised;
                    Comparison difference;
                    difference.seeds = kind == 0 ? 1 : 20;
                    difference.sameReference = kind != 3;
                    difference.reward = differing(meets ? 0.1 : -0.1, 0.01, 0.01);
                    difference.cost = kind == 0   ? differing(0, 0, 0)
                                      : kind == 1 ? differing(0.1, 0.2, 0.1)
                                      : kind == 2 ? differing(meets ? 1 : -1, 0, 0)
                                                  : differing(meets ? 1 : -1, 0.1, 0.1);
                    if (labelled)
                        difference.accuracy = kind == 0   ? differing(0, 0, 0)
                                              : kind == 1 ? differing(0.1, 0.2, 0.1)
                                                          : differing(meets ? 1 : -1, 0.1, 0.1);
                    advice.againstFinal = difference;
                    advice.otherAgainstFixed = difference;
                    Adaptation settling;
                    settling.policy = "splitee";
                    settling.round = kind == 0 ? 1 : 500;
                    if (meets) settling.rounds = 40;
                    advice.settling = {settling};
                    (void)adviceSentences(request, advice, recorder);
                    (void)adviceRows(request, advice, recorder);
                    (void)playedWords(request, advice, recorder);
                    (void)adviceMeaning(recorder);
                }
        QVERIFY2(said.size() >= 45, qPrintable(QString::number(said.size())));
        for (const char* language : {"de", "zh_CN"}) {
            QTranslator words;
            QVERIFY(words.load(QStringLiteral("splitee_") + QLatin1String(language),
                               QFileInfo(QStringLiteral(SPLITEE_GERMAN)).path()));
            QStringList missing;
            for (const std::string& phrase : said)
                if (words.translate("Advice", phrase.c_str()).isEmpty())
                    missing += QString::fromStdString(phrase);
            QVERIFY2(missing.isEmpty(), qPrintable(QLatin1String(language) + QLatin1Char('\n') +
                                                   missing.join(QLatin1Char('\n'))));
        }
    }
};

std::unique_ptr<QObject> splitee::test::adviseTests() { return std::make_unique<TestAdvise>(); }

#include "test_advise.moc"
