#pragma once

#include <QObject>

class TestCifar10 : public QObject {
    Q_OBJECT
private slots:
    void folderFilesAndArchiveHoldTheSameImages();
    void trainingAndValidationShareTheTrainingBatches();
    void aRecordBecomesAnInterleavedImage();
    void badInputGivesOneSentence_data();
    void badInputGivesOneSentence();
    void aBombEndsAtTheCap();
    void theRealTestBatchHasAThousandOfEachClass();
    void namesOfDatasetsAreChecked_data();
    void namesOfDatasetsAreChecked();
};

class TestFolder : public QObject {
    Q_OBJECT
private slots:
    void formatsGreyAndAlphaBecomeRgb();
    void aSplitHoldsEveryImageOnceAndAlwaysTheSame();
    void caltechNamesAndAnInnerFolderAreUnderstood();
    void badInputGivesOneSentence_data();
    void badInputGivesOneSentence();
    void linksInCirclesDoNotHang();
    void theRealPhotosAllOpen();
};

class TestDistortion : public QObject {
    Q_OBJECT
private slots:
    void signsAreTheSamePixelsEverywhere();
    void everySixteenSignsHoldEachClassOnce();
    void namesSurviveTheirText_data();
    void namesSurviveTheirText();
    void badNamesGiveOneSentence_data();
    void badNamesGiveOneSentence();
    void noiseDependsOnSeedAndSampleAlone();
    void noiseHasTheStatedDeviation();
    void legacyWrapMakesTheStatedShareOfSalt();
    void blurKeepsTheMeanAndSpreadsAPointAsAGaussian();
    void cleanChangesNothing();
};
