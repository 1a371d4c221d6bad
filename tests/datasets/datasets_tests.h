// SPDX-License-Identifier: GPL-3.0-or-later
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

class TestPeopleFolders : public QObject {
    Q_OBJECT
private slots:
    void foldersAreReadRight_data();
    void foldersAreReadRight();
    void foldersAreRefusedByName_data();
    void foldersAreRefusedByName();
    void aPartIsWhole();
    void oneBrokenImageInAHundredIsNamed_data();
    void oneBrokenImageInAHundredIsNamed();
    void namesDecideNotPositions();
    void withoutClassesTheFoldersAreCounted();
    void thePythonEditionIsRecognised();
};

class TestDistortion : public QObject {
    Q_OBJECT
private slots:
    void signsAreTheSamePixelsEverywhere();
    void everySixteenSignsHoldEachClassOnce();
    void olderDistortionsKeepTheirBytes_data();
    void olderDistortionsKeepTheirBytes();
    void namesSurviveTheirText_data();
    void namesSurviveTheirText();
    void badNamesGiveOneSentence_data();
    void badNamesGiveOneSentence();
    void noiseDependsOnSeedAndSampleAlone();
    void noiseHasTheStatedDeviation();
    void legacyWrapMakesTheStatedShareOfSalt();
    void blurKeepsTheMeanAndSpreadsAPointAsAGaussian();
    void cleanChangesNothing();
    void theSmallestBlurChangesNothing();
    void aDistortedDatasetKeepsItsHashAndSaysWhatWasDone();
};

class TestCorruptions : public QObject {
    Q_OBJECT
private slots:
    void thoseWithoutChanceAreTheSlowOnes_data();
    void thoseWithoutChanceAreTheSlowOnes();
    void thoseWithChanceHaveTheSlowOnesFigures_data();
    void thoseWithChanceHaveTheSlowOnesFigures();
    void frostIsTheImageUnderIce();
    void strongerIsFartherFromTheImage_data();
    void strongerIsFartherFromTheImage();
    void aLittleMoreSeverityIsALittleChange_data();
    void aLittleMoreSeverityIsALittleChange();
    void aWideGaussianIsAsWide();
    void wholeSeveritiesHaveThePublishedConstants();
};

class TestCorruptionSizes : public QObject {
    Q_OBJECT
private slots:
    void everySizeIsTaken_data();
    void everySizeIsTaken();
    void flatImagesAreTaken();
    void aSinglePixelIsNoSpecialCase();
    void theSmallerSideChoosesTheConstants();
    void qualityIsRounded();
    void pixelsOfAShareAreNotOneTooFew();
    void threadsAndOrderDoNotMatter_data();
    void threadsAndOrderDoNotMatter();
    void chanceDependsOnSeedAndSample_data();
    void chanceDependsOnSeedAndSample();
    void bytesStay_data();
    void bytesStay();
};

class TestCifar10c : public QObject {
    Q_OBJECT
private slots:
    void corruptionAndSeverityChooseTheRows();
    void labelsMayStandOnce();
    void whatWasNotRecordedIsSaid();
    void cleanImagesMayLieBeside();
    void filesThatAreNotWhatTheySayAreRefused_data();
    void filesThatAreNotWhatTheySayAreRefused();
    void labelsOutOfRangeAreRefused();
};

class TestImageStatistics : public QObject {
    Q_OBJECT
private slots:
    void aFlatImageHasOnlyItsColour();
    void anEdgeIsContrastAndSharpnessButLittleNoise();
    void aRampIsNeitherSharpNorNoisy();
    void aPointGivesTheWeightsOfTheMasks();
    void noiseIsEstimatedFromTheImageAlone();
    void blurAndNoiseShowInSigns();
    void everyImageGivesMultiplesOfTheStepFromZeroToOne();
    void theirNamesAreFitForATable();
};

class TestHostileFiles : public QObject {
    Q_OBJECT
private slots:
    void aTwoGigabyteArchiveEndsAtTheCap();
    void anXzBatchEndsAtTheCap();
    void aMissingTrainingBatchIsNamed();
    void noProgramIsStartedToUnpackAFile();
    void onlyTarsAreArchives();
    void pipesDevicesAndBrokenLinksAreNoImages();
    void contentDecidesWhatAnImageIs_data();
    void contentDecidesWhatAnImageIs();
    void imagesCutInHalfAreRefused_data();
    void imagesCutInHalfAreRefused();
    void aThumbnailDoesNotHideThatAJpegIsCutOff();
    void sidesOutOfRangeAreRefused();
    void aPathThatCannotBeLookedUpSaysWhy();
    void theCentreSquareIsKept();
    void smallerImagesAreAreaAverages();
    void manyThreadsMayReadAtOnce();
};

class TestReadAhead : public QObject {
    Q_OBJECT
private slots:
    void givesWhatTheDatasetGives_data();
    void givesWhatTheDatasetGives();
    void whatWasReadAheadIsUsed();
    void errorsAreThoseOfTheRow();
    void endsWhileItReads();
};

class TestArchives : public QObject {
    Q_OBJECT
private slots:
    void anArchiveHoldsWhatItsFolderHolds_data();
    void anArchiveHoldsWhatItsFolderHolds();
    void allIsEveryPartTogether_data();
    void allIsEveryPartTogether();
    void cifar10AllIsTrainingAndTest();
    void entriesThatLeadOutAreLeftOut();
    void aDamagedEntryIsNamed();
    void tooMuchIsRefused();
    void aPathTellsItsDataset_data();
    void aPathTellsItsDataset();
    void readersEndWhenTheirWorkIsStopped();
    void aJpegWithoutItsTablesIsNamedBeforeItPlays();
};
