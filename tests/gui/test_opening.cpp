// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in from files while the window goes on.
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

#include "dropped_file.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/run/file_reader.h"
#include "gui/runs/run_table_model.h"
#include "gui/runs/runs_page.h"
#include "gui/setup/live_source_form.h"
#include "gui/setup/preview_view.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "sources/kept_source.h"
#include "storage/session/kept_tables.h"
#include "storage/tables/bundled.h"

using namespace splitee;
using State = RunController::State;

namespace {

constexpr int kOpeningPatience =
    60'000;  // milliseconds; the network has to be loaded, perhaps on a busy machine

// Counts the queued calls by which the threads of a FileReader tell it that they are through.
class EndedReadings : public QObject {
public:
    int count = 0;
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::MetaCall;
        return false;
    }
};

}  // namespace

class TestOpening : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void keepsEditsMadeWhileAFileIsRead();
    void aSourceChosenMeanwhileIsTheNewerWish();
    void aSessionThatCannotBePlayedOnShowsItsRuns();
    void whereATableIsGoneTheSessionsOwnIsPlayed();
    void opensASessionAndSaysWhereItsTableChanged();
    void tellsModelFromImagesInARunsSource();
    void closesAtOnceAfterManyRounds();
    void previewsAgainAfterAFailure();

private:
    void copyTable(const char* name, const QString& to);
    void playInto(const QString& session, const QString& table, std::int64_t rounds);
    // Whether the status bar says that a file is being read.
    [[nodiscard]] bool reading() const {
        return std::ranges::any_of(window_->findChildren<QLabel*>(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral("Reading the file"));
        });
    }
    void waitFor(State state) {
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), state, kOpeningPatience);
    }
    [[nodiscard]] RunController& runs() { return window_->controller(); }
    [[nodiscard]] QString path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

void TestOpening::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    theme_ = std::make_unique<Theme>();
    window_ = std::make_unique<MainWindow>(*theme_, path("session.splitee").toStdString());
    window_->show();
    window_
        ->activateWindow();  // where no window manager does it: shortcuts are for the active window
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void TestOpening::cleanup() {
    window_.reset();
    theme_.reset();
    folder_.reset();
}

void TestOpening::copyTable(const char* name, const QString& to) {
    QFile::remove(to);
    QVERIFY(QFile::copy(QString::fromStdString(resolve(name, "tables", ".exits")->string()), to));
}

// A session with runs on a table, made by another window.
void TestOpening::playInto(const QString& session, const QString& table, std::int64_t rounds) {
    RunController other;
    other.setSession(session.toStdString());
    ExperimentFile file = exampleNamed(QStringLiteral("cifar10-replay"))->file;
    file.table = table.toStdString();
    file.experiment.rounds = rounds;
    file.experiment.schedule.clear();
    other.open(file, true);
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), State::Finished, kOpeningPatience);
}

void TestOpening::keepsEditsMadeWhileAFileIsRead() {
    copyTable("builtin:cifar10-clean", path("mine.exits"));
    splitee::test::dropFile(*window_, path("mine.exits"));
    window_->setup().editField("offload", 9.0);
    window_->setup().editField("seed", 7);
    QTRY_COMPARE(window_->setup().file().table, path("mine.exits").toStdString());
    QCOMPARE(window_->setup().experiment().offload, 9.0);
    QCOMPARE(window_->setup().experiment().seed, std::uint64_t{7});
    waitFor(State::Ready);
    window_->setup().undoStack().undo();
    QVERIFY(window_->setup().file().table.empty());
    QCOMPARE(window_->setup().experiment().offload, 9.0);  // the source alone was one step
}

void TestOpening::aSourceChosenMeanwhileIsTheNewerWish() {
    copyTable("builtin:cifar10-clean", path("mine.exits"));
    splitee::test::dropFile(*window_, path("mine.exits"));
    chooseTable(window_->setup(), "builtin:cifar10-clean");
    QVERIFY(reading());
    QTRY_VERIFY(!reading());
    QCOMPARE(window_->setup().file().table, std::string("builtin:cifar10-clean"));
    emit window_->panel().source().networkWanted(QStringLiteral("builtin:signs"));
    QVERIFY(window_->setup().file().model.empty());  // read beside the window
    window_->start(*exampleNamed(QStringLiteral("cifar10-replay")));
    waitFor(State::Finished);
    QVERIFY(window_->setup().file().model.empty());
    emit window_->panel().source().networkWanted(QStringLiteral("builtin:signs"));
    QTRY_COMPARE(window_->setup().file().model, std::string("builtin:signs"));
}

// It opens all the same, and the set-up stays as it is.
void TestOpening::aSessionThatCannotBePlayedOnShowsItsRuns() {
    copyTable("builtin:cifar10-clean", path("gone.exits"));
    playInto(path("other.splitee"), path("gone.exits"), 50);
    QVERIFY(QFile::remove(path("gone.exits")));
    Session::open(path("other.splitee").toStdString())->database().exec("DELETE FROM exit_table");
    window_->setup().editField("offload", 9.0);
    splitee::test::dropFile(*window_, path("other.splitee"));
    QTRY_VERIFY2(window_->messages().message().contains("set-up of its last run cannot be opened"),
                 qPrintable(window_->messages().message()));
    QCOMPARE(runs().session().string(), path("other.splitee").toStdString());
    QTRY_VERIFY(window_->runs().model().rowCount() > 0);
    QCOMPARE(window_->setup().experiment().offload, 9.0);
    QVERIFY(window_->setup().file().table.empty());
    QCOMPARE(runs().state(), State::Empty);
}

void TestOpening::whereATableIsGoneTheSessionsOwnIsPlayed() {
    copyTable("builtin:cifar10-clean", path("gone.exits"));
    playInto(path("other.splitee"), path("gone.exits"), 50);
    const auto last =
        Session::openReadOnly(path("other.splitee").toStdString())->runs().all()->back();
    QVERIFY(QFile::remove(path("gone.exits")));
    splitee::test::dropFile(*window_, path("other.splitee"));
    waitFor(State::Ready);
    QVERIFY2(window_->messages().message().contains("cannot be opened: the table that"),
             qPrintable(window_->messages().message()));
    QCOMPARE(window_->setup().file().table,
             keptTablesName(path("other.splitee").toStdString(), last.id));
    runs().play();
    waitFor(State::Finished);
    const auto played =
        Session::openReadOnly(path("other.splitee").toStdString())->runs().all()->back();
    QVERIFY(played.id > last.id);
    QCOMPARE(played.provenance.dataHash, last.provenance.dataHash);
}

void TestOpening::opensASessionAndSaysWhereItsTableChanged() {
    copyTable("builtin:cifar10-clean", path("mine.exits"));
    playInto(path("other.splitee"), path("mine.exits"), 50);
    splitee::test::dropFile(*window_, path("other.splitee"));
    waitFor(State::Ready);
    QCOMPARE(runs().session().string(), path("other.splitee").toStdString());
    QCOMPARE(window_->setup().file().table, path("mine.exits").toStdString());
    QVERIFY(window_->messages().message().isEmpty());
    copyTable("builtin:cifar10-gaussian_blur-0.8", path("mine.exits"));
    window_->pageTabs().setCurrentIndex(0);  // on the page of runs a session is only looked at
    splitee::test::dropFile(*window_, path("other.splitee"));
    QTRY_VERIFY(window_->messages().message().contains(QStringLiteral("mine.exits")));
    QVERIFY(window_->messages().isVisible());
    waitFor(State::Ready);
}

void TestOpening::tellsModelFromImagesInARunsSource() {
    const std::vector<std::array<std::string, 2>> cases = {
        {"builtin:signs", "signs"},
        {"builtin:signs", "folder:/pictures on disk"},
        {"/nets on disk/mine.mee", "signs"},
        {"/nets on disk/mine.mee", "folder:/pictures on disk"},
        {"/nets on disk/mine", "signs"}};
    for (const auto& [model, dataset] : cases) {
        StoredRun run;
        run.provenance.modelHash = "h";
        run.provenance.source = model + " on " + dataset;
        run.provenance.distortion = "gaussian_blur:2";
        const auto file = experimentOf(run);
        QVERIFY(file.has_value());
        QCOMPARE(file->model, model);
        QCOMPARE(file->dataset, dataset);
        QCOMPARE(file->distortion, std::string("gaussian_blur:2"));
        QVERIFY(file->table.empty());
    }
    StoredRun replay;
    replay.provenance.source = "/tables on disk/mine.exits";
    QCOMPARE(experimentOf(replay)->table, replay.provenance.source);
}

// Figures of a long run take a while: a stop makes them, closing does not wait for them.
void TestOpening::closesAtOnceAfterManyRounds() {
    ExperimentFile file = exampleNamed(QStringLiteral("cifar10-replay"))->file;
    file.experiment.rounds = 2'000'000;
    window_->setup().load(file);
    waitFor(State::Ready);
    runs().runTo(60'000);
    waitFor(State::Paused);
    runs().stop();
    waitFor(State::Stopped);
    QTest::keyClick(window_.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(runs().round() > 60'000, kOpeningPatience);
    window_->close();
    window_.reset();
    auto session = Session::openReadOnly(path("session.splitee").toStdString());
    const auto stored = session->runs().all();
    QVERIFY(stored.has_value());
    for (const StoredRun& run : *stored) {
        QCOMPARE(run.status, run.rounds > 60'000 ? RunStatus::Interrupted : RunStatus::Stopped);
        QVERIFY(run.rounds >= 60'000);
        QCOMPARE(run.summary.empty(), run.rounds > 60'000);
    }
}

void TestOpening::previewsAgainAfterAFailure() {
    ExperimentFile file = exampleNamed(QStringLiteral("signs-live"))->file;
    file.model = path("mine.mee").toStdString();
    window_->start({{}, {}, {}, {}, file});
    PreviewView& view = window_->panel().source().live().preview();
    QTRY_VERIFY_WITH_TIMEOUT(!view.preview().error.empty(), kOpeningPatience);
    QVERIFY(QFile::copy(QStringLiteral(SPLITEE_RESOURCES "/models/signs.mee"), path("mine.mee")));
    window_->setup().editField("offload", 6.0);
    QTRY_VERIFY_WITH_TIMEOUT(
        view.preview().error.empty() && view.preview().distorted.confidence.size() == 7,
        kOpeningPatience);
    file.distortion = "gaussian_noise:2";
    window_->setup().edit(file, QStringLiteral("Distort"));
    QCOMPARE(view.preview().request.source.distortion,
             exampleNamed(QStringLiteral("signs-live"))->file.distortion);  // still the old image
    QTRY_COMPARE_WITH_TIMEOUT(view.preview().request.source.distortion,
                              std::string("gaussian_noise:2"), kOpeningPatience);
}

std::unique_ptr<QObject> splitee::test::openingTests() { return std::make_unique<TestOpening>(); }

#include "test_opening.moc"
