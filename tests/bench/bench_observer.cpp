// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what it costs a live run that its exits are read beside it, and how long that takes, by
// hand: bench_observer FOLDER, where FOLDER has the CIFAR-10 test images (a machine with nothing
// else to do).
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "gui/run/run_controller.h"

using namespace splitee;

namespace {

constexpr int kTurns = 7;
constexpr std::int64_t kRounds = 12'000;

template <class Condition>
void waitUntil(const Condition& holds) {
    QEventLoop wait;
    while (!holds()) {
        QTimer::singleShot(2, &wait, &QEventLoop::quit);
        wait.exec();
    }
}

ExperimentFile liveRun(const std::string& dataset) {
    ExperimentFile file;
    file.model = "builtin:cifar10";
    file.dataset = dataset;
    file.experiment.policies = "splitee";
    file.experiment.alpha = 0.8;
    file.experiment.rounds = kRounds;
    return file;
}

enum class Reading { None, GivesWay, Insists };

// Seconds of a run as fast as it goes, and how many samples were read in that time.
struct Measured {
    double seconds = 0;
    std::int64_t read = 0;
};

Measured play(const ExperimentFile& file, Reading reading) {
    const QTemporaryDir folder;
    RunController controller;
    controller.setSession(folder.filePath("s.splitee").toStdString());
    controller.observer().setOn(reading == Reading::GivesWay);
    ExitObserver beside;  // what the controller does not hold back
    controller.open(file);
    waitUntil([&] { return controller.state() != RunController::State::Opening; });
    if (reading == Reading::Insists) {
        beside.setOn(true);
        beside.observe({controller.opened().live,
                        controller.opened().dataHash,
                        file.experiment.seed,
                        {"clean"},
                        {controller.opened().live->images}});
        waitUntil([&] { return beside.done() > 0; });
    }
    const ExitObserver& observer = reading == Reading::Insists ? beside : controller.observer();
    const std::int64_t before = observer.done();
    QElapsedTimer timer;
    timer.start();
    controller.play();
    waitUntil([&] { return controller.state() == RunController::State::Finished; });
    return {static_cast<double>(timer.nsecsElapsed()) / 1e9, observer.done() - before};
}

void measureCost(const ExperimentFile& file) {
    struct Way {
        const char* name;
        Reading reading;
        std::vector<double> seconds, ratios;
        std::int64_t read = 0;
    };
    std::vector<Way> ways{
        {"nothing read", Reading::None, {}, {}},
        {"reading, gives way where processors are few", Reading::GivesWay, {}, {}},
        {"reading all the time", Reading::Insists, {}, {}}};
    for (int turn = 0; turn < kTurns; ++turn)
        for (Way& way : ways) {
            const Measured measured = play(file, way.reading);
            way.seconds.push_back(measured.seconds);
            way.ratios.push_back(measured.seconds / ways.front().seconds.back());
            way.read = std::max(way.read, measured.read);
        }
    for (Way& way : ways) {
        std::ranges::sort(way.seconds);
        std::ranges::sort(way.ratios);
        std::printf(
            "%lld rounds flat out, %s: median %.2f s, %.3f times (%.3f to %.3f); at most %lld "
            "samples read "
            "meanwhile\n",
            static_cast<long long>(kRounds), way.name, way.seconds[kTurns / 2],
            way.ratios[kTurns / 2], way.ratios.front(), way.ratios.back(),
            static_cast<long long>(way.read));
    }
}

void measureTime(const ExperimentFile& file) {
    const QTemporaryDir folder;
    for (const bool kept : {false, true}) {
        RunController controller;
        controller.setSession(folder.filePath("s.splitee").toStdString());
        controller.observer().setCache(ExitCache(folder.filePath("kept").toStdString()));
        controller.observer().setOn(true);
        QElapsedTimer timer;
        timer.start();
        controller.open(file);
        waitUntil([&] {
            return controller.tables() != nullptr ||
                   controller.observer().state() == ExitObserver::State::Failed;
        });
        if (!controller.tables()) {
            std::printf("not read: %s\n", controller.observer().error().c_str());
            return;
        }
        std::printf("%lld images of 7 exits known after %.1f s, loading included (%s)\n",
                    static_cast<long long>(controller.tables()->recorded.front().samples()),
                    static_cast<double>(timer.nsecsElapsed()) / 1e9,
                    kept ? "kept from before" : "read");
    }
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_observer FOLDER-OF-CIFAR-10\n");
        return 2;
    }
    const ExperimentFile file = liveRun(std::string("cifar10:") + argv[1]);
    measureTime(file);
    measureCost(file);
    return 0;
}
