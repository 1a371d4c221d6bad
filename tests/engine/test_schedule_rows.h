// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Entries of a schedule taken apart and put together again.
class TestScheduleRows : public QObject {
    Q_OBJECT
private slots:
    void entriesComeApartAndTogether_data();
    void entriesComeApartAndTogether();
    void aTextIsKeptToTheLetter();
    void onlyTheChangedEntryIsWrittenAnew();
    void faultsStandAtTheirRows();
    void theFirstEntryThatBreaksTheOthersIsFound();
};
