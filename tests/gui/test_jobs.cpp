// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs in the window: a person's way from a folder of images to a comparison without a terminal,
// and trainings that are paused, killed and closed over.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/compare/compare_view.h"
#include "gui/job_sheets/job_form_sheets.h"
#include "gui/job_sheets/job_indicator.h"
#include "gui/job_sheets/job_row.h"
#include "gui/job_sheets/jobs.h"
#include "gui/job_sheets/jobs_sheet.h"
#include "gui/job_sheets/source_form.h"
#include "gui/job_sheets/train_form.h"
#include "gui/job_sheets/training_chart.h"
#include "gui/runs/run_table_model.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/setup/dataset_picker.h"
#include "gui/setup/distortion_names.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "sign_folder.h"

using namespace splitee;
using namespace splitee::test;
using RunState = RunController::State;

namespace {

constexpr int kPatienceForJobs = 240'000;  // milliseconds; LibTorch is loaded, perhaps slowly
constexpr int kOwnSigns = 640, kPlayedRounds = 60;

}  // namespace

class TestJobs : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> images_, folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] QString path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QString signs() const { return images_->filePath(QStringLiteral("signs")); }
    [[nodiscard]] Jobs& jobs() { return window_->jobs(); }
    [[nodiscard]] TrainForm& form() { return jobs().trainSheet().form(); }
    [[nodiscard]] JobsSheet& list() { return jobs().list(); }
    [[nodiscard]] MessageBar& messages() { return window_->messages(); }
    [[nodiscard]] static QString outOf(const Job& job) {
        return QString::fromStdString(fileOf(job.plan()));
    }
    static QPushButton* button(QWidget& in, const char* name) {
        return in.findChild<QPushButton*>(QString::fromLatin1(name));
    }
    static void enter(QWidget& in, const char* name, double value) {
        for (auto* field : in.findChildren<NumberField*>())
            if (field->accessibleName() == QLatin1String(name)) {
                field->show(value);
                emit field->edited(value);
                return;
            }
        QFAIL(name);
    }
    static void write(QWidget& in, const char* name, const QString& text) {
        for (auto* field : in.findChildren<QLineEdit*>())
            if (field->accessibleName() == QLatin1String(name)) return field->setText(text);
        QFAIL(name);
    }
    static bool waitFor(const Job& job, Job::State state) {
        return QTest::qWaitFor([&] { return job.state() == state; }, kPatienceForJobs);
    }
    // By the sheet, as a person does it: a narrow network on the folder of signs.
    Job* startTraining(int epochs, const QString& out = {}) {
        window_->actions().train->trigger();
        if (form().data().dataset().isEmpty()) emit form().data().chosen(signs());
        if (!QTest::qWaitFor([&] { return !form().reading(); }, kPatienceForJobs)) return nullptr;
        enter(form(), "Width", .1);
        enter(form(), "Epochs", epochs);
        write(form(), "Save as", out.isEmpty() ? path("mine.mee") : out);
        const std::size_t before = jobs().queue().jobs().size();
        jobs().trainSheet().startButton().click();
        const auto all = jobs().queue().jobs();
        return all.size() == before + 1 ? all.back() : nullptr;
    }

private slots:
    void initTestCase() {
        images_ = std::make_unique<QTemporaryDir>();
        writeSigns(signs(), kOwnSigns);
    }
    void cleanupTestCase() { images_.reset(); }
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(*theme_, path("session.splitee").toStdString());
        jobs().queue().setProgram(QStringLiteral(SPLITEE_PROGRAM));
        window_->resize(1280, 800);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

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
        QTRY_COMPARE_WITH_TIMEOUT(runs.state(), RunState::Ready, kPatienceForJobs);
        runs.runTo(kPlayedRounds);
        QTRY_VERIFY_WITH_TIMEOUT(runs.round() >= kPlayedRounds, kPatienceForJobs);
        runs.stop();
        QTRY_COMPARE_WITH_TIMEOUT(runs.state(), RunState::Stopped, kPatienceForJobs);

        QSignalSpy compared(&window_->comparison(), &CompareView::comparisonShown);
        window_->pageTabs().setCurrentIndex(1);
        const auto policies = runs.histories().size();
        QTRY_COMPARE_WITH_TIMEOUT(window_->runs().model().rowCount(), static_cast<int>(policies),
                                  kPatienceForJobs);
        QVERIFY(policies >= 2);
        window_->runs().table().selectAll();
        QTRY_VERIFY_WITH_TIMEOUT(compared.count() > 0, kPatienceForJobs);
        QVERIFY(window_->comparison().isVisible());
    }

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
        button(*row, "remove")->click();
        QTRY_VERIFY(jobs().queue().jobs().empty());
        QVERIFY(list().chosen() == nullptr);
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

private:
    void openAgain() {
        window_ = std::make_unique<MainWindow>(*theme_, path("session.splitee").toStdString());
        jobs().queue().setProgram(QStringLiteral(SPLITEE_PROGRAM));
        window_->show();
    }
};

std::unique_ptr<QObject> splitee::test::jobTests() { return std::make_unique<TestJobs>(); }

#include "test_jobs.moc"
