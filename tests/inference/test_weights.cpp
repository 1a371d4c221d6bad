// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "encoder_probe.h"
#include "inference/encoder_import.h"
#include "inference/weights/tensor_file.h"
#include "inference_tests.h"
#include "weights_files.h"

using namespace splitee;
using namespace splitee::test;

namespace {

const WeightsToWrite kTwo{{"a.weight", {{2, 3}, {1, 2, 3, 4, 5, 6}}}, {"b", {{4}, {.5, -1, 0, 9}}}};

std::filesystem::path written(const QTemporaryDir& folder, const char* name,
                              const std::string& bytes) {
    const std::filesystem::path path = folder.filePath(name).toStdString();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? "" : text.replace(at, from.size(), to);
}

// What ElasticBERT calls the tensors of an encoder of ours.
WeightsToWrite outside(const EncoderModel& model) {
    WeightsToWrite weights;
    std::size_t offset = 0;
    for (const TensorSpec& spec : tensorsOf(model.shape)) {
        const auto size = static_cast<std::size_t>(spec.size());
        const std::vector<float> values(
            model.values.begin() + static_cast<std::ptrdiff_t>(offset),
            model.values.begin() + static_cast<std::ptrdiff_t>(offset + size));
        offset += size;
        const bool first = spec.name.ends_with(".weight") || spec.name.ends_with(".scale");
        const std::string end = first ? ".weight" : ".bias";
        const std::string body = "elasticbert.encoder.";
        const std::size_t dot = spec.name.find('.');
        const std::string part = spec.name.substr(dot + 1);
        if (spec.name == "pieces.weight")
            weights["elasticbert.embeddings.word_embeddings.weight"] = {spec.shape, values};
        else if (spec.name == "positions.weight")
            weights["elasticbert.embeddings.position_embeddings.weight"] = {spec.shape, values};
        else if (spec.name == "segments.weight")
            weights["elasticbert.embeddings.token_type_embeddings.weight"] = {spec.shape, values};
        else if (spec.name.starts_with("embedded"))
            weights["elasticbert.embeddings.LayerNorm" + end] = {spec.shape, values};
        else if (spec.name.starts_with("exit")) {
            const std::string n = std::to_string(std::stoi(spec.name.substr(4)) - 1);
            weights[part.starts_with("pooler") ? body + "pooler." + n + ".dense" + end
                                               : "classifiers." + n + end] = {spec.shape, values};
        } else {
            const std::string at =
                body + "layer." + std::to_string(std::stoi(spec.name.substr(5)) - 1) + ".";
            if (part.starts_with("look")) {
                std::vector<std::int64_t> shape = spec.shape;
                shape[0] /= 3;
                for (std::size_t i = 0; i < 3; ++i) {
                    const char* which[] = {"query", "key", "value"};
                    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(i * size / 3);
                    weights[at + "attention.self." + which[i] + end] = {
                        shape, {begin, begin + static_cast<std::ptrdiff_t>(size / 3)}};
                }
                continue;
            }
            const std::map<std::string, std::string> names{{"gather", "attention.output.dense"},
                                                           {"norm1", "attention.output.LayerNorm"},
                                                           {"widen", "intermediate.dense"},
                                                           {"narrow", "output.dense"},
                                                           {"norm2", "output.LayerNorm"}};
            weights[at + names.at(part.substr(0, part.find('.'))) + end] = {spec.shape, values};
        }
    }
    weights["elasticbert.embeddings.position_ids"] = {{1, 2}, {0, 1}};
    return weights;
}

nlohmann::json configOf(const EncoderShape& shape) {
    return {{"num_hidden_layers", shape.layers},       {"hidden_size", shape.hidden},
            {"num_attention_heads", shape.heads},      {"intermediate_size", shape.feedForward},
            {"max_position_embeddings", shape.length}, {"layer_norm_eps", shape.epsilon},
            {"vocab_size", shape.vocabulary},          {"hidden_act", "gelu"}};
}

}  // namespace

void TestWeights::bothFormatsGiveTheValues() {
    const QTemporaryDir folder;
    const auto tensors =
        written(folder, "w.safetensors", safetensorsOf(kTwo, safetensorsHeader(kTwo)));
    const auto zip = written(folder, "w.bin", torchZipOf(kTwo, pickleOf(kTwo)));
    for (const auto& path : {tensors, zip}) {
        const auto file = openTensorFile(path);
        QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
        QCOMPARE(file->tensors.size(), kTwo.size());
        for (const auto& [name, wanted] : kTwo) {
            QVERIFY(file->tensors.at(name).shape == wanted.shape);
            QVERIFY(*file->read(name) == wanted.values);
        }
    }
}

void TestWeights::aHostileFileGivesOneSentence_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& bytes, const char* says) {
        QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                            << says;
    };
    const std::string header = safetensorsHeader(kTwo);
    const auto changed = [&](const std::string& from, const std::string& to) {
        return safetensorsOf(kTwo, replaced(header, from, to));
    };
    const std::string good = safetensorsOf(kTwo, header);
    row("empty", "", "too short");
    row("text", std::string(100, 'x'), "neither a safetensors file nor");
    row("header beyond the file", std::string("\xff\xff\0\0\0\0\0\0{}", 10), "neither");
    row("header of 2^63", std::string("\0\0\0\0\0\0\0\x80{}", 10), "neither");
    row("no JSON", changed("{", "["), "not a JSON object");
    row("beyond the file", changed("[24,40]", "[24,44]"), "outside the file");
    row("beyond 2^64", changed("[24,40]", "[24,18446744073709551615]"), "outside the file");
    row("negative offset", changed("[24,40]", "[-1,40]"), "whole numbers");
    row("backwards", changed("[24,40]", "[40,24]"), "outside the file");
    row("overlap", changed("[24,40]", "[20,36]"), "overlap");
    row("gap", changed("[0,24]", "[0,20]"), "another number");
    row("shape", changed("[2,3]", "[2,4]"), "another number");
    row("negative shape", changed("[2,3]", "[-2,-3]"), "negative extent");
    row("huge shape", changed("[2,3]", "[4294967296,4294967296]"), "too many values");
    row("shape of texts", changed("[2,3]", "[\"2\"]"), "does not have");
    row("bytes behind", good + "x", "goes on behind");
    row("cut short", good.substr(0, good.size() - 1), "outside the file");
    const std::string pickle = pickleOf(kTwo);
    const std::string zip = torchZipOf(kTwo, pickle);
    const auto pickled = [](const std::string& bytes) { return torchZipOf(kTwo, bytes); };
    row("zip cut short", zip.substr(0, zip.size() - 60), "directory");
    row("zip without a pickle",
        replaced(replaced(zip, "data.pkl", "data.pkx"), "data.pkl", "x.pklxxx"), "no data.pkl");
    row("directory beyond the file",
        zip.substr(0, zip.size() - 6) + std::string("\xff\xff\xff\x7f\0\0", 6), "outside the file");
    row("calls os.system",
        pickled("\x80\x02"
                "cos\nsystem\nX\x02" +
                std::string(3, '\0') + "ls\x85R."),
        "calls os.system");
    row("calls eval",
        pickled(replaced(pickle, "torch._utils\n_rebuild_tensor_v2", "builtins\neval")),
        "calls builtins.eval");
    row("an operation", pickled("\x80\x02\x81."), "operation 0x81");
    row("INST", pickled("(ios\nsystem\n."), "operation 0x69");
    row("empty stack", pickled("t."), "damaged");
    row("no end", pickled("}"), "ends too early");
    row("nothing", pickled(""), "ends too early");
    row("a number", pickled("K\x05."), "dictionary");
    row("no tensors", pickled("}."), "no tensors");
    row("unknown memo", pickled("h\x07."), "damaged");
    row("text beyond the pickle", pickled("X" + std::string("\xff\xff\0\0", 4) + "a."), "early");
    row("too long a text", pickled("X" + std::string("\xff\xff\xff\xff", 4) + "a."), "too long");
    row("a circle", pickled(std::string("}q\0X\1\0\0\0ah\0s.", 13)), "no tensors");
    row("no such storage",
        pickled(replaced(pickle,
                         std::string("X\1\0\0\0"
                                     "1",
                                     6),
                         std::string("X\1\0\0\0"
                                     "9",
                                     6))),
        "no values in the zip");
    row("more than its storage",
        pickled(replaced(pickle, std::string("(J\4\0\0\0t", 7), std::string("(J\5\0\0\0t", 7))),
        "outside its values");
    row("begins behind its storage", pickled(replaced(pickle, std::string("QK\0", 3), "QK\x09")),
        "outside its values");
    row("gaps",
        pickled(replaced(pickle, std::string("(J\3\0\0\0J\1", 7), std::string("(J\7\0\0\0J\1", 7))),
        "view with gaps");
}

void TestWeights::aHostileFileGivesOneSentence() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const auto path = written(folder, "w", bytes.toStdString());
    const auto file = openTensorFile(path);
    QVERIFY(!file);
    const QString said = QString::fromStdString(file.error().message);
    QVERIFY2(said.contains(says), qPrintable(said));
    QVERIFY(!said.contains('\n'));
}

// Neither a crash nor a value from outside the file.
void TestWeights::everyFlippedBitIsSurvived() {
    const QTemporaryDir folder;
    for (const std::string& good :
         {safetensorsOf(kTwo, safetensorsHeader(kTwo)), torchZipOf(kTwo, pickleOf(kTwo))})
        for (std::size_t bit = 0; bit < 8 * good.size(); bit += 3) {
            std::string bytes = good;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
            const auto file = openTensorFile(written(folder, "w", bytes));
            if (!file) continue;
            for (const auto& [name, tensor] : file->tensors) {
                QVERIFY(tensor.offset + tensor.bytes <= bytes.size());
                (void)file->read(name);
            }
        }
}

void TestWeights::anImportedEncoderAnswersAsItsWeights() {
    const EncoderModel model = randomEncoder(encoderShapes()[1].shape, 6);
    const WeightsToWrite weights = outside(model);
    const QTemporaryDir folder;
    written(folder, "config.json", configOf(model.shape).dump());
    written(folder, "vocab.txt", model.tokenizer->bytes());
    written(folder, "model.safetensors", safetensorsOf(weights, safetensorsHeader(weights)));
    const auto zip = written(folder, "other.bin", torchZipOf(weights, pickleOf(weights)));
    for (const bool bin : {false, true}) {
        const auto files = encoderFilesIn(folder.path().toStdString(),
                                          {bin ? zip : std::filesystem::path(), {}, {}});
        QVERIFY(files.has_value());
        const auto file = importEncoder(*files, 128, true, {"negative", "positive"}, {});
        QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
        const EncoderModel* back = encoderOf(*file);
        QVERIFY(back->values == model.values);
        QVERIFY(back->shape == model.shape);
        QVERIFY(encoderAnswers(*back, someTexts(), 1, 1) ==
                encoderAnswers(model, someTexts(), 1, 1));
    }
}

// A BERT as PyTorch saves it: of torch.save with storages that tensors share, and as safetensors;
// it answers as PyTorch does.
void TestWeights::realFilesOfTorchAreImported() {
    QProcess torch;
    torch.start("/usr/bin/python3", {"-c", "import torch"});
    if (!torch.waitForFinished(60'000) || torch.exitCode() != 0)
        QSKIP("skipped: /usr/bin/python3 has no torch (package python3-torch)");
    const QTemporaryDir folder;
    torch.start("/usr/bin/python3",
                {SPLITEE_WRITE_BERT, folder.path(), "--layers", "3", "--hidden", "32", "--heads",
                 "4", "--wide", "64", "--pieces", "60", "--positions", "40"});
    QVERIFY(torch.waitForFinished(120'000));
    QVERIFY2(torch.exitCode() == 0, torch.readAllStandardError().constData());
    const auto path = [&](const char* name) { return folder.filePath(name).toStdString(); };
    std::vector<Text> texts;
    std::ifstream lines(path("texts"));
    for (std::string line; std::getline(lines, line);) texts.push_back({line, ""});
    QCOMPARE(texts.size(), std::size_t{4});
    std::vector<std::vector<Answer>> said;
    for (const char* name : {"model.safetensors", "pytorch_model.bin"}) {
        const auto files = encoderFilesIn(folder.path().toStdString(), {path(name), {}, {}});
        QVERIFY(files.has_value());
        const auto model = importEncoder(*files, 128, true, {}, {});
        QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
        QCOMPARE(model->classNames, (std::vector<std::string>{"negative", "positive"}));
        auto answers = encoderAnswers(*encoderOf(*model), texts, 1, 1);
        QVERIFY(said.empty() || said == answers);
        said = std::move(answers);
    }
    std::ifstream wanted(path("answers"));
    for (const auto& text : said)
        for (const Answer& answer : text) {
            double confidence = 0;
            QVERIFY(wanted >> confidence);
            QVERIFY2(std::abs(answer.confidence - confidence) < 1e-6,
                     qPrintable(QString::number(answer.confidence - confidence)));
        }
}

void TestWeights::whatDoesNotFitTheConfigIsNamed_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << "missing"
                             << "tensor elasticbert.encoder.layer.1.output.dense.bias is missing";
    QTest::newRow("extra") << "extra"
                           << "tensor cls.weight is in the file, but not in its config";
    QTest::newRow("shape") << "shape"
                           << "is 3, but its config wants 32";
    QTest::newRow("layers") << "layers"
                            << "layer.3";
    QTest::newRow("gelu") << "relu"
                          << "relu";
    QTest::newRow("vocabulary") << "vocabulary"
                                << "pieces";
    QTest::newRow("no config") << "config"
                               << "config is incomplete";
    QTest::newRow("no classifier") << "classifier"
                                   << "classifiers.0.bias is missing";
}

void TestWeights::whatDoesNotFitTheConfigIsNamed() {
    QFETCH(QString, change);
    QFETCH(QString, says);
    const EncoderModel model = randomEncoder(encoderShapes()[1].shape, 6);
    WeightsToWrite weights = outside(model);
    nlohmann::json config = configOf(model.shape);
    const std::string name = "elasticbert.encoder.layer.1.output.dense.bias";
    if (change == "missing") weights.erase(name);
    if (change == "extra") weights["cls.weight"] = {{1}, {1}};
    if (change == "shape") weights[name] = {{3}, {1, 2, 3}};
    if (change == "layers") config["num_hidden_layers"] = 4;
    if (change == "relu") config["hidden_act"] = "relu";
    if (change == "vocabulary") config["vocab_size"] = 7;
    if (change == "config") config.erase("hidden_size");
    if (change == "classifier") weights.erase("classifiers.0.bias");
    const QTemporaryDir folder;
    written(folder, "config.json", config.dump());
    written(folder, "vocab.txt", model.tokenizer->bytes());
    written(folder, "model.safetensors", safetensorsOf(weights, safetensorsHeader(weights)));
    const auto files = encoderFilesIn(folder.path().toStdString(), {});
    const auto file = importEncoder(*files, 128, true, {}, {});
    QVERIFY(!file);
    QVERIFY2(QString::fromStdString(file.error().message).contains(says),
             file.error().message.c_str());
}
