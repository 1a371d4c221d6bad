// One program, one QObject a subject.
#include <QCoreApplication>
#include <QtTest>

#include "subjects.h"

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    int failures = 0;
    for (const auto& make : {
             makeComparedRunsTests, makeReportTests,
             makeRoundColumnTests,
             makeRunFilterTests,
             makeRunGroupTests,
             makeRunRowTests,
             makeRunTableTests,
         }) {
        const auto tests = make();
        failures += QTest::qExec(tests.get(), argc, argv);
    }
    return failures == 0 ? 0 : 1;
}
