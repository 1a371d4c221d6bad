// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestPhysicalProfile : public QObject {
    Q_OBJECT
private slots:
    void anOffloadIsSendingTheRoundTripAndTheCloud();
    void aSampleThatLeavesTakesTheDeviceAlone();
    void costsAreTimesInUnitsOfALayer();
    void stagesTakeTheirOwnTimes();
    void energyCountsWhatTheDeviceComputesAndSends();
};
