// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include "engine/run/summary.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/runs/marks_editor.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "played_runs.h"
#include "storage/files/provenance.h"
#include "storage/session/kept_tables.h"
#include "storage/session/run_figures.h"
#include "storage/session/run_writer.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr int kSeeds = 3;

// Policies on the bundled table under two offloading costs, as splitee run plays and keeps them: 3
// policies, 2 costs, 3 seeds.
void playRuns(const std::filesystem::path& path) {
    auto store = Session::open(path);
    if (!store) qFatal("%s", store.error().message.c_str());
    for (const double offload : {5.0, 8.0})
        for (const char* policy : {"splitee", "splitee-s", "final"})
            for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
                Experiment experiment;
                experiment.policies = policy;
                experiment.offload = offload;
                experiment.alpha = 0.8;
                experiment.rounds = 300;
                experiment.seed = seed;
                RunProvenance provenance;
                provenance.source = "builtin:cifar10-clean";
                provenance.dataHash = openTables(provenance.source, experiment)->hash;
                ReplayWorld world(cifarTable());
                const auto id = store->runs().begin(experiment, {policy, seed}, provenance);
                if (!id) qFatal("%s", id.error().message.c_str());
                RunWriter writer(*store, *id);
                SummarySink figures(experiment, {policy, seed}, world);
                RoundSink* sinks[]{&writer, &figures};
                const auto status = runOnce(experiment, {policy, seed}, world, sinks, {}, {});
                if (!status ||
                    !store->runs().finish(*id, *status, "", summaryJson(figures.summary(1))))
                    qFatal("could not play");
            }
}

std::size_t columnKey(std::string_view name) { return *findRunKey(name); }

}  // namespace

class TestRuns : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] QString file() const {
        return folder_->filePath(QStringLiteral("study.splitee"));
    }
    [[nodiscard]] RunsPage& page() { return window_->runs(); }
    [[nodiscard]] RunTableModel& model() { return page().model(); }
    [[nodiscard]] RunTableView& table() { return page().table(); }

    void openWindow() {
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("live.splitee")).toStdString());
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        window_->showRunsOf(file());
        QTRY_VERIFY(!page().reading());
        QCOMPARE(model().table().rows().size(), std::size_t{18});
    }
    void reopen() {
        QTRY_VERIFY(page().statusText().endsWith(QStringLiteral("saved")));
        openWindow();
    }
    [[nodiscard]] QString cell(int row, std::string_view name) {
        for (int column = 0; column < model().columnCount(); ++column)
            if (model().keyOf(column) == columnKey(name))
                return model().index(row, column).data().toString();
        return QStringLiteral("no such column");
    }
    [[nodiscard]] int columnOf(std::string_view name) {
        for (int column = 0; column < model().columnCount(); ++column)
            if (model().keyOf(column) == columnKey(name)) return column;
        return -1;
    }
    void clickHead(std::string_view name, Qt::KeyboardModifiers modifiers = {}) {
        table().sortBy(columnOf(name), modifiers.testFlag(Qt::ShiftModifier));
    }
    void type(const QString& filter) {
        page().filterField().setFocus();
        page().filterField().selectAll();
        if (filter.isEmpty())
            QTest::keyClick(&page().filterField(), Qt::Key_Delete);
        else
            QTest::keyClicks(&page().filterField(), filter);
    }
    // Not selectRow(): that asks which keys are held down, as the last test may have left them.
    void select(int row) {
        table().selectionModel()->setCurrentIndex(
            model().index(row, RunTableModel::kTitle),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    [[nodiscard]] const RunMarks& marks(std::int64_t run) {
        return model().table().find(run)->run.marks;
    }
    [[nodiscard]] QMenu* viewMenu() {
        for (QPushButton* button : page().findChildren<QPushButton*>())
            if (button->accessibleName() == QStringLiteral("View")) return button->menu();
        return nullptr;
    }

private slots:
    void initTestCase() { theme_ = std::make_unique<Theme>(); }
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        playRuns(file().toStdString());
        openWindow();
    }
    void cleanup() {
        window_.reset();
        folder_.reset();
    }

    void listsTheRunsOfASession() {
        const QAbstractItemModelTester tester(
            &model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model().rowCount(), 18);
        QCOMPARE(model().table().first(0).run.id, std::int64_t{18});  // the newest first
        QCOMPARE(cell(0, "offload"), QStringLiteral("8"));
        QCOMPARE(cell(0, "cost_mean"), QStringLiteral("19.00"));  // the whole network of 19 layers
        QCOMPARE(page().statusText(), QStringLiteral("study.splitee  ·  18 runs  ·  saved"));
        QCOMPARE(window_->pageTabs().currentIndex(), 1);
        page().setLook(
            {QStringLiteral("seed = 1"), {columnKey("policy")}, {columnKey("accuracy")}, {}});
        page().setLook({QString(),
                        {},
                        {columnKey("accuracy"), columnKey("tag")},
                        {{columnKey("accuracy"), true}}});
    }

    void filtersAsOneTypesAndSaysWhatIsWrongInPlace() {
        type(QStringLiteral("policy = splitee-s and offload >= 8"));
        QCOMPARE(model().rowCount(), 3);
        for (int row = 0; row < 3; ++row)
            QCOMPARE(model().index(row, RunTableModel::kTitle).data().toString(),
                     QStringLiteral("SplitEE-S"));
        const auto* fault = page().findChild<QLabel*>(QStringLiteral("filterFault"));
        QVERIFY(!fault->isVisible());
        type(QStringLiteral("offlaod = 5"));
        QVERIFY(fault->isVisible());
        QVERIFY2(fault->text().contains(QStringLiteral("did you mean offload?")),
                 qPrintable(fault->text()));
        type(QString());
        QVERIFY(!fault->isVisible());
        QCOMPARE(model().rowCount(), 18);
    }

    void sortsByTwoKeys() {
        clickHead("seed");
        clickHead("offload", Qt::ShiftModifier);
        clickHead("offload", Qt::ShiftModifier);  // falling
        for (int row = 1; row < 18; ++row) {
            const double seed = cell(row, "seed").toDouble(),
                         before = cell(row - 1, "seed").toDouble();
            QVERIFY(before < seed || (before == seed && cell(row - 1, "offload").toDouble() >=
                                                            cell(row, "offload").toDouble()));
        }
        QVERIFY(model()
                    .headerData(columnOf("offload"), Qt::Horizontal, Qt::DisplayRole)
                    .toString()
                    .endsWith(QStringLiteral("↓2")));
        QCOMPARE(page().look().order.size(), std::size_t{2});
        clickHead("offload", Qt::ShiftModifier);
        QCOMPARE(page().look().order.size(), std::size_t{1});
    }

    void groupsShowMeansOverSeeds() {
        TableLook look = standardLook();
        look.groupBy = {columnKey("policy"), columnKey("offload")};
        look.order = {{columnKey("cost_mean"), false}};
        page().setLook(look);
        QCOMPARE(model().rowCount(), 6);
        QCOMPARE(model().index(0, 2).data().toString(), QString::number(kSeeds));
        QVERIFY2(cell(0, "cost_mean").contains(QStringLiteral(" ± ")),
                 qPrintable(cell(0, "cost_mean")));
        QCOMPARE(model().index(0, columnOf("cost_mean")).data(Qt::FontRole).value<QFont>().weight(),
                 QFont::DemiBold);  // the best of all
        QSignalSpy wanted(&page(), &RunsPage::compareWanted);
        select(0);
        table().selectionModel()->select(model().index(1, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_COMPARE(wanted.count(), 1);  // once for both
        QCOMPARE(wanted[0][1].value<std::vector<std::int64_t>>().size(), std::size_t{2 * kSeeds});
    }

    void starsByClickAndByKeyAndKeepsThem() {
        const auto run = model().table().first(2).run.id;
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {},
                          table().visualRect(model().index(2, RunTableModel::kStar)).center());
        QVERIFY(marks(run).starred);
        table().setFocus();
        select(4);
        QTest::keyClick(&table(), Qt::Key_S);
        const auto other = model().table().first(4).run.id;
        QVERIFY(marks(other).starred);
        page().undoStack().undo();
        QVERIFY(!marks(other).starred);
        page().undoStack().redo();
        reopen();
        QVERIFY(marks(run).starred);
        QVERIFY(marks(other).starred);
        type(QStringLiteral("starred"));
        QCOMPARE(model().rowCount(), 2);
    }

    void renamesInPlace() {
        const auto run = model().table().first(1).run.id;
        table().setFocus();
        table().setCurrentIndex(model().index(1, RunTableModel::kTitle));
        QTest::keyClick(&table(), Qt::Key_F2);
        auto* editor = table().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral("the  good one "));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(marks(run).name, std::string("the good one"));
        QCOMPARE(model().index(1, RunTableModel::kTitle).data().toString(),
                 QStringLiteral("the good one"));
        reopen();
        QCOMPARE(marks(run).name, std::string("the good one"));
        page().undoStack().undo();  // of another window: nothing to undo here
        QCOMPARE(marks(run).name, std::string("the good one"));
    }

    void keepsTagsAndNotes() {
        const auto run = model().table().first(0).run.id;
        table().setFocus();
        select(0);
        QTest::keyClick(&table(), Qt::Key_T);
        auto* editor = page().findChild<MarksEditor*>();
        QVERIFY(editor->isVisible());
        editor->findChildren<QLineEdit*>()[1]->setText(QStringLiteral(" blur,for the paper, blur"));
        auto* note = editor->findChild<QPlainTextEdit*>();
        QVERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("see page 5"));
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!editor->isVisible());
        QCOMPARE(marks(run).tags, std::string("blur, for the paper"));
        QCOMPARE(cell(0, "tag"), QStringLiteral("blur, for the paper"));
        table().selectAll();
        QTest::keyClick(&table(), Qt::Key_T);
        QVERIFY(!note->isVisible());
        editor->findChildren<QLineEdit*>()[1]->setText(QStringLiteral("all"));
        QTest::keyClick(editor->findChildren<QLineEdit*>()[1], Qt::Key_Return);
        QCOMPARE(marks(run).tags, std::string("blur, for the paper, all"));
        reopen();
        QCOMPARE(marks(run).note, std::string("see page 5"));
        type(QStringLiteral("tag = all and note ~ page"));
        QCOMPARE(model().rowCount(), 1);
    }

    void movesRunsToTheTrashAndBack() {
        const auto run = model().table().first(0).run.id;
        table().setFocus();
        select(0);
        QTest::keyClick(&table(), Qt::Key_Delete);
        QCOMPARE(model().rowCount(), 17);
        page().undoStack().undo();
        QCOMPARE(model().rowCount(), 18);
        page().undoStack().redo();
        reopen();
        QCOMPARE(model().rowCount(), 17);
        page().action(QStringLiteral("show-trash"))->trigger();
        QCOMPARE(model().rowCount(), 1);
        QCOMPARE(model().table().first(0).run.id, run);
        table().setFocus();
        select(0);
        QTest::keyClick(&table(), Qt::Key_Delete, Qt::ShiftModifier);
        QCOMPARE(model().rowCount(), 0);
        page().action(QStringLiteral("show-trash"))->trigger();
        if (!page().filterField().text().isEmpty()) type(QString());
        QCOMPARE(model().rowCount(), 18);
    }

    void emptiesTheTrashOnceItIsConfirmed() {
        select(0);
        page().action(QStringLiteral("trash"))->trigger();
        page().action(QStringLiteral("empty"))->trigger();
        auto* ask = page().findChild<QMessageBox*>();
        QVERIFY(ask != nullptr);
        for (QAbstractButton* button : ask->buttons())
            if (button->text() == QStringLiteral("Remove")) button->click();
        QTRY_COMPARE(model().table().rows().size(), std::size_t{17});
        auto store = Session::openReadOnly(file().toStdString());
        QCOMPARE(store->runs().count().value(), std::int64_t{17});
        QVERIFY(store->rounds().read(18, 1, 10)->empty());
    }

    void keepsViewsInTheSession() {
        TableLook look = standardLook();
        look.groupBy = {columnKey("policy")};
        look.filter = QStringLiteral("offload = 8");
        page().setLook(look);
        page().saveView(QStringLiteral("dear offloading"));
        page().setLook(standardLook());
        QCOMPARE(model().rowCount(), 18);
        reopen();
        QCOMPARE(page().views().size(), std::size_t{1});
        QVERIFY(viewMenu()->actions().front()->text() == QStringLiteral("dear offloading"));
        viewMenu()->actions().front()->trigger();
        QCOMPARE(model().rowCount(), 3);
        QVERIFY(page().look() == look);
        QVERIFY(lookFromJson(toJson(look)) == look);
        QVERIFY(lookFromJson("{") == standardLook());
    }

    void readsTheRoundsForColumnsThatNeedThem() {
        TableLook look = standardLook();
        const std::size_t at = keyOf(
                              RoundColumn{columnKey("cost_mean"), RoundColumn::Of::AtRound, 100}),
                          end = keyOf(
                              RoundColumn{columnKey("cost_mean"), RoundColumn::Of::AtRound, 300});
        look.columns = {columnKey("cost_mean"), at, end};
        QVERIFY(lookFromJson(toJson(look)) == look);
        page().setLook(look);
        QTRY_COMPARE(model().table().withoutRoundValue(end).size(), std::size_t{0});
        const int column = model().columnCount() - 1;
        QCOMPARE(model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Cost / sample at round 300 (λ)"));
        for (int row = 0; row < 18; ++row)
            QCOMPARE(model().index(row, column).data().toString(),
                     cell(row, "cost_mean"));  // of all rounds
        auto store = Session::openReadOnly(file().toStdString());
        double sum = 0;
        const auto rounds = store->rounds().read(model().table().first(0).run.id, 1, 100);
        QVERIFY(rounds.has_value());
        for (const RoundRecord& round : *rounds) sum += round.cost();
        QCOMPARE(numberOf(model().table().cell(0, at).value), sum / 100);
    }

    void aSessionThatCannotBeReadIsSaidInTheMessageBar() {
        const QString bad = folder_->filePath(QStringLiteral("bad.splitee"));
        QFile out(bad);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(
            "SQLite format 3 but not really, and long enough to be looked at by whoever opens it");
        out.close();
        window_->showRunsOf(bad);
        QTRY_VERIFY(!page().reading());
        QTRY_VERIFY(window_->messages().message().contains(QStringLiteral("bad.splitee")));
        QCOMPARE(model().rowCount(), 0);
        window_->showRunsOf(folder_->filePath(QStringLiteral("not there yet.splitee")));
        QTRY_VERIFY(!page().reading());
        QCOMPARE(model().rowCount(), 0);
    }

    void keysOfThePlayingRunDoNothingHere() {
        table().setFocus();
        select(0);
        for (const Qt::Key one : {Qt::Key_Space, Qt::Key_Right, Qt::Key_Escape})
            QTest::keyClick(&table(), one);
        QCOMPARE(window_->controller().state(), RunController::State::Empty);
        QCOMPARE(window_->pageTabs().currentIndex(), 1);
    }
};

std::unique_ptr<QObject> splitee::test::runsTests() { return std::make_unique<TestRuns>(); }

#include "test_runs.moc"
