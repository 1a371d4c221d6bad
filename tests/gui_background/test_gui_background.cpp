// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include <array>

#include "gui_background_tests.h"
#include "tests/seen_events.h"
#include "tests/subjects_main.h"

using namespace splitee::test;

int main(int argc, char** argv) {
    const SeenApplication<QCoreApplication> application(argc, argv);
    return runSubjects(std::array{latestWorkTests, workQueueTests, taskTests}, argc, argv);
}
