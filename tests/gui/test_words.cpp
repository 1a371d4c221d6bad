// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says, and that it has the room to say it.
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/app/panel_help.h"
#include "gui/charts/regime_chart.h"
#include "gui/live/run_view.h"
#include "gui/run/opened_tables.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/parameter_form.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/dock.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"

using namespace splitee;
using State = RunController::State;

class TestWords : public QObject {
    Q_OBJECT
    // What is posted now, and what that posts, is done: layouts, sizes.
    static void settle() {
        for (int k = 0; k < 3; ++k) QCoreApplication::processEvents();
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("session.splitee")).toStdString());
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    void aBoxWritesNumbersAsTheRestOfTheWindowDoes() {
        NumberField whole({0, 1e9, 0, 0, 0}, {}), fine({0, 100, 3, 20, 5}, QStringLiteral("λ"));
        whole.show(10'000);
        QCOMPARE(whole.findChild<QDoubleSpinBox*>()->text(), QStringLiteral("10\u00A0000"));
        auto* box = fine.findChild<QDoubleSpinBox*>();
        fine.show(5);
        QCOMPARE(box->text(), QStringLiteral("5 λ"));
        fine.show(0.125);
        QCOMPARE(box->text(), QStringLiteral("0.125 λ"));
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("2,5"));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(fine.value(), 2.5);
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("500"));  // out of range
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(fine.value() <= 100);
        whole.findChild<QDoubleSpinBox*>()->selectAll();
        QTest::keyClicks(whole.findChild<QDoubleSpinBox*>(), QStringLiteral("20 000"));
        QTest::keyClick(whole.findChild<QDoubleSpinBox*>(), Qt::Key_Return);
        QCOMPARE(whole.value(), 20'000.0);
    }

    void aMessageSaysWhyAndTheWindowDoesNotGrowForIt() {
        window_->start(*exampleNamed(QStringLiteral("cifar10-replay")));
        waitFor(State::Finished);
        window_->resize(window_->minimumSize());
        settle();
        const QSize before = window_->size();
        const QString why = QStringLiteral(
            "cannot read table bad.csv: line 2 has 3 columns, but the first line names 9");
        window_->messages().show(why);
        settle();
        QVERIFY(window_->messages().findChild<QLabel*>()->text().endsWith(why.mid(1)));
        QCOMPARE(window_->size(), before);
        window_->messages().show(why + QStringLiteral(": ") + QString(400, QLatin1Char('x')));
        QVERIFY(
            window_->messages().findChild<QLabel*>()->text().contains(QStringLiteral("3 columns")));
        QVERIFY(window_->messages().findChild<QLabel*>()->text().size() < 160);
    }

    void theFormSaysWhatTheScheduleHasPutInForce() {
        const Example example = *exampleNamed(QStringLiteral("costs-change"));
        window_->setup().load(example.file);
        waitFor(State::Ready);
        const auto schedule = Schedule::of(example.file.experiment, runs().rounds());
        const std::int64_t change = schedule->nextChange(1);
        const double then = schedule->at(change).weights.offload;
        QVERIFY(then != example.file.experiment.offload);
        const auto said = [&] {
            for (const QLabel* label : window_->panel().settings().findChildren<QLabel*>())
                if (label->text().contains(QStringLiteral("now "))) return label->text();
            return QString();
        };
        runs().runTo(change - 10);
        waitFor(State::Paused);
        QVERIFY2(said().isEmpty(), qPrintable(said()));
        runs().runTo(change + 10);
        waitFor(State::Paused);
        QVERIFY2(
            said().startsWith(QStringLiteral("Offload")) && said().endsWith(QString::number(then)),
            qPrintable(said()));
        runs().stop();
        waitFor(State::Stopped);
        QVERIFY(said().isEmpty());
    }

    void chartsKeepTheirRoomWhenAPanelOpensInANarrowWindow() {
        window_->resize(1280, 800);
        window_->start(*exampleNamed(QStringLiteral("cifar10-replay")));
        waitFor(State::Finished);
        const auto dock = [this](const char* name) {
            return window_->view().docks().findChild<Dock*>(QString::fromLatin1(name));
        };
        settle();
        const QRect arms = dock("arms")->geometry();
        window_->view().docks().reveal(QStringLiteral("pulls"));
        settle();
        QVERIFY2(dock("split")->width() >= 400,
                 qPrintable(QString::number(dock("split")->width())));
        QVERIFY(dock("pulls")->width() >= 400);
        QVERIFY(!dock("arms")->isHidden());  // in a tab
        dock("pulls")->close();
        QTRY_COMPARE(dock("arms")->x(), arms.x());
        QTRY_COMPARE(dock("arms")->width(), arms.width());
    }

    void everyPanelSaysWhatItShows() {
        for (const QString& name : window_->view().docks().names()) {
            QVERIFY2(panelHelp(name).size() > 40, qPrintable(name));
            QCOMPARE(window_->view().docks().findChild<Dock*>(name)->whatsThis(), panelHelp(name));
        }
    }

    void tablesOfAnotherSourceAreNeverTakenForThisOne() {
        window_->setup().load(exampleNamed(QStringLiteral("cifar10-rising-noise"))->file);
        waitFor(State::Ready);
        OpenedTables tables(window_->setup(), runs());
        QVERIFY(tables.look() != nullptr);
        const ExperimentFile other = exampleNamed(QStringLiteral("cifar10-replay"))->file;
        window_->setup().load(other);
        runs().open(other);
        QCOMPARE(runs().state(), State::Opening);
        QVERIFY(tables.look() == nullptr);
        waitFor(State::Ready);
        QVERIFY(tables.look() != nullptr);
        runs().open(other);  // the same again: they stay meanwhile
        QVERIFY(tables.look() != nullptr);
    }

    void aRingBetweenCellsOrBeyondThemSaysSo() {
        RegimePicture picture;
        picture.grid.muLambda = {0.1, 1};
        picture.grid.offload = {0, 1};
        picture.exits = 7;
        for (const double o : picture.grid.offload)
            for (const double mu : picture.grid.muLambda) {
                RegimeCell cell;
                cell.muLambda = mu;
                cell.offload = o;
                cell.bestSplit.layer = 3;
                picture.map.cells.push_back(cell);
            }
        RegimeChart chart(*theme_);
        chart.show(std::make_shared<const RegimePicture>(picture), RegimeChart::kBestSplit);
        QVERIFY(chart.wordsAt(0.1, 1).startsWith(QStringLiteral("At μ·λ 0.1 and o 1")));
        QVERIFY(chart.wordsAt(0.2, 1).startsWith(
            QStringLiteral("In the cell of the ring, at μ·λ 0.1 and o 1")));
        QVERIFY(chart.wordsAt(0.1, 7).startsWith(
            QStringLiteral("The setting lies outside the map; at its edge, μ·λ 0.1 and o 1")));
    }

    void distortionsAreListedByFamilies() {
        QComboBox box;
        fillDistortions(box);
        QStringList headings;
        QSet<QString> names;
        for (int item = 0; item < box.count(); ++item) {
            const QString data = box.itemData(item).toString();
            if (data.isEmpty()) {
                headings << box.itemText(item);
                QVERIFY(!(box.model()->index(item, 0).flags() & Qt::ItemIsSelectable));
                continue;
            }
            const auto distortion = parseDistortion(data.toStdString());
            QVERIFY2(distortion.has_value(), qPrintable(data));
            QCOMPARE(itemOfDistortion(box, *distortion), item);
            names << box.itemText(item);
        }
        QCOMPARE(headings, (QStringList{"Noise", "Blur", "Weather", "Light", "Lens and digital",
                                        "Scenes of a day"}));
        QCOMPARE(names.size(), 29);
        QCOMPARE(box.itemText(itemOfDistortion(box, *parseDistortion("fog@2"))),
                 QStringLiteral("Fog"));
    }

    void distortionsAreNamedInWords() {
        QCOMPARE(distortionLabel("gaussian_blur:0.8"), QStringLiteral("gaussian blur 0.8"));
        QCOMPARE(distortionLabel("clean"), QStringLiteral("clean"));
        QCOMPARE(distortionLabel("fog@2.5"), QStringLiteral("fog 2.5"));
        QCOMPARE(distortionLabel("cifar10c:gaussian_blur@3"),
                 QStringLiteral("gaussian blur by severity 3"));
        QCOMPARE(sourceLabel("builtin:cifar10-gaussian_blur-0.8"),
                 QStringLiteral("CIFAR-10 · gaussian blur 0.8"));
        QCOMPARE(sourceLabel("builtin:cifar10-wide-gaussian_blur-0.8"),
                 QStringLiteral("CIFAR-10, wide exits · gaussian blur 0.8"));
        QCOMPARE(sourceLabel("builtin:cifar10c-fog-3"),
                 QStringLiteral("CIFAR-10, corrupted · fog 3"));
        QCOMPARE(sourceLabel("builtin:photos-clean"), QStringLiteral("photographs · clean"));
        QCOMPARE(sourceLabel("/tables/mine.exits"), QStringLiteral("mine.exits"));
    }

private:
    void waitFor(State state) { QTRY_COMPARE_WITH_TIMEOUT(runs().state(), state, 20'000); }
    [[nodiscard]] RunController& runs() { return window_->controller(); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

std::unique_ptr<QObject> splitee::test::wordsTests() { return std::make_unique<TestWords>(); }

#include "test_words.moc"
