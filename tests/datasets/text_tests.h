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

class TestTexts : public QObject {
    Q_OBJECT
private slots:
    void formatsAreReadAsPublished_data();
    void formatsAreReadAsPublished();
    void networksClassesAreFoundByName();
    void aDatasetOfTextsSaysSo();
    void linesAreCutTheSameInAnyPieces();
    void readersEndWhenTheirWorkIsStopped();
    void theRealFilesAllOpen_data();
    void theRealFilesAllOpen();
};

class TestBadTexts : public QObject {
    Q_OBJECT
private slots:
    void badLinesAreLeftOutAndNamed_data();
    void badLinesAreLeftOutAndNamed();
    void badInputGivesOneSentence_data();
    void badInputGivesOneSentence();
};

class TestTextFolders : public QObject {
    Q_OBJECT
private slots:
    void foldersAndArchivesAreReadAsPublished_data();
    void foldersAndArchivesAreReadAsPublished();
    void unclearFoldersAreRefused_data();
    void unclearFoldersAreRefused();
    void oneBadTextInAHundredIsNamed();
    void partsAreWholeAndSaid();
    void classesAreThoseOfEveryPart();
    void wholeSentencesAreHeldOut();
    void pairsOfOneTextStayTogether();
    void theRealPhrasesAreHeldOutBySentence();
};

class TestTextDistortion : public QObject {
    Q_OBJECT
private slots:
    void typosDependOnSeedAndSampleAlone();
    void theShareOfTyposIsTheStatedOne();
    void aCapitalStaysOne();
    void typosKeepTextsUtf8AndBlanks();
    void theShareOfDroppedWordsIsTheStatedOne();
    void amountsAndMismatchesGiveOneSentence();
};

class TestSentencePiece : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void idsAreThoseOfTheLibrary_data();
    void idsAreThoseOfTheLibrary();
    void aModelIsReadAndUsed();
    void beginAndEndAreFound();
    void aModelIsToldFromAVocabulary();
};

class TestSentencePieceBytes : public QObject {
    Q_OBJECT
private slots:
    void hostileModelsGiveOneSentence_data();
    void hostileModelsGiveOneSentence();
    void aPieceOverABlankIsFound();
    void everyFlippedBitIsSurvived();
    void changedRealModelsAreSurvived();
};
