// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "engine/rng.h"
#include "engine/world/temperature.h"
#include "inference/mobilenet/softmax_temperature.h"
#include "inference/sealed_file.h"
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

// Wide exits have other tensors: the backbone and the plain exits are taken, those start anew.
void TestTraining::startsFromANetworkWithOtherExits() {
    TrainRequest request = smallRequest("widened.mee");
    request.settings = TrainSettings::fineTuning();
    request.settings.width = .1;
    request.settings.epochs = 1;
    request.settings.wideExits = 1;
    request.init = folder->filePath("whole.mee").toStdString();
    QVERIFY(run(request).has_value());
    const auto before = readModelFile(request.init);
    const auto after = readModelFile(request.out);
    const auto valuesOf = [](const ModelFile& file, const std::string& name) {
        const MobileNetModel& model = *mobileNetOf(file);
        std::int64_t at = 0;
        for (const TensorSpec& spec : tensorsOf(model.architecture)) {
            if (spec.name == name)
                return std::vector(model.values.begin() + at,
                                   model.values.begin() + at + spec.size());
            at += spec.size();
        }
        return std::vector<float>{};
    };
    const auto lastSpec = exitsOf(mobileNetOf(*before)->architecture).back();
    for (const std::string& name :
         {blocksOf(mobileNetOf(*before)->architecture)[2].convolutions.front().name + ".weight",
          lastSpec.name + ".weight"}) {
        const auto from = valuesOf(*before, name);
        const auto to = valuesOf(*after, name);
        QVERIFY2(!from.empty() && from.size() == to.size(), name.c_str());
        double moved = 0;
        for (std::size_t i = 0; i < from.size(); ++i)
            moved = std::max(moved, double{std::abs(from[i] - to[i])});
        QVERIFY2(moved > 0 && moved < .2, name.c_str());
    }
}

void TestTraining::tooFewImagesAreRefused() {
    const auto report = train(smallRequest("few.mee"), FirstImages(openSigns(Split::Train), 20),
                              kValidation, {}, {});
    QVERIFY(!report);
    QVERIFY(QString::fromStdString(report.error().message).contains("fewer than one batch"));
}

// A checkpoint of version 0.1.0 knows nothing of the settings that came later.
void TestTraining::aCheckpointWithoutNewerSettingsGoesOn() {
    TrainRequest request = smallRequest("older.mee");
    std::stop_source stop;
    const auto stopAfterOne = [&](const Progress& p) {
        if (p.detail.starts_with("epoch 2 of 3, loss")) stop.request_stop();
    };
    QVERIFY(run(request, stopAfterOne, stop.get_token()).has_value());
    const auto path = request.out.string() + ".checkpoint";
    const auto sealed = readSealedFile(path, "SPLITCKP", "checkpoint", 1 << 30);
    QVERIFY(sealed.has_value());
    nlohmann::json header = sealed->header;
    for (const char* key : {"wide_exits", "distillation", "exit_weights", "confidence"})
        QCOMPARE(header["settings"].erase(key), std::size_t{1});
    QVERIFY(writeSealedFile(path, "SPLITCKP", "checkpoint", header, sealed->body).has_value());
    request.resume = true;
    QVERIFY(run(request).has_value());
    QVERIFY(fileBytes(request.out) == whole);
    request.settings.wideExits = 1;
    const auto other = run(request);
    QVERIFY(!other);
    QVERIFY(QString::fromStdString(other.error().message).contains("wide_exits"));
}

void TestTraining::wideExitsLearnFromTheFinalExit() {
    TrainRequest request = smallRequest("wide.mee");
    request.settings.wideExits = 2;
    request.settings.distillation = 1;  // earlier exits see no label
    request.settings.exitWeights = "rising";
    request.settings.epochs = 12;
    request.settings.batch = 64;
    request.settings.learningRate = request.settings.exitLearningRate = .05;
    const auto report = train(request, kTraining, kValidation, {}, {});
    QVERIFY(report.has_value());
    for (const double share : report->accuracyPerExit)
        QVERIFY2(share > 2.0 / 16, qPrintable(QString::number(share)));
    const auto model = readModelFile(request.out);
    QVERIFY(model.has_value());
    QCOMPARE(mobileNetOf(*model)->architecture.wideExits, 2);
    const auto table = Probe(*model).table(kValidation, 1);
    QCOMPARE(accuracyPerExit(*table), model->provenance.accuracyPerExit);
}

void TestTraining::calibratedConfidencesSayHowOftenAnExitIsRight() {
    TrainRequest request = smallRequest("calibrated.mee");
    request.settings.confidence = "calibrated";
    QVERIFY(run(request).has_value());
    const auto calibrated = readModelFile(request.out);
    QVERIFY(calibrated.has_value());
    MobileNetModel plain = *mobileNetOf(*calibrated);
    QVERIFY(plain.temperatures != kPlainTemperatures);
    const auto after = Probe(*calibrated).table(kFewToValidate, 1);
    plain.temperatures = kPlainTemperatures;
    const auto before = Probe(plain).table(kFewToValidate, 1);
    QVERIFY(before->prediction == after->prediction);
    QVERIFY(before->confidence != after->confidence);
    const auto gap = [](const ExitTable& table, std::size_t exit) {
        double confidence = 0;
        double right = 0;
        const auto exits = static_cast<std::size_t>(table.exits);
        for (std::size_t i = 0; i < table.label.size(); ++i) {
            confidence += table.confidence[i * exits + exit];
            right += table.prediction[i * exits + exit] == table.label[i] ? 1 : 0;
        }
        return std::abs(confidence - right) / static_cast<double>(table.label.size());
    };
    double all = 0;
    double allBefore = 0;
    for (std::size_t exit = 0; exit < kNetworkExits; ++exit) {
        all += gap(*after, exit);
        allBefore += gap(*before, exit);
    }
    QVERIFY2(all < allBefore, qPrintable(QString("%1 of %2").arg(all).arg(allBefore)));
}

// Labels drawn from the softmax of logits over 2.5.
void TestTraining::aTemperatureIsFoundAgain() {
    constexpr std::size_t kSamples = 20000, kClasses = 5;
    Rng rng(3, "temperature");
    std::vector<double> logits;
    std::vector<std::int64_t> labels;
    for (std::size_t i = 0; i < kSamples; ++i) {
        std::array<double, kClasses> shares{};
        double total = 0;
        for (double& share : shares) {
            logits.push_back(3 * rng.normal());
            total += share = std::exp(logits.back() / 2.5);
        }
        double left = rng.uniform() * total;
        std::size_t label = 0;
        while (label + 1 < kClasses && left > shares[label]) left -= shares[label++];
        labels.push_back(static_cast<std::int64_t>(label));
    }
    const double found = softmaxTemperature(logits, labels);
    QVERIFY2(std::abs(found - 2.5) < .08, qPrintable(QString::number(found)));
    // Always right: no confidence is high enough. Right as often as by chance: none is low enough.
    const std::vector<double> sure{1, 0, 1, 0};
    QCOMPARE(softmaxTemperature(sure, std::vector<std::int64_t>{0, 0}), kMinTemperature);
    QCOMPARE(softmaxTemperature(sure, std::vector<std::int64_t>{1, 0}), kMaxTemperature);
}
