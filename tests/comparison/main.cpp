// SPDX-License-Identifier: GPL-3.0-or-later
// One program, one QObject a subject.
#include <QCoreApplication>
#include <QtTest>

#include <array>

#include "subjects.h"
#include "tests/subjects_main.h"

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    return splitee::test::runSubjects(
        std::array{makeComparedRunsTests, makeReportTests, makeRoundColumnTests, makeRunFilterTests,
                   makeRunGroupTests, makeRunRowTests, makeRunTableTests,
                   makeRunsWithoutRoundsTests, makeComparedCostsTests, makeSettingGridTests},
        argc, argv);
}
