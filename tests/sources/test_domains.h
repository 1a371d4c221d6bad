// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestDomains : public QObject {
    Q_OBJECT
private slots:
    void aScheduleSwitchesAmongTexts();
    void mismatchesGiveOneSentence();
};
