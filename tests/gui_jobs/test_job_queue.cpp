// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs of the real program: finished, paused, killed and gone on with, against trainings that were
// left alone; and programs that misbehave.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "engine/rng.h"
#include "gui/jobs/job_queue.h"
#include "gui_jobs_tests.h"
#include "tests/subjects_main.h"

using namespace splitee;
using namespace splitee::test;
using State = Job::State;

namespace {

constexpr int kJobPatience = 900'000;  // milliseconds; LibTorch is slow under a sanitizer

// Whether "good" or "bad" stands in a sentence decides.
void writeSentences(const QString& path) {
    Rng rng(1, "sentences");
    std::ofstream out(path.toStdString());
    out << "sentence\tlabel\n";
    for (int i = 0; i < 600; ++i) {
        const bool good = rng.below(2) == 1;
        out << (good ? "good" : "bad");
        for (std::uint64_t word = 0; word < 1 + rng.below(7); ++word)
            out << ' ' << std::string(1 + rng.below(3), static_cast<char>('a' + rng.below(6)));
        out << (good ? "\t1\n" : "\t0\n");
    }
}

std::string wholeFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A process whose end nobody has asked for yet is none.
bool isAlive(qint64 process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string number, name, state;
    return file >> number >> name >> state && state != "Z" && state != "X";
}

}  // namespace

class TestJobQueue : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> home_;    // with sentences, and the models of whole trainings
    std::unique_ptr<QTemporaryDir> folder_;  // of one test

    // Of some ten steps an epoch. The place does not show in the file.
    TrainPlan training(const QString& folder, int epochs = 6) const {
        TrainPlan plan;
        plan.network = kEncoderNetwork;
        plan.settings = TrainPlan::defaultsOf(plan.network);
        plan.settings.epochs = epochs;
        plan.settings.batch = 32;
        plan.settings.learningRate = .01;
        plan.encoder.layers = 2;
        plan.encoder.hidden = plan.encoder.feedForward = 16;
        plan.encoder.heads = 2;
        plan.encoder.vocabulary = 200;
        plan.encoder.length = 24;
        plan.dataset = "text:" + home_->filePath("texts.tsv").toStdString();
        QDir().mkpath(folder);
        plan.out = (folder + "/net.mee").toStdString();
        return plan;
    }
    // The model of a training by the program that nobody stopped.
    std::string leftAlone(int epochs) {
        TrainPlan plan = training(home_->filePath(QString::number(epochs)), epochs);
        if (!QFile::exists(QString::fromStdString(plan.out)))
            QProcess::execute(QStringLiteral(SPLITEE_PROGRAM), argumentsOf(plan));
        return wholeFile(plan.out);
    }
    // A program of a test's own, for what the real one never does.
    QString script(const char* text) const {
        const QString path = folder_->filePath("program.sh");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write("#!/bin/bash\n");
        file.write(text);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    static EvalPlan anyPlan() { return {{"builtin:signs", "signs"}}; }
    static bool waitFor(const Job& job, State state) {
        return QTest::qWaitFor([&] { return job.state() == state; }, kJobPatience);
    }
    // At its first finished epoch, or at one later.
    static void onEpoch(Job& job, double epoch, const std::function<void()>& work) {
        auto once = std::make_shared<bool>(false);
        connect(&job, &Job::changed, &job, [&job, epoch, work, once] {
            if (*once || job.stands().empty() || job.stands().back().epoch < epoch) return;
            *once = true;
            work();
        });
    }

private slots:
    void initTestCase() {
        home_ = std::make_unique<QTemporaryDir>();
        writeSentences(home_->filePath("texts.tsv"));
    }
    void cleanupTestCase() { home_.reset(); }
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void cleanup() { folder_.reset(); }

    void aTrainingTellsItsEpochsAndWritesItsModel() {
        JobQueue queue(QStringLiteral(SPLITEE_PROGRAM));
        QSignalSpy ended(&queue, &JobQueue::ended), idle(&queue, &JobQueue::idle);
        Job& job = queue.add(training(folder_->path()));
        QVERIFY(queue.busy());
        QVERIFY2(waitFor(job, State::Done), qPrintable(job.log().join('\n')));
        QCOMPARE(ended.count(), 1);
        QCOMPARE(idle.count(), 1);
        QVERIFY(!queue.busy());
        QCOMPARE(job.stands().size(), std::size_t{6});
        for (std::size_t i = 0; i < 6; ++i) {
            QCOMPARE(job.stands()[i].epoch, static_cast<double>(i + 1));
            QCOMPARE(job.stands()[i].accuracyPerExit.size(), std::size_t{2});
        }
        QCOMPARE(job.progress()->done, job.progress()->total);
        QVERIFY2(job.log().front().startsWith("$ splitee train --network encoder"),
                 qPrintable(job.log().front()));
        QVERIFY(job.log().back().contains("validation accuracy per exit"));
        QVERIFY(!job.canResume());
        const std::string model = wholeFile(outOf(job));
        QVERIFY(!model.empty() && model == leftAlone(6));
    }

    // As one that was never stopped, bit for bit, wherever it is stopped.
    void aTrainingThatIsPausedGoesOn_data() {
        QTest::addColumn<double>("epoch");
        QTest::newRow("after its second epoch") << 2.0;
        QTest::newRow("before its first is done") << 0.0;
    }
    void aTrainingThatIsPausedGoesOn() {
        QFETCH(double, epoch);
        JobQueue queue(QStringLiteral(SPLITEE_PROGRAM));
        Job& job = queue.add(training(folder_->path(), 40));
        if (epoch > 0)
            onEpoch(job, epoch, [&] { queue.pause(job); });
        else
            queue.pause(job);
        QVERIFY2(waitFor(job, State::Paused), qPrintable(job.log().join('\n')));
        QVERIFY(!queue.busy() && job.canResume() && job.processId() == 0);
        if (epoch > 0) {
            QVERIFY(job.checkpointEpoch() >= 2 && job.checkpointEpoch() < 40);
            QVERIFY(QFile::exists(QString::fromStdString(outOf(job))));  // the best so far
        }
        queue.resume(job);
        QVERIFY2(waitFor(job, State::Done), qPrintable(job.log().join('\n')));
        QCOMPARE(job.log().filter("--resume").size(), epoch > 0 ? 1 : 0);
        QCOMPARE(job.stands().size(), std::size_t{40});
        QVERIFY(wholeFile(outOf(job)) == leftAlone(40));
    }

    void aTrainingThatIsKilledLosesNothing() {
        JobQueue queue(QStringLiteral(SPLITEE_PROGRAM));
        Job& job = queue.add(training(folder_->path(), 40));
        onEpoch(job, 3, [&] { ::kill(static_cast<pid_t>(job.processId()), SIGKILL); });
        QVERIFY2(waitFor(job, State::Failed), qPrintable(job.log().join('\n')));
        QVERIFY2(job.failure().contains("was killed") && job.failure().contains("Resume"),
                 qPrintable(job.failure()));
        QVERIFY(!QFile::exists(QString::fromStdString(outOf(job))));
        QVERIFY(job.canResume());
        queue.resume(job);
        QVERIFY2(waitFor(job, State::Done), qPrintable(job.log().join('\n')));
        QVERIFY(wholeFile(outOf(job)) == leftAlone(40));
    }

    // A checkpoint that lay there before is not this training's.
    void anOlderCheckpointIsNotGoneOnFrom() {
        const TrainPlan first = training(folder_->path(), 6);
        QCOMPARE(QProcess::execute(QStringLiteral(SPLITEE_PROGRAM), argumentsOf(first)), 0);
        TrainPlan second = training(folder_->path(), 40);
        second.overwrite = true;
        JobQueue queue(QStringLiteral(SPLITEE_PROGRAM));
        Job& job = queue.add(second);
        queue.pause(job);  // before an epoch is done
        QVERIFY(waitFor(job, State::Paused));
        queue.resume(job);
        QVERIFY2(waitFor(job, State::Done), qPrintable(job.log().join('\n')));
        QVERIFY(wholeFile(outOf(job)) == leftAlone(40));
    }

    void oneRunsAtATimeInOrder() {
        JobQueue queue(QStringLiteral(SPLITEE_PROGRAM));
        Job& first = queue.add(training(folder_->filePath("1"), 2));
        Job& second = queue.add(training(folder_->filePath("2"), 2));
        Job& third = queue.add(training(folder_->filePath("3"), 2));
        QVERIFY(first.runs());
        QCOMPARE(second.state(), State::Waiting);
        int most = 0;
        std::vector<int> order;
        connect(&queue, &JobQueue::changed, this, [&] {
            most = std::max(most, static_cast<int>(first.runs()) + second.runs() + third.runs());
        });
        connect(&queue, &JobQueue::ended, this, [&](Job* job) { order.push_back(job->number()); });
        queue.cancel(second);
        QVERIFY2(waitFor(third, State::Done), qPrintable(third.log().join('\n')));
        QCOMPARE(most, 1);
        QCOMPARE(order, (std::vector<int>{2, 1, 3}));
        QCOMPARE(second.state(), State::Cancelled);
        QVERIFY(second.log().isEmpty());
        queue.remove(second);
        QCOMPARE(queue.jobs().size(), std::size_t{2});
    }

    void whatIsReadAndEvaluatedEqualsTheProgram() {
        (void)leftAlone(6);
        LiveRequest live;
        live.model = home_->filePath("6/net.mee").toStdString();
        live.dataset = "text:" + home_->filePath("texts.tsv").toStdString();
        const QString table = folder_->filePath("t.exits"), headless = folder_->filePath("h.exits");
        JobQueue queue(QStringLiteral(SPLITEE_PROGRAM));
        Job& read = queue.add(TablePlan{live, table.toStdString()});
        Job& evaluate = queue.add(EvalPlan{live});
        QVERIFY2(waitFor(evaluate, State::Done), qPrintable(evaluate.log().join('\n')));
        QCOMPARE(read.state(), State::Done);
        QVERIFY(read.progress() && read.progress()->done == read.progress()->total);
        QCOMPARE(QProcess::execute(QStringLiteral(SPLITEE_PROGRAM),
                                   argumentsOf(TablePlan{live, headless.toStdString()})),
                 0);
        const std::string bytes = wholeFile(table.toStdString());
        QVERIFY(!bytes.empty() && bytes == wholeFile(headless.toStdString()));
        QVERIFY(evaluate.evaluation().has_value());
        QCOMPARE(evaluate.evaluation()->exits.size(), std::size_t{2});
        QCOMPARE(evaluate.evaluation()->samples, std::int64_t{600});
        QVERIFY(evaluate.evaluation()->exits[1].accuracy > .5);
    }

    void whatTheProgramRefusesIsOneSentence() {
        JobQueue queue(QStringLiteral(SPLITEE_PROGRAM));
        EvalPlan plan = anyPlan();
        plan.live.model = folder_->filePath("nothing.mee").toStdString();
        Job& job = queue.add(plan);
        QVERIFY(waitFor(job, State::Failed));
        QVERIFY2(job.failure().contains("nothing.mee"), qPrintable(job.failure()));
        QVERIFY(!job.canResume());
    }

    void aProgramThatIsMissingIsSaid() {
        for (const QString& program : {QString(), folder_->filePath("nothing")}) {
            JobQueue queue(program);
            QSignalSpy idle(&queue, &JobQueue::idle);
            Job& job = queue.add(anyPlan());
            QVERIFY(waitFor(job, State::Failed));
            QVERIFY2(job.failure().startsWith("cannot start "), qPrintable(job.failure()));
            QTRY_COMPARE(idle.count(), 1);
        }
        QVERIFY(JobQueue::programBeside(folder_->path()).isEmpty());
        QDir(folder_->path()).mkpath("gui");
        QDir(folder_->path()).mkpath("cli");
        QVERIFY(QFile::link(QStringLiteral(SPLITEE_PROGRAM), folder_->filePath("cli/splitee")));
        QVERIFY(!JobQueue::programBeside(folder_->filePath("gui")).isEmpty());
        QVERIFY(QFile::link(QStringLiteral(SPLITEE_PROGRAM), folder_->filePath("gui/splitee")));
        QVERIFY(!JobQueue::programBeside(folder_->filePath("gui")).isEmpty());
    }

    void aProgramThatDoesNotStopIsKilled() {
        JobQueue queue(script("trap '' INT\necho ready >&2\nwhile :; do sleep 0.1; done\n"));
        queue.setPatience(std::chrono::milliseconds(100));
        Job& job = queue.add(anyPlan());
        QVERIFY(QTest::qWaitFor([&] { return job.log().contains("ready"); }, kJobPatience));
        queue.cancel(job);
        QCOMPARE(job.state(), State::Cancelling);
        QVERIFY(waitFor(job, State::Cancelled));
    }

    // Megabytes without a line break, bytes, figures of nowhere; the log stays small.
    void garbageGoesToTheLogAndHarmsNothing() {
        JobQueue queue(
            script("head -c 3000000 /dev/zero | tr '\\0' x >&2\n"
                   "head -c 300000 /dev/urandom >&2\n"
                   "for ((i = 0; i < 5000; ++i)); do echo \"line $i\"; done >&2\n"
                   "echo '{\"activity\":\"x\",\"done\":-7,\"total\":1e400}' >&2\n"
                   "head -c 3000000 /dev/zero | tr '\\0' y\n"
                   "echo 'splitee: cannot go on' >&2\nexit 1\n"));
        Job& job = queue.add(anyPlan());
        QVERIFY(waitFor(job, State::Failed));
        QCOMPARE(job.failure(), QString("cannot go on"));
        QVERIFY(job.log().size() <= Job::kMostLines);
        QVERIFY(job.log().front().startsWith("$ splitee eval"));
        for (const QString& line : job.log())
            QVERIFY(line.size() <= Job::kMostLineCharacters + 200);
        JobQueue silent(script("exit 0\n"));
        Job& nothing = silent.add(anyPlan());
        QVERIFY(waitFor(nothing, State::Failed));
        QVERIFY2(nothing.failure().contains("cannot read"), qPrintable(nothing.failure()));
        JobQueue crashing(script("kill -SEGV $$\n"));
        Job& crash = crashing.add(anyPlan());
        QVERIFY(waitFor(crash, State::Failed));
        QVERIFY2(crash.failure().contains("crashed (signal 11)"), qPrintable(crash.failure()));
    }

    void stoppingAllPausesTrainingsAndCancelsTheOthers() {
        JobQueue queue(QStringLiteral(SPLITEE_PROGRAM));
        Job& first = queue.add(training(folder_->path(), 400));
        Job& second = queue.add(training(folder_->filePath("2"), 2));
        Job& third = queue.add(anyPlan());
        QSignalSpy idle(&queue, &JobQueue::idle);
        onEpoch(first, 1, [&] { queue.stopAll(); });
        QVERIFY(QTest::qWaitFor([&] { return idle.count() == 1; }, kJobPatience));
        QCOMPARE(first.state(), State::Paused);
        QCOMPARE(second.state(), State::Paused);
        QCOMPARE(third.state(), State::Cancelled);
        QVERIFY(!queue.busy());
    }

    void noProcessOutlivesTheQueue() {
        qint64 process = 0;
        {
            JobQueue queue(QStringLiteral(SPLITEE_PROGRAM));
            Job& job = queue.add(training(folder_->path(), 400));
            QVERIFY(QTest::qWaitFor([&] { return !job.stands().empty(); }, kJobPatience));
            process = job.processId();
            QVERIFY(process > 0 && isAlive(process));
        }
        QVERIFY(!isAlive(process));
    }

    // Not even where the window is killed.
    void noProcessOutlivesAWindowThatIsKilled() {
        const QString program = script("echo $$ > \"$0.pid\"\nexec sleep 1000\n");
        QProcess window;
        window.start(QCoreApplication::applicationFilePath(),
                     {QString::fromLatin1(kHoldAJob), program});
        QVERIFY(window.waitForStarted());
        qint64 process = 0;
        QVERIFY(QTest::qWaitFor(
            [&] {
                QFile file(program + ".pid");
                process =
                    file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
                return process > 0;
            },
            kJobPatience));
        QVERIFY(isAlive(process));
        window.kill();
        QVERIFY(window.waitForFinished());
        QVERIFY(QTest::qWaitFor([&] { return !isAlive(process); }, kJobPatience));
    }

private:
    static std::string outOf(const Job& job) { return fileOf(job.plan()); }
};

int splitee::test::holdAJob(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    JobQueue queue(QString::fromLocal8Bit(argv[2]));
    queue.add(EvalPlan{{"builtin:signs", "signs"}});
    return QCoreApplication::exec();
}

std::unique_ptr<QObject> splitee::test::jobQueueTests() { return subject<TestJobQueue>(); }

#include "test_job_queue.moc"
