// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "inference/training.h"
#include "inference_tests.h"
#include "small_models.h"
#include "torch_probe.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::unique_ptr<QTemporaryDir> folder;
std::string whole;  // the bytes of a training of three epochs that never stopped

std::string fileBytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TrainRequest smallRequest(const char* name) {
    TrainRequest request;
    request.settings.width = .1;
    request.settings.epochs = 3;
    request.settings.batch = 32;
    request.settings.augment = "crop";
    request.out = folder->filePath(name).toStdString();
    return request;
}

// Enough to learn something; and ten steps an epoch, where only the way is looked at.
const FirstImages kTraining(openSigns(Split::Train), 1024), kFew(openSigns(Split::Train), 320);
const FirstImages kValidation(openSigns(Split::Validation), 320),
    kFewToValidate(openSigns(Split::Validation), 64);

Result<TrainReport> run(const TrainRequest& request, const ProgressSink& progress = {},
                        std::stop_token stop = {}) {
    return train(request, kFew, kFewToValidate, progress, stop);
}

}  // namespace

void TestTraining::initTestCase() {
    folder = std::make_unique<QTemporaryDir>();
    const TrainRequest request = smallRequest("whole.mee");
    QVERIFY(run(request).has_value());
    whole = fileBytes(request.out);
}

void TestTraining::aFewEpochsLearnSomething() {
    TrainRequest request = smallRequest("learns.mee");
    request.settings.epochs = 12;
    request.settings.batch = 64;
    request.settings.learningRate = request.settings.exitLearningRate = .05;
    const auto report = train(request, kTraining, kValidation, {}, {});
    QVERIFY(report.has_value());
    QCOMPARE(report->epochs, std::int64_t{12});
    QVERIFY2(report->accuracyPerExit.back() > 2.0 / 16,
             qPrintable(QString::number(report->accuracyPerExit.back())));
    const auto model = readModelFile(request.out);
    QVERIFY(model.has_value());
    QCOMPARE(model->provenance.dataHash, kTraining.hash());
    // What the file says of itself is what the network does.
    const auto table = Probe(*model).table(kValidation, 1);
    QCOMPARE(accuracyPerExit(*table), model->provenance.accuracyPerExit);
}

void TestTraining::oneThreadAndTwoGiveTheSameWeights() {
    TrainRequest request = smallRequest("one.mee");
    request.threads = 1;
    QVERIFY(run(request).has_value());
    QVERIFY(fileBytes(request.out) == whole);
}

void TestTraining::aResumedTrainingGivesTheSameFileAsOneThatNeverStopped() {
    TrainRequest request = smallRequest("resumed.mee");
    std::stop_source stop;
    const auto stopInSecondEpoch = [&](const Progress& p) {
        if (p.detail.starts_with("epoch 2 of 3, loss")) stop.request_stop();
    };
    const auto first = run(request, stopInSecondEpoch, stop.get_token());
    QVERIFY(first.has_value());
    QVERIFY(first->cancelled);
    QCOMPARE(first->epochs, std::int64_t{1});
    request.resume = true;
    const auto second = run(request);
    QVERIFY(second.has_value());
    QVERIFY(!second->cancelled);
    QVERIFY(fileBytes(request.out) == whole);
}

void TestTraining::aStopKeepsTheBestEpoch() {
    const TrainRequest request = smallRequest("stopped.mee");
    std::stop_source stop;
    const auto report = run(
        request,
        [&](const Progress& p) {
            if (p.detail.starts_with("epoch 3")) stop.request_stop();
        },
        stop.get_token());
    QVERIFY(report.has_value());
    QVERIFY(report->cancelled);
    const auto model = readModelFile(request.out);
    QVERIFY(model.has_value());
    QCOMPARE(model->provenance.epochs, report->bestEpoch);
}

void TestTraining::aStopInTheFirstEpochKeepsNothingAndSaysSo() {
    const TrainRequest request = smallRequest("never.mee");
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!run(request, {}, stop.get_token()));
    QVERIFY(!std::filesystem::exists(request.out));
}

void TestTraining::resumingWithOtherSettingsIsRefused() {
    TrainRequest request = smallRequest("whole.mee");
    request.resume = true;
    request.settings.weightDecay = .1;
    const auto other = run(request);
    QVERIFY(!other);
    QVERIFY(QString::fromStdString(other.error().message).contains("weight_decay"));
    QVERIFY(fileBytes(request.out) == whole);
    request = smallRequest("nothing.mee");
    request.resume = true;
    QVERIFY(!run(request));
}

void TestTraining::fineTuningStartsFromAModel() {
    TrainRequest request = smallRequest("tuned.mee");
    request.settings = TrainSettings::fineTuning();
    request.settings.width = .1;
    request.settings.epochs = 1;
    request.init = folder->filePath("whole.mee").toStdString();
    QVERIFY(run(request).has_value());
    const auto before = readModelFile(request.init);
    const auto after = readModelFile(request.out);
    double moved = 0;  // the backbone moves by about its small rate, no more
    for (std::size_t i = 0; i < 100; ++i)
        moved = std::max(moved, double{std::abs(mobileNetOf(*before)->values[i] -
                                                mobileNetOf(*after)->values[i])});
    QVERIFY(moved > 0 && moved < .01);
    request.settings.width = .2;
    const auto misfit = run(request);
    QVERIFY(!misfit);
    QVERIFY(QString::fromStdString(misfit.error().message).contains("width"));
}

void TestTraining::tooFewImagesAreRefused() {
    const auto report = train(smallRequest("few.mee"), FirstImages(openSigns(Split::Train), 20),
                              kValidation, {}, {});
    QVERIFY(!report);
    QVERIFY(QString::fromStdString(report.error().message).contains("fewer than one batch"));
}
