// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the charts by hand, without a clock in a test: rounds appended a second, memory after
// ten million, frames a second with a million loaded, what-if from slider to picture. `bench_gui
// stalls [live] [all]` plays flat out in the real window for 20 s and says how long its event loop
// waited (an optimised build, a machine with nothing else to do); `all` opens every panel, and
// has the exits of a live run read beside it where processors are free. `bench_gui past [live]`
// plays a million rounds (live: 5,000), then chooses rounds on the time line. `bench_gui FOLDER`
// writes pictures of the sample window. Run it with QT_QPA_PLATFORM=offscreen.
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>
#include <string_view>

#include "../gui/sample_window.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/charts/what_if_chart.h"
#include "gui/live/run_view.h"
#include "gui/live/what_if.h"
#include "gui/run/shown_round.h"
#include "gui/run/time_line_model.h"
#include "stall_meter.h"

using namespace splitee;
using namespace splitee::test;

namespace {

void measureHistory() {
    Experiment experiment;
    experiment.alpha = 0.8;
    ReplayWorld world(cifarTable());
    const std::vector<RoundRecord> pass = playedRecords(experiment, "splitee", world);
    for (const bool measured : {false, true}) {
        RunHistory history("splitee", "SplitEE", 0, cifarTable().exits, 19);
        if (measured) history.measureAgainst(experiment, 1, world);
        constexpr int kPasses = 1000;
        std::vector<RoundRecord> batch = pass;
        std::int64_t nanoseconds = 0;
        for (int p = 0; p < kPasses; ++p) {
            QElapsedTimer timer;
            timer.start();
            history.append(batch);
            nanoseconds += timer.nsecsElapsed();
            for (RoundRecord& record : batch)
                record.round += static_cast<std::int64_t>(pass.size());
        }
        std::printf(
            "%s: %.1f million rounds a second; after %lld rounds %.2f MB, %zu points of %lld "
            "rounds\n",
            measured ? "with regret" : "without regret",
            1e3 * static_cast<double>(history.rounds()) / static_cast<double>(nanoseconds),
            static_cast<long long>(history.rounds()), static_cast<double>(history.bytes()) / 1e6,
            history.series(false).points().size(),
            static_cast<long long>(history.series(false).stride()));
    }
}

// Five scenes with ramps between them, over a million rounds.
std::vector<TimeLineBand> dayBands() {
    std::vector<TimeLineBand> bands;
    constexpr std::int64_t kLength = 100'000;
    for (std::size_t scene = 0; scene < 5; ++scene) {
        const std::int64_t from = static_cast<std::int64_t>(2 * scene) * kLength + 1;
        const QString name = QStringLiteral("scene %1").arg(scene + 1);
        bands.push_back({from, from + kLength - 1, name, scene, scene});
        bands.push_back({from + kLength, from + 2 * kLength - 1, name, scene, (scene + 1) % 5});
    }
    return bands;
}

void measureFrames(const Theme& theme) {
    Experiment experiment;
    experiment.alpha = 0.8;
    experiment.rounds = 1'000'000;
    PlayedRuns runs(experiment, {"splitee", "splitee-s", "random", "best"});
    runs.advanceTo(experiment.rounds);
    SampleWindow window(theme);
    window.resize(1280, 800);
    window.feed(runs);
    window.show();
    QApplication::processEvents();
    enum class Drawn { Regret, All, AllWithBands };
    for (const Drawn drawn : {Drawn::Regret, Drawn::All, Drawn::AllWithBands}) {
        constexpr int kFrames = 60;
        if (drawn == Drawn::AllWithBands)
            for (ChartPanel* chart : window.charts()) chart->setBands(dayBands());
        double worst = 0;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < kFrames; ++i) {
            QElapsedTimer frame;
            frame.start();
            for (ChartPanel* chart : window.charts())
                if (drawn != Drawn::Regret || chart == &window.regret) {
                    chart->refresh();
                    chart->plot().replot(QCustomPlot::rpImmediateRefresh);
                }
            QApplication::processEvents();
            worst = std::max(worst, static_cast<double>(frame.nsecsElapsed()) / 1e6);
        }
        std::printf(
            "%s, 1 000 000 rounds of 4 policies: %.0f frames a second, worst frame %.1f ms\n",
            drawn == Drawn::Regret ? "regret chart"
            : drawn == Drawn::All  ? "four charts"
                                   : "four charts with bands of a day",
            kFrames * 1e9 / static_cast<double>(timer.nsecsElapsed()), worst);
    }
}

void openAllPanels(MainWindow& window) {
    for (const QString& name : window.view().docks().names()) window.view().docks().reveal(name);
    QApplication::processEvents();
}

// From a slider to the curves on the screen: six policies, 20 seeds, 10,000 rounds.
void measureWhatIf(Theme& theme, bool all) {
    QTemporaryDir folder;
    MainWindow window(theme, folder.filePath("session.splitee").toStdString());
    window.resize(1280, 800);
    window.show();
    ExperimentFile file;
    file.table = SPLITEE_RESOURCES "/tables/cifar10-clean.exits";
    file.experiment.alpha = 0.9;
    file.experiment.policies = "splitee,splitee-s,i-splitee,final,random,best";
    window.start(Example{"what-if", {}, {}, {}, file});
    QEventLoop wait;
    const auto spin = [&wait](int milliseconds) {
        QTimer::singleShot(milliseconds, &wait, &QEventLoop::quit);
        wait.exec();
    };
    while (window.controller().state() != RunController::State::Finished) spin(20);
    if (all) openAllPanels(window);
    window.view().docks().reveal("what-if");
    auto* panel = window.findChild<WhatIf*>();
    spin(1000);
    constexpr int kMoves = 40;
    std::vector<double> milliseconds;
    for (int move = 0; move < kMoves; ++move) {
        QElapsedTimer timer;
        timer.start();
        bool drawn = false;
        const auto answered = QObject::connect(panel, &WhatIf::answered, [&] { drawn = true; });
        const auto painted =
            QObject::connect(&panel->chart().plot(), &QCustomPlot::afterReplot, [&] {
                if (drawn)
                    QTimer::singleShot(0, &wait,
                                       &QEventLoop::quit);  // the next event paints the widget
            });
        window.setup().editField("offload", 5 + 0.25 * (move + 1));
        wait.exec();
        panel->chart().plot().repaint();
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QObject::disconnect(answered);
        QObject::disconnect(painted);
        spin(10);
    }
    std::ranges::sort(milliseconds);
    std::printf(
        "what-if, 6 policies x 20 seeds x 10 000 rounds, %s: median %.0f ms from slider to "
        "painted, 90 %% within %.0f ms, worst %.0f ms\n",
        all ? "all panels open" : "the first panels open", milliseconds[kMoves / 2],
        milliseconds[kMoves * 9 / 10], milliseconds.back());
}

void picture(Theme& theme, const QString& folder, const QString& name, QSize size, PlayedRuns& runs,
             bool fast, bool logarithmic) {
    SampleWindow window(theme);
    window.resize(size);
    window.feed(runs);
    window.track.setFast(fast);
    for (ChartPanel* chart : window.charts()) {
        chart->setLogRounds(logarithmic);
        chart->setMarks({{1350, QStringLiteral("o 5 → 8")}});
    }
    window.show();
    for (int i = 0; i < 3; ++i) QApplication::processEvents();
    window.grab().save(folder + '/' + name + ".png");
}

void pictures(Theme& theme, const QString& folder) {
    Experiment experiment;
    experiment.alpha = 0.8;
    experiment.offload = 5;
    experiment.schedule = "offload=8@1350";
    PlayedRuns runs(experiment, {"splitee", "splitee-s", "best", "final"});
    runs.advanceTo(2314);
    PlayedRuns one(experiment, {"splitee"});
    std::int64_t sent = 2000;
    while (one.records(0)[static_cast<std::size_t>(sent)].exited) ++sent;
    one.advanceTo(sent + 1);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        QApplication::setPalette(theme.palette());
        const QString shade = mode == Theme::Mode::Light ? "light" : "dark";
        picture(theme, folder, "four-1280-" + shade, {1280, 800}, runs, false, false);
        picture(theme, folder, "four-2560-" + shade, {2560, 1440}, runs, true, false);
        picture(theme, folder, "one-1000-" + shade, {1000, 732}, one, false, false);
        picture(theme, folder, "one-900-" + shade, {900, 700}, one, true, true);
    }
}

int measureStalls(MeteredApplication& application, Theme& theme, bool live, bool all) {
    constexpr double kSeconds = 20;
    const QTemporaryDir folder;
    auto example =
        exampleNamed(live ? QStringLiteral("signs-live") : QStringLiteral("cifar10-replay"));
    if (!example) return 1;
    example->file.experiment.rounds = 50'000'000;
    MainWindow window(theme, folder.filePath(QStringLiteral("session.splitee")).toStdString());
    int frames = 0;
    for (ChartPanel* chart : window.view().charts())
        QObject::connect(&chart->plot(), &QCustomPlot::afterReplot, &window,
                         [&frames] { ++frames; });
    window.show();
    QApplication::processEvents();
    if (all) {
        openAllPanels(window);
        window.controller().observer().setCache(
            ExitCache(folder.filePath(QStringLiteral("exits")).toStdString()));
        window.controller().observer().setOn(true);
    }
    application.meter(true);
    window.start(*example);
    QElapsedTimer timer;
    timer.start();
    constexpr std::int64_t kLoaded = 1'000'000;
    int framesBefore = 0;
    double secondsBefore = 0;  // until so many rounds were loaded
    QObject::connect(&window.controller(), &RunController::advanced, &window, [&] {
        if (secondsBefore > 0 || window.controller().round() < kLoaded) return;
        framesBefore = frames;
        secondsBefore = static_cast<double>(timer.elapsed()) / 1000;
    });
    QTimer::singleShot(static_cast<int>(1000 * kSeconds), &application,
                       [] { QApplication::exit(); });  // quit() would close the window first
    QApplication::exec();
    application.meter(false);
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    const auto open = static_cast<double>(std::ranges::count_if(
        window.view().charts(), [](const ChartPanel* chart) { return chart->isVisible(); }));
    std::printf("%lld rounds of %zu policies in %.1f s; %zu events\n",
                static_cast<long long>(window.controller().round()),
                window.controller().histories().size(), seconds, application.events());
    std::printf(
        "%.3f %% of events under 16 ms, %td above 16 ms, %td above 50 ms, worst %.1f ms (%s)\n",
        100 - 100 * static_cast<double>(application.above(16)) /
                  static_cast<double>(application.events()),
        application.above(16), application.above(50), application.worst(),
        application.worstOf().constData());
    for (const auto& slow : application.slow())
        std::printf("  %.1f ms after %.2f s: %s, event type %d\n", slow.milliseconds,
                    static_cast<double>(slow.at) / 1000, slow.receiver.constData(), slow.type);
    std::printf("%.1f frames a second of each of %.0f charts\n", frames / seconds / open, open);
    if (secondsBefore > 0)
        std::printf("%.1f with more than 1 000 000 rounds loaded\n",
                    (frames - framesBefore) / (seconds - secondsBefore) / open);
    return 0;
}

// From the choice of a round to all of the page painted, with "Why this layer?" open.
int measurePast(MeteredApplication& application, Theme& theme, bool live) {
    constexpr int kChoices = 400;
    const QTemporaryDir folder;
    auto example =
        exampleNamed(live ? QStringLiteral("signs-live") : QStringLiteral("cifar10-rising-noise"));
    if (!example) return 1;
    example->file.experiment.rounds = live ? 5'000 : 1'000'000;
    if (!live) example->file.experiment.policies = "splitee,splitee-s,kl-ucb,sw-ucb,random,final";
    MainWindow window(theme, folder.filePath(QStringLiteral("session.splitee")).toStdString());
    window.resize(1280, 800);
    window.show();
    window.start(*example);
    window.controller().setSpeed(kFlatOut);
    QElapsedTimer playing;
    playing.start();
    QEventLoop wait;
    while (window.controller().state() != RunController::State::Finished) {
        QTimer::singleShot(20, &wait, &QEventLoop::quit);
        wait.exec();
    }
    const std::int64_t rounds = window.controller().round();
    std::printf("%lld rounds of %zu policies played in %.1f s\n", static_cast<long long>(rounds),
                window.controller().histories().size(),
                static_cast<double>(playing.elapsed()) / 1000);
    window.view().docks().reveal(QStringLiteral("why"));
    QApplication::processEvents();
    ShownRound& shown = window.shownRound();
    QObject::connect(&shown, &ShownRound::pastChanged, &wait, [&] {
        if (!shown.reading()) wait.quit();
    });
    std::mt19937_64 random(1);
    std::vector<double> milliseconds, processor;  // the second does not grow on a busy machine
    application.meter(true);
    for (int choice = 0; choice < kChoices; ++choice) {
        const auto round =
            static_cast<std::int64_t>(1 + random() % static_cast<std::uint64_t>(rounds));
        QElapsedTimer timer;
        timer.start();
        const std::clock_t before = std::clock();
        shown.choose(round);
        if (shown.reading()) wait.exec();
        for (int turn = 0; turn < 3; ++turn) QApplication::processEvents();  // replots, then paint
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        processor.push_back(1e3 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
    }
    application.meter(false);
    std::ranges::sort(milliseconds);
    std::ranges::sort(processor);
    std::printf("of processor time, all threads: p50 %.1f ms, p99 %.1f ms, max %.1f ms\n",
                processor[kChoices / 2], processor[kChoices * 99 / 100], processor.back());
    std::printf("from a choice to painted: p50 %.1f ms, p99 %.1f ms, max %.1f ms of %d\n",
                milliseconds[kChoices / 2], milliseconds[kChoices * 99 / 100], milliseconds.back(),
                kChoices);
    std::printf("%zu events, %td above 16 ms, %td above 50 ms, worst %.1f ms (%s)\n",
                application.events(), application.above(16), application.above(50),
                application.worst(), application.worstOf().constData());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    MeteredApplication application(argc, argv);
    QApplication::setStyle("fusion");
    QApplication::setFont(QFont("Inter", 9));
    Theme theme;
    const auto has = [&](std::string_view word) {
        return std::find(argv + std::min(argc, 2), argv + argc, word) != argv + argc;
    };
    if (argc > 1 && std::string_view(argv[1]) == "stalls")
        return measureStalls(application, theme, has("live"), has("all"));
    if (argc > 1 && std::string_view(argv[1]) == "past")
        return measurePast(application, theme, has("live"));
    if (argc > 1)
        pictures(theme, argv[1]);
    else {
        measureHistory();
        measureFrames(theme);
        measureWhatIf(theme, false);
        measureWhatIf(theme, true);
    }
    return 0;
}
