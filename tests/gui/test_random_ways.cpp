// SPDX-License-Identifier: GPL-3.0-or-later
// Short random sequences of what a person does in the window, each fixed by its seed. After every
// step the window holds what it must: no warning, rounds and jobs that fit together, no process
// without a window. At the end every run that was logged is the one that the program plays without
// a window.
//
// SPLITEE_RANDOM_WAYS=200 plays so many sequences in the place of a few, SPLITEE_RANDOM_FIRST=17
// begins with that seed; a failure names the seed and the steps so far.
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include "engine/rng.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/job_sheets/jobs.h"
#include "gui/live/run_bar.h"
#include "gui/live/run_view.h"
#include "gui/live/time_line.h"
#include "gui/run/shown_round.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "own_faults.h"
#include "sign_folder.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr int kFewWays = 10, kSteps = 14;
constexpr int kWayPatience = 120'000;  // milliseconds, on a busy machine
constexpr int kGlimpse = 300;          // milliseconds at most that a step lets a run play
constexpr int kWaySigns = 96;

int numberFromEnvironment(const char* name, int otherwise) {
    bool number = false;
    const int value = qEnvironmentVariableIntValue(name, &number);
    return number && value > 0 ? value : otherwise;
}

}  // namespace

class TestRandomWays : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> images_, folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<KeptWarnings> warnings_;
    QTranslator german_;
    bool inGerman_ = false;
    Rng rng_{1, "ways"};
    QStringList trace_;
    int files_ = 0;

    using Step = QString (TestRandomWays::*)();

    [[nodiscard]] QString path(const QString& name) const { return folder_->filePath(name); }
    [[nodiscard]] std::size_t below(std::size_t n) {
        return static_cast<std::size_t>(rng_.below(static_cast<std::uint64_t>(n)));
    }
    template <class Value>
    [[nodiscard]] Value oneOf(std::initializer_list<Value> values) {
        return *(values.begin() + below(values.size()));
    }
    [[nodiscard]] RunController& runs() { return window_->controller(); }
    [[nodiscard]] JobQueue& queue() { return window_->jobs().queue(); }
    static void settleDown() {
        for (int turn = 0; turn < 3; ++turn) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void openWindow() {
        window_ =
            std::make_unique<MainWindow>(*theme_, path(QStringLiteral("s.splitee")).toStdString());
        queue().setProgram(QStringLiteral(SPLITEE_PROGRAM));
        window_->resize(oneOf({960, 1280, 1600}), oneOf({540, 800, 1000}));
        window_->show();
        window_->activateWindow();
    }
    // As a person does it: where jobs run the window asks.
    [[nodiscard]] QString closeWindow() {
        window_->close();
        if (auto* question = window_->findChild<QMessageBox*>(QStringLiteral("closeQuestion")))
            question->findChild<QPushButton*>(QStringLiteral("stopAndClose"))->click();
        if (!QTest::qWaitFor([this] { return !window_->isVisible(); }, kWayPatience))
            return QStringLiteral("the window does not close");
        window_.reset();
        if (!QTest::qWaitFor([] { return childProcesses().empty(); }, kWayPatience))
            return QStringLiteral("a process stays behind the window");
        return {};
    }

    // The steps. Each says what it did, "" where it was not possible.
    QString openReplay() {
        const auto examples = bundledExamples();
        Example example = examples[below(examples.size())];
        if (!example.file.model.empty()) example = *exampleNamed(QStringLiteral("cifar10-replay"));
        example.file.experiment.rounds = oneOf<std::int64_t>({200, 2000, 10'000});
        example.file.experiment.seeds = 1;
        example.file.experiment.seed = 1 + below(5);
        if (!example.file.experiment.schedule.empty()) example.file.experiment.rounds = 10'000;
        window_->start(example);
        return QStringLiteral("open %1 with %2 rounds")
            .arg(example.name)
            .arg(example.file.experiment.rounds);
    }
    QString openLive() {
        Example example = *exampleNamed(QStringLiteral("signs-live"));
        example.file.experiment.rounds = 30;
        example.file.experiment.policies = "splitee,final";
        window_->start(example);
        return QStringLiteral("open signs live");
    }
    QString waitUntilOpen() {
        constexpr auto kOpening = RunController::State::Opening;
        if (runs().state() != kOpening) return {};
        return QTest::qWaitFor([this] { return runs().state() != kOpening; }, kWayPatience)
                   ? QStringLiteral("wait until it is open")
                   : QStringLiteral("wait in vain");
    }
    QString letPlay() {
        const std::int64_t from = runs().round();
        (void)QTest::qWaitFor(
            [&] {
                return runs().round() > from + 50 ||
                       runs().state() != RunController::State::Running;
            },
            kGlimpse);
        return QStringLiteral("play from round %1 to %2").arg(from).arg(runs().round());
    }
    QString runAction() {
        const RunActions& a = window_->actions();
        QAction* action =
            oneOf({a.run, a.pause, a.step, a.restart, a.stop, a.live, a.why, a.follow, a.logRounds,
                   a.linkRounds, a.reduceMotion, a.reset, a.readExits, a.welcome, a.tour});
        if (!action->isEnabled()) return {};
        action->trigger();
        return QStringLiteral("action ") + action->text();
    }
    QString changeSpeed() {
        runs().setSpeed(oneOf({5.0, 200.0, 5000.0}));
        return QStringLiteral("speed");
    }
    QString dragTimeLine() {
        TimeLine& line = window_->findChild<RunBar*>()->timeLine();
        if (!line.isVisible() || line.width() < 10) return {};
        const int y = line.height() - 9;
        const auto place = [&] {
            return QPoint(static_cast<int>(below(static_cast<std::size_t>(line.width()))), y);
        };
        const QPoint first = place();
        QTest::mousePress(&line, Qt::LeftButton, {}, first);
        for (int move = 0; move < 3; ++move) {
            QMouseEvent moved(QEvent::MouseMove, place(), line.mapToGlobal(first), Qt::NoButton,
                              Qt::LeftButton, {});
            QApplication::sendEvent(&line, &moved);
        }
        QTest::mouseRelease(&line, Qt::LeftButton, {}, place());
        return QStringLiteral("drag the time line to round %1").arg(window_->shownRound().round());
    }
    QString changeNumber() {
        const char* key = oneOf({"alpha", "offload", "mu", "lambda1", "lambda2", "beta"});
        const double value = oneOf({0.0, 0.25, 0.5, 0.9, 1.0});
        window_->setup().editField(key, value);
        return QStringLiteral("%1 = %2").arg(QLatin1String(key)).arg(value);
    }
    QString changeSchedule() {
        const char* schedule =
            oneOf({"", "offload=8@100", "alpha=0.5@50..150", "gaussian_noise:1@60",
                   "offload=8@999999999", "no such thing@5", "clean@0, gaussian_blur:0.8@80"});
        window_->setup().editField("schedule", QString::fromLatin1(schedule));
        return QStringLiteral("schedule '%1'").arg(QLatin1String(schedule));
    }
    QString changePolicies() {
        const char* policies = oneOf({"splitee", "splitee,splitee-s", "final,random,best",
                                      "splitee-s,sw-ucb,exp3-s", "all", "splitee,fixed"});
        window_->setup().editField("policy", QString::fromLatin1(policies));
        return QStringLiteral("policies ") + QLatin1String(policies);
    }
    QString togglePanel() {
        const QList<QAction*> toggles = window_->view().docks().toggles();
        QAction* toggle =
            toggles[static_cast<qsizetype>(below(static_cast<std::size_t>(toggles.size())))];
        if (!toggle->isEnabled()) return {};
        toggle->trigger();
        return QStringLiteral("panel ") + toggle->text();
    }
    QString openSheet() {
        const RunActions& a = window_->actions();
        QAction* action = oneOf({a.advise, a.jobs, a.sweep, a.train, a.readTable, a.evaluate});
        if (!action->isEnabled()) return {};
        action->trigger();
        return QStringLiteral("sheet ") + action->text();
    }
    QString pressKey() {
        const Qt::Key key = oneOf({Qt::Key_Escape, Qt::Key_Escape, Qt::Key_Space, Qt::Key_Right,
                                   Qt::Key_Left, Qt::Key_Tab, Qt::Key_F, Qt::Key_L});
        QWidget* focus = window_->focusWidget();
        QTest::keyClick(focus != nullptr ? focus : window_.get(), key);
        return QStringLiteral("key %1").arg(QKeySequence(key).toString());
    }
    QString changePage() {
        QTabBar& tabs = window_->pageTabs();
        tabs.setCurrentIndex(1 - tabs.currentIndex());
        return QStringLiteral("page %1").arg(tabs.currentIndex());
    }
    QString undo() {
        QUndoStack& stack = window_->setup().undoStack();
        const bool back = below(3) > 0;
        if (back ? !stack.canUndo() : !stack.canRedo()) return {};
        back ? stack.undo() : stack.redo();
        return back ? QStringLiteral("undo") : QStringLiteral("redo");
    }
    QString switchLanguage() {
        inGerman_ = !inGerman_;
        if (inGerman_)
            QCoreApplication::installTranslator(&german_);
        else
            QCoreApplication::removeTranslator(&german_);
        return inGerman_ ? QStringLiteral("in German") : QStringLiteral("in English");
    }
    QString changeLook() {
        theme_->setMode(oneOf({Theme::Mode::Light, Theme::Mode::Dark}));
        window_->resize(oneOf({960, 1280, 1600}), oneOf({540, 800, 1000}));
        return QStringLiteral("theme and size");
    }
    QString startTableJob() {
        TablePlan plan;
        plan.live = {"builtin:signs",
                     "folder:" + images_->filePath(QStringLiteral("signs")).toStdString(), "fog@2",
                     "all", 1};
        plan.out = path(QStringLiteral("%1.exits").arg(++files_)).toStdString();
        queue().add(plan);
        return QStringLiteral("read a table in the background");
    }
    QString startTraining() {
        TrainPlan plan;
        plan.settings.width = 0.1;
        plan.settings.epochs = 3;
        plan.settings.batch = 16;
        plan.dataset = "folder:" + images_->filePath(QStringLiteral("signs")).toStdString();
        plan.out = path(QStringLiteral("%1.mee").arg(++files_)).toStdString();
        queue().add(plan);
        return QStringLiteral("train in the background");
    }
    QString steerJob() {
        const auto jobs = queue().jobs();
        if (jobs.empty()) return {};
        Job& job = *jobs[below(jobs.size())];
        const int number = job.number();
        const std::size_t way = below(4);
        if (way == 0) queue().cancel(job);
        if (way == 1) queue().pause(job);
        if (way == 2) queue().resume(job);
        if (way == 3) queue().remove(job);
        const char* words[] = {"cancel", "pause", "resume", "remove"};
        return QStringLiteral("%1 job %2").arg(QLatin1String(words[way])).arg(number);
    }
    QString closeAndOpenAgain() {
        const QString fault = closeWindow();
        if (!fault.isEmpty()) return QStringLiteral("close: ") + fault;
        openWindow();
        return QStringLiteral("close, and open again");
    }

    [[nodiscard]] Step nextStep() {
        struct Often {
            int times;
            Step step;
        };
        using Ways = TestRandomWays;
        static constexpr Often kAll[] = {
            {2, &Ways::openReplay},     {1, &Ways::openLive},       {3, &Ways::waitUntilOpen},
            {3, &Ways::letPlay},        {4, &Ways::runAction},      {1, &Ways::changeSpeed},
            {2, &Ways::dragTimeLine},   {2, &Ways::changeNumber},   {1, &Ways::changeSchedule},
            {1, &Ways::changePolicies}, {3, &Ways::togglePanel},    {1, &Ways::openSheet},
            {2, &Ways::pressKey},       {1, &Ways::changePage},     {2, &Ways::undo},
            {1, &Ways::changeLook},     {1, &Ways::switchLanguage}, {1, &Ways::startTableJob},
            {1, &Ways::startTraining},  {2, &Ways::steerJob},       {1, &Ways::closeAndOpenAgain}};
        std::vector<Step> all;
        for (const Often& one : kAll)
            all.insert(all.end(), static_cast<std::size_t>(one.times), one.step);
        return all[below(all.size())];
    }

    // What does not hold, "" for nothing.
    [[nodiscard]] QString fault() {
        if (const QStringList warnings = warnings_->take(); !warnings.isEmpty())
            return QStringLiteral("warnings: ") + warnings.join(QStringLiteral(" | "));
        if (!window_->isVisible()) return QStringLiteral("the window is gone");
        const RunController& now = runs();
        if (now.round() < 0 || now.round() > now.rounds())
            return QStringLiteral("round %1 of %2").arg(now.round()).arg(now.rounds());
        for (const RunHistory& history : now.histories())
            if (history.rounds() > now.round())
                return QStringLiteral("a history has %1 rounds of %2")
                    .arg(history.rounds())
                    .arg(now.round());
        if (window_->shownRound().round() > now.round())
            return QStringLiteral("round %1 is shown of %2")
                .arg(window_->shownRound().round())
                .arg(now.round());
        std::size_t running = 0;
        for (const Job* job : queue().jobs()) running += job->runs() ? 1U : 0U;
        if (running > 1) return QStringLiteral("%1 jobs run at once").arg(running);
        const bool few = QTest::qWaitFor(
            [this] { return childProcesses().size() <= (queue().running() != nullptr ? 1U : 0U); },
            5000);
        if (!few) return QStringLiteral("a process belongs to no job");
        if (QApplication::activeModalWidget() != nullptr)
            return QStringLiteral("a modal window waits");
        return {};
    }

    // Every run of the session once more by the program without a window.
    [[nodiscard]] QString differenceHeadless() {
        const QString session = path(QStringLiteral("s.splitee"));
        if (!QFile::exists(session)) return {};
        QProcess program;
        program.start(QStringLiteral(SPLITEE_PROGRAM), {"again", session, "--all"});
        if (!program.waitForFinished(kWayPatience)) return QStringLiteral("splitee again hangs");
        const QString said =
            QString::fromUtf8(program.readAllStandardOutput() + program.readAllStandardError());
        if (program.exitCode() == 0 || said.contains(QLatin1String("has no run"))) return {};
        return said;
    }

private slots:
    void initTestCase() {
        QVERIFY(german_.load(QStringLiteral(SPLITEE_GERMAN)));
        images_ = std::make_unique<QTemporaryDir>();
        writeSigns(images_->filePath(QStringLiteral("signs")), kWaySigns);
    }
    void cleanupTestCase() { images_.reset(); }
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        trace_.clear();
        files_ = 0;
        warnings_ = std::make_unique<KeptWarnings>();
    }
    void cleanup() {
        window_.reset();
        warnings_.reset();
        if (inGerman_) (void)switchLanguage();
        theme_.reset();
        folder_.reset();
    }

    void whateverOneDoesTheWindowHolds_data() {
        QTest::addColumn<int>("seed");
        const int ways = numberFromEnvironment("SPLITEE_RANDOM_WAYS", kFewWays),
                  first = numberFromEnvironment("SPLITEE_RANDOM_FIRST", 1);
        for (int seed = first; seed < first + ways; ++seed) QTest::addRow("%d", seed) << seed;
    }
    void whateverOneDoesTheWindowHolds() {
        QFETCH(int, seed);
        rng_ = Rng(static_cast<std::uint64_t>(seed), "ways");
        openWindow();
        trace_ << openReplay();
        for (int step = 0; step < kSteps; ++step) {
            const QString did = (this->*nextStep())();
            if (!did.isEmpty()) trace_ << did;
            settleDown();
            const QString wrong = fault();
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + QStringLiteral("\nafter: ") +
                                                 trace_.join(QStringLiteral("; "))));
        }
        const QString left = closeWindow();
        const QString steps = QStringLiteral("\nafter: ") + trace_.join(QStringLiteral("; "));
        QVERIFY2(left.isEmpty(), qPrintable(left + steps));
        const QStringList warnings = warnings_->take();
        QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(QStringLiteral(" | ")) + steps));
        const QString differs = differenceHeadless();
        QVERIFY2(differs.isEmpty(), qPrintable(differs + steps));
    }
};

std::unique_ptr<QObject> splitee::test::randomWayTests() {
    return std::make_unique<TestRandomWays>();
}

#include "test_random_ways.moc"
