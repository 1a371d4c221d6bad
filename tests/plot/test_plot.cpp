// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QtTest>

#include <array>
#include <cmath>
#include <cstdio>
#include <random>

#include "plot/axis.h"
#include "plot/label_placement.h"
#include "plot/number_text.h"
#include "plot/ticks.h"
#include "tests/subjects_main.h"

using namespace splitee;

namespace {

std::string printed(const char* format, int precision, double value) {
    char text[400];
    std::snprintf(text, sizeof text, format, precision, value);
    return text;
}

double squaredMoves(const std::vector<double>& wanted, const std::vector<double>& placed) {
    double sum = 0;
    for (std::size_t k = 0; k < wanted.size(); ++k) sum += std::pow(wanted[k] - placed[k], 2);
    return sum;
}

}  // namespace

class PlotTests : public QObject {
    Q_OBJECT
private slots:
    void ticksAreRound() {
        QCOMPARE(roundTicks(0, 1), (std::vector<double>{0, .2, .4, 6 * .1, .8, 1}));
        QCOMPARE(roundTicks(-7, 12), (std::vector<double>{-5, 0, 5, 10}));
        QCOMPARE(decadeTicks(1, 1000), (std::vector<double>{1, 10, 100, 1000}));
        QCOMPARE(decadeTicks(2, 30), (std::vector<double>{2, 5, 10, 20}));
        QCOMPARE(decadeTicks(1, 1e16).size(), 6U);  // every third decade
        QCOMPARE(roundAbove(.021), .03);
        QCOMPARE(roundAbove(8.5), 10.);
        QCOMPARE(roundAbove(0), 1.);
    }

    void decimalsTellTicksApart() {
        for (const auto& [step, decimals] :
             {std::pair(20., 0), {2.5, 1}, {1., 0}, {.5, 1}, {.25, 2}, {.01, 2}, {1e-9, 7}})
            QCOMPARE(stepDecimals(step), decimals);
        QCOMPARE(leadingDecimals(.05, 9), 2);
        QCOMPARE(leadingDecimals(1e-12, 9), 9);
    }

    void axisClampsAndWidens() {
        const Axis linear(2, 6, false), log(1, 100, true), flat(3, 3, false);
        QCOMPARE(linear.share(3), .25);
        QCOMPARE(linear.share(9), 1.);
        QCOMPARE(log.share(10), .5);
        QCOMPARE(flat.share(3.5), .5);
        ValueRange range;
        QVERIFY(range.empty());
        for (const double value : {4., std::nan(""), -2., HUGE_VAL}) range.add(value);
        QCOMPARE(range.low, -2.);
        QCOMPARE(range.high, 4.);
    }

    // The C library's digits are the reference.
    void numbersAreThoseOfTheCLibrary() {
        std::mt19937_64 random(1);
        std::uniform_real_distribution<double> magnitude(-12, 18);
        for (int k = 0; k < 20'000; ++k) {
            double value = std::pow(10, magnitude(random)) * (k % 2 == 0 ? 1 : -1);
            if (k % 3 == 0) value = std::round(value * 8) / 8;  // ties
            for (const int digits : {0, 2, 4}) {
                QCOMPARE(fixedDigits(value, digits), printed("%.*f", digits, value));
                if (digits > 0)
                    QCOMPARE(significantDigits(value, digits), printed("%.*g", digits, value));
            }
        }
        QCOMPARE(fixedDigits(-.0, 1), std::string("-0.0"));
        QCOMPARE(fixedDigits(1e300, 2).size(), 304U);
    }

    void axisNumbersAreShort() {
        for (const auto& [value, text] : {std::pair(0., "0"),
                                          {12500., "12,500"},
                                          {-1234567., "-1,234,567"},
                                          {.25, "0.25"},
                                          {-3., "-3"},
                                          {999., "999"},
                                          {.30000000000000004, "0.3"},
                                          {1e-7, "1e-07"},
                                          {2e15, "2e+15"}})
            QCOMPARE(axisNumber(value), std::string(text));
        QCOMPARE(withThousands("12500.25", "\u00a0"), std::string("12\u00a0500.25"));
    }

    void labelsKeepApart() {
        std::mt19937_64 random(2);
        std::uniform_real_distribution<double> place(-20, 220), nudge(-1, 1);
        for (int round = 0; round < 300; ++round) {
            std::vector<double> wanted(static_cast<std::size_t>(1 + round % 12));
            for (double& at : wanted) at = place(random);
            std::ranges::sort(wanted);
            const auto placed = spreadLabels(wanted, 15, 0, 200);
            const auto valid = [](const std::vector<double>& places) {
                for (std::size_t k = 1; k < places.size(); ++k)
                    if (places[k] - places[k - 1] < 15 - 1e-9) return false;
                return places.front() >= -1e-9 && places.back() <= 200 + 1e-9;
            };
            QVERIFY(valid(placed));
            for (int k = 0; k < 50; ++k) {  // no other valid places move them less
                auto other = placed;
                for (double& at : other) at += nudge(random);
                if (valid(other))
                    QVERIFY(squaredMoves(wanted, other) >= squaredMoves(wanted, placed) - 1e-6);
            }
        }
        QCOMPARE(spreadLabels({10, 100}, 15, 0, 200), (std::vector<double>{10, 100}));
        QCOMPARE(spreadLabels({50, 50}, 10, 0, 200), (std::vector<double>{45, 55}));
        QCOMPARE(spreadLabels({5, 5, 5}, 10, 0, 12), (std::vector<double>{0, 10, 20}));
    }

    void strideShowsBothEnds() {
        QCOMPARE(labelStride(21, 4), 4U);  // 0, 4, .. 20
        QCOMPARE(labelStride(22, 4), 7U);
        QCOMPARE(labelStride(24, 4), 4U);  // 23 is prime
        QCOMPARE(labelStride(3, 0), 1U);
    }
};

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    return splitee::test::runSubjects(std::array{splitee::test::subject<PlotTests>}, argc, argv);
}
#include "test_plot.moc"
