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
        std::array{makeTableTests, makeCsvDialectTests, makeHostileTableTests,
                   makeOptionalColumnTests, makePackedTableTests, makePublishedTableTests,
                   makeExperimentFileTests, makeSessionTests, makeSessionFileTests,
                   makeSessionCheckTests, makeSessionCopyTests, makeChangedRunTests,
                   makeRunAgainTests, makeSweepFileTests, makeSessionMergeTests, makeMarkTests,
                   makeCostProfileTests},
        argc, argv);
}
