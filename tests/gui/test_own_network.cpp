// SPDX-License-Identifier: GPL-3.0-or-later
// A person's way without a terminal, to its end: from a folder of images to a network of their own,
// a live run, a comparison, its exit table, and advice on what to take home.
#include <QProcess>
#include <QSignalSpy>
#include <QTabBar>

#include <algorithm>

#include "engine/fields.h"
#include "gui/advise/advise_sheet.h"
#include "gui/compare/compare_view.h"
#include "gui/job_sheets/job_indicator.h"
#include "gui/job_sheets/source_form.h"
#include "gui/job_sheets/training_chart.h"
#include "gui/runs/run_table_model.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui_tests.h"
#include "jobs_window.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr int kPlayedRounds = 60;

QByteArray wholeText(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The flags of a parameter that differs from its default.
QStringList flagsOf(const Experiment& experiment) {
    std::vector<std::string> usual;
    const auto written = [](const auto& value) {
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::string>)
            return value;
        else if constexpr (std::is_same_v<Value, double>)
            return shortNumber(value);
        else
            return std::to_string(value);
    };
    const Experiment standard;
    Experiment::visitFields(
        standard, [&](const auto& value, const FieldInfo&) { usual.push_back(written(value)); });
    QStringList flags;
    std::size_t at = 0;
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo& info) {
        const std::string text = written(value);
        if (text == usual[at++] || info.key == "seeds" || info.key == "alpha") return;
        std::string flag = "--" + std::string(info.key);
        std::ranges::replace(flag, '_', '-');
        flags << QString::fromStdString(flag) << QString::fromStdString(text);
    });
    return flags;
}

}  // namespace

class TestOwnNetwork : public JobsWindow {
    Q_OBJECT

    // The exits of the network that has just played, on the images that it has not learned from.
    void readsItsTable() {
        window_->actions().readTable->trigger();
        SourceSheet& sheet = jobs().tableSheet();
        QTRY_COMPARE_WITH_TIMEOUT(sheet.form().live().model, path("mine.mee").toStdString(),
                                  kPatienceForJobs);
        QTRY_VERIFY_WITH_TIMEOUT(sheet.fault().isEmpty(), kPatienceForJobs);
        write(sheet, "Save as", path("mine.exits"));
        sheet.startButton().click();
        Job* job = list().chosen();
        QVERIFY(job != nullptr && !job->isTraining());
        QVERIFY2(waitFor(*job, Job::State::Done), qPrintable(job->log().join('\n')));
        button(*list().rowOf(*job), "open")->click();
        QTRY_COMPARE_WITH_TIMEOUT(window_->setup().file().table, path("mine.exits").toStdString(),
                                  kPatienceForJobs);
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), RunController::State::Ready,
                                  kPatienceForJobs);
    }
    // As splitee advise gives it, to the letter.
    void asksForAdvice() {
        window_->setup().editField("policy", QStringLiteral("splitee,splitee-s"));
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), RunController::State::Ready,
                                  kPatienceForJobs);
        window_->actions().advise->trigger();
        AdviseSheet& sheet = window_->adviseSheet();
        QVERIFY(sheet.isVisible());
        sheet.setSeeds(3);
        sheet.setThresholds(QStringLiteral("0.5..0.9/4"));
        sheet.setGoal(AdviseSheet::Goal::Reward, 0);
        QTRY_VERIFY_WITH_TIMEOUT(button(sheet, "advise")->isEnabled(), kPatienceForJobs);
        QSignalSpy answered(&sheet.work(), &AdviceWork::answered);
        button(sheet, "advise")->click();
        QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, kPatienceForJobs);
        QTRY_VERIFY2_WITH_TIMEOUT(sheet.fault().isEmpty(), qPrintable(sheet.fault()),
                                  kPatienceForJobs);  // the set-up is opened meanwhile
        const QStringList sentences = sheet.words().split(QLatin1Char('\n'));
        QVERIFY2(sentences.size() >= 3, qPrintable(sheet.words()));
        for (const QString& sentence : sentences)
            QVERIFY2(sentence.trimmed().size() > 10, qPrintable(sheet.words()));
        sheet.saveMarkdownTo(path("window.md"));
        QProcess program;
        program.start(QStringLiteral(SPLITEE_PROGRAM),
                      QStringList{"advise", "--table", path("mine.exits"), "--seeds", "3",
                                  "--alpha", "0.5..0.9/4", "--out", path("program.md")} +
                          flagsOf(window_->setup().experiment()));
        QVERIFY(program.waitForFinished(kPatienceForJobs));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
        QVERIFY(wholeText(path("window.md")).size() > 200);
        QCOMPARE(wholeText(path("window.md")), wholeText(path("program.md")));
    }

private slots:
    void initTestCase() { makeImages(); }
    void cleanupTestCase() { dropImages(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    // The way without a terminal.
    void ownImagesAreTrainedOnPlayedAndCompared() {
        window_->actions().train->trigger();
        TrainSheet& sheet = jobs().trainSheet();
        QVERIFY(sheet.isVisible() && !sheet.startButton().isEnabled());
        QCOMPARE(sheet.fault(), QStringLiteral("Choose what the network learns from"));
        emit form().data().chosen(signs());
        QTRY_VERIFY_WITH_TIMEOUT(!form().reading(), kPatienceForJobs);
        QCOMPARE(form().plan().dataset, "folder:" + signs().toStdString());
        QCOMPARE(form().plan().out, signs().toStdString() + ".mee");  // proposed
        QVERIFY2(sheet.fault().isEmpty(), qPrintable(sheet.fault()));
        enter(form(), "Width", .1);
        enter(form(), "Epochs", 3);
        write(form(), "Save as", path("mine.mee"));
        sheet.startButton().click();
        QVERIFY(!sheet.isVisible() && list().isVisible());
        Job* job = list().chosen();
        QVERIFY(job != nullptr && job->runs());
        QVERIFY(jobs().indicator().isVisible());
        QVERIFY2(waitFor(*job, Job::State::Done), qPrintable(job->log().join('\n')));
        QCOMPARE(list().chart().stands().size(), std::size_t{3});
        for (const ToldProgress::Stand& stand : list().chart().stands()) {
            QCOMPARE(stand.lossPerExit.size(), std::size_t{7});
            double weighted = 0;
            for (const double loss : stand.lossPerExit) {
                QVERIFY(loss > 0);
                weighted += loss;
            }
            QVERIFY(weighted > stand.loss / 7);
        }
        QCOMPARE(list().chart().visibleTable().columns.size(), qsizetype{2 + 7 + 7});
        QCOMPARE(list().chart().visibleTable().rows.size(), 3);
        JobRow* row = list().rowOf(*job);
        QVERIFY2(row->text().startsWith("Done · keeps epoch "), qPrintable(row->text()));
        QVERIFY(!jobs().indicator().isVisible());
        QVERIFY2(messages().message().startsWith("Train mine.mee on signs: done"),
                 qPrintable(messages().message()));
        QVERIFY(!messages().showsProblem());

        QVERIFY(button(*row, "open")->isVisible());
        button(*row, "open")->click();
        QTRY_COMPARE_WITH_TIMEOUT(window_->setup().file().model, path("mine.mee").toStdString(),
                                  kPatienceForJobs);
        QCOMPARE(window_->setup().file().dataset, "folder:" + signs().toStdString());
        QVERIFY(!list().isVisible());
        RunController& runs = window_->controller();
        QTRY_COMPARE_WITH_TIMEOUT(runs.state(), RunController::State::Ready, kPatienceForJobs);
        runs.runTo(kPlayedRounds);
        QTRY_VERIFY_WITH_TIMEOUT(runs.round() >= kPlayedRounds, kPatienceForJobs);
        runs.stop();
        QTRY_COMPARE_WITH_TIMEOUT(runs.state(), RunController::State::Stopped, kPatienceForJobs);

        QSignalSpy compared(&window_->comparison(), &CompareView::comparisonShown);
        window_->pageTabs().setCurrentIndex(1);
        const auto policies = runs.histories().size();
        QTRY_COMPARE_WITH_TIMEOUT(window_->runs().model().rowCount(), static_cast<int>(policies),
                                  kPatienceForJobs);
        QVERIFY(policies >= 2);
        window_->runs().table().selectAll();
        QTRY_VERIFY_WITH_TIMEOUT(compared.count() > 0, kPatienceForJobs);
        QVERIFY(window_->comparison().isVisible());
        window_->pageTabs().setCurrentIndex(0);
        readsItsTable();
        asksForAdvice();
    }
};

std::unique_ptr<QObject> splitee::test::ownNetworkTests() {
    return std::make_unique<TestOwnNetwork>();
}

#include "test_own_network.moc"
