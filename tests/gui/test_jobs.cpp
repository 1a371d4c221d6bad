// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs in the window: what is wrong is said, trainings are paused, killed, closed over and found
// again by the next window; tables and evaluations.
#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

#include <csignal>

#include "gui/job_sheets/job_indicator.h"
#include "gui/job_sheets/source_form.h"
#include "gui/job_sheets/training_chart.h"
#include "gui/setup/distortion_names.h"
#include "gui/widgets/text_table.h"
#include "gui_tests.h"
#include "jobs_window.h"

using namespace splitee;
using namespace splitee::test;
using RunState = RunController::State;

class TestJobs : public JobsWindow {
    Q_OBJECT
private slots:
    void initTestCase() { makeImages(); }
    void cleanupTestCase() { dropImages(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void whatIsWrongIsSaidWhileOneTypes() {
        window_->actions().train->trigger();
        TrainSheet& sheet = jobs().trainSheet();
        emit form().data().chosen(path("nowhere"));
        QTRY_VERIFY_WITH_TIMEOUT(!form().reading(), kPatienceForJobs);
        QVERIFY2(sheet.fault().contains("nowhere"), qPrintable(sheet.fault()));
        emit form().data().chosen(QStringLiteral("text:builtin:product-reviews"));
        QTRY_VERIFY_WITH_TIMEOUT(!form().reading(), kPatienceForJobs);
        QCOMPARE(form().plan().network, std::string(kEncoderNetwork));  // texts decide
        QCOMPARE(form().plan().settings.epochs, std::int64_t{3});
        enter(form(), "Hidden width", 30);
        QVERIFY2(sheet.fault().contains("multiple of the 4 heads"), qPrintable(sheet.fault()));
        enter(form(), "Hidden width", 32);
        write(form(), "Save as", path("no/folder/x.mee"));
        QVERIFY2(sheet.fault().contains("does not exist"), qPrintable(sheet.fault()));
        QFile there(path("there.mee"));
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.close();
        write(form(), "Save as", path("there.mee"));
        QVERIFY2(sheet.fault().contains("exists already"), qPrintable(sheet.fault()));
        QVERIFY(!sheet.startButton().isEnabled());
        form().findChild<QAbstractButton*>(QStringLiteral("replace"))->click();
        QVERIFY2(sheet.fault().isEmpty(), qPrintable(sheet.fault()));
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
        QVERIFY(jobs().queue().jobs().empty());
    }

    void aTrainingIsPausedResumedAndCancelled() {
        Job* job = startTraining(500);
        QVERIFY(job != nullptr);
        JobRow* row = list().rowOf(*job);
        QTRY_VERIFY_WITH_TIMEOUT(job->checkpointEpoch() >= 1, kPatienceForJobs);
        QVERIFY2(row->text().startsWith("Epoch "), qPrintable(row->text()));
        QVERIFY2(jobs().indicator().text().startsWith("Training"),
                 qPrintable(jobs().indicator().text()));
        button(*row, "pause")->click();
        QVERIFY2(waitFor(*job, Job::State::Paused), qPrintable(job->log().join('\n')));
        QVERIFY2(row->text().startsWith("Paused after epoch "), qPrintable(row->text()));
        QVERIFY(!button(*row, "pause")->isVisible());
        QCOMPARE(jobs().indicator().text(), QStringLiteral("1 paused"));
        const int epoch = job->checkpointEpoch();
        button(*row, "resume")->click();
        QTRY_VERIFY_WITH_TIMEOUT(job->checkpointEpoch() > epoch, kPatienceForJobs);
        button(*row, "cancel")->click();
        QVERIFY(waitFor(*job, Job::State::Cancelled));
        QVERIFY(QFile::exists(outOf(*job)));  // the best so far
        QVERIFY(!list().log().isVisible());
        list().logButton().click();
        QVERIFY(list().log().isVisible());
        QVERIFY2(list().log().toPlainText().contains("stopped, weights of epoch"),
                 qPrintable(list().log().toPlainText()));
        // What a cancelled training has left can be gone on with, or thrown away.
        QVERIFY(button(*row, "resume")->isVisible() && !button(*row, "remove")->isVisible());
        const QString model = outOf(*job);
        discard(*row);
        QTRY_VERIFY(jobs().queue().jobs().empty());
        QVERIFY(list().chosen() == nullptr);
        QVERIFY(!QFile::exists(model + ".checkpoint") && QFile::exists(model));
    }

    // The program is gone; the window and the finished epochs are not.
    void aTrainingThatIsKilledIsResumed() {
        Job* job = startTraining(40);
        QVERIFY(job != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(job->checkpointEpoch() >= 1, kPatienceForJobs);
        ::kill(static_cast<pid_t>(job->processId()), SIGKILL);
        QVERIFY(waitFor(*job, Job::State::Failed));
        QVERIFY(messages().showsProblem());
        QVERIFY2(messages().message().contains("was killed"), qPrintable(messages().message()));
        list().hide();
        window_->actions().jobs->trigger();
        QVERIFY(list().isVisible());
        button(*list().rowOf(*job), "resume")->click();
        QVERIFY2(waitFor(*job, Job::State::Done), qPrintable(job->log().join('\n')));
        QCOMPARE(list().chart().stands().size(), std::size_t{40});
    }

    void anExitTableIsReadAndOpened() {
        window_->actions().readTable->trigger();
        SourceSheet& sheet = jobs().tableSheet();
        QVERIFY(sheet.isVisible());
        QCOMPARE(sheet.fault(), QStringLiteral("Choose a network"));
        sheet.form().takeNetwork(QStringLiteral("builtin:signs"));
        sheet.form().takeSamples(signs());
        QTRY_COMPARE_WITH_TIMEOUT(sheet.form().live().dataset, "folder:" + signs().toStdString(),
                                  kPatienceForJobs);
        QTRY_VERIFY_WITH_TIMEOUT(sheet.fault().isEmpty(), kPatienceForJobs);
        QComboBox& distortion = sheet.form().distortion();
        const int fog = itemOfDistortion(distortion, *parseDistortion("fog@3"));
        QVERIFY(fog > 0);
        distortion.setCurrentIndex(fog);
        emit distortion.activated(fog);
        QCOMPARE(sheet.form().live().distortion, toText(*parseDistortion("fog@3")));
        write(sheet, "Save as", path("fog.exits"));
        sheet.startButton().click();
        Job* job = list().chosen();
        QVERIFY(job != nullptr && !job->isTraining());
        QVERIFY2(waitFor(*job, Job::State::Done), qPrintable(job->log().join('\n')));
        button(*list().rowOf(*job), "open")->click();
        QTRY_COMPARE_WITH_TIMEOUT(window_->setup().file().table, path("fog.exits").toStdString(),
                                  kPatienceForJobs);
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), RunState::Ready, kPatienceForJobs);
    }

    void anEvaluationFillsATable() {
        window_->actions().evaluate->trigger();
        SourceSheet& sheet = jobs().evaluationSheet();
        sheet.form().takeNetwork(QStringLiteral("builtin:signs"));
        QTRY_COMPARE_WITH_TIMEOUT(sheet.form().live().model, std::string("builtin:signs"),
                                  kPatienceForJobs);
        sheet.form().takeSamples(QStringLiteral("text:builtin:product-reviews"));
        QTRY_COMPARE_WITH_TIMEOUT(sheet.form().live().dataset,
                                  std::string("text:builtin:product-reviews"), kPatienceForJobs);
        sheet.startButton().click();
        Job* wrong = list().chosen();
        QVERIFY(waitFor(*wrong, Job::State::Failed));
        QVERIFY2(wrong->failure().contains("takes images") || wrong->failure().contains("texts"),
                 qPrintable(wrong->failure()));
        window_->actions().evaluate->trigger();
        sheet.form().takeSamples(signs());
        QTRY_VERIFY_WITH_TIMEOUT(sheet.form().live().dataset.starts_with("folder:"),
                                 kPatienceForJobs);
        sheet.startButton().click();
        Job* job = list().chosen();
        QVERIFY(job != wrong);
        QVERIFY2(waitFor(*job, Job::State::Done), qPrintable(job->log().join('\n')));
        QTRY_COMPARE(list().exits().rowCount(), 7);
        const double last = list().exits().index(6, 2).data().toString().toDouble();
        QVERIFY2(last > 50, qPrintable(QString::number(last)));
        QVERIFY(!list().chart().isVisible());
    }

    // Of a window that was killed: the next one lists it, goes on with it, and can drop it.
    void anEarlierWindowsTrainingIsListed() {
        Job* job = startTraining(500);
        QVERIFY(job != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(job->checkpointEpoch() >= 1, kPatienceForJobs);
        const QString out = outOf(*job);
        {
            // While its process works, it is nobody else's.
            MainWindow other(*theme_, path("other.splitee").toStdString());
            QVERIFY(other.jobs().queue().jobs().empty());
        }
        window_.reset();  // without a question, as a crash would
        QVERIFY(QFile::exists(out + ".checkpoint"));
        openAgain();
        QCOMPARE(jobs().queue().jobs().size(), std::size_t{1});
        Job* kept = jobs().queue().jobs().front();
        QCOMPARE(outOf(*kept), out);
        QVERIFY(kept->canResume() && !kept->runs());
        const int epoch = kept->checkpointEpoch();
        QVERIFY(epoch >= 1);
        window_->actions().jobs->trigger();
        JobRow* row = list().rowOf(*kept);
        QVERIFY2(row->text().startsWith("Unfinished, of an earlier window: epoch "),
                 qPrintable(row->text()));
        button(*row, "resume")->click();
        QTRY_VERIFY_WITH_TIMEOUT(kept->checkpointEpoch() > epoch, kPatienceForJobs);
        QCOMPARE(kept->stands().front().epoch, epoch + 1.0);
        button(*row, "cancel")->click();
        QVERIFY(waitFor(*kept, Job::State::Cancelled));
        discard(*row);
        QTRY_VERIFY(jobs().queue().jobs().empty());
        QVERIFY(!QFile::exists(out + ".checkpoint") && QFile::exists(out));
        openAgain();
        QVERIFY(jobs().queue().jobs().empty());
    }

    // Nothing is lost behind a window that closes, and no process stays.
    void closingAsksAndStopsWhatRuns() {
        Job* job = startTraining(500);
        QVERIFY(job != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(job->checkpointEpoch() >= 1, kPatienceForJobs);
        const auto process = static_cast<pid_t>(job->processId());
        window_->close();
        QVERIFY(window_->isVisible());
        auto* question = window_->findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
        QVERIFY(question != nullptr);
        question->reject();
        QVERIFY(window_->isVisible() && job->runs());
        QTRY_VERIFY(window_->findChild<QMessageBox*>(QStringLiteral("closeQuestion")) == nullptr);
        window_->close();
        question = window_->findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
        QVERIFY(question != nullptr);
        button(*question, "stopAndClose")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!window_->isVisible(), kPatienceForJobs);
        QCOMPARE(job->state(), Job::State::Paused);
        QVERIFY(::kill(process, 0) != 0);
        QVERIFY(QFile::exists(outOf(*job)) && QFile::exists(outOf(*job) + ".checkpoint"));
        // The next window goes on from there.
        const QString out = outOf(*job);
        const int epoch = job->checkpointEpoch();
        openAgain();
        window_->actions().train->trigger();
        emit form().data().chosen(signs());
        QTRY_VERIFY_WITH_TIMEOUT(!form().reading(), kPatienceForJobs);
        enter(form(), "Width", .1);
        enter(form(), "Epochs", 500);
        write(form(), "Save as", out);
        form().findChild<QAbstractButton*>(QStringLiteral("goOn"))->click();
        QVERIFY2(jobs().trainSheet().fault().isEmpty(), qPrintable(jobs().trainSheet().fault()));
        jobs().trainSheet().startButton().click();
        Job* again = list().chosen();
        QTRY_VERIFY_WITH_TIMEOUT(again->checkpointEpoch() > epoch, kPatienceForJobs);
        QCOMPARE(again->stands().front().epoch, epoch + 1.0);
    }
};

std::unique_ptr<QObject> splitee::test::jobTests() { return std::make_unique<TestJobs>(); }

#include "test_jobs.moc"
