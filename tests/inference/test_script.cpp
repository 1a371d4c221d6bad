// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

#include "engine/run/run.h"
#include "inference/places.h"
#include "inference/torchscript/import_script.h"
#include "inference/torchscript/probe_script.h"
#include "inference/torchscript/script_model.h"
#include "inference_tests.h"
#include "script_networks.h"
#include "small_models.h"
#include "torch_probe.h"

using namespace splitee;
using namespace splitee::test;

namespace {

// Images of one noisy colour each, which tells their class: features of any network will do.
class Colours final : public Dataset {
public:
    Colours(std::int64_t size, std::uint64_t seed) : size_(size), seed_(seed) {}
    std::string name() const override { return "colours"; }
    std::int64_t size() const override { return size_; }
    int side() const override { return 32; }
    const std::vector<std::string>& classNames() const override { return names_; }
    Result<Sample> read(std::int64_t index) const override {
        Rng rng(seed_, "colours", static_cast<std::uint64_t>(index));
        const auto label = static_cast<unsigned>(rng.below(16));
        Sample sample{Image{32, 32, {}}, static_cast<std::int32_t>(label)};
        for (int i = 0; i < 32 * 32 * 3; ++i) {
            const unsigned level = i % 3 == 0 ? label % 4 : i % 3 == 1 ? label / 4 : 1U;
            sample.image().pixels.push_back(static_cast<std::uint8_t>(60 * level + rng.below(40)));
        }
        return sample;
    }
    std::string hash() const override { return "colours " + std::to_string(seed_); }

private:
    std::int64_t size_;
    std::uint64_t seed_;
    std::vector<std::string> names_ = openSigns(Split::Test)->classNames();
};

ImportRequest requestFor(const std::filesystem::path& network) {
    ImportRequest request;
    request.network = network;
    request.input = {32, {.5, .5, .5}, {.25, .25, .25}};
    request.classNames = openSigns(Split::Test)->classNames();
    request.provenance.program = "test";
    return request;
}

Result<ImportReport> importOf(const ImportRequest& request) {
    return importScript(request, nullptr, nullptr, {}, {});
}

Result<ImportReport> withExits(ImportRequest request, const std::string& attach) {
    const Colours training(900, 1), validation(300, 2);
    request.attach = attach;
    return importScript(request, &training, &validation, {}, {});
}

// What comes back from a file.
ModelFile kept(const ModelFile& model, const QTemporaryDir& folder) {
    const std::filesystem::path path = folder.filePath("kept.mee").toStdString();
    if (!writeModelFile(path, model)) return {};
    auto read = readModelFile(path);
    return read ? std::move(*read) : ModelFile();
}

}  // namespace

void TestScript::init() { folder_ = std::make_unique<QTemporaryDir>(); }

std::filesystem::path TestScript::path(const char* name) const {
    return folder_->filePath(name).toStdString();
}

void TestScript::aCutNetworkAnswersAsTheWholeOne_data() {
    QTest::addColumn<QString>("source");
    QTest::newRow("three exits in a row") << QString::fromStdString(threeExits());
    QTest::newRow("written in place") << QString::fromStdString(writtenInPlace());
    QTest::newRow("a branch that exit 1 does not need") << QString::fromStdString(twoBranches());
}

void TestScript::aCutNetworkAnswersAsTheWholeOne() {
    QFETCH(QString, source);
    saveScript(path("net.pt"), source.toStdString());
    const auto report = importOf(requestFor(path("net.pt")));
    QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
    const FirstImages images(openSigns(Split::Test), 30);
    const auto table = Probe(kept(report->model, *folder_)).table(images, 1);
    QVERIFY2(table.has_value(), table ? "" : table.error().message.c_str());
    std::vector<Image> plain;
    for (std::int64_t i = 0; i < images.size(); ++i) plain.push_back(images.read(i)->image());
    const auto whole = wholeLogits(path("net.pt"), plain);
    std::set<int> predictions;
    for (std::int64_t row = 0; row < images.size(); ++row)
        for (std::size_t exit = 0; exit < report->model.stages.size(); ++exit) {
            const auto& logits = whole[static_cast<std::size_t>(row)][exit];
            const auto best = std::ranges::max_element(logits);
            double total = 0;
            for (const double logit : logits) total += std::exp(logit - *best);
            QVERIFY(std::abs(table->confidencesOf(row)[exit] - 1 / total) < 1e-5);
            QCOMPARE(int{table->predictionsOf(row)[exit]}, static_cast<int>(best - logits.begin()));
            predictions.insert(table->predictionsOf(row)[exit]);
        }
    QVERIFY(predictions.size() > 1);  // or equal answers would say nothing
}

void TestScript::stagesAreNamedAndCounted() {
    saveScript(path("net.pt"), threeExits());
    const auto report = importOf(requestFor(path("net.pt")));
    QVERIFY(report.has_value());
    const auto& stages = report->model.stages;
    QCOMPARE(stages.size(), std::size_t{3});
    QCOMPARE(stages[0].exit, std::string("exit 1"));
    QCOMPARE(report->model.depth(), (std::vector<double>{1, 2, 3}));
    QCOMPARE(stages[0].multiplyAdds, std::int64_t{8 * 3 * 9 * 16 * 16});
    QCOMPARE(stages[1].multiplyAdds, std::int64_t{8 * 8 * 9 * 16 * 16});
    QCOMPARE(stages[2].multiplyAdds, std::int64_t{8 * 8 * 9 * 8 * 8});
    QCOMPARE(stages[0].parameters, std::int64_t{8 * 3 * 9 + 8});
    QCOMPARE(stages[0].exitMultiplyAdds, std::int64_t{8 * 16});
    QVERIFY(stages[0].payload == (std::vector<PayloadTensor>{{{8, 16, 16}, "float32", 8192}}));
    QCOMPARE(report->model.kind, std::string("torchscript"));
    const ModelFile again = kept(report->model, *folder_);
    QVERIFY(again.stages == stages);
    QVERIFY(again.input == report->model.input);
    QCOMPARE(*scriptModelOf(again)->archive, *scriptModelOf(report->model)->archive);
    for (const double difference : report->differences) QVERIFY(difference <= 1e-5);
}

// Exit 1 needs one branch; the other starts at the image. Its 12 kB would cross, were the other
// branch not computed on the device too.
void TestScript::theSmallerPayloadWins() {
    saveScript(path("net.pt"), twoBranches());
    const auto report = importOf(requestFor(path("net.pt")));
    QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
    QVERIFY(scriptModelOf(report->model)->reachesOn[0]);
    QCOMPARE(report->model.stages[0].payload.size(), std::size_t{2});
    QCOMPARE(report->model.stages[0].payloadBytes(), std::int64_t{2 * 8 * 8 * 8 * 4});
}

// The exit and what follows read the concatenation of two tensors that the last layer reads too: to
// send it beside them would double the payload.
void TestScript::aConcatenationIsNotSentBesideItsParts() {
    saveScript(path("net.pt"), R"(
def forward(self, x: Tensor) -> List[Tensor]:
    a = torch.relu(torch.conv2d(x, self.w0, self.b0, [2, 2], [1, 1]))
    b = torch.relu(torch.conv2d(a, self.w1, self.b1, [1, 1], [1, 1]))
    both = torch.cat([a, b], 1)
    first = torch.matmul(both.mean([2, 3])[:, :8], self.h0)
    c = torch.conv2d(both[:, 4:12], self.w2, self.b2, [1, 1], [1, 1]) + a + b
    return [first, torch.matmul(c.mean([2, 3]), self.h1)]
)");
    const auto report = importOf(requestFor(path("net.pt")));
    QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
    const PayloadTensor one{{8, 16, 16}, "float32", 8192};
    QVERIFY(report->model.stages[0].payload == (std::vector<PayloadTensor>{one, one}));
}

void TestScript::anAnswerHasTheSameBitsEverywhere() {
    saveScript(path("net.pt"), threeExits());
    saveScript(path("one.pt"), oneExit());
    const auto own = importOf(requestFor(path("net.pt")));
    const auto attached = withExits(requestFor(path("one.pt")), "2");
    QVERIFY2(attached.has_value(), attached ? "" : attached.error().message.c_str());
    const auto images = std::make_shared<FirstImages>(openSigns(Split::Test), 40);
    for (const ModelFile& model : {own->model, attached->model}) {
        const Probe probe(kept(model, *folder_)), other(model);
        const auto table = probe.table(*images, 1);
        for (const auto& again : {probe.table(*images, 2), other.table(*images, 1)}) {
            QVERIFY(again->confidence == table->confidence);
            QVERIFY(again->entropy == table->entropy);
            QVERIFY(again->prediction == table->prediction);
        }
        ReplayWorld replay(*table);
        for (const int threads : {1, 2}) {
            const auto live = probe.liveWorld(images, threads);
            for (std::int64_t row = 0; row < images->size(); ++row)
                for (int split = 1; split <= 3; ++split) {
                    const Query query{row, {split, split == 2 ? 0. : 2.}, Feedback::UpToSplit};
                    const auto seen = live->observe(query);
                    QVERIFY(seen.has_value());
                    const Observation expected = replay.reveal(query);
                    for (int layer = 1; layer <= 3; ++layer) {
                        QCOMPARE(seen->reveals(layer), expected.reveals(layer));
                        if (seen->reveals(layer))
                            QVERIFY(seen->confidence(layer) == expected.confidence(layer));
                    }
                }
        }
    }
}

void TestScript::exitsAreAttachedAndTrained() {
    saveScript(path("one.pt"), oneExit());
    ImportRequest request = requestFor(path("one.pt"));
    const auto bare = importOf(request);
    QVERIFY(!bare);
    QVERIFY2(QString::fromStdString(bare.error().message).contains("attach exits with --attach"),
             bare.error().message.c_str());
    const auto report = withExits(request, "auto");
    QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
    // One behind the first convolution and one behind the residual sum: its middle is none, and
    // behind the last convolution the final exit costs no more.
    QCOMPARE(report->model.stages.size(), std::size_t{3});
    const auto& accuracy = report->model.provenance.accuracyPerExit;
    QCOMPARE(accuracy.size(), std::size_t{3});
    QVERIFY2(accuracy[0] > .8 && accuracy[1] > .8,  // one in 16 by chance
             qPrintable(QStringLiteral("%1 %2").arg(accuracy[0]).arg(accuracy[1])));
    QCOMPARE(report->temperatures.size(), std::size_t{3});
    const ModelFile again = kept(report->model, *folder_);
    QVERIFY(scriptModelOf(again)->attached == scriptModelOf(report->model)->attached);
    request.threads = 2;
    const auto twice = withExits(request, "auto");
    QVERIFY(scriptModelOf(twice->model)->attached == scriptModelOf(report->model)->attached);
    // The same places by their names.
    const auto& exits = scriptModelOf(report->model)->attached;
    const auto named = withExits(request, exits[1].place + "," + exits[0].place);
    QVERIFY2(named.has_value(), named ? "" : named.error().message.c_str());
    QVERIFY(scriptModelOf(named->model)->attached == exits);
    const auto wrong = withExits(request, "layer9");
    QVERIFY(!wrong);
    QVERIFY2(QString::fromStdString(wrong.error().message)
                 .contains("no place 'layer9' for an exit in it: it has "),
             wrong.error().message.c_str());
    const auto many = withExits(request, "9");
    QVERIFY(!many);
    QVERIFY2(QString::fromStdString(many.error().message).contains("places for 1 to 2 exits"),
             many.error().message.c_str());
}

void TestScript::aProbeTellsWhatTheFileSays() {
    saveScript(path("three.pt"), threeExits());
    const auto three = probeScript(path("three.pt"), 0, {}, {});
    QVERIFY2(three.has_value(), three ? "" : three.error().message.c_str());
    QCOMPARE(three->exits, 3);
    QCOMPARE(three->classes, std::int64_t{16});
    QCOMPARE(three->side, 32);
    QVERIFY(three->places.empty());
    saveScript(path("one.pt"), oneExit());
    const auto one = probeScript(path("one.pt"), 48, {}, {});
    QVERIFY2(one.has_value(), one ? "" : one.error().message.c_str());
    QCOMPARE(one->exits, 1);
    QCOMPARE(one->side, 48);
    // Its places are those that an import chooses among.
    const auto worth = placesWorthAnExit(one->places, one->multiplyAdds);
    QVERIFY(!worth.empty());
    auto request = requestFor(path("one.pt"));
    request.input.side = 32;
    const auto attached = withExits(request, std::to_string(worth.size()));
    QVERIFY2(attached.has_value(), attached ? "" : attached.error().message.c_str());
    for (std::size_t k = 0; k < worth.size(); ++k)
        QCOMPARE(attached->model.stages[k].exit, one->places[worth[k]].name);
    const auto none = probeScript(path("none.pt"), 0, {}, {});
    QVERIFY(!none && none.error().message.find("there is no such file") != std::string::npos);
}

void TestScript::aProbeFindsTheSide() {
    saveScript(path("net.pt"), oneSide());
    const auto found = probeScript(path("net.pt"), 0, {}, {});
    QVERIFY2(found.has_value(), found ? "" : found.error().message.c_str());
    QCOMPARE(found->side, 64);
    QCOMPARE(found->exits, 2);
    const auto other = probeScript(path("net.pt"), 32, {}, {});
    QVERIFY(!other);
    QVERIFY2(other.error().message.starts_with("cannot import "), other.error().message.c_str());
}
