// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <limits>

#include "datasets/digest.h"
#include "datasets/distortion.h"
#include "datasets/signs.h"
#include "datasets_tests.h"

using namespace splitee;

namespace {

Image grey(int side, int value) {
    return {side, side,
            std::vector<std::uint8_t>(static_cast<std::size_t>(side * side * 3),
                                      static_cast<std::uint8_t>(value))};
}

}  // namespace

// A change here is a change of every sign: raise the generator's number and train the bundled model
// anew.
void TestDistortion::signsAreTheSamePixelsEverywhere() {
    std::string pixels;
    for (const Split split : {Split::Train, Split::Validation, Split::Test})
        for (std::int64_t i = 0; i < 64; ++i) {
            const auto sample = openSigns(split)->read(i * 31);
            pixels += static_cast<char>(sample->label);
            pixels.append(sample->image().pixels.begin(), sample->image().pixels.end());
        }
    QCOMPARE(QString::fromStdString(hexText(sha256(pixels))).left(16),
             QStringLiteral("772589fa299799bd"));
}

void TestDistortion::everySixteenSignsHoldEachClassOnce() {
    const auto signs = openSigns(Split::Test);
    QCOMPARE(signs->classNames().size(), std::size_t{16});
    for (std::int64_t first : {0, 1600}) {
        unsigned seen = 0;
        for (std::int64_t i = first; i < first + 16; ++i) seen |= 1U << signs->read(i)->label;
        QCOMPARE(seen, 0xffffU);
    }
}

// Sessions that were played under these distortions repeat by them: a change here is a change of
// what those sessions mean.
void TestDistortion::olderDistortionsKeepTheirBytes_data() {
    QTest::addColumn<QString>("digest");
    const std::pair<const char*, const char*> known[] = {
        {"gaussian_noise:0.5", "2f0b4b7930878bc1"}, {"gaussian_noise@3", "70f9f2935851e078"},
        {"gaussian_noise:3", "2d663c022f8b0eb3"},   {"gaussian_blur:0.5", "95017559f857f36d"},
        {"gaussian_blur@5", "7d87cc116c637ff8"},    {"gaussian_blur:2.3", "33c98e2b6adaa369"},
        {"legacy_wrap:1.5", "d7c646005744dfb3"},    {"legacy_wrap:3", "9c173d12b9dced36"}};
    for (const auto& [text, digest] : known) QTest::newRow(text) << digest;
}

void TestDistortion::olderDistortionsKeepTheirBytes() {
    QFETCH(QString, digest);
    const auto distortion = *parseDistortion(QTest::currentDataTag());
    std::string pixels;
    for (const std::uint64_t seed : {1U, 7U}) {
        const auto seen = distorted(openSigns(Split::Test), distortion, seed);
        for (std::int64_t i = 0; i < 16; ++i) {
            const auto sample = seen->read(i * 31);
            pixels.append(sample->image().pixels.begin(), sample->image().pixels.end());
        }
    }
    QCOMPARE(QString::fromStdString(hexText(sha256(pixels))).left(16), digest);
}

void TestDistortion::namesSurviveTheirText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("back");
    for (const char* same : {"clean", "gaussian_blur:0.8", "gaussian_noise:1.5", "legacy_wrap:3"})
        QTest::newRow(same) << same << same;
    QTest::newRow("blur severity") << "gaussian_blur@3"
                                   << "gaussian_blur:0.7";
    QTest::newRow("severity between") << "gaussian_blur@2.5"
                                      << "gaussian_blur:0.65";
    QTest::newRow("severity finely between") << "gaussian_blur@2.123"
                                             << "gaussian_blur:0.6123";
    QTest::newRow("corruption") << "fog@3"
                                << "fog:3";
    QTest::newRow("corruption by amount") << "fog:2.25"
                                          << "fog:2.25";
    QTest::newRow("published blur") << "cifar10c:gaussian_blur@3"
                                    << "cifar10c:gaussian_blur:3";
    QTest::newRow("published fog") << "cifar10c:fog@3"
                                   << "fog:3";
    QTest::newRow("scene") << "night@4.5"
                           << "night:4.5";
    QTest::newRow("noise severity") << "gaussian_noise@5"
                                    << "gaussian_noise:2.5";
}

void TestDistortion::namesSurviveTheirText() {
    QFETCH(QString, text);
    QFETCH(QString, back);
    const auto parsed = parseDistortion(text.toStdString());
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
    QCOMPARE(QString::fromStdString(toText(*parsed)), back);
}

void TestDistortion::badNamesGiveOneSentence_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("misspelt") << "gausian_noise:1"
                              << "did you mean gaussian_noise?";
    QTest::newRow("empty") << ""
                           << "unknown distortion";
    QTest::newRow("no amount") << "gaussian_blur"
                               << "needs an amount";
    QTest::newRow("zero") << "gaussian_blur:0"
                          << "above 0";
    QTest::newRow("negative") << "gaussian_blur:-1"
                              << "above 0";
    QTest::newRow("NaN") << "gaussian_blur:nan"
                         << "above 0";
    QTest::newRow("too much") << "gaussian_blur:11"
                              << "at most 10";
    QTest::newRow("word") << "gaussian_blur:much"
                          << "above 0";
    QTest::newRow("tail") << "gaussian_blur:1x"
                          << "above 0";
    QTest::newRow("severity 0") << "gaussian_blur@0"
                                << "from 1 to 5";
    QTest::newRow("severity 5.5") << "gaussian_blur@5.5"
                                  << "from 1 to 5";
    QTest::newRow("NaN severity") << "fog@nan"
                                  << "from 1 to 5";
    QTest::newRow("fog 0.5") << "fog:0.5"
                             << "from 1 to 5";
    QTest::newRow("no severity") << "fog"
                                 << "needs a severity from 1 to 5, as in fog@3";
    QTest::newRow("prefix alone") << "cifar10c:"
                                  << "unknown distortion";
    QTest::newRow("prefix of a scene") << "cifar10c:night@3"
                                       << "unknown distortion";
    QTest::newRow("prefix of salt") << "cifar10c:legacy_wrap@3"
                                    << "unknown distortion";
    QTest::newRow("published without severity") << "cifar10c:gaussian_blur"
                                                << "as in cifar10c:gaussian_blur@3";
    QTest::newRow("misspelt corruption") << "zom_blur@3"
                                         << "did you mean zoom_blur?";
    QTest::newRow("no severities") << "legacy_wrap@1"
                                   << "has no severities";
    QTest::newRow("clean with amount") << "clean:1"
                                       << "takes no amount";
}

void TestDistortion::badNamesGiveOneSentence() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto parsed = parseDistortion(text.toStdString());
    QVERIFY(!parsed);
    QVERIFY2(QString::fromStdString(parsed.error().message).contains(says),
             parsed.error().message.c_str());
}

void TestDistortion::noiseDependsOnSeedAndSampleAlone() {
    const auto noise = *parseDistortion("gaussian_noise:1");
    const auto clean = openSigns(Split::Test);
    const auto noisy = distorted(clean, noise, 3);
    const Image late = noisy->read(9)->image();
    for (std::int64_t i : {4, 2, 9}) (void)noisy->read(i);  // the order of work does not matter
    QVERIFY(noisy->read(9)->image() == late);
    QVERIFY(distorted(clean, noise, 4)->read(9)->image() != late);
    QVERIFY(distort(grey(32, 128), noise, 3, 1) != distort(grey(32, 128), noise, 3, 2));
    QCOMPARE(noisy->hash(), clean->hash());
    QVERIFY(QString::fromStdString(noisy->name()).endsWith("gaussian_noise:1"));
}

void TestDistortion::noiseHasTheStatedDeviation() {
    const Image noisy = distort(grey(128, 128), *parseDistortion("gaussian_noise:2"), 1, 0);
    double sum = 0;
    double squares = 0;
    for (const auto value : noisy.pixels) {
        sum += value - 128.0;
        squares += (value - 128.0) * (value - 128.0);
    }
    const auto n = static_cast<double>(noisy.pixels.size());
    QVERIFY(std::abs(sum / n) < .5);
    QVERIFY(std::abs(std::sqrt(squares / n) - 2 * .04 * 255) < .3);
}

void TestDistortion::legacyWrapMakesTheStatedShareOfSalt() {
    const double sigma = 1.5;
    const Image wrapped = distort(grey(128, 100), *parseDistortion("legacy_wrap:1.5"), 1, 0);
    double white = 0;
    for (const auto value : wrapped.pixels) {
        white += value == 255 ? 1 : 0;
        QVERIFY(value == 255 || (value >= 100 && value <= 110));
    }
    const double share = .5 * std::erfc(1 / sigma / std::sqrt(2.0));  // Phi(-1/sigma)
    QVERIFY(std::abs(white / static_cast<double>(wrapped.pixels.size()) - share) < .01);
}

void TestDistortion::blurKeepsTheMeanAndSpreadsAPointAsAGaussian() {
    const auto blur = *parseDistortion("gaussian_blur:0.8");
    QVERIFY(distort(grey(32, 93), blur, 1, 0) == grey(32, 93));
    Image point = grey(33, 0);
    const auto at = [](int x, int y) { return static_cast<std::size_t>((y * 33 + x) * 3); };
    point.pixels[at(16, 16)] = 255;
    const Image spread = distort(point, blur, 1, 0);
    double total = 0;
    for (int i = -10; i <= 10; ++i) total += std::exp(-i * i / (2 * .8 * .8));
    for (int d = 0; d <= 2; ++d) {
        const double expected = 255 * std::exp(-d * d / (2 * .8 * .8)) / (total * total);
        QVERIFY(std::abs(spread.pixels[at(16 + d, 16)] - expected) <= 1);
        QCOMPARE(spread.pixels[at(16 + d, 16)], spread.pixels[at(16, 16 - d)]);
    }
    QCOMPARE(spread.pixels[at(16, 16) + 1], std::uint8_t{0});  // channels do not mix
    Image corner = grey(8, 0);
    corner.pixels[0] = 255;  // reflection keeps what would fall off the edge
    double kept = 0;
    const Image folded = distort(corner, blur, 1, 0);
    for (std::size_t i = 0; i < folded.pixels.size(); i += 3) kept += folded.pixels[i];
    QVERIFY(std::abs(kept - 255) <= 6);
}

void TestDistortion::cleanChangesNothing() {
    const auto signs = openSigns(Split::Test);
    QVERIFY(distorted(signs, {}, 1) == signs);
    QVERIFY(distort(grey(5, 9), {}, 1, 2) == grey(5, 9));
}

void TestDistortion::theSmallestBlurChangesNothing() {
    const Image sign = openSigns(Split::Test)->read(3)->image();
    for (const char* text : {"gaussian_blur:0.05", "gaussian_blur:1e-200", "gaussian_blur:5e-324"})
        QVERIFY2(distort(sign, *parseDistortion(text), 1, 0) == sign, text);
}

void TestDistortion::aDistortedDatasetKeepsItsHashAndSaysWhatWasDone() {
    const auto signs = openSigns(Split::Test);
    const auto noise = *parseDistortion("gaussian_noise@5");
    const auto seen = distorted(signs, noise, 7);
    QCOMPARE(seen->name(), std::string("signs test, gaussian_noise:2.5"));
    QCOMPARE(seen->hash(), signs->hash());
    QCOMPARE(seen->size(), signs->size());
    QCOMPARE(seen->classNames(), signs->classNames());
    QCOMPARE(seen->read(5)->label, signs->read(5)->label);
    QVERIFY(seen->read(5)->image() == distort(signs->read(5)->image(), noise, 7, 5));
}
