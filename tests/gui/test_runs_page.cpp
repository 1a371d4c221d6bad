// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocumentFragment>

#include <algorithm>
#include <cmath>

#include "engine/run/summary.h"
#include "gui/app/main_window.h"
#include "gui/runs/filter_completer.h"
#include "gui/runs/marks_editor.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/runs/session_runs.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "played_runs.h"
#include "storage/session/own_provenance.h"
#include "storage/session/run_writer.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr std::int64_t kPageRounds = 300, kCutAt = 90;
const QString kHostile = QStringLiteral("<font color=red size=7>owned</font>");

Experiment played() {
    Experiment experiment;
    experiment.policies = "splitee";
    experiment.rounds = kPageRounds;
    return experiment;
}

// SplitEE on the bundled table: two runs that are finished, and one that was cut short.
void playPage(const std::filesystem::path& path) {
    auto store = Session::open(path);
    if (!store) qFatal("%s", store.error().message.c_str());
    ReplayWorld world(cifarTable());
    const auto records = playedRecords(played(), "splitee", world);
    for (const std::int64_t rounds : {kPageRounds, kPageRounds, kCutAt}) {
        RunProvenance provenance = ownProvenance();
        provenance.source = "builtin:cifar10-clean";
        const auto id = store->runs().begin(played(), {"splitee", 1}, provenance);
        if (!id) qFatal("%s", id.error().message.c_str());
        RunWriter writer(*store, *id);
        const auto written =
            writer.consume(std::span(records).first(static_cast<std::size_t>(rounds)));
        if (!written ||
            !store->runs().finish(
                *id, rounds < kPageRounds ? RunStatus::Stopped : RunStatus::Finished, "", ""))
            qFatal("a run is not kept");
    }
}

// What a person reads of a tip: Qt takes it for rich text where it looks like it.
QString shownTip(const QString& tip) {
    return Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
}

// A failed change used to take all others with it: the page said "saved" while it was saving.
void changesAreCountedUntilEachIsWritten(const std::filesystem::path& path) {
    std::filesystem::create_directory(path);  // no session can be opened there
    SessionRuns runs;
    QSignalSpy written(&runs, &SessionRuns::written), refused(&runs, &SessionRuns::notWritten);
    runs.read(path);
    QTRY_VERIFY(!runs.reading());
    runs.write({});
    runs.write({});
    QVERIFY(runs.writing());
    QTRY_VERIFY(!refused.isEmpty());
    QCOMPARE(runs.writing(), refused.size() < 2);
    QTRY_COMPARE(refused.size(), 2);
    QVERIFY(!runs.writing());
    std::filesystem::remove(path);
    playPage(path);
    runs.write({});
    QVERIFY(runs.writing());
    QTRY_COMPARE(written.size(), 1);
    QVERIFY(!runs.writing());
}

}  // namespace

class TestRunsPage : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<RunsPage> page_;

    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name)).toStdString();
    }
    [[nodiscard]] MarksEditor& editor() { return *page_->findChild<MarksEditor*>(); }
    [[nodiscard]] const RunMarks& marks(std::int64_t run) {
        return page_->model().table().find(run)->run.marks;
    }
    void show(const char* name, std::size_t runs) {
        page_->showSession(file(name));
        QTRY_VERIFY(!page_->reading());
        QCOMPARE(page_->model().table().rows().size(), runs);
    }
    void select(std::int64_t run) { page_->table().selectRuns({run}); }
    [[nodiscard]] QString tipOf(int row) {
        return page_->model().index(row, RunTableModel::kTitle).data(Qt::ToolTipRole).toString();
    }

private slots:
    void changesAreCounted() {
        const QTemporaryDir folder;
        changesAreCountedUntilEachIsWritten(folder.filePath("s.splitee").toStdString());
    }
    void aFilterOffersTheKeysThatCanStandThere_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("becomes");  // "": nothing is offered
        QTest::newRow("begun") << "accur"
                               << "accuracy";
        QTest::newRow("capitals") << "ACCUR"
                                  << "accuracy";
        QTest::newRow("by its title") << "Offloading"
                                      << "offload";
        QTest::newRow("after and") << "policy = splitee and accur"
                                   << "policy = splitee and accuracy";
        QTest::newRow("after not (") << "not (accur"
                                     << "not (accuracy";
        QTest::newRow("a value") << "policy = accur"
                                 << "";
        QTest::newRow("after a key") << "accuracy accur"
                                     << "";
        QTest::newRow("no key") << "xyzzy"
                                << "";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void aFilterOffersTheKeysThatCanStandThere() {
        QFETCH(QString, typed);
        QFETCH(QString, becomes);
        QLineEdit field;
        auto& completer = *new FilterCompleter(field);
        field.setText(typed);
        completer.setCompletionPrefix(field.text());
        if (becomes.isEmpty()) {
            QCOMPARE(completer.completionCount(), 0);
            return;
        }
        QVERIFY(completer.completionCount() > 0);
        completer.setCurrentRow(0);
        QCOMPARE(completer.currentCompletion(), becomes);
        field.setCursorPosition(0);  // what follows would be lost
        completer.setCompletionPrefix(field.text());
        QCOMPARE(completer.completionCount(), 0);
    }
    // The source alone hides what tells two runs apart.
    void theSourceSaysWhatWasDoneToIt() {
        StoredRun run;
        run.id = 1;
        run.spec = {"splitee", 1};
        run.provenance.source = "builtin:signs on signs";
        run.provenance.distortion = "gaussian_blur:1";
        run.experiment.schedule = "offload=9@100";
        page_->model().setRows({rowOf(run)}, true);
        const RunTableModel& model = page_->model();
        int column = 0;
        while (model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() !=
               QLatin1String("Source"))
            QVERIFY(++column < model.columnCount());
        QCOMPARE(model.index(0, column).data().toString(),
                 QStringLiteral("signs on signs · gaussian blur 1 · changing"));
        QVERIFY(model.index(0, column).data(Qt::ToolTipRole).toString().contains("offload=9@100"));
    }
    void initTestCase() { theme_ = std::make_unique<Theme>(); }
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        playPage(file("a.splitee"));
        playPage(file("b.splitee"));
        page_ = std::make_unique<RunsPage>(*theme_);
        page_->resize(1256, 600);
        page_->show();
        QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
        show("a.splitee", 3);
    }
    void cleanup() {
        page_.reset();
        folder_.reset();
    }

    void theEditorOfMarksClosesWithItsSession() {
        select(3);
        page_->action(QStringLiteral("marks"))->trigger();
        QVERIFY(editor().isVisible());
        editor().findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("of session a"));
        show("b.splitee", 3);
        QVERIFY(!editor().isVisible());
        for (QPushButton* button : editor().findChildren<QPushButton*>()) button->click();
        QVERIFY(marks(3) == RunMarks());
        QVERIFY(!page_->undoStack().canUndo());
    }

    void theEditorChangesOnlyWhatWasTyped() {
        select(2);
        page_->action(QStringLiteral("marks"))->trigger();
        page_->action(QStringLiteral("star"))->trigger();  // beside the editor, which stays open
        page_->model().setData(page_->model().index(1, RunTableModel::kTitle),
                               QStringLiteral("named meanwhile"), Qt::EditRole);
        QTRY_COMPARE(marks(2).name, std::string("named meanwhile"));
        QVERIFY(editor().isVisible());
        editor().findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("see page 5"));
        QTest::keyClick(editor().findChild<QPlainTextEdit*>(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!editor().isVisible());
        QCOMPARE(marks(2).note, std::string("see page 5"));
        QCOMPARE(marks(2).name, std::string("named meanwhile"));
        QVERIFY(marks(2).starred);
        page_->undoStack().undo();
        QVERIFY(marks(2).note.empty());
        QVERIFY(marks(2).starred);
    }

    void whatARunSaysIsReadAgainWhenItGoesOn() {
        const std::size_t column =
            keyOf(RoundColumn{*findRunKey("cost_mean"), RoundColumn::Of::AtRound, kPageRounds});
        TableLook look = standardLook();
        look.columns = {column};
        page_->setLook(look);
        QTRY_VERIFY(page_->model().table().withoutRoundValue(column).empty());
        const auto value = [&](std::int64_t run) {
            const RunTable& table = page_->model().table();
            for (std::size_t at = 0; at < table.size(); ++at)
                if (table.first(at).run.id == run) return numberOf(table.cell(at, column).value);
            return 0.0;
        };
        QVERIFY(std::isnan(value(3)));
        select(3);
        QSignalSpy wanted(page_.get(), &RunsPage::compareWanted);
        QTRY_COMPARE(wanted.count(), 1);
        {
            auto store = Session::open(file("a.splitee"));
            QVERIFY(store && store->runs().reopen(3, kCutAt));
            ReplayWorld world(cifarTable());
            const auto records = playedRecords(played(), "splitee", world);
            QVERIFY(RunWriter(*store, 3).consume(std::span(records).subspan(kCutAt)));
            QVERIFY(store->runs().finish(3, RunStatus::Finished, "", ""));
        }
        show("a.splitee", 3);
        QTRY_COMPARE(value(3), value(1));
        QTRY_COMPARE(wanted.count(),
                     2);  // nothing else was selected, but what is compared has more rounds
        QCOMPARE(wanted[1][1].value<std::vector<std::int64_t>>(), std::vector<std::int64_t>{3});
    }

    void textsOfASessionAreNeverMarkup() {
        {
            auto store = Session::open(file("hostile.splitee"));
            QVERIFY(store.has_value());
            StoredRun run;
            run.experiment = played();
            run.provenance = ownProvenance();
            run.provenance.source = kHostile.toStdString();
            run.status = RunStatus::Finished;
            run.startedAt = "2026-11-21T10:00:00.000Z";
            for (const std::string& policy : {kHostile.toStdString(), std::string("%3")}) {
                run.spec = {policy, 7};
                run.marks.name = kHostile.toStdString();
                run.marks.note = "note of " + policy;
                QVERIFY(store->runs().add(run).has_value());
            }
            QVERIFY(store->marks().keepView({kHostile.toStdString(), "{}"}).has_value());
        }
        show("hostile.splitee", 2);
        const int first = page_->model().table().first(0).run.id == 1 ? 0 : 1;
        QCOMPARE(shownTip(tipOf(first)),
                 QStringLiteral("Run 1: %1, seed 7\nnote of %1").arg(kHostile));
        QCOMPARE(shownTip(tipOf(1 - first)), QStringLiteral("Run 2: %3, seed 7\nnote of %3"));
        select(1);
        page_->action(QStringLiteral("marks"))->trigger();
        for (const QLabel* label : page_->findChildren<QLabel*>())
            QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                     qPrintable(label->text()));
        const auto actions = page_->findChildren<QAction*>();
        const auto view = std::ranges::find(actions, kHostile, &QAction::text);
        QVERIFY(view != actions.end());
        QCOMPARE(shownTip((*view)->toolTip()), kHostile);
        MainWindow window(*theme_, file("<b>live.splitee"));
        window.showRunsOf(QString::fromStdString(file("<b>live.splitee").string()));
        const auto labels = window.statusBar()->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->text().startsWith(QStringLiteral("<b>live.splitee"));
        }));
        for (const QLabel* label : labels) QCOMPARE(label->textFormat(), Qt::PlainText);
    }
};

namespace splitee::test {
std::unique_ptr<QObject> runsPageTests() { return std::make_unique<TestRunsPage>(); }
}  // namespace splitee::test

#include "test_runs_page.moc"
