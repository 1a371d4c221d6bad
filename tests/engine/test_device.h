// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Policy files, and the learner that plays them on a device.
class TestDevice : public QObject {
    Q_OBJECT
private slots:
    void aPolicyFileIsReadBack_data();
    void aPolicyFileIsReadBack();
    void whatNoDeviceCanPlayIsRefused_data();
    void whatNoDeviceCanPlayIsRefused();
    void aWrongFileIsOneSentence_data();
    void aWrongFileIsOneSentence();
    void noTextCrashesTheReader();
    void aFileIsReadAsFarAsItMayBe();
    void theLearnerMakesTheChoicesOfARun_data();
    void theLearnerMakesTheChoicesOfARun();
    void settingsChangeAsUnderASchedule();
    void aCallOutOfTurnChangesNothing();
    void aDroppedRoundComesAgain();
};
