// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps over exit tables: sources and distortions chosen from lists, and the map of what came of
// them.
#include <QComboBox>

#include "gui/compare/compare_view.h"
#include "gui/compare/setting_map_chart.h"
#include "gui/compare/setting_map_panel.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/widgets/choice_list.h"
#include "gui_tests.h"
#include "storage/files/sweep_file.h"
#include "sweep_window.h"

using namespace splitee;
using namespace splitee::test;

class TestSweepTables : public SweepWindow {
    Q_OBJECT

    static QByteArray wholeOf(const QString& file) {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void addRow(const char* key) {
        const std::size_t before = rows().size();
        for (QPushButton* button : sheet().findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Vary another parameter")) button->click();
        QCOMPARE(rows().size(), before + 1);
        auto* keys = rows().back()->findChild<QComboBox*>();
        const int at = keys->findData(QString::fromLatin1(key));
        QVERIFY(at >= 0);
        keys->setCurrentIndex(at);
    }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    // Chosen from lists; the map of the logged runs is what single runs come to.
    void variesSourcesAndDistortionsAndMapsThem() {
        setUp(400, 2, "builtin:cifar10c-clean");
        openSheet();
        type(QStringLiteral("0.6, 0.8"));
        addRow("distortion");
        ChoiceList& distortions = rows().back()->tables();
        QVERIFY(distortions.isVisible() && !rows().back()->values().isVisible());
        QVERIFY(says(QStringLiteral("Choose the distortions to play")));
        QVERIFY(!startButton()->isEnabled());
        QVERIFY(distortions.choices().size() > 80);  // 19 corruptions at 5 severities, and clean
        QCOMPARE(distortions.choices().front().value, QStringLiteral("clean"));
        for (const char* one : {"clean", "fog:1", "fog:3", "frost:1", "frost:3"})
            distortions.toggle(QLatin1String(one));
        QVERIFY(says(QStringLiteral("40 runs = 2 points × 2 policies × 2 seeds × 5 exit tables")));
        // A second source leaves the distortions that both have.
        addRow("source");
        rows().back()->tables().toggle(QStringLiteral("builtin:cifar10c-clean"));
        rows().back()->tables().toggle(QStringLiteral("builtin:photos-clean"));
        QVERIFY(says(QStringLiteral("80 runs = 2 points × 2 policies × 2 seeds × 10 exit tables")));
        QVERIFY(distortions.choices().size() > 80);
        rows().back()->tables().toggle(QStringLiteral("builtin:photos-clean"));
        QVERIFY(says(QStringLiteral("40 runs")));
        sheet().saveTo(path("saved.json"));
        startButton()->click();
        waitForTheEnd();
        QVERIFY2(said().startsWith(QLatin1String("The sweep is done: 40 runs played in ")),
                 qPrintable(said()));
        QTRY_COMPARE(window_->runs().model().rowCount(), 40);
        compareWithTheProgram(path("saved.json"));
        compare();
        QTRY_COMPARE(window_->runs().table().selectedRuns().size(), std::size_t{40});
        CompareView& comparison = window_->comparison();
        QTRY_VERIFY(comparison.compared() != nullptr && comparison.compared()->groups.size() == 20);
        comparison.showTab(static_cast<int>(CompareView::panelNames().indexOf("map")));
        SettingMapPanel& map = comparison.map();
        QTRY_VERIFY(map.chart().isVisible());
        map.choose("severity", "source", GridFigure::Accuracy);
        QVERIFY2(map.words().contains("5 groups differ"), qPrintable(map.words()));  // alpha
        map.choose("severity", "alpha", GridFigure::Layer);
        const SettingGrid alphas = map.chart().grid();
        QCOMPARE(alphas.xs, (std::vector<std::string>{"0", "1", "3"}));
        QCOMPARE(alphas.ys, (std::vector<std::string>{"0.6", "0.8"}));
        // Opened again, the file fills the sheet with the same lists.
        drop(path("saved.json"));
        QTRY_VERIFY(sheet().isVisible());
        QVERIFY(says(QStringLiteral("40 runs")));
        const auto again = sheet().sweep();
        QVERIFY(again.has_value());
        QCOMPARE(toJson(*again), std::string(wholeOf(path("saved.json")).constData()));
    }
};

std::unique_ptr<QObject> splitee::test::sweepTableTests() {
    return std::make_unique<TestSweepTables>();
}

#include "test_sweep_tables.moc"
