// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestTablePictures : public QObject {
    Q_OBJECT
private slots:
    void thresholdsAreThoseOfPlayingEachSample();
    void confusionCountsEachSampleOnce();
    void rareClassesShareAPlace();
    void calibrationDriftIsThatOfTheRoundsSamples();
};
