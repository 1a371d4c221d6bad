// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_calibration.h"

#include <QTest>

#include <cmath>

#include "engine/analysis/calibration.h"
#include "engine/world/temperature.h"
#include "made_tables.h"

using namespace splitee;
using namespace splitee::test;

namespace {

bool near(double a, double b, double tolerance = 1e-12) { return std::abs(a - b) <= tolerance; }

// One exit; class 1 is right, class 0 wrong.
ExitTable oneExit(const std::vector<double>& confidence, const std::vector<int>& right) {
    ExitTable table;
    table.name = "one exit";
    table.exits = 1;
    table.depth = {1};
    for (std::size_t k = 0; k < confidence.size(); ++k) {
        table.confidence.push_back(confidence[k]);
        table.prediction.push_back(static_cast<std::int16_t>(right[k]));
        table.label.push_back(1);
        table.sample.push_back(static_cast<std::int64_t>(k));
    }
    return table;
}

ExitTable twelve() {
    return oneExit({.05, .15, .35, .35, .55, .62, .62, .62, .81, .88, .93, 1.0},
                   {0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1});
}

QString messageOf(const auto& result) {
    return QString::fromStdString(result ? std::string("no error") : result.error().message);
}

}  // namespace

// Reference: numpy, with AUROC counted over all pairs.
void TestCalibration::binsEceAndAurocHaveTheirReferenceValues() {
    const auto exits = calibrationOf(twelve(), 5);
    QCOMPARE(exits->size(), std::size_t{1});
    const ExitCalibration& e = exits->front();
    QCOMPARE(e.labelled, 12);
    QVERIFY(near(e.accuracy, .5));
    QVERIFY(near(e.confidence, .5775));
    QVERIFY(near(e.ece, .15083333333333335));
    QVERIFY(near(*e.auroc, .7916666666666666));
    const std::vector<std::int64_t> counts{2, 2, 1, 3, 4};
    const std::vector<double> confidence{.1, .35, .55, .62, .905};
    const std::vector<double> right{0, .5, 0, 2.0 / 3, .75};
    for (std::size_t k = 0; k < 5; ++k) {
        QCOMPARE(e.bins[k].count, counts[k]);
        QVERIFY(near(*e.bins[k].confidence, confidence[k]));
        QVERIFY(near(*e.bins[k].right, right[k]));
        QVERIFY(near(e.bins[k].low, .2 * static_cast<double>(k)) &&
                near(e.bins[k].high, .2 * static_cast<double>(k + 1)));
    }
    const auto fine = calibrationOf(twelve(), 100);
    QVERIFY(!fine->front().bins[0].confidence && !fine->front().bins[0].right);  // an empty bin
    QCOMPARE(fine->front().bins[99].count, 1);                                   // holds 1
}

void TestCalibration::samplesWithoutALabelAreLeftOut() {
    ExitTable table = twelve();
    table.confidence.push_back(.99);
    table.prediction.push_back(0);
    table.label.push_back(kUnknownLabel);
    table.sample.push_back(12);
    const auto exits = calibrationOf(table, 5);
    QCOMPARE(exits->front().labelled, 12);
    QVERIFY(near(*exits->front().auroc, .7916666666666666));
    QCOMPARE(fitTemperatures(table)->front().temperature,
             fitTemperatures(twelve())->front().temperature);
}

void TestCalibration::tiesAloneTellNothing() {
    QCOMPARE(*calibrationOf(oneExit({.7, .7, .7}, {1, 0, 1}), 10)->front().auroc, .5);
    QCOMPARE(*calibrationOf(oneExit({.6, .7, .8}, {0, 0, 1}), 10)->front().auroc, 1.0);
    QCOMPARE(*calibrationOf(oneExit({.6, .7, .8}, {1, 0, 0}), 10)->front().auroc, 0.0);
}

void TestCalibration::oneClassOfAnswersHasNoAuroc() {
    QVERIFY(!calibrationOf(oneExit({.6, .7}, {1, 1}), 10)->front().auroc);
    QVERIFY(!calibrationOf(oneExit({.6, .7}, {0, 0}), 10)->front().auroc);
}

// Reference: golden-section search of the loss in numpy.
void TestCalibration::theFittedTemperatureHasItsReferenceValue() {
    const auto fitted = fitTemperatures(twelve());
    QVERIFY(near(fitted->front().temperature, 1.568756, 1.5e-6));
    QVERIFY(near(fitted->front().lossBefore, .5683446624327099, 1e-9));
    QVERIFY(near(fitted->front().lossAfter, .5499897257115791, 1e-9));
    QVERIFY(!fitted->front().atLimit);
}

// Exits 1 to 3 claim sigmoid(k * true log odds): the temperatures that undo this are 1/2, 1 and 3.
void TestCalibration::fittingUndoesAKnownTemperature() {
    const std::vector<double> claims{.5, 1, 3};
    ExitTable table;
    table.name = "claims";
    table.exits = 3;
    table.depth = {1, 2, 3};
    Rng rng(11, "claims");
    for (std::int64_t row = 0; row < 40000; ++row) {
        table.sample.push_back(row);
        table.label.push_back(1);
        for (const double claim : claims) {
            const double z = 4 * rng.uniform() - .5;
            table.confidence.push_back(1 / (1 + std::exp(-claim * z)));
            table.prediction.push_back(rng.uniform() < 1 / (1 + std::exp(-z)) ? 1 : 0);
        }
    }
    const auto fitted = fitTemperatures(table);
    std::vector<double> temperatures;
    for (std::size_t i = 0; i < 3; ++i) {
        temperatures.push_back((*fitted)[i].temperature);
        QVERIFY2(near((*fitted)[i].temperature, claims[i], .05 * claims[i]),
                 qPrintable(QString::number((*fitted)[i].temperature)));
        QVERIFY((*fitted)[i].lossAfter <= (*fitted)[i].lossBefore);
    }
    const auto before = calibrationOf(table, 15);
    const auto after = calibrationOf(*withTemperatures(table, temperatures), 15);
    for (const std::size_t i : {std::size_t{0}, std::size_t{2}}) {
        QVERIFY((*before)[i].ece > .08);
        QVERIFY((*after)[i].ece < .012);
        QVERIFY(near(*(*before)[i].auroc, *(*after)[i].auroc, 1e-12));
    }
    QVERIFY((*fitTemperatures(table))[2].temperature == temperatures[2]);
}

void TestCalibration::aTemperatureBeyondTheLimitsIsMarked() {
    const auto sure =
        fitTemperatures(oneExit({.9, .8, .7}, {1, 1, 1}))->front();  // ever sharper is ever better
    QCOMPARE(sure.temperature, kMinTemperature);
    QVERIFY(sure.atLimit);
    const auto inverted = fitTemperatures(oneExit({.9, .8, .7}, {0, 0, 0}))->front();
    QCOMPARE(inverted.temperature, kMaxTemperature);
    QVERIFY(inverted.atLimit);
    const auto flat = fitTemperatures(oneExit({.5, .5}, {1, 0}))->front();
    QCOMPARE(flat.temperature, 1.0);
    QVERIFY(flat.atLimit);
}

void TestCalibration::twoClassesAreScaledExactly() {
    const double a = 1.7;  // logits of the two classes
    const double b = -.4;
    const auto softmax = [&](double temperature) {
        return std::exp(a / temperature) / (std::exp(a / temperature) + std::exp(b / temperature));
    };
    for (const double temperature : {.25, .5, 2.0, 10.0})
        QVERIFY(near(atTemperature(softmax(1), temperature), softmax(temperature), 1e-12));
    QVERIFY(near(atTemperature(.9, 2), .75));
    QVERIFY(near(atTemperature(.3, 2), .39564392373896007));
    QVERIFY(near(atTemperature(.9, .5), .9878048780487805));
    QVERIFY(near(atTemperature(1, 2), .9996838721866521, 1e-9));
    QVERIFY(near(atTemperature(0, 2), .00031612781343101187, 1e-9));
}

void TestCalibration::temperatureOneChangesNothing() {
    ExitTable table = madeTable(200, 3, 5);
    table.confidence[0] = 1;
    table.confidence[1] = 0;
    const auto same = withTemperatures(table, std::vector<double>{1, 1, 1});
    QVERIFY(same->confidence == table.confidence);
    const auto one = withTemperatures(table, std::vector<double>{1, 2, 1});
    for (std::size_t at = 0; at < table.confidence.size(); ++at)
        QCOMPARE(one->confidence[at] == table.confidence[at], at % 3 != 1);
    QVERIFY(one->prediction == table.prediction && one->label == table.label &&
            one->depth == table.depth);
    QVERIFY(validate(*one).has_value());
    table.entropy.assign(table.confidence.size(), .5);
    QVERIFY(withTemperatures(table, std::vector<double>{1, 1, 1})->entropy == table.entropy);
    QVERIFY(withTemperatures(table, std::vector<double>{1, 2, 1})
                ->entropy.empty());  // they do not follow
}

void TestCalibration::scalingKeepsTheOrderAndStaysInside() {
    for (const double temperature : {kMinTemperature, .3, 1.5, kMaxTemperature}) {
        double last = 0;
        for (int k = 0; k <= 1000; ++k) {
            const double scaled = atTemperature(k / 1000.0, temperature);
            QVERIFY(scaled > 0 && scaled < 1 && scaled >= last);
            last = scaled;
        }
    }
}

void TestCalibration::temperaturesAreReadFromText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("one for all") << "1.5" << QList<double>{1.5, 1.5, 1.5};
    QTest::newRow("one an exit") << "1.2,0.9,2" << QList<double>{1.2, .9, 2};
    QTest::newRow("default") << "1" << QList<double>{1, 1, 1};
}

void TestCalibration::temperaturesAreReadFromText() {
    QFETCH(QString, text);
    QFETCH(QList<double>, values);
    const auto read = parseTemperatures(text.toStdString(), 3);
    QVERIFY2(read.has_value(), qPrintable(messageOf(read)));
    QCOMPARE(QList<double>(read->begin(), read->end()), values);
    QVERIFY(*parseTemperatures(temperaturesText(*read), 3) == *read);
}

void TestCalibration::badTemperaturesAreRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("zero") << "0"
                          << "temperature is 0, but must be between 0.05 and 20";
    QTest::newRow("negative") << "1,-1,1"
                              << "temperature is -1";
    QTest::newRow("NaN") << "nan"
                         << "temperature is nan";
    QTest::newRow("infinity") << "inf"
                              << "temperature is inf";
    QTest::newRow("huge") << "1e999"
                          << "not a number";
    QTest::newRow("word") << "warm"
                          << "'warm', which is not a number";
    QTest::newRow("empty") << ""
                           << "'', which is not a number";
    QTest::newRow("comma at the end") << "1,2,3,"
                                      << "'', which is not a number";
    QTest::newRow("spaces") << "1, 2, 3"
                            << "' 2', which is not a number";
    QTest::newRow("two for three") << "1,2"
                                   << "has 2 values, but the source has 3 exits";
    QTest::newRow("four for three") << "1,2,3,4"
                                    << "has 4 values";
    QTest::newRow("very many") << QString("1,").repeated(100000) + "1"
                               << "65 or more values";
}

void TestCalibration::badTemperaturesAreRefused() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto read = parseTemperatures(text.toStdString(), 3);
    QVERIFY2(messageOf(read).contains(says), qPrintable(messageOf(read)));
    QVERIFY(messageOf(read).size() < 300);
}

void TestCalibration::anExperimentChecksItsTemperature() {
    const ExitTable table = madeTable(10, 3, 1);
    ReplayWorld world(table);
    Experiment e;
    e.temperature = "2,1,0.5";
    QVERIFY(validate(e, world).has_value());
    e.temperature = "2,1";
    QVERIFY(messageOf(validate(e, world)).contains("2 values"));
    const auto wrong = withTemperatures(table, std::vector<double>{1, 2});
    QVERIFY(messageOf(wrong).contains("2 temperatures for the 3 exits of made"));
    QVERIFY(messageOf(withTemperatures(table, std::vector<double>{1, 0, 1}))
                .contains("temperature is 0"));
}

void TestCalibration::noLabelsAndNoBinsAreRefused() {
    ExitTable table = madeTable(10, 3, 1);
    QVERIFY(
        messageOf(calibrationOf(table, 0)).contains("bins is 0, but must be between 1 and 10000"));
    QVERIFY(messageOf(calibrationOf(table, kMaxBins + 1)).contains("bins is 10001"));
    table.label.assign(10, kUnknownLabel);
    QVERIFY(messageOf(calibrationOf(table, 15)).contains("the exit table made holds no labels"));
    QVERIFY(messageOf(fitTemperatures(table)).contains("holds no labels"));
}

void TestCalibration::aStopEndsIt() {
    std::stop_source source;
    source.request_stop();
    QVERIFY(!calibrationOf(twelve(), 5, source.get_token()));
    QVERIFY(!fitTemperatures(twelve(), source.get_token()));
}
