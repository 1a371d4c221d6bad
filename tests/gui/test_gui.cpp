#include <QApplication>
#include <QTest>

#include "gui_tests.h"

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
    // The name of a class as the first argument runs that class alone.
    const QByteArray only = argc > 1 && QByteArray(argv[1]).startsWith("Test") ? QByteArray(argv[1]) : QByteArray();
    if (!only.isEmpty()) {
        argv[1] = argv[0];
        ++argv;
        --argc;
    }
    int failed = 0;
    for (const auto make :
         {runHistoryTests, trackTests, chartTests, moreChartTests, whyTests, compareTests, comparisonWindowTests, whatIfTests, regimeTests, windowTests, shellTests,
          keyboardTests, wordsTests, openingTests, runsTests, runsPageTests, sessionTests, smallDiskTests, sweepTests, liveWindowTests}) {
        const auto tests = make();
        if (only.isEmpty() || only == tests->metaObject()->className()) failed += QTest::qExec(tests.get(), argc, argv);
    }
    return failed;
}
