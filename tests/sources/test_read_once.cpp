// SPDX-License-Identifier: GPL-3.0-or-later
// What an experiment plays on is read once, however many steps lie between opening and playing.
#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <sys/inotify.h>
#include <unistd.h>
#include <array>

#include <filesystem>
#include <fstream>

#include "datasets/digest.h"
#include "sources/kept_source.h"
#include "storage/session/session.h"
#include "test_domains.h"
#include "test_read_exits.h"
#include "tests/subjects_main.h"

using namespace splitee;

namespace {

/// Counts how often a file is opened while it lives.
class OpenCounter {
public:
    explicit OpenCounter(const std::filesystem::path& file)
        : notify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
        if (inotify_add_watch(notify_, file.c_str(), IN_OPEN | IN_CLOSE) < 0) qFatal("inotify");
    }
    ~OpenCounter() { close(notify_); }
    OpenCounter(const OpenCounter&) = delete;
    OpenCounter& operator=(const OpenCounter&) = delete;

    // Without a name after it, for a file is watched, not a folder. Equal events in a row would be
    // merged into one, but every open is followed by a close.
    int opened() {
        inotify_event event{};
        while (read(notify_, &event, sizeof event) == ssize_t{sizeof event})
            if ((event.mask & IN_OPEN) != 0) ++opened_;
        return opened_;
    }

private:
    int notify_, opened_ = 0;
};

}  // namespace

class TestReadOnce : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    std::filesystem::path copyOf(const char* resource) {
        const auto to = std::filesystem::path(folder_.path().toStdString()) /
                        std::filesystem::path(resource).filename();
        std::filesystem::copy_file(std::string(SPLITEE_RESOURCES "/") + resource, to,
                                   std::filesystem::copy_options::overwrite_existing);
        return to;
    }
    ExperimentFile network() {
        ExperimentFile file;
        file.model = copyOf("models/signs.mee").string();
        file.dataset = "signs";
        return file;
    }
    ExperimentFile table() {
        ExperimentFile file;
        file.table = copyOf("tables/cifar10-clean.exits").string();
        return file;
    }

private slots:
    void aNetworkIsReadOnceToPlay() {
        const ExperimentFile file = network();
        OpenCounter counter(file.model);
        const auto source = openRunSource(file);
        QVERIFY2(source.has_value(), source ? "" : source.error().message.c_str());
        QCOMPARE(counter.opened(), 1);
        QCOMPARE(source->provenance.modelHash, hexText(sha256OfFile(file.model)));
        QCOMPARE(counter.opened(), 2);  // the counter does count
    }

    void whatWasOpenedPlaysAfterItsFileIsGone_data() {
        QTest::addColumn<bool>("live");
        QTest::newRow("network") << true;
        QTest::newRow("exit table") << false;
    }
    void whatWasOpenedPlaysAfterItsFileIsGone() {
        QFETCH(bool, live);
        const ExperimentFile file = live ? network() : table();
        const std::string& path = live ? file.model : file.table;
        auto expected = openRunSource(file);
        QVERIFY2(expected.has_value(), expected ? "" : expected.error().message.c_str());
        OpenCounter counter(path);
        auto opened = openFiles(file);
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().message.c_str());
        QCOMPARE(counter.opened(), 1);
        std::ofstream(path) << "something else";
        QVERIFY(!openRunSource(file));  // read again, it is not what it was
        std::filesystem::remove(path);
        const auto source = openRunSource(file, 1, std::move(*opened));
        QVERIFY2(source.has_value(), source ? "" : source.error().message.c_str());
        QCOMPARE(source->provenance.modelHash, expected->provenance.modelHash);
        QCOMPARE(source->provenance.dataHash, expected->provenance.dataHash);
        QVERIFY(worldOn(*source).has_value());
    }

    void anotherNameIsReadAnew() {
        ExperimentFile file = table();
        auto opened = openFiles(file);
        QVERIFY(opened.has_value());
        file.table = "none.exits";
        QVERIFY(!openFiles(file, *opened));
        ExperimentFile other = network();
        auto model = openFiles(other);
        QVERIFY(model.has_value());
        other.dataset = "folder:/none";
        QVERIFY(!openFiles(other, *model));
    }

    void aScheduleThatNamesOtherTablesIsReadAnew() {
        ExperimentFile file = table();
        const auto opened = openFiles(file);
        QVERIFY(opened.has_value());
        file.experiment.schedule = "none.exits@100";
        QVERIFY(!openFiles(file, *opened));
    }

    void theSetUpOfAKeptRunIsReadOnce() {
        ExperimentFile file = table();
        const auto source = openRunSource(file);
        QVERIFY(source.has_value());
        auto session = Session::open(folder_.filePath("s.splitee").toStdString());
        QVERIFY(session.has_value());
        const auto id = session->runs().begin(file.experiment, {"splitee", 1}, source->provenance);
        QVERIFY(id.has_value());
        OpenCounter counter(file.table);
        auto again = playable(*session, *session->runs().find(*id));
        QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
        const auto played = openRunSource(again->file, 1, std::move(again->opened));
        QVERIFY2(played.has_value(), played ? "" : played.error().message.c_str());
        QCOMPARE(counter.opened(), 1);
    }

    // A run on other images than the test part once opened as one on the test part.
    void theSetUpOfAKeptRunHasItsPart_data() {
        QTest::addColumn<QString>("part");
        for (const char* part : {"test", "validation", "train", "all"}) QTest::newRow(part) << part;
    }
    void theSetUpOfAKeptRunHasItsPart() {
        QFETCH(QString, part);
        ExperimentFile file = network();
        file.part = part.toStdString();
        const auto source = openRunSource(file);
        QVERIFY2(source.has_value(), source ? "" : source.error().message.c_str());
        auto session = Session::open(folder_.filePath("s.splitee").toStdString());
        QVERIFY(session.has_value());
        const auto id = session->runs().begin(file.experiment, {"splitee", 1}, source->provenance);
        QVERIFY(id.has_value());
        const auto again = playable(*session, *session->runs().find(*id));
        QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
        QCOMPARE(again->file.dataset, file.dataset);
        QCOMPARE(again->opened.live.images->size(), source->live->images->size());
        QCOMPARE(again->opened.live.images->hash(), source->provenance.dataHash);
        const auto written = parseExperiment(toJson(file), "written");
        QVERIFY(written.has_value());
        QCOMPARE(written->part, part == "test" ? std::string() : file.part);
        file.part = "tests";
        QVERIFY(!parseExperiment(toJson(file), "written"));
    }
};

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    return splitee::test::runSubjects(
        std::array{splitee::test::subject<TestReadOnce>, splitee::test::subject<TestDomains>,
                   splitee::test::subject<TestReadExits>},
        argc, argv);
}
#include "test_read_once.moc"
