// SPDX-License-Identifier: GPL-3.0-or-later
// What charts show of exit tables, against slow counting from the definitions.
#include <QTest>

#include <cmath>

#include "engine/analysis/calibration.h"
#include "engine/analysis/calibration_drift.h"
#include "engine/analysis/confusion.h"
#include "engine/analysis/threshold_sensitivity.h"
#include "engine/run/run.h"
#include "engine/run/schedule.h"
#include "made_tables.h"
#include "test_table_pictures.h"

using namespace splitee;
using namespace splitee::test;

namespace {

ExitTable partlyLabelled(int samples, int exits, std::uint64_t seed) {
    ExitTable table = madeTable(samples, exits, seed);
    table.depth = unitDepths(exits);
    for (std::size_t k = 0; k < table.label.size(); k += 7) table.label[k] = kUnknownLabel;
    return table;
}

}  // namespace

// Sample by sample, as a device would play it.
void TestTablePictures::thresholdsAreThoseOfPlayingEachSample() {
    const ExitTable table = partlyLabelled(700, 4, 3);
    CostWeights weights;
    weights.mu = 0.07;
    weights.lambda2 = 0.3;
    weights.layerOffloads.layers = {5, 4, 2, 0};
    const CostTable costs = makeCostTable(weights, table.depth, ExitsEvaluated::AtSplit);
    const auto known = ThresholdSensitivity::of(table);
    QVERIFY(known.has_value());
    QCOMPARE(known->samples(), std::int64_t{700});
    for (const int step : {0, 1, 250, 333, 500, 701, 999, 1000}) {
        const double alpha = ThresholdSensitivity::alphaAt(step);
        int best = 0;
        double most = -1e9;
        for (int layer = 1; layer <= 4; ++layer) {
            double cost = 0, reward = 0, offloaded = 0, right = 0, labelled = 0;
            for (std::int64_t row = 0; row < 700; ++row) {
                const auto confidence = table.confidencesOf(row);
                const auto i = static_cast<std::size_t>(layer - 1);
                const bool leaves = layer == 4 || confidence[i] >= alpha;
                const double paid = costs.gamma(layer) + (leaves ? 0 : costs.offloadAt(layer));
                const std::size_t answers = leaves ? i : 3;
                cost += paid;
                reward += confidence[answers] - weights.mu * paid;
                offloaded += leaves ? 0 : 1;
                const std::int32_t label = table.label[static_cast<std::size_t>(row)];
                if (label < 0) continue;
                ++labelled;
                right += table.predictionsOf(row)[answers] == label ? 1 : 0;
            }
            const ThresholdFigures figures = known->at(layer, step, costs);
            QVERIFY(std::abs(figures.cost - cost / 700) < 1e-12);
            QVERIFY(std::abs(figures.reward - reward / 700) < 1e-12);
            QVERIFY(std::abs(figures.offloaded - offloaded / 700) < 1e-12);
            QVERIFY(std::abs(*figures.accuracy - right / labelled) < 1e-12);
            if (reward / 700 > most + 1e-12) {
                most = reward / 700;
                best = layer;
            }
        }
        QCOMPARE(known->bestLayer(step, costs), best);
    }
    ExitTable blind = table;
    std::ranges::fill(blind.label, kUnknownLabel);
    QVERIFY(!ThresholdSensitivity::of(blind)->at(1, 500, costs).accuracy.has_value());
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!ThresholdSensitivity::of(table, stop.get_token()).has_value());
}

void TestTablePictures::confusionCountsEachSampleOnce() {
    const ExitTable table = partlyLabelled(900, 3, 5);
    for (const double alpha : {0.0, 0.6})
        for (const int exit : {1, 2, 3}) {
            const auto known = confusionOf(table, exit, alpha, 100);
            QVERIFY(known.has_value());
            std::int64_t samples = 0, right = 0;
            for (std::size_t label = 0; label < known->places(); ++label)
                for (std::size_t prediction = 0; prediction < known->places(); ++prediction) {
                    std::int64_t slow = 0;
                    for (std::int64_t row = 0; row < 900; ++row) {
                        const auto i = static_cast<std::size_t>(exit - 1);
                        if (exit < 3 && table.confidencesOf(row)[i] < alpha) continue;
                        slow +=
                            table.label[static_cast<std::size_t>(row)] == known->classes[label] &&
                                    table.predictionsOf(row)[i] == known->classes[prediction]
                                ? 1
                                : 0;
                    }
                    QCOMPARE(known->at(label, prediction), slow);
                    samples += slow;
                    if (label == prediction) right += slow;
                }
            QCOMPARE(known->samples, samples);
            QCOMPARE(known->right, right);
        }
}

// The last place holds what has no place of its own; nothing is lost.
void TestTablePictures::rareClassesShareAPlace() {
    ExitTable table = partlyLabelled(600, 2, 9);
    for (std::size_t k = 0; k < table.label.size(); ++k)
        if (table.label[k] >= 0) table.label[k] = static_cast<std::int32_t>(k % 11);
    const auto all = confusionOf(table, 1, 0, 100), few = confusionOf(table, 1, 0, 4);
    QVERIFY(all.has_value() && few.has_value());
    QVERIFY(all->places() >= 11);
    QCOMPARE(few->places(), std::size_t{4});
    QCOMPARE(few->classes.back(), -1);
    QCOMPARE(few->samples, all->samples);
    QCOMPARE(few->right, all->right);
    std::int64_t counted = 0;
    for (std::size_t label = 0; label < 4; ++label) counted += few->ofLabel(label);
    QCOMPARE(counted, all->samples);
    ExitTable blind = table;
    std::ranges::fill(blind.label, kUnknownLabel);
    QVERIFY(!confusionOf(blind, 1, 0, 10).has_value());
}

// Each stretch is the calibration of the very samples that its rounds play.
void TestTablePictures::calibrationDriftIsThatOfTheRoundsSamples() {
    ExitTable clean = partlyLabelled(400, 3, 1), noisy = partlyLabelled(400, 3, 2);
    noisy.label = clean.label;
    Experiment experiment;
    experiment.seed = 4;
    experiment.rounds = 1300;
    for (const char* schedule : {"noisy@500", "noisy@500..700", ""}) {
        experiment.schedule = schedule;
        const auto known = calibrationDrift({&clean, &noisy}, experiment, 1300, 6, 50, 15);
        QVERIFY2(known.has_value(), schedule);
        const auto plan = Schedule::of(experiment, 1300);
        SampleOrder order(experiment, 4, 400);
        std::int64_t next = 1;
        for (const auto& stretch : known->stretches) {
            QCOMPARE(stretch.first, next);
            ExitTable played = clean;
            played.confidence.clear();
            played.prediction.clear();
            played.label.clear();
            played.sample.clear();
            for (; next <= stretch.last; ++next) {
                const std::int64_t row = order.next();
                const ExitTable& from = plan->at(next).sourceOf(4, next) == 0 ? clean : noisy;
                for (const double one : from.confidencesOf(row)) played.confidence.push_back(one);
                for (const std::int16_t one : from.predictionsOf(row))
                    played.prediction.push_back(one);
                played.label.push_back(from.label[static_cast<std::size_t>(row)]);
                played.sample.push_back(row);
            }
            const auto slow = calibrationOf(played, 15);
            QVERIFY(slow.has_value());
            for (std::size_t i = 0; i < 3; ++i) {
                QCOMPARE(stretch.exits[i].labelled, (*slow)[i].labelled);
                QVERIFY(std::abs(stretch.exits[i].accuracy - (*slow)[i].accuracy) < 1e-12);
                QVERIFY(std::abs(stretch.exits[i].confidence - (*slow)[i].confidence) < 1e-12);
                QVERIFY(std::abs(stretch.exits[i].ece - (*slow)[i].ece) < 1e-12);
            }
        }
        QCOMPARE(next, std::int64_t{1301});
        if (*schedule != 0)  // no stretch holds samples of before and after
            QVERIFY(std::ranges::any_of(known->stretches,
                                        [](const auto& one) { return one.first == 500; }));
    }
}
