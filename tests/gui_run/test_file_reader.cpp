// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include <semaphore>
#include <stdexcept>

#include "gui/run/file_reader.h"
#include "gui_run_tests.h"

using namespace splitee;

namespace {

Result<ReadFile> named(const char* name) {
    ReadFile file;
    file.name = name;
    return file;
}

}  // namespace

class TestFileReader : public QObject {
    Q_OBJECT
    std::vector<std::string> read_;

    [[nodiscard]] auto keep() {
        return [this](const ReadFile& file) { read_.push_back(file.name); };
    }

private slots:
    void init() { read_.clear(); }

    void onlyTheNewestRequestCounts() {
        std::counting_semaphore<3> goOn(0);
        QStringList failures;
        {
            FileReader reader;
            connect(&reader, &FileReader::failed, this,
                    [&](const QString& sentence) { failures << sentence; });
            const auto slow = [&](Result<ReadFile> result) {
                return [&goOn, result] {
                    goOn.acquire();
                    return result;
                };
            };
            reader.start(slow(named("old")), keep());
            reader.start(slow(fail("an old failure")), keep());
            reader.start([] { return named("new"); }, keep());  // nobody waited for the others
            QTRY_COMPARE(read_, std::vector<std::string>{"new"});
            QVERIFY(!reader.busy());
            reader.start(slow(named("cancelled")), keep());
            reader.cancel();
            QVERIFY(!reader.busy());
            goOn.release(3);
            reader.start([] { return named("last"); }, keep());
            QTRY_COMPARE(read_, (std::vector<std::string>{"new", "last"}));
        }
        QCoreApplication::processEvents();
        QCOMPARE(read_, (std::vector<std::string>{"new", "last"}));
        QVERIFY(failures.isEmpty());
    }

    void aFileThatBreaksItsReaderIsAnError() {
        FileReader reader;
        QSignalSpy failed(&reader, &FileReader::failed);
        QSignalSpy busy(&reader, &FileReader::busyChanged);
        reader.start([]() -> Result<ReadFile> { throw std::length_error("vector"); }, keep());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].toString(), QStringLiteral("this failed unexpectedly: vector"));
        QCOMPARE(busy.count(), 2);
        QVERIFY(read_.empty());
    }
};

std::unique_ptr<QObject> splitee::test::fileReaderTests() {
    return std::make_unique<TestFileReader>();
}

#include "test_file_reader.moc"
