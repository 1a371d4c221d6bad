// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <filesystem>
#include <set>

#include "datasets/cifar10.h"
#include "datasets/open_dataset.h"
#include "datasets_tests.h"
#include "made_files.h"
#include "tests/subjects_main.h"
#include "text_tests.h"

using namespace splitee;
using namespace splitee::test;

namespace {

const std::vector<std::string>& batches() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> made;
        for (std::uint64_t b = 0; b < 6; ++b) made.push_back(madeBatch(10'000, b));
        return made;
    }();
    return all;
}

std::string batchName(std::size_t b) {
    return b == 5 ? "test_batch.bin" : "data_batch_" + std::to_string(b + 1) + ".bin";
}

void writeFolder(const QTemporaryDir& folder) {
    for (std::size_t b = 0; b < 6; ++b)
        put(folder.filePath(QString::fromStdString(batchName(b))).toStdString(), batches()[b]);
}

}  // namespace

void TestCifar10::folderFilesAndArchiveHoldTheSameImages() {
    const QTemporaryDir folder;
    writeFolder(folder);
    const std::string archive = folder.filePath("cifar-10-binary.tar.gz").toStdString();
    std::vector<std::pair<std::string, std::string>> entries{
        {"cifar-10-batches-bin/readme.html", "hello"}};
    for (std::size_t b = 0; b < 6; ++b)
        entries.emplace_back("cifar-10-batches-bin/" + batchName(b), batches()[b]);
    writeTarGz(archive, entries);
    for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
        const auto fromFolder = openCifar10(folder.path().toStdString(), split);
        const auto fromArchive = openCifar10(archive, split);
        QVERIFY2(fromFolder.has_value(), fromFolder ? "" : fromFolder.error().message.c_str());
        QVERIFY2(fromArchive.has_value(), fromArchive ? "" : fromArchive.error().message.c_str());
        QCOMPARE((*fromFolder)->size(), (*fromArchive)->size());
        QCOMPARE((*fromFolder)->hash(), (*fromArchive)->hash());
    }
    const auto single = openCifar10(folder.filePath("test_batch.bin").toStdString(), Split::Train);
    QCOMPARE((*single)->size(), std::int64_t{10'000});  // a single file is the whole dataset
    const auto test = openCifar10(folder.path().toStdString(), Split::Test);
    QVERIFY((*single)->read(17)->image() == (*test)->read(17)->image());
}

void TestCifar10::trainingAndValidationShareTheTrainingBatches() {
    const QTemporaryDir folder;
    writeFolder(folder);
    const auto train = openCifar10(folder.path().toStdString(), Split::Train);
    const auto validation = openCifar10(folder.path().toStdString(), Split::Validation);
    QCOMPARE((*train)->size() + (*validation)->size(), std::int64_t{50'000});
    QVERIFY((*validation)->size() > 2300 && (*validation)->size() < 2700);
}

void TestCifar10::aRecordBecomesAnInterleavedImage() {
    const QTemporaryDir folder;
    std::string record(kRecordBytes, '\0');
    record[0] = 7;
    record[1 + 32 * 2 + 5] = 11;             // red at x 5, y 2
    record[1 + 1024 + 32 * 2 + 5] = 22;      // green
    record[1 + 2048 + 32 * 2 + 5] = '\xff';  // blue
    put(folder.filePath("one.bin").toStdString(), record);
    const auto sample =
        (*openCifar10(folder.filePath("one.bin").toStdString(), Split::Test))->read(0);
    QCOMPARE(sample->label, 7);
    const std::size_t at = (2 * 32 + 5) * 3;
    QCOMPARE(sample->image().pixels[at], std::uint8_t{11});
    QCOMPARE(sample->image().pixels[at + 1], std::uint8_t{22});
    QCOMPARE(sample->image().pixels[at + 2], std::uint8_t{255});
}

void TestCifar10::badInputGivesOneSentence_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("says");
    QTest::newRow("not there") << "nowhere"
                               << "no such file or folder";
    QTest::newRow("truncated file") << "cut.bin"
                                    << "cut off";
    QTest::newRow("empty file") << "empty.bin"
                                << "0 bytes";
    QTest::newRow("wrong label") << "label.bin"
                                 << "record 1 has label 200";
    QTest::newRow("xz of junk") << "junk.bin.xz"
                                << "junk.bin.xz";
    QTest::newRow("xz cut off") << "cut.bin.xz"
                                << "cut.bin.xz";
    QTest::newRow("archive of junk") << "junk.tar.gz"
                                     << "junk.tar.gz";
    QTest::newRow("archive without batches") << "other.tar.gz"
                                             << "holds no test_batch.bin";
    QTest::newRow("short batch in an archive") << "short.tar.gz"
                                               << "10 records";
    QTest::newRow("folder without batches") << "."
                                            << "has no test_batch.bin";
    QTest::newRow("short batch in a folder") << "shortfolder"
                                             << "10 records";
}

void TestCifar10::badInputGivesOneSentence() {
    QFETCH(QString, path);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const auto at = [&](const char* name) { return folder.filePath(name).toStdString(); };
    put(at("cut.bin"), madeBatch(3, 1).substr(0, 9000));
    put(at("empty.bin"), "");
    std::string label = madeBatch(3, 1);
    label[kRecordBytes] = static_cast<char>(200);
    put(at("label.bin"), label);
    put(at("junk.bin.xz"),
        "\xfd"
        "7zXZ" +
            std::string(1, '\0') + std::string(200, 'j'));
    writeXzZeros(at("whole.bin.xz"), kRecordBytes * 40, madeBatch(30, 1));
    const std::string whole = bytesOf(at("whole.bin.xz"));
    put(at("cut.bin.xz"), whole.substr(0, whole.size() / 2));
    put(at("junk.tar.gz"), std::string(3000, 'j'));
    writeTarGz(at("other.tar.gz"), {{"readme", "hello"}});
    writeTarGz(at("short.tar.gz"), {{"cifar-10-batches-bin/test_batch.bin", madeBatch(10, 1)}});
    std::filesystem::create_directory(at("shortfolder"));
    put(at("shortfolder") + "/test_batch.bin", madeBatch(10, 1));
    const auto opened = openCifar10(folder.filePath(path).toStdString(), Split::Test);
    QVERIFY(!opened);
    QVERIFY2(QString::fromStdString(opened.error().message).contains(says),
             opened.error().message.c_str());
}

void TestCifar10::theRealTestBatchHasAThousandOfEachClass() {
    const QString data = qEnvironmentVariable("SPLITEE_DATA");
    if (data.isEmpty()) QSKIP("skipped: SPLITEE_DATA is not set");
    const auto test = openDataset("cifar10:" + data.toStdString() + "/cifar10", Split::Test, 32);
    QVERIFY2(test.has_value(), test ? "" : test.error().message.c_str());
    std::array<int, 10> counts{};
    for (std::int64_t i = 0; i < (*test)->size(); ++i)
        ++counts[static_cast<std::size_t>((*test)->read(i)->label)];
    for (const int count : counts) QCOMPARE(count, 1000);
}

void TestCifar10::namesOfDatasetsAreChecked_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("side");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown") << "sings" << 0 << "did you mean signs?";
    QTest::newRow("empty") << "" << 0 << "unknown dataset";
    QTest::newRow("no path") << "cifar10" << 0 << "cifar10:PATH";
    QTest::newRow("side") << "signs" << 96 << "32 pixels a side, but the network takes 96";
}

void TestCifar10::namesOfDatasetsAreChecked() {
    QFETCH(QString, name);
    QFETCH(int, side);
    QFETCH(QString, says);
    const auto opened = openDataset(name.toStdString(), Split::Test, side);
    QVERIFY(!opened);
    QVERIFY2(QString::fromStdString(opened.error().message).contains(says),
             opened.error().message.c_str());
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);  // image plugins
    return runSubjects(
        std::array{subject<TestCifar10>, subject<TestFolder>, subject<TestPeopleFolders>,
                   subject<TestDistortion>, subject<TestCorruptions>, subject<TestCorruptionSizes>,
                   subject<TestCifar10c>, subject<TestImageStatistics>, subject<TestHostileFiles>,
                   subject<TestArchives>, subject<TestReadAhead>, subject<TestWordPiece>,
                   subject<TestVocabulary>, subject<TestTexts>, subject<TestBadTexts>,
                   subject<TestTextFolders>, subject<TestTextDistortion>,
                   subject<TestSentencePiece>, subject<TestSentencePieceBytes>},
        argc, argv);
}
