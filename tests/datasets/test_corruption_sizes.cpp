// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every distortion: any size, any thread, any order of work, the same bytes for ever.
#include <QTest>

#include <cmath>
#include <thread>

#include "datasets/digest.h"
#include "datasets/distortion.h"
#include "datasets/signs.h"
#include "datasets_tests.h"
#include "engine/rng.h"

using namespace splitee;

namespace {

Image madeImage(int width, int height, bool grey) {
    Image image{width, height, {}};
    Rng rng(3, "image");
    for (int i = 0; i < width * height; ++i) {
        const auto value = static_cast<std::uint8_t>(rng.below(256));
        for (int c = 0; c < 3; ++c)
            image.pixels.push_back(grey ? value : static_cast<std::uint8_t>(value * (c + 1) / 3));
    }
    return image;
}

std::vector<Distortion> everyDistortion(std::initializer_list<double> severities) {
    std::vector<Distortion> all{{DistortionKind::GaussianBlur, 1.5},
                                {DistortionKind::GaussianNoise, 2},
                                {DistortionKind::LegacyWrap, 1.5}};
    for (const CorruptionInfo& info : kCorruptions)
        for (const double severity : severities)
            all.push_back({DistortionKind::Corruption, severity, info.corruption});
    return all;
}

void addDistortionRows() {
    QTest::addColumn<QString>("text");
    for (const DistortionInfo& info : distortionList()) {
        const std::string text = toText(info.distortion);
        QTest::newRow(text.c_str()) << QString::fromStdString(text);
    }
}

}  // namespace

void TestCorruptionSizes::everySizeIsTaken_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<bool>("grey");
    for (const auto& [width, height] : {std::pair{1, 1},
                                        {1, 2},
                                        {2, 1},
                                        {1, 40},
                                        {40, 1},
                                        {2, 2},
                                        {3, 5},
                                        {31, 33},
                                        {64, 64},
                                        {97, 130},
                                        {4096, 16},
                                        {16, 4096}})
        for (const bool grey : {false, true})
            QTest::addRow("%d x %d, %s", width, height, grey ? "grey" : "colour")
                << width << height << grey;
}

void TestCorruptionSizes::everySizeIsTaken() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(bool, grey);
    const Image image = madeImage(width, height, grey);
    for (const Distortion& distortion : everyDistortion({1, 2.5, 3.5, 4, 5})) {
        const Image seen = distort(image, distortion, 2, 8);
        QVERIFY2(seen.width == width && seen.height == height &&
                     seen.pixels.size() == image.pixels.size(),
                 toText(distortion).c_str());
        QVERIFY2(distort(image, distortion, 2, 8) == seen, toText(distortion).c_str());
    }
}

// Black and white images have no hue, no contrast, no edge: nothing may divide by that.
void TestCorruptionSizes::flatImagesAreTaken() {
    for (const int value : {0, 93, 255}) {
        const Image flat{24, 17,
                         std::vector<std::uint8_t>(24 * 17 * 3, static_cast<std::uint8_t>(value))};
        for (const char* same :
             {"cifar10c:gaussian_blur@5", "defocus_blur@5", "glass_blur@3", "motion_blur@2",
              "zoom_blur@4", "contrast@5", "elastic_transform@4", "pixelate@5", "gaussian_blur:3"})
            QVERIFY2(distort(flat, *parseDistortion(same), 1, 0) == flat, same);
        const Image bright = distort(flat, *parseDistortion("brightness@2"), 1, 0);
        QCOMPARE(int{bright.pixels[40]}, std::min(255, static_cast<int>(value + 25.5)));
        QCOMPARE(distort(flat, *parseDistortion("fog@4"), 1, 0) == flat, value == 0);
    }
}

// Its plasma is even, its corners are its middle: nothing is divided by that.
void TestCorruptionSizes::aSinglePixelIsNoSpecialCase() {
    const Image pixel{1, 1, {204, 102, 51}};
    QCOMPARE(distort(pixel, *parseDistortion("lens@4"), 1, 0), pixel);
    const Image foggy = distort(pixel, *parseDistortion("fog@3"), 1, 0);
    for (std::size_t c = 0; c < 3; ++c)  // .8 is the brightest value, .75 the amount of fog
        QVERIFY(std::abs(foggy.pixels[c] - pixel.pixels[c] * .8 / (.8 + .75)) < 1);
}

// A wide strip of 32 rows has CIFAR-10-C's constants, not ImageNet-C's.
void TestCorruptionSizes::theSmallerSideChoosesTheConstants() {
    for (const auto& [width, height] : {std::pair{32, 200}, {200, 32}}) {
        Image halves{width, height, {}};
        for (int i = 0; i < 3 * width * height; ++i)
            halves.pixels.push_back(i / 3 % 2 == 0 ? 50 : 150);
        const Image paler = distort(halves, *parseDistortion("contrast@3"), 1, 0);
        QCOMPARE(int{paler.pixels[0]}, 80);  // .4 of the distance from 100, not .3
        QCOMPARE(int{paler.pixels[3]}, 120);
    }
}

// 61.5 between severities 2 (65) and 3 (58) is 62, as 61.85 is.
void TestCorruptionSizes::qualityIsRounded() {
    const Image sign = openSigns(Split::Test)->read(4)->image();
    const auto at = [&](const char* severity) {
        return distort(sign, *parseDistortion("jpeg_compression@" + std::string(severity)), 1, 0);
    };
    QVERIFY(at("2.5") == at("2.45"));
    QVERIFY(at("2.5") != at("2.55"));
}

// .57 of 100 pixels is 56.99999999999999 in the machine's numbers.
void TestCorruptionSizes::pixelsOfAShareAreNotOneTooFew() {
    const Image coarse =
        distort(madeImage(100, 100, false), *parseDistortion("pixelate@1.3"), 1, 0);
    int columns = 1;
    for (std::size_t x = 1; x < 100; ++x) {
        bool differs = false;
        for (std::size_t y = 0; y < 100; ++y)
            differs =
                differs || coarse.pixels[3 * (100 * y + x)] != coarse.pixels[3 * (100 * y + x - 1)];
        columns += differs ? 1 : 0;
    }
    QCOMPARE(columns, 57);
}

void TestCorruptionSizes::threadsAndOrderDoNotMatter_data() { addDistortionRows(); }

void TestCorruptionSizes::threadsAndOrderDoNotMatter() {
    QFETCH(QString, text);
    const auto seen = distorted(openSigns(Split::Test), *parseDistortion(text.toStdString()), 11);
    constexpr std::size_t kSamples = 24;
    std::vector<Image> alone;
    for (std::size_t i = 0; i < kSamples; ++i)
        alone.push_back(seen->read(static_cast<std::int64_t>(i))->image());
    std::vector<Image> together(kSamples);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (std::size_t i = kSamples; i-- > 0;)
                if (i % 4 == t) together[i] = seen->read(static_cast<std::int64_t>(i))->image();
        });
    for (std::thread& thread : threads) thread.join();
    QVERIFY(alone == together);
}

void TestCorruptionSizes::chanceDependsOnSeedAndSample_data() { addDistortionRows(); }

void TestCorruptionSizes::chanceDependsOnSeedAndSample() {
    QFETCH(QString, text);
    const auto distortion = *parseDistortion(text.toStdString());
    const Image image = openSigns(Split::Test)->read(12)->image();
    const Image seen = distort(image, distortion, 1, 1);
    QVERIFY(seen != image);
    const bool chance =
        !(text.contains("gaussian_blur") || text.contains("defocus") || text.contains("zoom") ||
          text.contains("brightness") || text.contains("contrast") || text.contains("saturate") ||
          text.contains("pixelate") || text.contains("jpeg") || text.contains("dusk") ||
          text.contains("overcast") || text.contains("lens"));
    QCOMPARE(distort(image, distortion, 1, 2) != seen, chance);
    QCOMPARE(distort(image, distortion, 2, 1) != seen, chance);
}

// Sessions repeat by these bytes: they may not change. JPEG's are those of the system's library.
void TestCorruptionSizes::bytesStay_data() {
    QTest::addColumn<QString>("digest");
    const std::pair<const char*, const char*> known[] = {
        {"cifar10c:gaussian_noise", "c7ba2d5a120fae10"},
        {"shot_noise", "7144422d69c1a4ba"},
        {"impulse_noise", "1516c6f3eb2fa050"},
        {"speckle_noise", "6103fcdb3b484891"},
        {"defocus_blur", "5a0d525d56a18468"},
        {"cifar10c:gaussian_blur", "cfa408dde6aef78e"},
        {"glass_blur", "f0c61422e5055e10"},
        {"motion_blur", "bb79a0463de531d3"},
        {"zoom_blur", "979318d81c668bc6"},
        {"snow", "c59fee96a6770823"},
        {"frost", "ffd718f4af5b3142"},
        {"fog", "c08e816d02c5c18a"},
        {"spatter", "345a0187af2240bc"},
        {"brightness", "9d2a01c13c81bc55"},
        {"contrast", "454151a8cba1f90e"},
        {"saturate", "dcfc49cd6d1127a2"},
        {"elastic_transform", "7ddd9628bdce52bc"},
        {"pixelate", "45c6e142c4adcec2"},
        {"dawn", "9c91c29769abdc1b"},
        {"dusk", "92ac02a5f11df5fe"},
        {"night", "59dbbf1127b19ae6"},
        {"overcast", "bcac55dc16c3f7fe"},
        {"rain", "615455d8cb04dc8a"},
        {"lens", "eeeb2685ddd287e1"},
    };
    for (const auto& [name, digest] : known) QTest::newRow(name) << digest;
}

void TestCorruptionSizes::bytesStay() {
    QFETCH(QString, digest);
    const auto severe = [](const char* severity) {
        return *parseDistortion(std::string(QTest::currentDataTag()) + severity);
    };
    std::string pixels;
    const Image large = madeImage(100, 97, false);
    const auto signs = openSigns(Split::Test);
    for (const char* severity : {"@1", "@2", "@2.7", "@3", "@4", "@5"}) {
        for (std::int64_t i = 0; i < 4; ++i) {
            const Image seen = distort(signs->read(i * 31)->image(), severe(severity), 7, i);
            pixels.append(seen.pixels.begin(), seen.pixels.end());
        }
        const Image seen = distort(large, severe(severity), 7, 9);
        pixels.append(seen.pixels.begin(), seen.pixels.end());
    }
    QCOMPARE(QString::fromStdString(hexText(sha256(pixels))).left(16), digest);
}
