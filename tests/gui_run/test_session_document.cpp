// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "gui/run/session_document.h"
#include "gui_run_tests.h"

using namespace splitee;

class TestSessionDocument : public QObject {
    Q_OBJECT

private slots:
    // The lock of a window on another host cannot be asked whether that window lives: the user is.
    void aLockOfAnotherHostIsNamedAndTakenOver() {
        const QTemporaryDir folder;
        const auto path = [&](const char* name) {
            return std::filesystem::path(folder.filePath(name).toStdString());
        };
        // As QLockFile writes it: process, program, host, machine, boot.
        std::ofstream(path("s.splitee.lock")) << "4711\nsplitee-workbench\nfar-away\n\n\n";
        SessionDocument document;
        QVERIFY(document.use(path("own.splitee")));
        QSignalSpy refused(&document, &SessionDocument::refused);
        QVERIFY(!document.use(path("s.splitee")));
        QCOMPARE(refused.size(), 1);
        const QString sentence = refused[0][0].toString();
        QVERIFY2(sentence.contains("0 days ago by a window on host far-away"),
                 qPrintable(sentence));
        QVERIFY(refused[0][2].toBool());
        QCOMPARE(document.file(), path("own.splitee"));
        QVERIFY(document.takeOver(path("s.splitee")).has_value());
        QCOMPARE(document.file(), path("s.splitee"));
    }

    void aLivingWindowOfThisHostIsNeverTakenOver() {
        const QTemporaryDir folder;
        const std::filesystem::path path(folder.filePath("s.splitee").toStdString());
        SessionDocument first, second;
        QVERIFY(first.use(path));
        QSignalSpy refused(&second, &SessionDocument::refused);
        QVERIFY(!second.use(path));
        QCOMPARE(refused.size(), 1);
        QVERIFY(!refused[0][2].toBool());
        QVERIFY(!second.takeOver(path).has_value());
    }
};

std::unique_ptr<QObject> splitee::test::sessionDocumentTests() {
    return std::make_unique<TestSessionDocument>();
}

#include "test_session_document.moc"
