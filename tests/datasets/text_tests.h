// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestWordPiece : public QObject {
    Q_OBJECT
private slots:
    void wordsAreThoseWorkedOutByHand_data();
    void wordsAreThoseWorkedOutByHand();
    void everyCodePointIsTreatedAlike();
    void piecesAreThoseOfTheSlowVersion();
    void piecesOfRealSentencesAreThoseOfTheSlowVersion();
    void unknownAndLongWordsAreWhole();
    void pairsAndTruncationFollowBert();
    void aMegabyteTakesAThousandTimesAKilobyte_data();
    void aMegabyteTakesAThousandTimesAKilobyte();
    void anyBytesGiveIdsOfTheVocabulary();
    void badVocabulariesGiveOneSentence_data();
    void badVocabulariesGiveOneSentence();
    void aVocabularyIsReadAsItIs();
};

class TestVocabulary : public QObject {
    Q_OBJECT
private slots:
    void piecesAreThoseWorkedOutByHand();
    void piecesAreThoseOfTheSlowVersion();
    void textsInAnotherOrderGiveTheSame();
    void rareCharactersAndLongWordsAreLeftOut();
    void memoryIsBounded();
    void badInputGivesOneSentence();
};
