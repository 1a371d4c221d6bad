#include <QApplication>
#include <QTest>

#include "gui_tests.h"

using namespace splitee::test;

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("fusion"));
    int failed = 0;
    for (const auto make : {runHistoryTests, trackTests, chartTests, windowTests, shellTests}) failed += QTest::qExec(make().get(), argc, argv);
    return failed;
}
