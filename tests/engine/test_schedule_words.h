// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The short words of schedules.
class TestScheduleWords : public QObject {
    Q_OBJECT
private slots:
    void aDayIsFiveSegments();
    void severityRisesInSixteenSteps();
    void otherEntriesStayWhatTheyAre_data();
    void otherEntriesStayWhatTheyAre();
    void badWordsGiveOneSentence_data();
    void badWordsGiveOneSentence();
    void sourcesDoNotDependOnTheRounds();
};
