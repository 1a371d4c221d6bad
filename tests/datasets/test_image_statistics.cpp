// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>

#include "datasets/distortion.h"
#include "datasets/image_statistics.h"
#include "datasets/signs.h"
#include "datasets_tests.h"
#include "engine/world/exit_table.h"

using namespace splitee;

namespace {

enum Statistic { Luminance, Contrast, Sharpness, Noise, Saturation };

// A picture from a rule for each pixel.
template <class Rule>
Image made(int width, int height, Rule rule) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : rule(x, y))
                image.pixels.push_back(static_cast<std::uint8_t>(value));
    return image;
}

Image flat(int side, int red, int green, int blue) {
    return made(side, side, [=](int, int) { return std::array{red, green, blue}; });
}

Image greyImage(int side, auto rule) {
    return made(side, side, [=](int x, int y) {
        return std::array{rule(x, y), rule(x, y), rule(x, y)};
    });
}

bool near(double value, double expected, double tolerance = kContextStep) {
    return std::abs(value - expected) <= tolerance;
}

}  // namespace

void TestImageStatistics::aFlatImageHasOnlyItsColour() {
    for (const int level : {0, 51, 255}) {
        const auto s = imageStatistics(flat(32, level, level, level));
        QVERIFY(near(s[Luminance], level / 255.0));
        for (const auto none : {Contrast, Sharpness, Noise, Saturation}) QCOMPARE(s[none], 0.0);
    }
    const auto green = imageStatistics(flat(32, 0, 255, 0));
    QVERIFY(near(green[Luminance], .587));
    QCOMPARE(green[Saturation], 1.0);
    QVERIFY(near(imageStatistics(flat(32, 100, 50, 75))[Saturation], .5));
}

void TestImageStatistics::anEdgeIsContrastAndSharpnessButLittleNoise() {
    const auto s = imageStatistics(greyImage(32, [](int x, int) { return x < 16 ? 0 : 255; }));
    QVERIFY(near(s[Luminance], .5));
    QVERIFY(near(s[Contrast], 1));
    QVERIFY(near(s[Sharpness], 2.0 / 30));  // the two columns beside the edge, of 30 inner ones
    QCOMPARE(s[Noise], 0.0);                // the mask is blind to straight edges
    QCOMPARE(s[Saturation], 0.0);
}

void TestImageStatistics::aRampIsNeitherSharpNorNoisy() {
    const auto s = imageStatistics(greyImage(32, [](int x, int y) { return 3 * x + 4 * y; }));
    QCOMPARE(s[Sharpness], 0.0);
    QCOMPARE(s[Noise], 0.0);
    QVERIFY(s[Contrast] > .2);
}

void TestImageStatistics::aPointGivesTheWeightsOfTheMasks() {
    const auto s =
        imageStatistics(greyImage(9, [](int x, int y) { return x == 4 && y == 4 ? 255 : 0; }));
    QVERIFY(near(s[Sharpness], 8.0 / 49));
    QVERIFY(near(s[Noise], 5 * std::sqrt(std::acos(-1.0) / 2) / 6 * 16 / 49));
    const double deviation = std::sqrt(1.0 / 81 - 1.0 / 6561);
    QVERIFY(near(s[Contrast], 2 * deviation));
}

void TestImageStatistics::noiseIsEstimatedFromTheImageAlone() {
    for (const double level : {.5, 1., 2.}) {  // standard deviation .04 a level in each channel
        const Image noisy =
            distort(flat(128, 128, 128, 128), {DistortionKind::GaussianNoise, level}, 3, 0);
        const double inY = .04 * level * std::sqrt(.299 * .299 + .587 * .587 + .114 * .114);
        QVERIFY2(near(imageStatistics(noisy)[Noise], 5 * inY, .05 * 5 * inY),
                 qPrintable(QString::number(level)));
    }
}

void TestImageStatistics::blurAndNoiseShowInSigns() {
    const auto signs = openSigns(Split::Test);
    std::array<double, 3> sharpness{}, noise{};
    const std::array<Distortion, 3> seen{
        {{}, {DistortionKind::GaussianBlur, 1}, {DistortionKind::GaussianNoise, 2}}};
    for (std::int64_t i = 0; i < 100; ++i)
        for (std::size_t k = 0; k < seen.size(); ++k) {
            const auto s = imageStatistics(distort(signs->read(i)->image(), seen[k], 1, i));
            sharpness[k] += s[Sharpness];
            noise[k] += s[Noise];
        }
    QVERIFY(sharpness[1] < .7 * sharpness[0]);
    QVERIFY(noise[1] < .7 * noise[0]);
    QVERIFY(noise[2] > 1.3 * noise[0]);
}

void TestImageStatistics::everyImageGivesMultiplesOfTheStepFromZeroToOne() {
    const auto check = [](const Image& image) {
        for (const double value : imageStatistics(image)) {
            if (!(value >= 0 && value <= 1)) return false;
            if (value / kContextStep != std::round(value / kContextStep)) return false;
        }
        return true;
    };
    QVERIFY(check(greyImage(32, [](int x, int y) {
        return (x + y) % 2 * 255;
    })));  // the sharpest: both masks at their limit
    QCOMPARE(imageStatistics(greyImage(32, [](int x, int y) { return (x + y) % 2 * 255; }))[Noise],
             1.0);
    for (std::int64_t i = 0; i < 200; ++i) QVERIFY(check(openSigns(Split::Test)->read(i)->image()));
    for (const int side : {0, 1, 2, 3}) QVERIFY(check(flat(side, 10, 20, 30)));
    QCOMPARE(imageStatistics(flat(2, 0, 0, 0)), (std::array<double, 5>{}));
    QVERIFY(check(made(7, 1, [](int x, int) { return std::array{x, 0, 255}; })));
}

void TestImageStatistics::theirNamesAreFitForATable() {
    ExitTable table{
        "", 1, {1}, {.5}, {0}, {0}, {0}, {}, {kImageStatistics.begin(), kImageStatistics.end()},
        {}};
    table.context.assign(kImageStatistics.size(), 0);
    QVERIFY(validate(table).has_value());
}
