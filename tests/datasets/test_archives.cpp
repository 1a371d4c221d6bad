// SPDX-License-Identifier: GPL-3.0-or-later
// Images in archives, the parts of datasets, and what lies at a path.
#include <QTest>

#include <algorithm>

#include "datasets/archive_reader.h"
#include "datasets/cifar10.h"
#include "datasets/image_file.h"
#include "datasets/image_folder.h"
#include "datasets/open_dataset.h"
#include "datasets/signs.h"
#include "datasets_tests.h"
#include "engine/current_stop.h"
#include "made_folder.h"

using namespace splitee;
using namespace splitee::test;

namespace {

namespace fs = std::filesystem;

constexpr Split kParts[] = {Split::Train, Split::Validation, Split::Test};

std::string png(int colour) { return imageOf(colour).toStdString(); }

// Every file below a folder, as entries of an archive with `prefix` in front.
Entries entriesOf(const std::string& folder, const std::string& prefix) {
    Entries entries;
    for (const auto& file : fs::recursive_directory_iterator(folder))
        if (file.is_regular_file())
            entries.emplace_back(prefix + file.path().lexically_relative(folder).string(),
                                 bytesOf(file.path().string()));
    std::ranges::reverse(entries);  // in no order that anybody relies on
    return entries;
}

std::string joinedRemarks(const Dataset& images) {
    std::string all;
    for (const std::string& remark : images.remarks()) all += remark + "\n";
    return all;
}

#define VERIFY_OK(result) \
    QVERIFY2((result).has_value(), (result) ? "" : (result).error().message.c_str())
#define VERIFY_SAYS(result, text)                                          \
    do {                                                                   \
        QVERIFY(!(result));                                                \
        QVERIFY2((result).error().message.find(text) != std::string::npos, \
                 (result).error().message.c_str());                        \
    } while (false)

}  // namespace

void TestArchives::anArchiveHoldsWhatItsFolderHolds_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("prefix");
    QTest::newRow("zip") << "photos.zip"
                         << "";
    QTest::newRow("zip of a folder") << "photos.zip"
                                     << "photos/";
    QTest::newRow("tar.gz") << "photos.tar.gz"
                            << "./photos/";
    QTest::newRow("zip without an ending") << "photos"
                                           << "";
}

void TestArchives::anArchiveHoldsWhatItsFolderHolds() {
    QFETCH(QString, name);
    QFETCH(QString, prefix);
    const MadeFolder folder, other;
    folder.classes("");
    folder.put("ant/deep/down/x.png", png(0));
    folder.put("__MACOSX/ant/._x.png", "AppleDouble");
    folder.put("notes/readme.txt", "words");
    const std::string archive = other.path() + "/" + name.toStdString();
    const Entries entries = entriesOf(folder.path(), prefix.toStdString());
    name.contains("tar") ? writeTarGz(archive, entries) : writeZip(archive, entries);
    for (const Split split : kParts) {
        const auto plain = openImageFolder(folder.path(), 8, split, kClasses);
        const auto packed = openImageFolder(archive, 8, split, kClasses);
        VERIFY_OK(plain);
        VERIFY_OK(packed);
        QCOMPARE((*packed)->hash(), (*plain)->hash());
        QCOMPARE(labelsOf(**packed), labelsOf(**plain));
        QCOMPARE((*packed)->remarks(), (*plain)->remarks());
        QVERIFY((*packed)->parts() == (*plain)->parts());
    }
    VERIFY_OK(openDataset("folder:" + archive, Split::Test, 8, kClasses));
    VERIFY_OK(openDataset(archive, Split::Test, 8, kClasses));  // told by what it is
}

void TestArchives::allIsEveryPartTogether_data() {
    QTest::addColumn<QString>("layout");
    for (const char* layout : {"by name", "train, val, test", "train, test", "train, val"})
        QTest::newRow(layout) << layout;
}

void TestArchives::allIsEveryPartTogether() {
    QFETCH(QString, layout);
    const MadeFolder folder;
    if (layout == "by name") folder.classes("");
    int copies = 30;
    for (const QString& part : layout.split(", "))
        if (layout != "by name") folder.classes(part.toStdString() + "/", copies += 3);
    const auto all = openImageFolder(folder.path(), 8, Split::All, kClasses);
    VERIFY_OK(all);
    QVERIFY(!labelsOf(**all).contains(-1));
    std::int64_t sum = 0;
    for (const Split split : kParts) {
        const auto one = openImageFolder(folder.path(), 8, split, kClasses);
        VERIFY_OK(one);
        QCOMPARE((*one)->size(), (*all)->parts().of(split));
        QVERIFY((*one)->parts() == (*all)->parts());
        sum += (*one)->size();
    }
    QCOMPARE((*all)->parts().all, (*all)->size());
    const std::int64_t twice =
        layout == "train, val" ? (*all)->parts().test : 0;  // val is test too
    QCOMPARE((*all)->size(), sum - twice);
}

void TestArchives::cifar10AllIsTrainingAndTest() {
    const MadeFolder folder;
    for (int k = 1; k <= 5; ++k)
        folder.put("data_batch_" + std::to_string(k) + ".bin",
                   madeBatch(10'000, static_cast<std::uint64_t>(k)));
    folder.put("test_batch.bin", madeBatch(10'000, 6));
    const auto all = openCifar10(folder.path(), Split::All);
    VERIFY_OK(all);
    QCOMPARE((*all)->size(), 60'000);
    const auto held = openCifar10(folder.path(), Split::Validation);
    VERIFY_OK(held);
    const PartSizes parts = (*all)->parts();
    QCOMPARE((*held)->size(), parts.validation);
    QCOMPARE(parts.train + parts.validation + parts.test, parts.all);
    QVERIFY((*all)->read(50'000)->image() ==
            (*openCifar10(folder.path(), Split::Test))->read(0)->image());
    const auto signs = openSigns(Split::All);
    QCOMPARE(signs->size(), signs->parts().all);
    QVERIFY(signs->read(24'001)->image() == openSigns(Split::Validation)->read(1)->image());
    QVERIFY(signs->read(26'003)->image() == openSigns(Split::Test)->read(3)->image());
    for (std::int64_t i = 0; i < signs->size(); i += 997)  // without drawing it
        QCOMPARE(*signs->label(i), signs->read(i)->label);
}

void TestArchives::entriesThatLeadOutAreLeftOut() {
    const MadeFolder folder;
    folder.classes("");
    Entries entries = entriesOf(folder.path(), "");
    for (const char* name : {"../ant/out.png", "/tmp/ant/abs.png", "ant/../../bee/up.png"})
        entries.emplace_back(name, png(0));
    const std::string archive = folder.path() + "/a.zip";
    writeZip(archive, entries);
    const auto images = openImageFolder(archive, 8, Split::All, kClasses);
    VERIFY_OK(images);
    QCOMPARE((*images)->size(), std::int64_t{3 * kCopies});
    QVERIFY2(joinedRemarks(**images).find("left out 3 entries") != std::string::npos,
             joinedRemarks(**images).c_str());
}

// Its sum is wrong: the others play, and it is named.
void TestArchives::aDamagedEntryIsNamed() {
    const MadeFolder folder;
    folder.classes("", 60);
    const std::string zip = folder.path() + "/a.zip";
    Entries entries = entriesOf(folder.path(), "");
    const std::string marked = "\x89PNG\r\n\x1a\n" + std::string(300, 'q') + "end";
    entries.insert(entries.begin() + 20, {"bee/broken.png", marked});
    writeArchive(zip, entries, archive_write_add_filter_none, [](archive* a) {
        archive_write_set_format_zip(a);
        return archive_write_zip_set_compression_store(a);
    });
    std::string bytes = bytesOf(zip);
    bytes[bytes.find("qqqq") + 10] = 'x';
    put(zip, bytes);
    const auto images = openImageFolder(zip, 8, Split::All, kClasses);
    VERIFY_OK(images);
    QCOMPARE((*images)->size(), 180);
    QVERIFY2(joinedRemarks(**images).find("bee/broken.png") != std::string::npos,
             joinedRemarks(**images).c_str());
    QVERIFY2(joinedRemarks(**images).find("damaged in the archive") != std::string::npos,
             joinedRemarks(**images).c_str());
    put(zip, bytes.substr(0, bytes.size() / 2));
    QVERIFY(!openImageFolder(zip, 8, Split::All, kClasses));
}

void TestArchives::tooMuchIsRefused() {
    const MadeFolder folder;
    Entries many;
    for (int k = 0; k < 1001; ++k) many.emplace_back(std::to_string(k) + ".png", "0123456789");
    const auto none = [](const std::string&) { return std::size_t{0}; };
    const auto read = [](const std::string&, std::string) { return Result<void>(); };
    const std::string tar = folder.path() + "/many.tar.gz", zip = folder.path() + "/many.zip";
    writeTarGz(tar, many);
    writeZip(zip, many);
    for (const std::string& file : {tar, zip}) {
        VERIFY_SAYS(readArchive(file, none, read, {1000, 1 << 20}),
                    "holds more than 1000 files: unpack it and name the folder");
        VERIFY_OK(readArchive(file, none, read, {1001, 1 << 20}));
    }
    VERIFY_SAYS(readArchive(tar, none, read, {1001, 10'000}), "unpacks to more than");
}

void TestArchives::aPathTellsItsDataset_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("kind");  // or what the error says
    QTest::newRow("classes") << "classes"
                             << "folder:";
    QTest::newRow("batches") << "batches"
                             << "cifar10:";
    QTest::newRow("inner batches") << "outer"
                                   << "cifar10:";
    QTest::newRow("Python edition") << "python"
                                    << "cifar10:";
    QTest::newRow("one batch") << "batches/test_batch.bin"
                               << "cifar10:";
    QTest::newRow("any .bin") << "own.bin"
                              << "cifar10:";
    QTest::newRow("zip of images") << "a.zip"
                                   << "folder:";
    QTest::newRow("zip of batches") << "b.zip"
                                    << "cifar10:";
    QTest::newRow("tar.gz of batches") << "b.tar.gz"
                                       << "cifar10:";
    QTest::newRow("one image") << "classes/ant/0.png"
                               << "is one image";
    QTest::newRow("lines") << "words.txt"
                           << "text:";
    QTest::newRow("tables") << "tables"
                            << "text:";
    QTest::newRow("tar.gz of texts") << "t.tar.gz"
                                     << "text:";
    QTest::newRow("something else") << "words.pdf"
                                    << "is no dataset";
    QTest::newRow("a workbook") << "book.xlsx"
                                << "is no dataset";
    QTest::newRow("nothing") << "none"
                             << "there is no such file or folder";
}

void TestArchives::aPathTellsItsDataset() {
    QFETCH(QString, path);
    QFETCH(QString, kind);
    const MadeFolder folder;
    folder.classes("classes/", 1);
    for (const char* batch :
         {"batches/test_batch.bin", "outer/cifar-10-batches-bin/data_batch_1.bin",
          "python/data_batch_1", "own.bin"})
        folder.put(batch, madeBatch(10, 1));
    for (const char* text : {"words.txt", "words.pdf", "classes/README.txt", "tables/train.tsv"})
        folder.put(text, "words that are no images");
    writeTarGz(folder.path() + "/t.tar.gz", {{"aclImdb/test/neg/0_2.txt", "bad"}});
    writeZip(folder.path() + "/a.zip", {{"ant/0.png", png(0)}});
    writeZip(folder.path() + "/book.xlsx", {{"[Content_Types].xml", "<xml/>"}});
    const Entries batches{{"cifar-10-batches-bin/test_batch.bin", madeBatch(10, 1)}};
    writeZip(folder.path() + "/b.zip", batches);
    writeTarGz(folder.path() + "/b.tar.gz", batches);
    const std::string full = folder.path() + "/" + path.toStdString();
    const auto name = datasetAt(full);
    if (kind.endsWith(":")) {
        VERIFY_OK(name);
        QCOMPARE(*name, kind.toStdString() + full);
    } else {
        VERIFY_SAYS(name, kind.toStdString());
    }
}

void TestArchives::readersEndWhenTheirWorkIsStopped() {
    const MadeFolder folder;
    folder.classes("photos/");
    writeTarGz(folder.path() + "/a.tar.gz", entriesOf(folder.path() + "/photos", ""));
    folder.put("own.bin.xz", compressed(madeBatch(2000, 1), archive_write_add_filter_xz));
    const auto open = [&](const char* name) {
        return openDataset(folder.path() + name, Split::Test, name[1] == 'o' ? 32 : 8);
    };
    for (const char* name : {"/photos", "/a.tar.gz", "/own.bin.xz"}) {
        std::stop_source stop;
        {
            const CurrentStop current(stop.get_token());
            VERIFY_OK(open(name));
            stop.request_stop();
            QVERIFY(stopRequested());
            VERIFY_SAYS(open(name), "it was stopped");
        }
        QVERIFY(!stopRequested());
        VERIFY_OK(open(name));
    }
}

// Qt reads its header all the same, and fails at the pixels.
void TestArchives::aJpegWithoutItsTablesIsNamedBeforeItPlays() {
    const MadeFolder folder;
    folder.classes("", 60);
    std::string jpeg = imageOf(1, "jpg").toStdString();
    for (std::size_t at = 0; (at = jpeg.find("\xff\xdb", at)) != std::string::npos; at += 2)
        jpeg[at + 1] = '\xfe';  // the quantisation tables become comments
    folder.put("bee/broken.jpg", jpeg);
    QVERIFY(!readImage(jpeg, "broken.jpg", 8));
    const auto images = openImageFolder(folder.path(), 8, Split::All, kClasses);
    VERIFY_OK(images);
    QCOMPARE((*images)->size(), 180);
    QVERIFY2(joinedRemarks(**images).find("bee/broken.jpg") != std::string::npos,
             joinedRemarks(**images).c_str());
}
