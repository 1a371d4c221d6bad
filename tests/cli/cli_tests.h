// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestCli : public QObject {
    Q_OBJECT
private slots:
    void everyVerbExplainsItself_data();
    void everyVerbExplainsItself();
    void theRoundsOfAFileEqualTheSlowReference_data();
    void theRoundsOfAFileEqualTheSlowReference();
    void theSameSeedGivesTheSameBytes();
    void aPackedTableIsTheSameTable();
    void jsonHoldsEveryPromisedKey();
    void aCsvTableAndItsBinaryFormGiveTheSameRounds();
    void publishedTablesAreImported();
    void aSessionKeepsRunsThatCanBeExportedAgain();
    void anExperimentFileIsOverriddenByFlags();
    void theBundledExampleRuns();
    void theBundledTablesAreThere();
    void furtherRunsGetRoundsFilesOfTheirOwn();
};

class TestStatisticsVerbs : public QObject {
    Q_OBJECT
private slots:
    void everyFigureCarriesEverySpread();
    void theTableNamesItsBand_data();
    void theTableNamesItsBand();
    void policiesAreComparedOnTheSameSamples();
    void operatingPointsOnTheFrontAreMarked();
    void calibrationIsPrintedAndWritten();
    void temperaturesAreAppliedBeforeTheRun();
};

class TestCharts : public QObject {
    Q_OBJECT
private slots:
    void aRegimeMapSaysTheSameInEveryFormat();
    void aRegimeMapIsPrintedForPeople();
    void curvesSayTheSameInEveryFormat();
    void everyPolicyMeasureAndBandIsDrawn_data();
    void everyPolicyMeasureAndBandIsDrawn();
    void ctrlCKeepsTheCellsThatAreDone();
    void aReportOfKeptRunsIsOneFileOrATable();
    void whatMakesNoSenseIsOneSentence_data();
    void whatMakesNoSenseIsOneSentence();
};

class TestBadInput : public QObject {
    Q_OBJECT
private slots:
    void oneSentenceAndTheRightExitCode_data();
    void oneSentenceAndTheRightExitCode();
    void aFailedRunKeepsTheSession();
    void aFullDiskIsSaid();
};

class TestOutput : public QObject {
    Q_OBJECT
private slots:
    void aFullStdoutIsSaid_data();
    void aFullStdoutIsSaid();
    void aClosedStdoutIsSaid();
    void aDashIsStdout_data();
    void aDashIsStdout();
    void stdoutTakesOneThing_data();
    void stdoutTakesOneThing();
    void namesAreEscaped_data();
    void namesAreEscaped();
    void readingASessionLeavesNothingBesideIt_data();
    void readingASessionLeavesNothingBesideIt();
    void aFullMemoryIsSaid();
};

class TestSessionWords : public QObject {
    Q_OBJECT
private slots:
    void wordsSayTheSameAsTheFlag_data();
    void wordsSayTheSameAsTheFlag();
    void whatIsMissingOrTooMuchIsSaid_data();
    void whatIsMissingOrTooMuchIsSaid();
    void manyRunsAtOnce();
    void runsAreFilteredAndShowTheColumnsAskedFor();
    void runsAreMarked();
    void theResumeOfWords();
};

class TestJsonShapes : public QObject {
    Q_OBJECT
private slots:
    void figuresAndSourcesHaveOneShape_data();
    void figuresAndSourcesHaveOneShape();
};

class TestCosts : public QObject {
    Q_OBJECT
private slots:
    void flagsFilesAndProfilesMeanTheSameRun();
    void aSessionKeepsThem();
    void reportsAndListsTellThem();
    void mapsAndSweepsVaryTheFactor();
    void theVerbShowsAProfileAndWritesOne();
    void whatMakesNoSenseIsOneSentence_data();
    void whatMakesNoSenseIsOneSentence();
};

class TestRunsWithoutRounds : public QObject {
    Q_OBJECT
private slots:
    void figuresAreRepeatedAndReported();
};

class TestUnknownWords : public QObject {
    Q_OBJECT
private slots:
    void whatIsUnknownIsSaidInOrder_data();
    void whatIsUnknownIsSaidInOrder();
    void aFileThatStandsAloneIsRecognised();
    void numbersAndPartsAreExplained();
    void whatIsThereIsNotReplaced();
    void aMistypedSessionIsNotMade();
    void samplesThatRepeatAreSaid();
};

class TestCompletion : public QObject {
    Q_OBJECT
private slots:
    void theShellCompletesNames_data();
    void theShellCompletesNames();
};

class TestLocale : public QObject {
    Q_OBJECT
private slots:
    void reportsHaveTheBytesOfTheCommandLine_data();
    void reportsHaveTheBytesOfTheCommandLine();
    void otherFilesHaveTheBytesOfTheCommandLine();
    void textsOfPeopleMeanTheSame();
};

class TestImport : public QObject {
    Q_OBJECT
private slots:
    void aNetworkWithExitsPlaysEverywhere();
    void exitsAreTrainedForANetworkWithOne();
    void whatIsAskedForIsChecked_data();
    void whatIsAskedForIsChecked();
};

class TestLive : public QObject {
    Q_OBJECT
private slots:
    void aLiveRunEqualsTheReplayOfItsTable_data();
    void aLiveRunEqualsTheReplayOfItsTable();
    void aKilledRunKeepsEveryCommittedRound();
    void ctrlCStopsARunAndKeepsItsRounds();
    void modelInfoCountsAndMeasures();
    void theBundledSignsModelKnowsItsSigns();
    void theBundledCifarModelHasTheAccuracyOfTheReadme();
};

class TestResume : public QObject {
    Q_OBJECT
private slots:
    void aKilledRunGoesOnToTheEndThatItWouldHaveHad_data();
    void aKilledRunGoesOnToTheEndThatItWouldHaveHad();
    void whatWasAskedForIsFinishedAfterAKill();
    void sixteenStartersOnOneSessionLoseNothing();
    void writersThatAreKilledAtOnceLoseNothing();
    void aKeptRunRepeatsIdentically();
    void theTableThatWasPlayedIsTheOneRepeated();
};

class TestSmallDisk : public QObject {
    Q_OBJECT
private slots:
    void aRunOnAFullDiskGoesOnOnceThereIsRoom();
    void aSessionThatMayNotBeWrittenIsShownAndRefused();
};

class TestPeopleFiles : public QObject {
    Q_OBJECT
private slots:
    void rowsOfATableAreChosenByEveryVerb_data();
    void rowsOfATableAreChosenByEveryVerb();
    void chosenRowsAreKeptByTheirName();
    void aFolderOfTheNetworksImagesPlaysAsTheyDo();
    void aRenamedClassIsRefusedAndALeftOutOneIsNamed();
};

class TestOracleTables : public QObject {
    Q_OBJECT
private slots:
    void theRoundsOfEveryPolicyEqualTheOracles_data();
    void theRoundsOfEveryPolicyEqualTheOracles();
};

class TestDrift : public QObject {
    Q_OBJECT
private slots:
    void driftSaysHowSoonPoliciesAdapt();
    void aRunUnderAScheduleIsKeptAndRepeated();
    void senselessPoliciesAndSchedulesAreRefusedInOneSentence_data();
    void senselessPoliciesAndSchedulesAreRefusedInOneSentence();
};

class TestReproduce : public QObject {
    Q_OBJECT
private slots:
    void theFolderHoldsPageFiguresCsvAndSession();
    void figuresAreThoseOfRun();
    void aFolderIsNotOverwrittenByChance();
    void tablesAreReadLiveFirst();
    void theBundledOnesArePlayed_data();
    void theBundledOnesArePlayed();
    void aFolderOfDataGivesTheTrace();
    void whatMakesNoSenseIsOneSentence_data();
    void whatMakesNoSenseIsOneSentence();
};

class TestDistortionsVerb : public QObject {
    Q_OBJECT
private slots:
    void listsEveryDistortion();
    void drawsASheetOfNineteenByFive();
    void badInputIsOneSentence_data();
    void badInputIsOneSentence();
    void aDayIsPlayedAndRepeated();
};

class TestTextNetwork : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void modelInfoTellsWhatItReads();
    void aLiveRunEqualsTheReplayOfItsTable();
    void bundledTextsPlayByName();
    void aVocabularyOfSentencePieceIsTakenAndKept();
    void aSecondVocabularyIsRefused();
    void progressIsJsonForPrograms();
    void imagesAndTextsAreRefused_data();
    void imagesAndTextsAreRefused();
};

class TestSweepVerb : public QObject {
    Q_OBJECT
private slots:
    void killedThreeTimesInFourShardsItMergesToTheUninterruptedSweep();
    void aSlurmArrayMergesToTheUninterruptedSweep();
    void threadsAndKeptRoundsDoNotChangeWhatIsPlayed();
    void aKilledSweepThatKeepsRoundsRemovesItsRemains();
    void ctrlCKeepsWhatIsDone();
    void flagsAloneGiveTheSameRunsAsTheFile();
    void aRunOfASweepCanBeRepeatedBitForBit();
    void theBundledSweepsArePlayable();
    void badInputIsOneSentence_data();
    void badInputIsOneSentence();
};

class TestPolicyFile : public QObject {
    Q_OBJECT
private slots:
    void aFileIsPlayedAsItsFlagsAre();
    void whatContradictsTheFileIsOneSentence_data();
    void whatContradictsTheFileIsOneSentence();
};

class TestPolicyEntries : public QObject {
    Q_OBJECT
private slots:
    void figuresAreThoseOfThePolicyAlone();
    void roundsHaveFilesOfTheirOwn();
    void anExperimentFileListsThem();
    void aSessionHoldsThemByTheirOwnParameters();
    void aKilledExperimentIsResumed();
    void aSweepCountsThemAsPolicies();
};

class TestAdvise : public QObject {
    Q_OBJECT
private slots:
    void theAdviceIsPrintedWrittenAndPlayed();
    void aLatencyIsACostByTheProfile();
    void whatMakesNoSenseIsOneSentence_data();
    void whatMakesNoSenseIsOneSentence();
};
