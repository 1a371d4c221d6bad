// SPDX-License-Identifier: GPL-3.0-or-later
// Measures by hand what a comparison of 6 policies, 20 seeds and 10,000 rounds costs the window's
// thread: each part by itself, then every event from the selection of 120 runs to the picture.
// `bench_compare [FOLDER]` also writes pictures there. Run it with QT_QPA_PLATFORM=offscreen, on a
// machine with nothing else to do.
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMouseEvent>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <functional>

#include "../gui_run/played_runs.h"
#include "gui/app/main_window.h"
#include "gui/compare/compare_view.h"
#include "gui/compare/curves_chart.h"
#include "gui/compare/differs_panel.h"
#include "gui/compare/parallel_chart.h"
#include "gui/compare/pareto_chart.h"
#include "gui/compare/setting_chart.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "stall_meter.h"
#include "storage/session/session.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr std::size_t kRuns = 120;
constexpr int kTimes = 10;

void makeSession(const std::filesystem::path& path) {
    auto store = Session::open(path);
    if (!store) qFatal("%s", store.error().message.c_str());
    if (!store->tables().store(cifarTable())) qFatal("the table is not kept");
    for (const std::string policy :
         {"splitee", "splitee-s", "i-splitee", "final", "random", "best"})
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            Experiment experiment;
            experiment.alpha = 0.9;
            experiment.policies = policy;
            experiment.rounds = 10'000;
            keepRun(*store, experiment, {policy, seed}, KeptFigures::All, 0.5);
        }
}

void spin(int milliseconds) {
    QEventLoop wait;
    QTimer::singleShot(milliseconds, &wait, &QEventLoop::quit);
    wait.exec();
}

template <class Done>
void until(const Done& done) {
    while (!done()) spin(5);
}

void timed(const char* name, const std::function<void()>& what) {
    std::vector<double> milliseconds;
    for (int k = 0; k < kTimes; ++k) {
        QElapsedTimer timer;
        timer.start();
        what();
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(milliseconds);
    std::printf("  %-34s median %6.1f ms, worst %6.1f ms\n", name, milliseconds[kTimes / 2],
                milliseconds.back());
}

// What one event of the window would do of each.
void measureParts(CompareView& view) {
    const ComparedRunsPtr compared = view.compared();
    CurvesChart& curves = view.curves();
    const auto replot = [](ChartPanel& chart) {
        chart.plot().replot(QCustomPlot::rpImmediateRefresh);
    };
    timed("curves: show and choose", [&] {
        curves.show(compared);
        curves.choose({CurveKind::PseudoRegret}, CurveOver::Round, CurveBand::Interval95);
    });
    spin(50);
    timed("what differs: show and paint", [&] {
        view.differs().show(compared);
        view.differs().grab();
    });
    timed("curves: replot", [&] { replot(curves); });
    timed("curves: a mouse move", [&] { curves.setCrosshair(5000); });
    timed("pareto: show", [&] { view.pareto().show(compared); });
    timed("setting: show", [&] { view.setting().show(compared); });
    timed("parallel: show", [&] { view.parallel().show(compared); });
    for (int tab = 0; tab < 3; ++tab) {
        view.showTab(tab);
        spin(50);
        ChartPanel* charts[] = {&view.pareto(), &view.setting(), &view.parallel()};
        timed(tab == 0   ? "pareto: replot"
              : tab == 1 ? "setting: replot"
                         : "parallel: replot",
              [&] { replot(*charts[tab]); });
    }
    view.showTab(0);
}

class Meter {
public:
    explicit Meter(MeteredApplication& application) : application_(application) {}
    void measure(const char* name, const std::function<void()>& what) {
        application_.forget();
        application_.meter(true);
        for (int k = 0; k < kTimes; ++k) what();
        application_.meter(false);
        std::printf(
            "  %-34s %5zu events, %3td above 16 ms, %3td above 50 ms, worst %6.1f ms (%s)\n", name,
            application_.events(), application_.above(16), application_.above(50),
            application_.worst(), application_.worstOf().constData());
    }

private:
    MeteredApplication& application_;
};

void measureEvents(MeteredApplication& application, MainWindow& window, CompareView& view) {
    Meter meter(application);
    RunTableView& table = window.runs().table();
    meter.measure("120 runs selected, read, drawn", [&] {
        table.clearSelection();
        until([&] { return view.compared() == nullptr; });
        bool shown = false;
        const auto connection =
            QObject::connect(&view, &CompareView::comparisonShown, [&] { shown = true; });
        QTimer::singleShot(0, &table, &QTableView::selectAll);
        until([&] { return shown; });
        spin(200);
        QObject::disconnect(connection);
    });
    for (QComboBox* box : view.findChildren<QComboBox*>()) {
        if (box->count() < 2 || !box->isVisible()) continue;
        int next = box->currentIndex();
        const int before = next;
        meter.measure(qPrintable(box->accessibleName()), [&] {
            QTimer::singleShot(0, box, [&] {
                box->setCurrentIndex(next = (next + 1) % box->count());
                emit box->activated(next);
            });
            spin(100);
        });
        box->setCurrentIndex(before);
        emit box->activated(before);
    }
    for (int tab = 4; tab >= 0; --tab)
        meter.measure(tab == 0   ? "tab: accuracy and cost"
                      : tab == 1 ? "tab: setting"
                      : tab == 2 ? "tab: parallel"
                      : tab == 3 ? "tab: rounds"
                                 : "tab: table",
                      [&] {
                          view.showTab((tab + 1) % 5);
                          spin(60);
                          QTimer::singleShot(0, &view, [&] { view.showTab(tab); });
                          spin(60);
                      });
    int x = 0;
    meter.measure("mouse over the curves", [&] {
        QCustomPlot& plot = view.curves().plot();
        const QPointF at(60 + 30 * (x++ % 10), 80);
        QCoreApplication::postEvent(
            &plot, new QMouseEvent(QEvent::MouseMove, at, plot.mapToGlobal(at), Qt::NoButton,
                                   Qt::NoButton, Qt::NoModifier));
        spin(30);
    });
    bool wide = false;
    meter.measure("the window's size", [&] {
        window.resize(wide ? QSize(1280, 800) : QSize(1400, 860));
        wide = !wide;
        spin(100);
    });
}

void pictures(Theme& theme, MainWindow& window, CompareView& view, const QString& folder) {
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        for (int tab = 0; tab < 5; ++tab) {
            view.showTab(tab);
            spin(400);
            window.grab().save(QStringLiteral("%1/compare-%2-%3.png")
                                   .arg(folder, mode == Theme::Mode::Light ? QStringLiteral("light")
                                                                           : QStringLiteral("dark"))
                                   .arg(tab));
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    MeteredApplication application(argc, argv);
    QApplication::setStyle("fusion");
    QApplication::setFont(QFont("Inter", 9));
    const QTemporaryDir folder;
    const QString session = folder.filePath(QStringLiteral("compared.splitee"));
    makeSession(session.toStdString());
    Theme theme;
    MainWindow window(theme, folder.filePath(QStringLiteral("own.splitee")).toStdString());
    window.resize(1280, 800);
    window.show();
    window.showRunsOf(session);
    until([&] { return window.runs().model().rowCount() == static_cast<int>(kRuns); });
    auto* view = window.findChild<CompareView*>();
    QElapsedTimer timer;
    timer.start();
    window.runs().table().selectAll();
    bool drawn = false;
    QObject::connect(view, &CompareView::comparisonShown, [&] { drawn = true; });
    until([&] { return drawn; });
    std::printf("120 runs of 10 000 rounds: %lld ms from selected to shown\n",
                static_cast<long long>(timer.elapsed()));
    spin(500);
    if (argc > 1) {
        pictures(theme, window, *view, QString::fromLocal8Bit(argv[1]));
        return 0;
    }
    std::printf("parts, by themselves:\n");
    measureParts(*view);
    std::printf("events of the window's thread, %d times each:\n", kTimes);
    measureEvents(application, window, *view);
    return 0;
}
