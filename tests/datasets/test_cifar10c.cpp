// SPDX-License-Identifier: GPL-3.0-or-later
// CIFAR-10-C as it was published, and .npy files that are not what they say.
#include <QTemporaryDir>
#include <QTest>

#include "datasets/cifar10c.h"
#include "datasets/distortion.h"
#include "datasets/npy_file.h"
#include "datasets/open_dataset.h"
#include "datasets_tests.h"
#include "made_files.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr int kSamples = 7;
constexpr std::size_t kPixels = 3072;

std::string npy(const std::string& dictionary, const std::string& data, char version = 1) {
    std::string header = dictionary;
    const std::size_t start = version == 1 ? 10 : 12;
    while ((start + header.size() + 1) % 64 != 0) header += ' ';
    header += '\n';
    std::string text = std::string("\x93NUMPY") + version + '\0';
    for (std::size_t k = 0; k < (version == 1 ? 2U : 4U); ++k)
        text += static_cast<char>(header.size() >> (8 * k) & 255U);
    return text + header + data;
}

std::string dictionary(const std::string& type, const std::string& shape,
                       const std::string& order = "False") {
    return "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
}

char labelOf(int i) { return static_cast<char>(i * i % 10); }

// Image i of severity s is filled with the byte 40 s + i.
std::string images(int add) {
    std::string data;
    for (int severity = 0; severity < kSeverities; ++severity)
        for (int i = 0; i < kSamples; ++i)
            data.append(kPixels, static_cast<char>(add + 40 * severity + i));
    return npy(dictionary("|u1", "(35, 32, 32, 3)"), data);
}

std::string labels(int times) {
    std::string data;
    for (int k = 0; k < times; ++k)
        for (int i = 0; i < kSamples; ++i) data += labelOf(i);
    return npy(dictionary("|u1", "(" + std::to_string(times * kSamples) + ",)"), data);
}

class Published {
public:
    Published() {
        put(path("labels.npy"), labels(kSeverities));
        put(path("fog.npy"), images(1));
        put(path("gaussian_blur.npy"), images(2));
    }
    [[nodiscard]] std::string path(const std::string& name = "") const {
        return folder_.filePath(QString::fromStdString(name)).toStdString();
    }
    [[nodiscard]] Result<std::shared_ptr<const Dataset>> under(
        const std::string& distortion) const {
        const auto images =
            openDataset("cifar10c:" + folder_.path().toStdString(), Split::Test, 32);
        if (!images) return images;
        return underDistortion(*images, *parseDistortion(distortion), 1);
    }

private:
    QTemporaryDir folder_;
};

void refuses(const Result<std::shared_ptr<const Dataset>>& opened, const QString& says) {
    QVERIFY2(!opened, "it was opened");
    const QString message = QString::fromStdString(opened.error().message);
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY2(!message.contains('\n'), qPrintable(message));
}

}  // namespace

void TestCifar10c::corruptionAndSeverityChooseTheRows() {
    const Published published;
    for (int severity = 1; severity <= kSeverities; ++severity) {
        const auto fog = published.under("fog@" + std::to_string(severity));
        QVERIFY2(fog.has_value(), fog ? "" : fog.error().message.c_str());
        QCOMPARE((*fog)->size(), std::int64_t{kSamples});
        QCOMPARE((*fog)->classNames().at(3), std::string("cat"));
        for (int i = 0; i < kSamples; ++i) {
            const auto sample = (*fog)->read(i);
            QCOMPARE(sample->image(),
                     (Image{32, 32,
                            std::vector<std::uint8_t>(
                                kPixels, static_cast<std::uint8_t>(1 + 40 * (severity - 1) + i))}));
            QCOMPARE(sample->label, std::int32_t{labelOf(i)});
            QCOMPARE(*(*fog)->label(i), std::int32_t{labelOf(i)});
        }
    }
    for (const char* blur : {"gaussian_blur@3", "cifar10c:gaussian_blur@3", "gaussian_blur:0.7"})
        QCOMPARE((*published.under(blur))->read(0)->image().pixels.front(), std::uint8_t{82});
    QCOMPARE((*published.under("fog@2"))->hash(), (*published.under("fog@4"))->hash());
    QVERIFY((*published.under("fog@2"))->hash() != (*published.under("gaussian_blur@2"))->hash());
    QCOMPARE(*datasetAt(published.path()), "cifar10c:" + published.path());
    QCOMPARE(classesOf("cifar10c:" + published.path())->size(), std::size_t{10});
}

void TestCifar10c::labelsMayStandOnce() {
    const Published published;
    put(published.path("labels.npy"), labels(1));
    QCOMPARE((*published.under("fog@5"))->size(), std::int64_t{kSamples});
    std::string wide;
    for (int i = 0; i < kSamples; ++i) wide += std::string(1, labelOf(i)) + std::string(7, '\0');
    put(published.path("labels.npy"), npy(dictionary("<i8", "(7,)"), wide, 2));
    QCOMPARE(*(*published.under("fog@5"))->label(3), std::int32_t{9});
}

void TestCifar10c::whatWasNotRecordedIsSaid() {
    const Published published;
    refuses(published.under("snow@2"), "snow.npy: there is no such file");
    refuses(published.under("fog@2.5"), "at severities 1, 2, 3, 4 and 5");
    refuses(published.under("night@3"), "holds no night:3");
    refuses(published.under("legacy_wrap:1"), "holds no legacy_wrap:1");
    refuses(published.under("gaussian_noise:0.7"), "holds no gaussian_noise:0.7");
    refuses(published.under("clean"), "holds no clean images");
    refuses(openDataset("cifar10c:" + published.path(), Split::Train, 32), "choose part test");
    refuses(openDataset("cifar10c:" + published.path(), Split::Test, 64), "32 pixels a side");
    refuses(openDataset("cifar10c:/nowhere", Split::Test, 32), "there is no such file");
}

void TestCifar10c::cleanImagesMayLieBeside() {
    const Published published;
    std::string batch;
    for (int i = 0; i < kSamples; ++i)
        batch += std::string(1, labelOf(i)) + std::string(kPixels, 'x');
    put(published.path("test_batch.bin"), batch);
    QCOMPARE((*published.under("clean"))->read(2)->image().pixels.front(), std::uint8_t{'x'});
    batch[0] = 5;
    put(published.path("test_batch.bin"), batch);
    refuses(published.under("fog@1"), "label 0 differs");
    put(published.path("test_batch.bin"), batch.substr(3073));
    refuses(published.under("fog@1"), "7 labels, but test_batch.bin 6 images");
}

void TestCifar10c::filesThatAreNotWhatTheySayAreRefused_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& file, const char* says) {
        QTest::newRow(name) << QByteArray::fromStdString(file) << says;
    };
    const std::string whole = images(1);
    const std::string bytes = whole.substr(128);
    row("empty", "", "no .npy file");
    row("a picture", "\x89PNG\r\n\x1a\n0000000000", "no .npy file");
    row("cut off in the header", whole.substr(0, 40), "cut off in its header");
    row("one byte short", whole.substr(0, whole.size() - 1), "it may be cut off");
    row("one byte long", whole + "x", "it may be cut off");
    std::string later = whole;
    later[6] = 4;
    row("version 4", later, "version 4.0");
    std::string longHeader = npy(dictionary("|u1", "(35, 32, 32, 3)"), bytes, 2);
    longHeader[10] = 127;
    row("a header of 8 MB", longHeader, "more than the 65536 allowed");
    row("wide numbers", npy(dictionary("<f8", "(35, 32, 32, 3)"), bytes), "type '<f8'");
    row("a pickle", npy(dictionary("|O", "(35, 32, 32, 3)"), bytes), "type '|O'");
    row("columns", npy(dictionary("|u1", "(35, 32, 32, 3)", "True"), bytes), "column by column");
    row("more than 64 bits", npy(dictionary("|u1", "(4611686018427387904, 4, 4, 4)"), bytes),
        "than a file can hold");
    row("zero times more",
        npy(dictionary("|u1", "(9223372036854775807, 9223372036854775807, 0)"), bytes),
        "than a file can hold");
    row("negative", npy(dictionary("|u1", "(-35, 32, 32, 3)"), bytes), "header is damaged");
    row("no number", npy(dictionary("|u1", "(a, 32, 32, 3)"), bytes), "header is damaged");
    row("too large a number", npy(dictionary("|u1", "(99999999999999999999, 1)"), bytes),
        "header is damaged");
    row("nine dimensions", npy(dictionary("|u1", "(1,1,1,1,1,1,1,1,1)"), bytes),
        "header is damaged");
    row("a call", npy("__import__('os').system('true')", bytes), "header is damaged");
    row("a key is missing", npy("{'descr': '|u1', 'shape': (35, 32, 32, 3)}", bytes),
        "header is damaged");
    row("text behind", npy(dictionary("|u1", "(35, 32, 32, 3)") + " x", bytes),
        "header is damaged");
    row("another shape", npy(dictionary("|u1", "(35, 3, 32, 32)"), bytes), "another shape");
    row("four severities", npy(dictionary("|u1", "(28, 32, 32, 3)"), bytes.substr(0, 28 * kPixels)),
        "another shape");
    row("nothing", npy(dictionary("|u1", "(0, 32, 32, 3)"), ""), "holds nothing");
}

void TestCifar10c::filesThatAreNotWhatTheySayAreRefused() {
    QFETCH(QByteArray, file);
    QFETCH(QString, says);
    const Published published;
    put(published.path("fog.npy"), file.toStdString());
    refuses(published.under("fog@1"), says);
}

void TestCifar10c::labelsOutOfRangeAreRefused() {
    const Published published;
    put(published.path("labels.npy"), npy(dictionary("|u1", "(7,)"), std::string(6, '\1') + '\n'));
    refuses(published.under("fog@1"), "label 6 is none of 0 to 9");
    put(published.path("labels.npy"), npy(dictionary("<i8", "(1,)"), std::string(8, '\xff')));
    refuses(published.under("fog@1"), "label 0 is none of 0 to 9");
    put(published.path("labels.npy"), npy(dictionary("|u1", "(7, 1)"), std::string(7, '\1')));
    refuses(published.under("fog@1"), "one row of numbers");
}
