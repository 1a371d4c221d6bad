// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_physical_profile.h"

#include <QTest>

#include <array>

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
    const std::array one{7.0};
    QCOMPARE(costWeightsOf({4, 1, 2, 8, 10, {6000, 3000}}, one, 0.1).offload,
             0.0);  // a network of one exit is never cut
}
