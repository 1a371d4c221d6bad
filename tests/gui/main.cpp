// The tests of the window; test_gui CLASS runs one class of them.
#include <QApplication>
#include <QTest>

#include "test_window.h"

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    TestWindow window;
    int failed = 0;
    for (QObject* test : std::initializer_list<QObject*>{&window}) failed += QTest::qExec(test, argc, argv);
    return failed;
}
