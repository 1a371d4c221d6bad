// SPDX-License-Identifier: GPL-3.0-or-later
// The corruptions against a slow computation of their description (slow_corruptions.h).
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

#include "datasets/corruptions/constants.h"
#include "datasets/corruptions/filters.h"
#include "datasets/distortion.h"
#include "datasets/signs.h"
#include "datasets_tests.h"
#include "slow_corruptions.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr std::size_t kBands = 4;

// What is compared of many images.
struct Figures {
    double mean = 0, variance = 0;       // of the values
    double change = 0;                   // root mean square of the difference to the clean image
    double clipped = 0;                  // share of values that are 0 or 255
    std::array<double, kBands> bands{};  // mean power of rows' frequencies, octave by octave
};

// Smooth, coloured, with edges; unlike a sign it has no large even areas. Drawn once a process.
const Image& scene(int side, std::int64_t number) {
    static std::map<std::pair<int, std::int64_t>, Image> drawn;
    auto& image = drawn[{side, number}];
    if (!image.pixels.empty()) return image;
    static const auto signs = openSigns(Split::Test);
    const Image sign = signs->read(number * 37 % signs->size())->image();
    image = {side, side, {}};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            for (int c = 0; c < 3; ++c) {
                const int at = ((y * 32 / side) * 32 + x * 32 / side) * 3 + c;
                const double wave =
                    20 * std::sin(.3 * x * 32 / side + c) * std::cos(.23 * y * 32 / side);
                image.pixels.push_back(static_cast<std::uint8_t>(std::clamp(
                    .8 * sign.pixels[static_cast<std::size_t>(at)] + 25 + wave, 0.0, 255.0)));
            }
    return image;
}

void addRows(const Image& image, Figures& figures, double weight) {
    const int n = image.width;
    std::array<double, kBands> power{};
    std::vector<std::complex<double>> turns;  // computed once: most of the time went there
    for (int k = 0; k < n; ++k) turns.push_back(std::polar(1.0, -2 * std::numbers::pi * k / n));
    for (int y = 0; y < image.height; ++y)
        for (int k = 1; k <= n / 2; ++k) {
            std::complex<double> sum = 0;
            for (int x = 0; x < n; ++x)
                sum += static_cast<double>(
                           image.pixels[static_cast<std::size_t>((y * n + x) * 3 + 1)]) *
                       turns[static_cast<std::size_t>(k * x % n)];
            const auto band =
                static_cast<std::size_t>(std::clamp(std::log2(16.0 * k / n * 2), 0.0, 3.99));
            power[band] += std::norm(sum) / n / image.height;
        }
    for (std::size_t b = 0; b < kBands; ++b) figures.bands[b] += weight * power[b];
}

template <class Corrupted>
Figures figuresOf(int side, int images, Corrupted corrupted) {
    Figures figures;
    for (int i = 0; i < images; ++i) {
        const Image& clean = scene(side, i);
        const Image image = corrupted(clean, i);
        const double weight = 1.0 / static_cast<double>(image.pixels.size()) / images;
        for (std::size_t k = 0; k < image.pixels.size(); ++k) {
            const double value = image.pixels[k];
            figures.mean += weight * value;
            figures.variance += weight * value * value;
            figures.change += weight * (value - clean.pixels[k]) * (value - clean.pixels[k]);
            figures.clipped += value == 0 || value == 255 ? weight : 0;
        }
        addRows(image, figures, 1.0 / images);
    }
    figures.variance -= figures.mean * figures.mean;
    figures.change = std::sqrt(figures.change);
    return figures;
}

Distortion published(const std::string& name, double severity) {
    const auto info = std::ranges::find(kCorruptions, name, &CorruptionInfo::name);
    return {DistortionKind::Corruption, severity, info->corruption};
}

Figures programFigures(const std::string& name, int severity, int side, int images) {
    return figuresOf(side, images, [&](const Image& clean, int i) {
        return distort(clean, published(name, severity), 5, i);
    });
}

Figures slowFigures(const std::string& name, int severity, int side, int images) {
    return figuresOf(side, images, [&](const Image& clean, int i) {
        return slowlyCorrupted(clean, name, severity, 900 + static_cast<std::uint64_t>(i));
    });
}

void addRowsFor(std::initializer_list<const char*> names) {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("severity");
    QTest::addColumn<int>("side");
    for (const int side : {32, 96})
        for (const char* name : names)
            for (int severity = 1; severity <= kSeverities; ++severity)
                QTest::addRow("%s@%d, %d pixels", name, severity, side) << name << severity << side;
}

bool agrees(double a, double b, double share, double slack) {
    return std::abs(a - b) <= share * std::max(std::abs(a), std::abs(b)) + slack;
}

}  // namespace

void TestCorruptions::thoseWithoutChanceAreTheSlowOnes_data() {
    addRowsFor({"defocus_blur", "gaussian_blur", "zoom_blur", "brightness", "contrast", "saturate",
                "pixelate", "jpeg_compression"});
}

// Pixel by pixel: nothing is drawn at random. Sums that miss a whole number by little become either
// byte. JPEG's transform in whole numbers now and then chooses another multiple of a step.
void TestCorruptions::thoseWithoutChanceAreTheSlowOnes() {
    QFETCH(QString, name);
    QFETCH(int, severity);
    QFETCH(int, side);
    const bool jpeg = name == "jpeg_compression";
    for (int i = 0; i < (side == 32 ? 8 : 2); ++i) {
        const Image& clean = scene(side, i);
        const Image fast = distort(clean, published(name.toStdString(), severity), 1, i);
        const Image slow = slowlyCorrupted(clean, name.toStdString(), severity, 1);
        QVERIFY(fast != clean);
        double sum = 0;
        int most = 0;
        for (std::size_t k = 0; k < fast.pixels.size(); ++k) {
            const int off = std::abs(fast.pixels[k] - slow.pixels[k]);
            sum += off;
            most = std::max(most, off);
        }
        const double mean = sum / static_cast<double>(fast.pixels.size());
        QVERIFY2(
            mean < (jpeg ? 2 : .25) && most <= (jpeg ? 25 : 1),
            qPrintable(QString("image %1: %2 on average, %3 at most").arg(i).arg(mean).arg(most)));
    }
}

void TestCorruptions::thoseWithChanceHaveTheSlowOnesFigures_data() {
    addRowsFor({"gaussian_noise", "shot_noise", "impulse_noise", "speckle_noise", "glass_blur",
                "motion_blur", "snow", "fog", "spatter", "elastic_transform"});
}

void TestCorruptions::thoseWithChanceHaveTheSlowOnesFigures() {
    QFETCH(QString, name);
    QFETCH(int, severity);
    QFETCH(int, side);
    const bool layer = name == "snow" || name == "fog" || name == "spatter";  // one draw an image
    const bool warped = name == "elastic_transform" || name == "motion_blur";
    const int images = side == 32 ? (name == "glass_blur" || layer || warped ? 240 : 120)
                                  : (layer || warped ? 24 : 8);
    const Figures fast = programFigures(name.toStdString(), severity, side, images);
    const Figures slow = slowFigures(name.toStdString(), severity, side, images);
    const double share = (side == 32 ? 1 : 2) * (layer ? .08 : warped ? .07 : .025);
    const auto both = [](const char* what, double a, double b) {
        return QString("%1: %2, but slowly %3").arg(what).arg(a).arg(b).toStdString();
    };
    QVERIFY2(agrees(fast.mean, slow.mean, share / 2, .3),
             both("mean", fast.mean, slow.mean).c_str());
    QVERIFY2(agrees(fast.variance, slow.variance, share, 0),
             both("variance", fast.variance, slow.variance).c_str());
    QVERIFY2(agrees(fast.change, slow.change, share, .1),
             both("change", fast.change, slow.change).c_str());
    QVERIFY2(agrees(fast.clipped, slow.clipped, share, .004),
             both("clipped share", fast.clipped, slow.clipped).c_str());
    for (std::size_t b = 0; b < kBands; ++b)
        QVERIFY2(agrees(fast.bands[b], slow.bands[b], 2 * share, 1),
                 both(qPrintable(QString("band %1").arg(b)), fast.bands[b], slow.bands[b]).c_str());
}

// The ice itself is ours: what a black image shows of it.
void TestCorruptions::frostIsTheImageUnderIce() {
    const std::array<double, 5> image{1, 1, .9, .85, .75};
    const std::array<double, 5> ice{.2, .3, .4, .4, .45};
    for (int severity = 1; severity <= kSeverities; ++severity) {
        const auto at = static_cast<std::size_t>(severity - 1);
        double mean = 0;
        double square = 0;
        double blueness = 0;
        constexpr int kImages = 40;
        for (int i = 0; i < kImages; ++i) {
            const Image& clean = scene(32, i);
            const Image black{32, 32, std::vector<std::uint8_t>(clean.pixels.size())};
            const Image frosted = distort(clean, published("frost", severity), 3, i);
            const Image bare = distort(black, published("frost", severity), 3, i);
            for (std::size_t k = 0; k < clean.pixels.size(); ++k) {
                const double wanted = image[at] * clean.pixels[k] + bare.pixels[k];
                QVERIFY(std::abs(frosted.pixels[k] - std::min(wanted, 255.0)) <= 1.01);
                const double texture = bare.pixels[k] / ice[at] / 255;
                mean += texture / static_cast<double>(clean.pixels.size()) / kImages;
                square += texture * texture / static_cast<double>(clean.pixels.size()) / kImages;
                if (k % 3 == 2) blueness += bare.pixels[k] - bare.pixels[k - 2];
            }
        }
        QVERIFY2(mean > .4 && mean < .65, qPrintable(QString::number(mean)));
        const double deviation = std::sqrt(square - mean * mean);
        QVERIFY2(deviation > .12 && deviation < .3, qPrintable(QString::number(deviation)));
        QVERIFY(blueness > 0);
    }
}

void TestCorruptions::strongerIsFartherFromTheImage_data() {
    QTest::addColumn<int>("side");
    for (const CorruptionInfo& info : kCorruptions)
        for (const int side : {32, 96})
            QTest::addRow("%s, %d pixels", std::string(info.name).c_str(), side) << side;
}

// Where the published constants themselves do not grow, the severities that lie nearer to the image
// than the one before are named.
void TestCorruptions::strongerIsFartherFromTheImage() {
    QFETCH(int, side);
    const std::string tag = QTest::currentDataTag();
    const std::string name = tag.substr(0, tag.find(','));
    std::vector<int> nearer;
    double before = 0;
    for (int severity = 1; severity <= kSeverities; ++severity) {
        const double change = programFigures(name, severity, side, side == 32 ? 60 : 10).change;
        if (change <= before) nearer.push_back(severity);
        before = change;
    }
    std::vector<int> published;
    if (name == "saturate") published = {3};  // from paler to stronger
    if (name == "glass_blur") published = side == 32 ? std::vector{2, 3, 5} : std::vector{2, 4};
    if (name == "motion_blur" && side == 32) published = {4};  // a longer tail without weight
    if (name == "snow" && side == 96) published = {3};
    if (name == "frost") published = {4};
    if (name == "spatter" && side == 32) published = {4};  // from water to mud
    if (name == "elastic_transform")
        published = side == 32 ? std::vector{2, 3, 4, 5} : std::vector{3};
    QCOMPARE(nearer, published);
}

void TestCorruptions::aLittleMoreSeverityIsALittleChange_data() {
    QTest::addColumn<bool>("steps");
    for (const CorruptionInfo& info : kCorruptions)
        QTest::newRow(std::string(info.name).c_str())
            << (info.name == "glass_blur" || info.name == "spatter" || info.name == "pixelate" ||
                info.name == "jpeg_compression" || info.name == "snow");
}

// Constants that are whole numbers go on in steps; all others move with the severity.
void TestCorruptions::aLittleMoreSeverityIsALittleChange() {
    QFETCH(bool, steps);
    const std::string name = QTest::currentDataTag();
    for (const int side : {32, 64}) {
        const Image& clean = scene(side, 2);
        int jumps = 0;
        Image last = distort(clean, published(name, 1), 9, 2);
        for (int k = 1; k <= 400; ++k) {
            const Image next = distort(clean, published(name, 1 + k / 100.0), 9, 2);
            double sum = 0;
            for (std::size_t i = 0; i < next.pixels.size(); ++i)
                sum += std::abs(next.pixels[i] - last.pixels[i]);
            jumps += sum / static_cast<double>(next.pixels.size()) > 4 ? 1 : 0;
            last = next;
        }
        if (!steps) QCOMPARE(jumps, 0);
        QVERIFY2(jumps <= 160, qPrintable(QString::number(jumps)));
    }
}

// What reaches further than 128 pixels is not summed tap by tap.
void TestCorruptions::aWideGaussianIsAsWide() {
    for (const double sigma : {33.0, 73.2, 150.0}) {
        Frame frame = emptyFrame(301, 40, 1);
        Picture picture(40, std::vector<std::vector<double>>(301, std::vector<double>(1)));
        std::mt19937_64 random(7);
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 301; ++x) {
                const double value = std::uniform_real_distribution<double>(-1, 1)(random);
                frame.row(y)[x] = static_cast<float>(value);
                picture[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)][0] = value;
            }
        blurGaussian(frame, sigma, Border::Reflect);
        picture = slowGaussian(picture, sigma, 4, SlowBorder::Reflect);
        double wide = 0;
        double off = 0;
        double mean = 0;
        for (int x = 0; x < 301; ++x) mean += picture[0][static_cast<std::size_t>(x)][0] / 301;
        for (int x = 0; x < 301; ++x) {
            const double slow = picture[0][static_cast<std::size_t>(x)][0];
            wide += (slow - mean) * (slow - mean);
            off += (frame.row(0)[x] - slow) * (frame.row(0)[x] - slow);
        }
        QVERIFY2(off < .01 * wide, qPrintable(QString::number(off / wide)));
    }
}

void TestCorruptions::wholeSeveritiesHaveThePublishedConstants() {
    QCOMPARE(constantsOf(Corruption::Fog, 4, 32), (Constants{1, 2}));
    QCOMPARE(constantsOf(Corruption::Fog, 4.5, 32), (Constants{1.25, 1.875}));
    QCOMPARE(constantsOf(Corruption::Fog, 4, 7), (Constants{1, 2}));
    QCOMPARE(constantsOf(Corruption::Fog, 4, 96), (Constants{2.5, 1.5}));
    QCOMPARE(constantsOf(Corruption::Fog, 4, 4096), (Constants{2.5, 1.5}));
    QCOMPARE(constantsOf(Corruption::Fog, 4, 64), (Constants{1.75, 1.75}));
}
