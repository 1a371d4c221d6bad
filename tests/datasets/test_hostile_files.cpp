// SPDX-License-Identifier: GPL-3.0-or-later
// Files that somebody made to hang the program, to fill its memory or to run something, and files
// that are broken.
#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <filesystem>
#include <limits>
#include <thread>

#include "datasets/cifar10.h"
#include "datasets/image_file.h"
#include "datasets/image_folder.h"
#include "datasets/open_dataset.h"
#include "datasets_tests.h"
#include "made_files.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::string in(const QTemporaryDir& folder, const char* name) {
    return folder.filePath(name).toStdString();
}

// A photo-like image: noise does not compress to nothing, so that half of the file is half of the
// picture.
QImage noisy(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    Rng rng(1, "noisy");
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(
                x, y, qRgb(static_cast<int>(rng.below(256)), static_cast<int>(rng.below(256)), x));
    return image;
}

std::string encoded(const QImage& image, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes.toStdString();
}

#define VERIFY_SAYS(result, text)                                          \
    do {                                                                   \
        QVERIFY(!(result));                                                \
        QVERIFY2((result).error().message.find(text) != std::string::npos, \
                 (result).error().message.c_str());                        \
    } while (false)

}  // namespace

void TestHostileFiles::aTwoGigabyteArchiveEndsAtTheCap() {
    const QTemporaryDir folder;
    const std::string zeros =
        compressed(std::string(1U << 24, '\0'), archive_write_add_filter_gzip);
    std::string bomb =
        compressed(tarHead("cifar-10-batches-bin/test_batch.bin", std::uint64_t{1} << 31),
                   archive_write_add_filter_gzip);
    for (int i = 0; i < 128; ++i) bomb += zeros;
    QVERIFY(bomb.size() < 4'000'000);
    put(in(folder, "cifar-10-binary.tar.gz"), bomb);
    const auto opened = openCifar10(in(folder, "cifar-10-binary.tar.gz"), Split::Test);
    VERIFY_SAYS(opened, "test_batch.bin unpacks to more than the 30730000 bytes");
}

void TestHostileFiles::anXzBatchEndsAtTheCap() {
    const QTemporaryDir folder;
    const std::string zeros = compressed(std::string(1U << 24, '\0'), archive_write_add_filter_xz);
    std::string bomb;
    for (int i = 0; i < 128; ++i) bomb += zeros;
    put(in(folder, "test_batch.bin.xz"), bomb);
    VERIFY_SAYS(openCifar10(folder.path().toStdString(), Split::Test),
                "test_batch.bin.xz unpacks to more than the 30730000 bytes");
    VERIFY_SAYS(openCifar10(in(folder, "test_batch.bin.xz"), Split::Test),
                "unpacks to more than the 307300000 bytes");
}

void TestHostileFiles::aMissingTrainingBatchIsNamed() {
    const QTemporaryDir folder;
    put(in(folder, "data_batch_1.bin"), madeBatch(10'000, 1));
    VERIFY_SAYS(openCifar10(folder.path().toStdString(), Split::Train), "has no data_batch_2.bin");
}

// libarchive unpacks some formats by running a program of their name; here every such name is a
// script that leaves a mark.
void TestHostileFiles::noProgramIsStartedToUnpackAFile() {
    const QTemporaryDir folder;
    const std::string mark = in(folder, "ran");
    for (const char* program :
         {"lrzip", "grzip", "lzop", "lz4", "zstd", "uncompress", "uudecode"}) {
        put(in(folder, program), "#!/bin/sh\ntouch " + mark + "\ncat\n");
        std::filesystem::permissions(in(folder, program), std::filesystem::perms::owner_all);
    }
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", folder.path().toUtf8() + ":" + path);
    const std::string rest(5000, '\0');
    put(in(folder, "lrzip.bin"), std::string("LRZI\0\6", 6) + rest);
    put(in(folder, "lrzip.tar.gz"), std::string("LRZI\0\6", 6) + rest);
    put(in(folder, "grzip.bin"), std::string("GRZipII\0\2\4:)", 12) + rest);
    for (const char* name : {"lrzip.bin", "lrzip.tar.gz", "grzip.bin"})
        QVERIFY(!openCifar10(in(folder, name), Split::Test));
    qputenv("PATH", path);
    QVERIFY(!std::filesystem::exists(mark));
}

void TestHostileFiles::onlyTarsAreArchives() {
    const QTemporaryDir folder;
    put(in(folder, "list.tar.gz"),
        "#mtree\n./test_batch.bin type=file contents=/etc/passwd\n");  // names another file
    VERIFY_SAYS(openCifar10(in(folder, "list.tar.gz"), Split::Test),
                "list.tar.gz: Unrecognized archive format");
}

void TestHostileFiles::pipesDevicesAndBrokenLinksAreNoImages() {
    const QTemporaryDir folder;
    for (const char* name : {"a", "b"}) {
        std::filesystem::create_directory(in(folder, name));
        for (int i = 0; i < 20; ++i)
            put(in(folder, name) + "/" + std::to_string(i) + ".png", encoded(noisy(8, 8), "png"));
    }
    QCOMPARE(mkfifo(in(folder, "a/pipe.png").c_str(), 0600), 0);
    std::filesystem::create_symlink("/dev/zero", in(folder, "a/zero.png"));
    std::filesystem::create_symlink(in(folder, "nowhere"), in(folder, "a/broken.png"));
    std::int64_t images = 0;
    for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
        const auto opened = openImageFolder(folder.path().toStdString(), 32, split);
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().message.c_str());
        QVERIFY(!(*opened)->hash().empty());
        images += (*opened)->size();
    }
    QCOMPARE(images, std::int64_t{40});
    VERIFY_SAYS(readImageFile(in(folder, "a/pipe.png"), 32), "it is not a file");
    VERIFY_SAYS(readImageFile(in(folder, "a/zero.png"), 32), "it is not a file");
    VERIFY_SAYS(readImageFile(in(folder, "a/broken.png"), 32), "No such file");
}

void TestHostileFiles::contentDecidesWhatAnImageIs_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");  // "": it is read
    const QString refused = "not a JPEG, PNG, BMP or WebP image";
    QTest::newRow("PNG named .jpg") << QByteArray::fromStdString(encoded(noisy(8, 8), "png")) << "";
    QTest::newRow("SVG") << QByteArray(
                                R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>)")
                         << refused;
    QTest::newRow("XPM") << QByteArray::fromStdString(encoded(noisy(8, 8), "xpm")) << refused;
    QTest::newRow("GIF") << QByteArray("GIF89a\1\0\1\0\0\0\0;", 14) << refused;
    QTest::newRow("nothing") << QByteArray() << refused;
    QTest::newRow("one byte") << QByteArray("\xff") << refused;
    QTest::newRow("PNG signature alone") << QByteArray("\x89PNG\r\n\x1a\n") << "header is damaged";
    QTest::newRow("JPEG start alone") << QByteArray("\xff\xd8\xff") << "cut off";
    QTest::newRow("BMP start alone") << QByteArray("BM") << "header is damaged";
    QTest::newRow("WebP start alone") << QByteArray("RIFF\1\0\0\0WEBP", 12) << "header is damaged";
}

void TestHostileFiles::contentDecidesWhatAnImageIs() {
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    put(in(folder, "image.jpg"), content.toStdString());
    const auto image = readImageFile(in(folder, "image.jpg"), 32);
    if (says.isEmpty()) {
        QVERIFY2(image.has_value(), image ? "" : image.error().message.c_str());
    } else {
        VERIFY_SAYS(image, says.toStdString());
        VERIFY_SAYS(image, in(folder, "image.jpg"));
    }
}

void TestHostileFiles::imagesCutInHalfAreRefused_data() {
    QTest::addColumn<QString>("format");
    for (const char* format : {"jpg", "png", "bmp", "webp"}) QTest::newRow(format) << format;
}

void TestHostileFiles::imagesCutInHalfAreRefused() {
    QFETCH(QString, format);
    const QTemporaryDir folder;
    const std::string whole = encoded(noisy(120, 90), format.toLatin1().constData());
    put(in(folder, "whole"), whole);
    const auto read = readImageFile(in(folder, "whole"), 32);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    put(in(folder, "half"), whole.substr(0, whole.size() / 2));
    VERIFY_SAYS(readImageFile(in(folder, "half"), 32), "cannot read image");
}

void TestHostileFiles::aThumbnailDoesNotHideThatAJpegIsCutOff() {
    const QTemporaryDir folder;
    const std::string whole = encoded(noisy(120, 90), "jpg");
    const std::string inner(200, 'x');
    const std::string thumbnail =
        std::string("\xff\xe1\x00\xcc", 4) + inner + "\xff\xd9";  // an APP1 segment of 204 bytes
    put(in(folder, "whole"), whole.substr(0, 2) + thumbnail + whole.substr(2));
    QVERIFY(readImageFile(in(folder, "whole"), 32).has_value());
    put(in(folder, "half"), whole.substr(0, 2) + thumbnail + whole.substr(2, whole.size() / 2));
    VERIFY_SAYS(readImageFile(in(folder, "half"), 32), "the end of the JPEG is missing");
}

void TestHostileFiles::sidesOutOfRangeAreRefused() {
    const QTemporaryDir folder;
    const std::string name = "folder:" + folder.path().toStdString();
    for (const int side :
         {-5, 1025, 1'000'000, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
        VERIFY_SAYS(openDataset(name, Split::Test, side),
                    std::to_string(side) + " pixels a side: give 1 to 1024");
    VERIFY_SAYS(openDataset("cifar10:" + folder.path().toStdString(), Split::Test, 96),
                "32 pixels a side, but the network takes 96");
}

void TestHostileFiles::aPathThatCannotBeLookedUpSaysWhy() {
    const std::string path = "/" + std::string(5000, 'x');
    VERIFY_SAYS(openCifar10(path, Split::Test), "File name too long");
    VERIFY_SAYS(openImageFolder(path, 32, Split::Test), "File name too long");
}

void TestHostileFiles::theCentreSquareIsKept() {
    const QTemporaryDir folder;
    for (const bool wide : {true, false}) {
        QImage image(wide ? 90 : 30, wide ? 30 : 90, QImage::Format_RGB32);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                image.setPixel(x, y, (wide ? x : y) / 30 == 1 ? qRgb(0, 255, 0) : qRgb(255, 0, 0));
        put(in(folder, "strip.png"), encoded(image, "png"));
        const auto read = readImageFile(in(folder, "strip.png"), 10);
        QVERIFY(read.has_value());
        for (std::size_t i = 0; i < read->pixels.size(); ++i)
            QCOMPARE(read->pixels[i], static_cast<std::uint8_t>(i % 3 == 1 ? 255 : 0));
    }
}

void TestHostileFiles::smallerImagesAreAreaAverages() {
    const QTemporaryDir folder;
    QImage stripes(96, 96, QImage::Format_RGB32);
    for (int y = 0; y < 96; ++y)
        for (int x = 0; x < 96; ++x)
            stripes.setPixel(x, y, x % 2 == 0 ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
    put(in(folder, "colour.png"), encoded(stripes, "png"));
    put(in(folder, "grey.png"), encoded(stripes.convertToFormat(QImage::Format_Grayscale8), "png"));
    const auto half = readImageFile(in(folder, "colour.png"), 48);
    for (const auto value : half->pixels) QVERIFY(value >= 126 && value <= 129);
    QVERIFY(*readImageFile(in(folder, "colour.png"), 60) ==
            *readImageFile(in(folder, "grey.png"), 60));  // one filter for both
}

void TestHostileFiles::manyThreadsMayReadAtOnce() {
    const QTemporaryDir folder;
    for (const char* name : {"a", "b"}) {
        std::filesystem::create_directory(in(folder, name));
        for (int i = 0; i < 30; ++i)
            put(in(folder, name) + "/" + std::to_string(i) + ".jpg",
                encoded(noisy(40 + i, 50), "jpg"));
    }
    const auto images = *openImageFolder(folder.path().toStdString(), 32, Split::Train);
    std::vector<std::string> seen(4);
    std::vector<std::thread> threads;
    for (std::string& mine : seen)
        threads.emplace_back([&images, &mine] {
            mine = images->hash();
            for (std::int64_t i = 0; i < images->size(); ++i) {
                const auto sample = images->read(i);
                mine.append(sample->image().pixels.begin(), sample->image().pixels.end());
            }
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& other : seen) QVERIFY(other == seen.front());
}
