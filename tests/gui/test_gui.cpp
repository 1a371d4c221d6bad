// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QTest>

#include <array>

#include "gui_tests.h"
#include "tests/subjects_main.h"

using namespace splitee::test;

namespace {

class TestApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        eventArrives(receiver);
        return QApplication::notify(receiver, event);
    }
};

}  // namespace

int main(int argc, char** argv) {
    const TestApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("fusion"));
    return runSubjects(
        std::array{runHistoryTests, trackTests,     chartTests,         moreChartTests,
                   whyTests,        compareTests,   compareExportTests, comparisonWindowTests,
                   whatIfTests,     regimeTests,    windowTests,        shellTests,
                   keyboardTests,   wordsTests,     openingTests,       runsTests,
                   runsPageTests,   manyRunsTests,  sessionTests,       smallDiskTests,
                   sweepTests,      liveWindowTests},
        argc, argv);
}
