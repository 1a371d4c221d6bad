// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <set>

#include "datasets/image_folder.h"
#include "datasets/open_dataset.h"
#include "datasets_tests.h"
#include "made_files.h"

using namespace splitee;
using namespace splitee::test;

namespace {

QImage coloured(QRgb colour, QImage::Format format = QImage::Format_ARGB32, int width = 40,
                int height = 60) {
    QImage image(width, height, format);
    image.fill(QColor::fromRgba(colour));
    return image;
}

// Enough copies of one image in a class for every part of the split to hold one.
void fillClass(const QTemporaryDir& folder, const char* name, const QImage& image,
               const char* format, int copies = 40) {
    const QString path = folder.filePath(name);
    std::filesystem::create_directories(path.toStdString());
    for (int i = 0; i < copies; ++i)
        QVERIFY2(image.save(path + QString("/%1.%2").arg(i).arg(format), format), format);
}

// A PNG that claims 30,000 x 30,000 pixels in a few dozen bytes.
std::string hugePng() {
    const auto crc = [](const std::string& bytes) {
        std::uint32_t c = 0xffffffffU;
        for (const char byte : bytes) {
            c ^= static_cast<unsigned char>(byte);
            for (int k = 0; k < 8; ++k) c = (c & 1U) != 0 ? 0xedb88320U ^ (c >> 1) : c >> 1;
        }
        return ~c;
    };
    const auto big = [](std::uint32_t v) {
        return std::string{static_cast<char>(v >> 24), static_cast<char>(v >> 16),
                           static_cast<char>(v >> 8), static_cast<char>(v)};
    };
    const auto chunk = [&](const std::string& type, const std::string& data) {
        return big(static_cast<std::uint32_t>(data.size())) + type + data + big(crc(type + data));
    };
    return "\x89PNG\r\n\x1a\n" +
           chunk("IHDR", big(30'000) + big(30'000) + std::string("\x08\x02\x00\x00\x00", 5)) +
           chunk("IDAT", std::string("\x78\x9c\x63\x00\x00\x00\x01\x00\x01", 9)) +
           chunk("IEND", "");
}

}  // namespace

void TestFolder::formatsGreyAndAlphaBecomeRgb() {
    const QTemporaryDir folder;
    fillClass(folder, "a_png", coloured(qRgb(10, 200, 30)), "png");
    fillClass(folder, "b_grey",
              coloured(qRgb(77, 77, 77)).convertToFormat(QImage::Format_Grayscale8), "png");
    fillClass(folder, "c_alpha", coloured(qRgba(0, 0, 0, 0)), "png");
    fillClass(folder, "d_bmp", coloured(qRgb(1, 2, 3), QImage::Format_RGB32), "bmp");
    fillClass(folder, "e_jpg", coloured(qRgb(120, 120, 120), QImage::Format_RGB32), "jpg");
    const bool webp = QImageReader::supportedImageFormats().contains("webp");
    QVERIFY2(webp, "the WebP plugin of packages.txt is missing");
    fillClass(folder, "f_webp", coloured(qRgb(200, 200, 200), QImage::Format_RGB32), "webp");
    const auto images = openImageFolder(folder.path().toStdString(), 24, Split::Test);
    QVERIFY2(images.has_value(), images ? "" : images.error().message.c_str());
    QCOMPARE((*images)->classNames(),
             (std::vector<std::string>{"a_png", "b_grey", "c_alpha", "d_bmp", "e_jpg", "f_webp"}));
    const std::array<std::array<int, 3>, 6> expected{{{10, 200, 30},
                                                      {77, 77, 77},
                                                      {255, 255, 255},
                                                      {1, 2, 3},
                                                      {120, 120, 120},
                                                      {200, 200, 200}}};
    std::set<int> seen;
    for (std::int64_t i = 0; i < (*images)->size(); ++i) {
        const auto sample = (*images)->read(i);
        QVERIFY2(sample.has_value(), sample ? "" : sample.error().message.c_str());
        QCOMPARE(sample->image().pixels.size(), std::size_t{24 * 24 * 3});
        seen.insert(sample->label);
        for (std::size_t c = 0; c < 3; ++c)
            QVERIFY(std::abs(sample->image().pixels[24 * 24 / 2 * 3 + c] -
                             expected[static_cast<std::size_t>(sample->label)][c]) <= 2);
    }
    QCOMPARE(seen.size(), std::size_t{6});
}

void TestFolder::aSplitHoldsEveryImageOnceAndAlwaysTheSame() {
    const QTemporaryDir folder;
    fillClass(folder, "a", coloured(qRgb(1, 1, 1)), "png", 60);
    fillClass(folder, "b", coloured(qRgb(2, 2, 2)), "png", 60);
    std::int64_t total = 0;
    for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
        const auto one = openImageFolder(folder.path().toStdString(), 32, split);
        total += (*one)->size();
        QCOMPARE((*one)->hash(),
                 (*openImageFolder(folder.path().toStdString(), 32, split))->hash());
    }
    QCOMPARE(total, std::int64_t{120});
}

void TestFolder::caltechNamesAndAnInnerFolderAreUnderstood() {
    const QTemporaryDir folder;
    fillClass(folder, "256_ObjectCategories/002.bear", coloured(qRgb(1, 1, 1)), "png");
    fillClass(folder, "256_ObjectCategories/010.ape", coloured(qRgb(2, 2, 2)), "png");
    const auto images = openImageFolder(folder.path().toStdString(), 32, Split::Train);
    QVERIFY2(images.has_value(), images ? "" : images.error().message.c_str());
    QCOMPARE((*images)->classNames(), (std::vector<std::string>{"bear", "ape"}));
}

void TestFolder::badInputGivesOneSentence_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("not there") << "absent"
                               << "there is no such folder";
    QTest::newRow("empty") << "empty"
                           << "0 class folders";
    QTest::newRow("one class") << "one"
                               << "1 class folders";
    QTest::newRow("30,000 x 30,000 PNG") << "huge"
                                         << "30000 x 30000";
    QTest::newRow("text as JPEG") << "text"
                                  << "cannot read image";
    QTest::newRow("JPEG cut off to its head") << "cut"
                                              << "cannot read image";
    QTest::newRow("empty image") << "zero"
                                 << "cannot read image";
}

void TestFolder::badInputGivesOneSentence() {
    QFETCH(QString, kind);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const bool images = kind == "huge" || kind == "text" || kind == "cut" || kind == "zero";
    if (kind == "one" || images) fillClass(folder, "a", coloured(qRgb(1, 1, 1)), "jpg", 2);
    if (images) {
        std::filesystem::create_directories(folder.filePath("b").toStdString());
        const std::string jpeg = bytesOf(folder.filePath("a/0.jpg").toStdString());
        const std::string content = kind == "huge"   ? hugePng()
                                    : kind == "text" ? std::string(3000, 't')
                                    : kind == "cut"  ? jpeg.substr(0, 60)
                                                     : "";
        for (int i = 0; i < 40; ++i)
            put(folder.filePath(QString("b/%1.jpg").arg(i)).toStdString(), content);
    }
    const auto opened = openImageFolder(
        (folder.path() + (kind == "absent" ? "/absent" : "")).toStdString(), 32, Split::Train);
    const std::string message = opened ? "" : opened.error().message;
    QVERIFY2(QString::fromStdString(message).contains(says), message.c_str());
}

void TestFolder::linksInCirclesDoNotHang() {
    const QTemporaryDir folder;
    fillClass(folder, "a", coloured(qRgb(1, 1, 1)), "png", 4);
    fillClass(folder, "b", coloured(qRgb(1, 1, 1)), "png", 4);
    std::filesystem::create_directory_symlink(folder.path().toStdString(),
                                              folder.filePath("a/loop").toStdString());
    std::filesystem::create_directory_symlink(folder.path().toStdString(),
                                              folder.filePath("loop").toStdString());
    const auto opened = openImageFolder(folder.path().toStdString(), 32, Split::Train);
    QVERIFY(opened.has_value());
    QCOMPARE((*opened)->classNames().size(), std::size_t{2});
}

void TestFolder::theRealPhotosAllOpen() {
    const QString data = qEnvironmentVariable("SPLITEE_DATA");
    if (data.isEmpty()) QSKIP("skipped: SPLITEE_DATA is not set");
    std::int64_t total = 0;
    for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
        const auto photos = openDataset("folder:" + data.toStdString() + "/photos", split, 96);
        QVERIFY2(photos.has_value(), photos ? "" : photos.error().message.c_str());
        QCOMPARE((*photos)->classNames().size(), std::size_t{20});
        for (std::int64_t i = 0; i < (*photos)->size(); ++i) {
            const auto sample = (*photos)->read(i);
            QVERIFY2(sample.has_value(), sample ? "" : sample.error().message.c_str());
        }
        total += (*photos)->size();
    }
    QCOMPARE(total, std::int64_t{1164});
}
