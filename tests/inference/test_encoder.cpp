// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

#include "encoder_probe.h"
#include "engine/rng.h"
#include "inference/encoder_settings.h"
#include "inference/half.h"
#include "inference/sealed_file.h"
#include "inference/training.h"
#include "inference_tests.h"
#include "small_models.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::string bytesIn(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void eachShape() {
    QTest::addColumn<int>("shape");
    int number = 0;
    for (const NamedShape& shape : encoderShapes()) QTest::newRow(shape.name) << number++;
}

EncoderModel modelOfRow() {
    QFETCH(int, shape);
    return randomEncoder(encoderShapes()[static_cast<std::size_t>(shape)].shape, 3);
}

// Whether the last word of a text is "good" decides; the other words are noise.
std::shared_ptr<const Dataset> learnable(int count, std::uint64_t seed) {
    Rng rng(seed, "learnable");
    std::vector<Text> texts;
    std::vector<std::int32_t> labels;
    for (int i = 0; i < count; ++i) {
        std::string text;
        for (std::uint64_t word = 0; word < 2 + rng.below(6); ++word)
            text += std::string(1 + rng.below(3), static_cast<char>('a' + rng.below(8))) + " ";
        labels.push_back(static_cast<std::int32_t>(rng.below(2)));
        texts.push_back({text + (labels.back() == 1 ? "good" : "bad"), ""});
    }
    return textDataset(std::move(texts), std::move(labels));
}

std::unique_ptr<QTemporaryDir> folder;
std::string whole;  // the bytes of a training of three epochs that never stopped

TrainRequest smallTraining(const char* name) {
    TrainRequest request;
    request.network = kEncoderNetwork;
    request.settings = TrainSettings::forEncoder();
    request.settings.epochs = 3;
    request.settings.batch = 16;
    request.settings.learningRate = request.settings.exitLearningRate = 3e-3;
    request.encoder.layers = 2;
    request.encoder.hidden = 16;
    request.encoder.heads = 2;
    request.encoder.feedForward = 24;
    request.encoder.vocabulary = 200;
    request.encoder.length = 16;
    request.out = folder->filePath(name).toStdString();
    return request;
}

Result<TrainReport> trained(const TrainRequest& request, const ProgressSink& progress = {},
                            std::stop_token stop = {}) {
    return train(request, *learnable(400, 1), *learnable(100, 2), progress, std::move(stop));
}

}  // namespace

void TestEncoder::stagesAnswerAsTheDefinition_data() { eachShape(); }
void TestEncoder::stagesAnswerAsTheDefinition() {
    const EncoderModel model = modelOfRow();
    const auto texts = someTexts();
    const auto wanted = plainEncoderAnswers(model, texts);
    for (const bool calls : {false, true}) {
        const auto got = encoderAnswers(model, texts, 1, 1, calls);
        QCOMPARE(got.size(), texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (std::size_t exit = 0; exit < wanted[i].size(); ++exit) {
                QVERIFY2(std::abs(got[i][exit].confidence - wanted[i][exit].confidence) < 1e-5F,
                         qPrintable(QString("text %1, exit %2").arg(i).arg(exit + 1)));
                QVERIFY(std::abs(got[i][exit].entropy - wanted[i][exit].entropy) < 1e-5);
                if (wanted[i][exit].confidence > .501F)
                    QCOMPARE(got[i][exit].prediction, wanted[i][exit].prediction);
            }
    }
}

void TestEncoder::bitsDependOnNeitherBatchNorThreads_data() { eachShape(); }
void TestEncoder::bitsDependOnNeitherBatchNorThreads() {
    const EncoderModel model = modelOfRow();
    const auto texts = someTexts();
    const auto alone = encoderAnswers(model, texts, 1, 1);
    for (const int batch : {2, 3, 16}) QVERIFY(encoderAnswers(model, texts, batch, 1) == alone);
}

void TestEncoder::aLiveRunATableAndTwoThreadsAgree() {
    const EncoderModel model = randomEncoder(encoderShapes()[0].shape, 4);
    const auto dataset = textDataset(someTexts());
    const Probe probe(modelFileOf(model));
    const auto table = probe.table(*dataset, 1);
    QVERIFY2(table.has_value(), table ? "" : table.error().message.c_str());
    const auto second = probe.table(*dataset, 2);
    QVERIFY(second->confidence == table->confidence && second->entropy == table->entropy);
    QVERIFY(second->prediction == table->prediction && second->context == table->context);
    QCOMPARE(table->contextNames, (std::vector<std::string>{"words", "word_length"}));
    for (const int threads : {1, 2}) {
        const auto live = probe.liveWorld(dataset, threads);
        for (std::int64_t row = 0; row < dataset->size(); ++row) {
            const auto seen = live->observe({row, {table->exits, 2}, Feedback::UpToSplit});
            QVERIFY(seen.has_value());
            const auto at = static_cast<std::size_t>(row * table->exits);
            for (int exit = 1; exit <= table->exits; ++exit) {
                QCOMPARE(seen->confidence(exit),
                         table->confidence[at + static_cast<std::size_t>(exit - 1)]);
                QCOMPARE(seen->prediction(exit),
                         table->prediction[at + static_cast<std::size_t>(exit - 1)]);
            }
            QCOMPARE(live->text().first, someTexts()[static_cast<std::size_t>(row)].first);
        }
    }
}

void TestEncoder::trainingSeesWhatPlaySees_data() { eachShape(); }
void TestEncoder::trainingSeesWhatPlaySees() {
    QVERIFY(trainingDiffersFromPlay(modelOfRow(), someTexts()) < 1e-5);
}

void TestEncoder::layersLearnFromTheExitsTheyShould_data() { eachShape(); }
void TestEncoder::layersLearnFromTheExitsTheyShould() {
    for (const std::string_view mode : kExitGradients) {
        const double differs = exitGradientsDiffer(modelOfRow(), someTexts(), std::string(mode));
        QVERIFY2(differs < 1e-5, qPrintable(QStringLiteral("%1: %2").arg(
                                     QLatin1String(mode.data()), QString::number(differs))));
    }
}

void TestEncoder::piecesWithLikeNeighboursStartAlike() {
    const auto [like, unlike] = neighbourCosines();
    QVERIFY2(like > .8 && unlike < .4, qPrintable(QString("%1, %2").arg(like).arg(unlike)));
    QCOMPARE(neighbourCosines().first, like);
}

void TestEncoder::halvesAreTheNearest() {
    for (std::uint32_t half = 0; half < 0x10000; ++half) {
        const auto bits = static_cast<std::uint16_t>(half);
        const float value = floatOfHalf(bits);
        if (std::isnan(value)) {
            QVERIFY(std::isnan(floatOfHalf(halfOf(value))));
            continue;
        }
        QCOMPARE(halfOf(value), bits);
        if ((bits & 0x7fff) >= 0x7bff) continue;
        // Between two halves the nearer one, in the middle the even one.
        const float next = floatOfHalf(static_cast<std::uint16_t>(bits + 1));
        const float middle = static_cast<float>((double{value} + double{next}) / 2);
        QCOMPARE(halfOf(middle), static_cast<std::uint16_t>(bits + (bits & 1)));
        QCOMPARE(halfOf(std::nextafter(middle, value)), bits);
        QCOMPARE(halfOf(std::nextafter(middle, next)), static_cast<std::uint16_t>(bits + 1));
    }
    QCOMPARE(floatOfHalf(halfOf(1e6F)), INFINITY);
    QCOMPARE(floatOfHalf(halfOf(65519.F)), 65504.F);
    QCOMPARE(floatOfHalf(halfOf(65520.F)), INFINITY);
    QCOMPARE(floatOfHalf(0x3c01), 1 + 0x1p-10F);
    QCOMPARE(floatOfHalf(0x8001), -0x1p-24F);
}

void TestEncoder::aModelSurvivesTheFile_data() { eachShape(); }
void TestEncoder::aModelSurvivesTheFile() {
    const EncoderModel model = modelOfRow();
    const QTemporaryDir own;
    const std::filesystem::path path = own.filePath("m.mee").toStdString();
    QVERIFY(writeModelFile(path, modelFileOf(model)).has_value());
    const auto read = readModelFile(path);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    const EncoderModel* back = encoderOf(*read);
    QVERIFY(back != nullptr);
    QVERIFY(back->values == model.values);
    QVERIFY(back->shape == model.shape);
    QVERIFY(back->tokenizer->bytes() == model.tokenizer->bytes());
    QVERIFY(read->takesTexts());
    QCOMPARE(read->text().length, model.shape.length);
    QVERIFY(read->stages == modelFileOf(model).stages);
    QVERIFY(encoderAnswers(*back, someTexts(), 1, 1) == encoderAnswers(model, someTexts(), 1, 1));
    // A stage's payload is what crosses: hidden values of so many pieces.
    QCOMPARE(read->stages[0].payloadBytes(),
             std::int64_t{4} * model.shape.length * model.shape.hidden);
    std::int64_t parameters = 0;
    for (const StageInfo& stage : read->stages)
        parameters += stage.parameters + stage.exitParameters;
    QCOMPARE(parameters, static_cast<std::int64_t>(model.values.size()));
}

// The bundled network lies in a file of before there were vocabularies of other kinds.
void TestEncoder::anOlderFileIsWrittenAsItIs() {
    const std::filesystem::path path = SPLITEE_RESOURCES "/models/sst2.mee";
    const auto read = readModelFile(path);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    const QTemporaryDir folder;
    const std::filesystem::path again = folder.filePath("again.mee").toStdString();
    QVERIFY(writeModelFile(again, *read).has_value());
    const auto bytesAt = [](const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    QVERIFY(bytesAt(again) == bytesAt(path));
}

void TestEncoder::aDishonestFileGivesOneSentence_data() {
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("says");
    QTest::newRow("few weights") << "few"
                                 << "but its shape has";
    QTest::newRow("many weights") << "many"
                                  << "but its shape has";
    QTest::newRow("infinite weight") << "infinite"
                                     << "not a finite number";
    QTest::newRow("NaN weight") << "nan"
                                << "not a finite number";
    QTest::newRow("no vocabulary") << "no vocabulary"
                                   << "it holds no vocabulary";
    QTest::newRow("empty vocabulary") << "empty vocabulary"
                                      << "its vocabulary has no [PAD]";
    QTest::newRow("no [UNK]") << "no unk"
                              << "[UNK]";
    QTest::newRow("no weights") << "no weights"
                                << "it holds no weights";
    QTest::newRow("layers") << "layers"
                            << "layers";
    QTest::newRow("heads") << "heads"
                           << "the heads must divide";
    QTest::newRow("no heads") << "no heads"
                              << "0 heads";
    QTest::newRow("wide") << "wide"
                          << "are possible";
    QTest::newRow("huge") << "huge"
                          << "weights: at most";
    QTest::newRow("epsilon") << "epsilon"
                             << "variance";
    QTest::newRow("length") << "length"
                            << "positions";
    QTest::newRow("no shape") << "no shape"
                              << "header is incomplete";
    QTest::newRow("shape is a list") << "list"
                                     << "header is incomplete";
    QTest::newRow("takes images") << "image"
                                  << "takes images";
    QTest::newRow("a MobileNetV2 of texts") << "mobilenet"
                                            << "takes texts";
}

void TestEncoder::aDishonestFileGivesOneSentence() {
    QFETCH(QString, damage);
    QFETCH(QString, says);
    const QTemporaryDir own;
    const std::filesystem::path path = own.filePath("m.mee").toStdString();
    QVERIFY(
        writeModelFile(path, modelFileOf(randomEncoder(encoderShapes()[0].shape, 1))).has_value());
    const auto sealed = readSealedFile(path, "SPLITMEE", "model file", 1 << 30, 2);
    nlohmann::json header = sealed->header;
    std::string body = sealed->body;
    const std::size_t words = header["sections"][0]["bytes"];
    const auto setHalf = [&](std::uint16_t half) { std::memcpy(body.data() + words, &half, 2); };
    if (damage == "few")
        body.resize(body.size() - 2), header["sections"][1]["bytes"] = body.size() - words;
    if (damage == "many") body += "xx", header["sections"][1]["bytes"] = body.size() - words;
    if (damage == "infinite") setHalf(0x7c00);
    if (damage == "nan") setHalf(0x7c01);
    if (damage == "no vocabulary") header["sections"][0]["name"] = "words";
    if (damage == "no weights") header["sections"][1]["name"] = "values";
    if (damage == "empty vocabulary") body.erase(0, words), header["sections"][0]["bytes"] = 0;
    if (damage == "no unk") body[body.find("[UNK]")] = '(';
    if (damage == "layers") header["encoder"]["layers"] = 1000;
    if (damage == "heads") header["encoder"]["heads"] = 5;
    if (damage == "no heads") header["encoder"]["heads"] = 0;
    if (damage == "wide") header["encoder"]["feed_forward"] = 1 << 30;
    if (damage == "huge") header["encoder"]["layers"] = 64, header["encoder"]["hidden"] = 16384;
    if (damage == "epsilon") header["encoder"]["epsilon"] = -1;
    if (damage == "length") header["encoder"]["length"] = 0;
    if (damage == "no shape") header.erase("encoder");
    if (damage == "list") header["encoder"] = nlohmann::json::array();
    if (damage == "image")
        header.erase("input"), header["side"] = 32,
                               header["mean"] = header["deviation"] = {1, 1, 1};
    if (damage == "mobilenet") header["kind"] = "mobilenet";
    QVERIFY(writeSealedFile(path, "SPLITMEE", "model file", header, body, 2).has_value());
    const auto read = readModelFile(path);
    QVERIFY(!read);
    const QString said = QString::fromStdString(read.error().message);
    QVERIFY2(said.contains(says), qPrintable(said));
    QVERIFY(!said.contains('\n'));
}

void TestEncoder::textsAndImagesAreNotTakenForEachOther() {
    const NetworkInfo reads = modelFileOf(randomEncoder(encoderShapes()[0].shape, 1));
    const auto images = openSigns(Split::Test);
    const auto refused = fits(reads, *images);
    QVERIFY(!refused);
    QVERIFY(QString::fromStdString(refused.error().message).contains("takes texts, but signs"));
    QVERIFY(fits(reads, *textDataset(someTexts())).has_value());
    const auto other = fits(modelFileOf(randomModel(.1, 1)), *textDataset(someTexts()));
    QVERIFY(!other);
    QVERIFY(QString::fromStdString(other.error().message).contains("takes images"));
}

void TestEncoderTraining::initTestCase() {
    folder = std::make_unique<QTemporaryDir>();
    const TrainRequest request = smallTraining("whole.mee");
    const auto report = trained(request);
    QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
    whole = bytesIn(request.out);
}

void TestEncoderTraining::aFewEpochsLearn() {
    TrainRequest request = smallTraining("learns.mee");
    request.settings.epochs = 12;
    request.encoder.dropout = request.encoder.wordDropout = 0;
    const auto report = trained(request);
    QVERIFY(report.has_value());
    QVERIFY2(report->accuracyPerExit.back() > .9,
             qPrintable(QString::number(report->accuracyPerExit.back())));
    const auto model = readModelFile(request.out);
    QVERIFY(model.has_value());
    QCOMPARE(model->kind, std::string("encoder"));
    // What the file says of itself is what the network does.
    const auto table = Probe(*model).table(*learnable(100, 2), 1);
    QCOMPARE(accuracyPerExit(*table), model->provenance.accuracyPerExit);
}

void TestEncoderTraining::oneThreadAndTwoGiveTheSameWeights() {
    TrainRequest request = smallTraining("one.mee");
    request.threads = 1;
    QVERIFY(trained(request).has_value());
    QVERIFY(bytesIn(request.out) == whole);
}

void TestEncoderTraining::aResumedTrainingGivesTheSameFileAsOneThatNeverStopped() {
    TrainRequest request = smallTraining("resumed.mee");
    std::stop_source stop;
    const auto first = trained(
        request,
        [&](const Progress& p) {
            if (p.detail.starts_with("epoch 2 of 3, loss")) stop.request_stop();
        },
        stop.get_token());
    QVERIFY(first.has_value());
    QVERIFY(first->cancelled);
    QCOMPARE(first->epochs, std::int64_t{1});
    request.resume = true;
    const auto second = trained(request);
    QVERIFY(second.has_value());
    QVERIFY(bytesIn(request.out) == whole);
}

void TestEncoderTraining::resumingWithOtherSettingsIsRefused() {
    TrainRequest request = smallTraining("whole.mee");
    request.resume = true;
    request.encoder.wordDropout = .5;
    const auto other = trained(request);
    QVERIFY(!other);
    QVERIFY(QString::fromStdString(other.error().message).contains("word_dropout"));
    QVERIFY(bytesIn(request.out) == whole);
}

void TestEncoderTraining::imagesAndTextsAreRefusedByTheOthersNetwork() {
    TrainRequest request = smallTraining("images.mee");
    const auto images =
        train(request, *openSigns(Split::Train), *openSigns(Split::Validation), {}, {});
    QVERIFY(!images);
    QVERIFY(QString::fromStdString(images.error().message).contains("it holds images"));
    request.network = kMobileNetwork;
    request.settings = TrainSettings();
    const auto texts = trained(request);
    QVERIFY(!texts);
    QVERIFY(QString::fromStdString(texts.error().message).contains("it holds texts"));
}
