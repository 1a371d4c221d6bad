// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include <array>
#include <cstring>

#include "gui_jobs_tests.h"
#include "tests/subjects_main.h"

using namespace splitee::test;

int main(int argc, char** argv) {
    if (argc > 2 && std::strcmp(argv[1], kHoldAJob) == 0) return holdAJob(argc, argv);
    const QCoreApplication application(argc, argv);
    return runSubjects(
        std::array{programOutputTests, jobPlanTests, keptTrainingsTests, jobQueueTests}, argc,
        argv);
}
