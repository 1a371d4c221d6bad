// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_physical_profile.h"

#include <QTest>

#include <array>
#include <cmath>

#include "engine/world/physical_profile.h"

using namespace splitee;

namespace {

constexpr std::array kDepth{1.0, 3.0, 5.0};

// 4 ms a layer, 1 ms an exit, a cloud twice as fast, 8 Mbit/s: a kilobyte takes a millisecond.
PhysicalProfile profile() { return {4, 1, 2, 8, 10, {6000, 3000, 2000, 500}}; }

}  // namespace

void TestPhysicalProfile::anOffloadIsSendingTheRoundTripAndTheCloud() {
    QCOMPARE(offloadMilliseconds(profile(), kDepth, 1), 3 + 10 + (5.0 - 1) * 4 / 2);
    QCOMPARE(offloadMilliseconds(profile(), kDepth, 2), 2 + 10 + (5.0 - 3) * 4 / 2);
    QCOMPARE(offloadMilliseconds(profile(), kDepth, 0), 6 + 10 + 5.0 * 4 / 2);  // the input itself
}

void TestPhysicalProfile::aSampleThatLeavesTakesTheDeviceAlone() {
    QCOMPARE(latencyMilliseconds(profile(), kDepth, 2, true, ExitsEvaluated::AtSplit), 3.0 * 4 + 1);
    QCOMPARE(latencyMilliseconds(profile(), kDepth, 2, true, ExitsEvaluated::UpToSplit),
             3.0 * 4 + 2);
    QCOMPARE(latencyMilliseconds(profile(), kDepth, 2, false, ExitsEvaluated::UpToSplit),
             3.0 * 4 + 2 + 16);
    QCOMPARE(latencyMilliseconds(profile(), kDepth, 0, false, ExitsEvaluated::AtSplit), 26.0);
    QCOMPARE(latencyMilliseconds(profile(), kDepth, 3, true, ExitsEvaluated::AtSplit), 21.0);
}

void TestPhysicalProfile::costsAreTimesInUnitsOfALayer() {
    const CostWeights weights = costWeightsOf(profile(), kDepth, 0.3);
    QCOMPARE(weights.mu, 0.3);
    QCOMPARE(weights.lambda1, 1.0);
    QCOMPARE(weights.lambda2, 0.25);
    QCOMPARE(weights.offload, (21.0 + 16.0) / 2 / 4);
    QCOMPARE(weights.layerOffloads.layers, (std::vector{21.0 / 4, 16.0 / 4, 0.0}));
    QCOMPARE(*weights.layerOffloads.input, 26.0 / 4);
    QVERIFY(weights.layerComputing.empty());  // the depths say it
    const std::array one{7.0};
    QCOMPARE(costWeightsOf({4, 1, 2, 8, 10, {6000, 3000}}, one, 0.1).offload,
             0.0);  // a network of one exit is never cut
}

// Stages of 2, 6 and 12 ms; λ is 5 ms.
void TestPhysicalProfile::stagesTakeTheirOwnTimes() {
    PhysicalProfile measured{5, 1, 4, 8, 10, {6000, 3000, 2000, 500}};
    measured.stageMilliseconds = {2, 6, 12};
    QCOMPARE(deviceMilliseconds(measured, kDepth, 0), 0.0);
    QCOMPARE(deviceMilliseconds(measured, kDepth, 2), 8.0);
    QCOMPARE(offloadMilliseconds(measured, kDepth, 1), 3 + 10 + 18.0 / 4);
    QCOMPARE(latencyMilliseconds(measured, kDepth, 2, true, ExitsEvaluated::AtSplit), 9.0);
    const CostWeights weights = costWeightsOf(measured, kDepth, 0.1);
    QCOMPARE(weights.layerComputing, (std::vector{2.0 / 5, 8.0 / 5, 4.0}));
    measured.cloudMilliseconds = {1, 2, 3};  // measured there, too: the factor is not asked
    QCOMPARE(offloadMilliseconds(measured, kDepth, 1), 3 + 10 + 5.0);
}

void TestPhysicalProfile::energyCountsWhatTheDeviceComputesAndSends() {
    PhysicalProfile profile{5, 1, 4, 8, 10, {std::nan(""), 3000, 2000, 500}};
    profile.unit = CostUnit::Energy;
    profile.energyPerMillisecond = 2;
    profile.energyPerByte = 0.01;
    const CostWeights weights = costWeightsOf(profile, kDepth, 0.1);
    QCOMPARE(weights.layerOffloads.layers, (std::vector{30.0 / 10, 20.0 / 10, 0.0}));
    QCOMPARE(weights.offload, 2.5);
    QCOMPARE(weights.lambda2, 0.2);
    QVERIFY(!weights.layerOffloads.input);  // the bytes of the input are not known
}
