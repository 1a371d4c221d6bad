// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>

#include <array>

#include "gui_run_tests.h"
#include "tests/seen_events.h"
#include "tests/subjects_main.h"

using namespace splitee::test;

int main(int argc, char** argv) {
    const SeenApplication<QGuiApplication> application(argc, argv);
    return runSubjects(
        std::array{runHistoryTests, runOrdersTests, liveFeedTests, lockStepTests,
                   runControllerTests, exitObserverTests, measuredHistoryTests, fileReaderTests,
                   seedReplayTests, sessionDocumentTests, textLineTests, pastRoundTests,
                   timeLineModelTests, rewardHistogramTests},
        argc, argv);
}
