// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <limits>

#include "datasets/digest.h"
#include "inference/sealed_file.h"
#include "inference_tests.h"
#include "small_models.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

// A file whose seal fits: what a careless or hostile program would write.
void writeSealed(const std::filesystem::path& path, const nlohmann::json& header,
                 const std::vector<float>& values) {
    QVERIFY(writeSealedFile(path, "SPLITMEE", "model file", header, bytesOf(std::span(values)), 2)
                .has_value());
}

}  // namespace

void TestModelFile::aModelSurvivesTheFile() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("m.mee").toStdString();
    const MobileNetModel model = randomModel(.2, 1);
    QVERIFY(writeModelFile(path, modelFileOf(model)).has_value());
    const auto read = readModelFile(path);
    QVERIFY(read.has_value());
    QVERIFY(mobileNetOf(*read)->values == model.values);
    QVERIFY(mobileNetOf(*read)->architecture == model.architecture);
    QCOMPARE(read->title, std::string("MobileNetV2, width 0.2"));
    QVERIFY(read->stages == modelFileOf(model).stages);
    QVERIFY(read->classNames == model.classNames);
    QCOMPARE(read->provenance.accuracyPerExit, model.provenance.accuracyPerExit);
    QCOMPARE(read->hash, hexText(sha256(contentOf(path))));
}

// Files of version 1 name no kind: they hold a MobileNetV2, and what this program made of them
// stays.
void TestModelFile::aModelOfVersion1MeansWhatItMeant() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("m.mee").toStdString();
    const MobileNetModel model = randomModel(.2, 1);
    QVERIFY(writeModelFile(path, modelFileOf(model)).has_value());
    nlohmann::json header = readSealedFile(path, "SPLITMEE", "model file", 1 << 30, 2)->header;
    header.erase("kind");
    header.erase("sections");
    const std::filesystem::path old = folder.filePath("old.mee").toStdString();
    QVERIFY(writeSealedFile(old, "SPLITMEE", "model file", header, bytesOf(std::span(model.values)))
                .has_value());
    QCOMPARE(contentOf(old)[8], '\1');
    const auto read = readModelFile(old);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QVERIFY(mobileNetOf(*read)->values == model.values);
    QCOMPARE(read->kind, std::string("mobilenet"));
    QVERIFY(read->stages == readModelFile(path)->stages);
    QCOMPARE(read->hash, hexText(sha256(contentOf(old))));
}

void TestModelFile::aDamagedModelGivesOneSentence_data() {
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("says");
    QTest::newRow("not there") << "absent"
                               << "there is no such file";
    QTest::newRow("a folder") << "folder"
                              << "there is no such file";
    QTest::newRow("empty") << "empty"
                           << "is not a model file";
    QTest::newRow("text") << "text"
                          << "is not a model file";
    QTest::newRow("newer version") << "version"
                                   << "format version 9";
    QTest::newRow("header size") << "header"
                                 << "damaged";
    QTest::newRow("NaN weight") << "nan"
                                << "not a finite number";
    QTest::newRow("negative variance") << "variance"
                                       << "not a finite number in range";
    QTest::newRow("too few values") << "few"
                                    << "holds";
    QTest::newRow("classes") << "classes"
                             << "names 16 classes but has 17";
    QTest::newRow("one million classes") << "million"
                                         << "2 to 1000";
    QTest::newRow("width") << "width"
                           << "width multiplier";
    QTest::newRow("side") << "side"
                          << "possible";
    QTest::newRow("wide exits") << "wide"
                                << "0 to 6";
    QTest::newRow("temperature") << "temperature"
                                 << "0.05 to 20";
    QTest::newRow("too few temperatures") << "temperatures"
                                          << "header is incomplete";
    QTest::newRow("missing key") << "key"
                                 << "header is incomplete";
    QTest::newRow("wrong type") << "type"
                                << "header is incomplete";
    QTest::newRow("deviation") << "deviation"
                               << "normalisation";
    QTest::newRow("sections beyond the file") << "long sections"
                                              << "its sections are longer than the file";
    QTest::newRow("bytes of no section") << "short sections"
                                         << "its sections are shorter than the file";
    QTest::newRow("no values") << "other section"
                               << "it holds no values";
    QTest::newRow("unknown kind") << "kind"
                                  << "no networks of kind 'perceptron'";
    QTest::newRow("no kind") << "no kind"
                             << "header is incomplete";
    QTest::newRow("not an object") << "array"
                                   << "not a JSON object";
}

void TestModelFile::aDamagedModelGivesOneSentence() {
    QFETCH(QString, damage);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("m.mee").toStdString();
    QVERIFY(writeModelFile(path, modelFileOf(randomModel(.1, 1))).has_value());
    const auto sealed = readSealedFile(path, "SPLITMEE", "model file", 1 << 30, 2);
    nlohmann::json header = sealed->header;
    auto values = floatsOf(sealed->body);
    std::string bytes = contentOf(path);
    if (damage == "absent") std::filesystem::remove(path);
    if (damage == "folder") std::filesystem::remove(path), std::filesystem::create_directory(path);
    if (damage == "empty") put(path, "");
    if (damage == "text") put(path, std::string(1000, 'x'));
    if (damage == "version") bytes[8] = 9, put(path, bytes);
    if (damage == "header")
        bytes[15] = 127, bytes.resize(bytes.size() - 32), bytes += sha256(bytes), put(path, bytes);
    if (damage == "nan") values[5] = std::numeric_limits<float>::quiet_NaN();
    if (damage == "variance") values.back() = -1;
    if (damage == "few") values.pop_back(), header["sections"][0]["bytes"] = 4 * values.size();
    if (damage == "long sections") values.pop_back();
    if (damage == "short sections") values.push_back(0);
    if (damage == "other section") header["sections"][0]["name"] = "weights";
    if (damage == "kind") header["kind"] = "perceptron";
    if (damage == "no kind") header.erase("kind");
    if (damage == "classes") header["classes"] = 17;
    if (damage == "million") header["classes"] = 1000000;
    if (damage == "width") header["width"] = 1e300;
    if (damage == "side") header["side"] = 33;
    if (damage == "wide") header["wide_exits"] = 7;
    if (damage == "temperature") header["temperatures"] = {1, 1, 1, 0, 1, 1, 1};
    if (damage == "temperatures") header["temperatures"] = {1, 1, 1};
    if (damage == "key") header.erase("mean");
    if (damage == "type") header["provenance"]["seed"] = "one";
    if (damage == "deviation") header["deviation"] = {0, 0, 0};
    if (damage == "array") header = nlohmann::json::array();
    if (header != sealed->header || bytesOf(std::span(values)).size() != sealed->body.size() ||
        damage == "nan" || damage == "variance")
        writeSealed(path, header, values);
    const auto read = readModelFile(path);
    QVERIFY(!read);
    QVERIFY2(QString::fromStdString(read.error().message).contains(says),
             read.error().message.c_str());
    QVERIFY(!QString::fromStdString(read.error().message).contains('\n'));
}

void TestModelFile::everyFlippedByteIsNoticed() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("m.mee").toStdString();
    QVERIFY(writeModelFile(path, modelFileOf(randomModel(.1, 1))).has_value());
    const std::string bytes = contentOf(path);
    Rng rng(1, "flips");
    for (int i = 0; i < 100; ++i) {
        std::string damaged = bytes;
        const std::size_t at = i < 20 ? static_cast<std::size_t>(i) : rng.below(bytes.size());
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << rng.below(8)));
        put(path, damaged);
        QVERIFY(!readModelFile(path));
    }
}

void TestModelFile::everyTruncationIsNoticed() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("m.mee").toStdString();
    QVERIFY(writeModelFile(path, modelFileOf(randomModel(.1, 1))).has_value());
    const std::string bytes = contentOf(path);
    Rng rng(1, "cuts");
    for (int i = 0; i < 60; ++i) {
        put(path, bytes.substr(0, i < 40 ? static_cast<std::size_t>(i) : rng.below(bytes.size())));
        QVERIFY(!readModelFile(path));
    }
}

void TestModelFile::anUnwritableFolderKeepsTheOldFile() {
    const auto nowhere =
        writeModelFile("/nonexistent folder/m.mee", modelFileOf(randomModel(.1, 1)));
    QVERIFY(!nowhere);
    QCOMPARE(QString::fromStdString(nowhere.error().message),
             QStringLiteral("cannot write model file to /nonexistent folder/m.mee (No such file or "
                            "directory): check that the folder exists, may be written and has "
                            "space"));
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("m.mee").toStdString();
    QVERIFY(writeModelFile(path, modelFileOf(randomModel(.1, 1))).has_value());
    std::filesystem::create_directory(path.string() +
                                      ".part");  // the new content cannot be written
    QVERIFY(!writeModelFile(path, modelFileOf(randomModel(.1, 2))));
    QCOMPARE(readModelFile(path)->provenance.seed, std::uint64_t{1});
}

void TestModelFile::countedCostsFitTheTensors() {
    const Architecture a{1.0, 32, 10};
    for (const Architecture& each : {a, Architecture{.75, 32, 10, 2}}) {
        std::int64_t parameters = 0;
        for (const StageCost& stage : stageCostsOf(each))
            parameters += stage.parameters + stage.exitParameters;
        std::int64_t trained = 0;
        for (const TensorSpec& spec : tensorsOf(each)) trained += spec.trained ? spec.size() : 0;
        QCOMPARE(parameters, trained);
    }
    // After block 3: 24 channels of 16 x 16, convolved to 8 x 8 and 4 x 4.
    QCOMPARE(stageCostsOf({1.0, 32, 10, 1})[0].exitMultiplyAdds,
             std::int64_t{64 * (24 * 9 + 24 * 64) + 16 * (64 * 9 + 64 * 64) + 64 * (16 + 10)});
    // MobileNetV2 at 224 pixels: about 300 million multiply-adds (Sandler et al. 2018), the
    // classifier apart.
    std::int64_t multiplyAdds = 0;
    for (const StageCost& stage : stageCostsOf({1.0, 224, 1000}))
        multiplyAdds += stage.multiplyAdds;
    QVERIFY(multiplyAdds > 290'000'000 && multiplyAdds < 310'000'000);
    QCOMPARE(stageCostsOf(a)[0].cutShape, (std::array<int, 3>{24, 16, 16}));
    QCOMPARE(stageCostsOf(a)[0].cutBytes, std::int64_t{24 * 16 * 16 * 4});
}
