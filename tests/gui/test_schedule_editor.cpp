// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

#include "gui/run/experiment_fields.h"
#include "gui/setup/parameter_form.h"
#include "gui/setup/schedule_band.h"
#include "gui/setup/schedule_choices.h"
#include "gui/setup/schedule_editor.h"
#include "gui/setup/schedule_model.h"
#include "gui/setup/setup_panel.h"
#include "gui_tests.h"
#include "replay_window.h"

using namespace splitee;
using State = RunController::State;
using Columns = ScheduleModel::Column;

/// The schedule as rows and band beside its text.
class TestScheduleEditor : public test::ReplayWindow {
    Q_OBJECT

    [[nodiscard]] ScheduleEditor& editor() { return window_->panel().schedule(); }
    [[nodiscard]] ScheduleModel& rows() { return editor().model(); }
    [[nodiscard]] QLineEdit& line() {
        return *qobject_cast<QLineEdit*>(window_->panel().run().control("schedule"));
    }
    // A cell's editor, opened as a click does it.
    [[nodiscard]] QLineEdit* edit(int row, Columns column) {
        const QModelIndex cell = rows().index(row, column);
        editor().table().setCurrentIndex(cell);
        editor().table().edit(cell);
        return editor().table().findChild<QLineEdit*>(QStringLiteral("scheduleCell"));
    }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    // A family's name may hold dashes, and begin with another's.
    void tablesOfTheSameFamilyAreOffered() {
        const QTemporaryDir folder;
        for (const char* name : {"my-net-clean.exits", "my-net-fog-3.exits", "my-fog-1.exits"})
            QVERIFY(QFile(folder.filePath(QLatin1String(name))).open(QIODevice::WriteOnly));
        ExperimentFile file;
        file.table = folder.filePath(QStringLiteral("my-net-clean.exits")).toStdString();
        std::vector<std::string> offered;
        for (const ScheduleChoice& choice : scheduleChoices(file))
            if (choice.row.kind == ScheduleRow::Kind::Source)
                offered.push_back(choice.row.what + choice.row.to);
        QCOMPARE(offered, (std::vector<std::string>{"clean", "fog3"}));
    }

    void aScheduleIsRowsAndABand() {
        const std::string text = "gaussian_blur:0.8@500..900,  offload = 8 @1000, alpha=0.9@1500";
        open(text);
        QCOMPARE(rows().rowCount(), 3);
        const auto cell = [&](int row, Columns column) {
            return rows().index(row, column).data(Qt::DisplayRole).toString();
        };
        QCOMPARE(cell(0, Columns::What), QStringLiteral("gaussian blur"));
        QCOMPARE(cell(0, Columns::AtRound), QStringLiteral("500"));
        QCOMPARE(cell(0, Columns::To), QStringLiteral("0.8"));
        QCOMPARE(cell(0, Columns::Until), QStringLiteral("900"));
        QCOMPARE(cell(1, Columns::What), fieldTitle("offload"));
        QCOMPARE(cell(1, Columns::From), QStringLiteral("5"));
        QCOMPARE(cell(1, Columns::To), QStringLiteral("8"));
        QCOMPARE(cell(2, Columns::From), QStringLiteral("0.7"));
        QVERIFY(editor().band().isVisible());
        QVERIFY(editor().band().drawn().has_value());
        QCOMPARE(editor().band().drawn()->at(1000).weights.offload, 8.0);
        QVERIFY(editor().band().placeOf(2000) > editor().band().placeOf(1000) + 50);
        QVERIFY(editor().fault().isEmpty());
        QCOMPARE(set().schedule, text);  // to the letter
        QCOMPARE(line().text().toStdString(), text);
    }

    void aCellIsCheckedWhileItIsTypedAndEnteredWhereItIsRight() {
        open("offload=8@1000,  alpha=0.9 @1500");
        QLineEdit* cell = edit(0, Columns::To);
        QVERIFY(cell != nullptr);
        QTest::keyClicks(cell, QStringLiteral("-3"));
        QVERIFY2(editor().fault().contains(QStringLiteral("offload is -3")),
                 qPrintable(editor().fault()));
        QVERIFY2(editor().fault().startsWith(QStringLiteral("Row 1:")),
                 qPrintable(editor().fault()));
        QCOMPARE(line().text(), QStringLiteral("offload=-3@1000,  alpha=0.9 @1500"));
        QCOMPARE(set().schedule, std::string("offload=8@1000,  alpha=0.9 @1500"));
        cell->selectAll();
        QTest::keyClicks(cell, QStringLiteral("12"));
        QVERIFY(editor().fault().isEmpty());
        QCOMPARE(editor().band().drawn()->at(1000).weights.offload, 12.0);  // before it is entered
        QTest::keyClick(cell, Qt::Key_Return);
        QTRY_COMPARE(set().schedule, std::string("offload=12@1000,  alpha=0.9 @1500"));
        window_->setup().undoStack().undo();
        QCOMPARE(set().schedule, std::string("offload=8@1000,  alpha=0.9 @1500"));
        QCOMPARE(rows().index(0, Columns::To).data().toString(), QStringLiteral("8"));
    }

    void whatIsWrongIsHeldBackAndStaysInSight() {
        open("offload=8@1000");
        QVERIFY(rows().setData(rows().index(0, Columns::AtRound), QStringLiteral("5000"),
                               Qt::EditRole));
        QVERIFY2(editor().fault().contains(QStringLiteral("reaches beyond the end")),
                 qPrintable(editor().fault()));
        QVERIFY(rows().isHeldBack());
        QCOMPARE(set().schedule, std::string("offload=8@1000"));
        window_->setup().editField("rounds", 6000.0);  // now there is such a round
        QVERIFY2(editor().fault().isEmpty(), qPrintable(editor().fault()));
        QVERIFY(rows().setData(rows().index(0, Columns::To), QStringLiteral("9"), Qt::EditRole));
        QCOMPARE(set().schedule, std::string("offload=9@5000"));
    }

    void theTextShowsAsRowsWhileItIsTyped() {
        open("");
        QCOMPARE(rows().rowCount(), 0);
        QVERIFY(!editor().band().isVisible());
        line().setFocus();
        QTest::keyClicks(&line(), QStringLiteral("offload=8@1000, alpha=1.5@10"));
        QCOMPARE(rows().rowCount(), 2);
        QVERIFY2(editor().fault().startsWith(QStringLiteral("Row 2:")),
                 qPrintable(editor().fault()));
        QVERIFY(set().schedule.empty());
        for (int k = 0; k < 4; ++k) QTest::keyClick(&line(), Qt::Key_Backspace);
        QTest::keyClicks(&line(), QStringLiteral("@10"));
        QTest::keyClick(&line(), Qt::Key_Backspace);
        line().setText(QStringLiteral("offload=8@1000, alpha=0.5@10"));
        QTest::keyClick(&line(), Qt::Key_Return);
        QCOMPARE(set().schedule, std::string("offload=8@1000, alpha=0.5@10"));
        QVERIFY(editor().fault().isEmpty());
    }

    void changesAreAddedChosenAndRemoved() {
        open("");
        QTest::mouseClick(editor().findChild<QToolButton*>(QStringLiteral("addChange")),
                          Qt::LeftButton);
        QCOMPARE(set().schedule, std::string("offload=10@1000"));
        QVERIFY(editor().fault().isEmpty());
        QCOMPARE(editor().table().currentIndex().row(), 0);
        const QModelIndex what = rows().index(0, Columns::What);
        editor().table().edit(what);
        auto* box = editor().table().findChild<QComboBox*>(QStringLiteral("scheduleWhat"));
        QVERIFY(box != nullptr);
        const int blur = box->findText(QStringLiteral("gaussian blur"));
        QVERIFY(blur >= 0);  // there are tables of it beside this one
        QVERIFY(box->findText(fieldTitle("alpha")) >= 0);
        QVERIFY(box->findText(QStringLiteral("fog")) < 0);
        emit box->activated(blur);
        QVERIFY2(set().schedule.starts_with("gaussian_blur:"), set().schedule.c_str());
        QVERIFY(set().schedule.ends_with("@1000"));
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), State::Ready, 20'000);  // it can be opened
        QTest::mouseClick(editor().findChild<QToolButton*>(QStringLiteral("removeChange")),
                          Qt::LeftButton);
        QVERIFY(set().schedule.empty());
        window_->setup().undoStack().undo();
        QCOMPARE(rows().rowCount(), 1);
    }
};

std::unique_ptr<QObject> splitee::test::scheduleEditorTests() {
    return std::make_unique<TestScheduleEditor>();
}

#include "test_schedule_editor.moc"
