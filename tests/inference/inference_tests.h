// SPDX-License-Identifier: GPL-3.0-or-later
// The subjects of test_inference, one object a file. No Qt keyword may meet a torch header, so the
// objects that need torch keep it in torch_probe.cpp.
#pragma once

#include <QObject>
#include <QTemporaryDir>

#include <filesystem>
#include <memory>

class TestSplitExecution : public QObject {
    Q_OBJECT
private slots:
    void splitAnswersEqualTheWholeNetworkUnfolded_data();
    void splitAnswersEqualTheWholeNetworkUnfolded();
    void anImagesAnswerDoesNotDependOnItsBatchOrOnThreads();
    void aLiveWorldRevealsOnlyWhatItComputed();
    void aLiveRunEqualsTheReplayOfItsTable_data();
    void aLiveRunEqualsTheReplayOfItsTable();
    void aLiveWorldShowsWhatItsTableShows();
    void everyPolicyPlaysTheSameRoundsLiveAndFromTheTable();
    void aScheduleSwitchesDistortionsLiveAndAmongTables();
    void policiesThatTakeTurnsOnOneWorldPlayAsAlone();
    void contextIsTheImagesStatistics();
    void aLiveRunRefusesReleasedSideObservations();
    void theTableIsTheSameOnOneThreadAndTwo();
};

class TestStages : public QObject {
    Q_OBJECT
private slots:
    void stagesComputeWhatVersion01Computed_data();
    void stagesComputeWhatVersion01Computed();
    void wideExitsComputeAlikeByPrimitivesAndByCalls();
    void bitsDependOnNeitherBatchNorThreads_data();
    void bitsDependOnNeitherBatchNorThreads();
    void aCutStaysAsItIsWhileLaterStagesRun();
    void workersAtOnceShareOneNetwork();
    void everyInstructionSetKeepsTheRules_data();
    void everyInstructionSetKeepsTheRules();
};

class TestModelFile : public QObject {
    Q_OBJECT
private slots:
    void aModelSurvivesTheFile();
    void aModelOfVersion1MeansWhatItMeant();
    void aDamagedModelGivesOneSentence_data();
    void aDamagedModelGivesOneSentence();
    void everyFlippedByteIsNoticed();
    void everyTruncationIsNoticed();
    void anUnwritableFolderKeepsTheOldFile();
    void countedCostsFitTheTensors();
};

class TestTraining : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aFewEpochsLearnSomething();
    void oneThreadAndTwoGiveTheSameWeights();
    void aResumedTrainingGivesTheSameFileAsOneThatNeverStopped();
    void aStopKeepsTheBestEpoch();
    void aStopInTheFirstEpochKeepsNothingAndSaysSo();
    void resumingWithOtherSettingsIsRefused();
    void fineTuningStartsFromAModel();
    void startsFromANetworkWithOtherExits();
    void tooFewImagesAreRefused();
    void aCheckpointWithoutNewerSettingsGoesOn();
    void wideExitsLearnFromTheFinalExit();
    void calibratedConfidencesSayHowOftenAnExitIsRight();
    void aTemperatureIsFoundAgain();
};

class TestEncoder : public QObject {
    Q_OBJECT
private slots:
    void stagesAnswerAsTheDefinition_data();
    void stagesAnswerAsTheDefinition();
    void bitsDependOnNeitherBatchNorThreads_data();
    void bitsDependOnNeitherBatchNorThreads();
    void aLiveRunATableAndTwoThreadsAgree();
    void trainingSeesWhatPlaySees_data();
    void trainingSeesWhatPlaySees();
    void layersLearnFromTheExitsTheyShould_data();
    void layersLearnFromTheExitsTheyShould();
    void piecesWithLikeNeighboursStartAlike();
    void halvesAreTheNearest();
    void aModelSurvivesTheFile_data();
    void aModelSurvivesTheFile();
    void anOlderFileIsWrittenAsItIs();
    void aDishonestFileGivesOneSentence_data();
    void aDishonestFileGivesOneSentence();
    void textsAndImagesAreNotTakenForEachOther();
};

class TestEncoderTraining : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aFewEpochsLearn();
    void oneThreadAndTwoGiveTheSameWeights();
    void aResumedTrainingGivesTheSameFileAsOneThatNeverStopped();
    void resumingWithOtherSettingsIsRefused();
    void imagesAndTextsAreRefusedByTheOthersNetwork();
};

class TestWeights : public QObject {
    Q_OBJECT
private slots:
    void bothFormatsGiveTheValues();
    void aHostileFileGivesOneSentence_data();
    void aHostileFileGivesOneSentence();
    void everyFlippedBitIsSurvived();
    void anImportedEncoderAnswersAsItsWeights();
    void realFilesOfTorchAreImported();
    void whatDoesNotFitTheConfigIsNamed_data();
    void whatDoesNotFitTheConfigIsNamed();
};

class TestScript : public QObject {
    Q_OBJECT
private slots:
    void init();
    void aCutNetworkAnswersAsTheWholeOne_data();
    void aCutNetworkAnswersAsTheWholeOne();
    void stagesAreNamedAndCounted();
    void theSmallerPayloadWins();
    void aConcatenationIsNotSentBesideItsParts();
    void anAnswerHasTheSameBitsEverywhere();
    void exitsAreAttachedAndTrained();
    void aProbeTellsWhatTheFileSays();
    void aProbeFindsTheSide();

private:
    [[nodiscard]] std::filesystem::path path(const char* name) const;
    std::unique_ptr<QTemporaryDir> folder_;
};

class TestExportScripts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyScriptOfTheDocsAnswersAsItsImport_data();
    void everyScriptOfTheDocsAnswersAsItsImport();
};

class TestUnsuitable : public QObject {
    Q_OBJECT
private slots:
    void aNetworkThatCannotBeCutGivesOneSentence_data();
    void aNetworkThatCannotBeCutGivesOneSentence();
    void aFileThatIsNoNetworkGivesOneSentence_data();
    void aFileThatIsNoNetworkGivesOneSentence();
    void aDishonestModelFileGivesOneSentence_data();
    void aDishonestModelFileGivesOneSentence();
    void whatLibTorchSaysBecomesOneSentence_data();
    void whatLibTorchSaysBecomesOneSentence();
    void aCrashAndEndlessWorkEndTheTrialAlone();
};
