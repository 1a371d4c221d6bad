#include <QTest>

#include "datasets/distortion.h"
#include "engine/run.h"
#include "inference_tests.h"
#include "small_models.h"
#include "torch_probe.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::vector<Image> someImages(int count) {
    std::vector<Image> images;
    for (int i = 0; i < count; ++i) images.push_back(openSigns(Split::Test)->read(i)->image);
    return images;
}

struct Collector final : RoundSink {
    std::vector<RoundRecord> rounds;
    Result<void> consume(std::span<const RoundRecord> batch) override {
        rounds.insert(rounds.end(), batch.begin(), batch.end());
        return {};
    }
};

std::vector<RoundRecord> play(const Experiment& experiment, World& world) {
    Collector collector;
    RoundSink* const sinks[] = {&collector};
    const auto status = runOnce(experiment, {experiment.policies, experiment.seed}, world, sinks, {}, {}, 16);
    return status ? collector.rounds : std::vector<RoundRecord>();
}

}  // namespace

void TestSplitExecution::splitAnswersEqualTheWholeNetworkUnfolded() {
    const auto model = readModelFile(SPLITEE_RESOURCES "/models/signs.mee");
    QVERIFY(model.has_value());
    const auto images = someImages(40);
    const auto split = splitAnswers(*model, images, 8, 1);
    const auto whole = wholeAnswers(*model, images);
    for (std::size_t i = 0; i < images.size(); ++i) {
        QCOMPARE(split[i].size(), std::size_t{kNetworkExits});
        for (std::size_t exit = 0; exit < kNetworkExits; ++exit) {
            QVERIFY(std::abs(split[i][exit].confidence - whole[i][exit].confidence) < 1e-5);
            QCOMPARE(split[i][exit].prediction, whole[i][exit].prediction);
        }
    }
}

void TestSplitExecution::anImagesAnswerDoesNotDependOnItsBatchOrOnThreads() {
    const ModelFile model = randomModel(.35, 4);
    const auto images = someImages(70);
    const auto reference = splitAnswers(model, images, 64, 1);
    for (const int batch : {1, 2, 3, 16})
        for (const int threads : {1, 2}) QVERIFY2(splitAnswers(model, images, batch, threads) == reference, qPrintable(QString::number(batch)));
}

void TestSplitExecution::aLiveWorldRevealsOnlyWhatItComputed() {
    const Probe probe(randomModel(.25, 3));
    const auto world = probe.liveWorld(openSigns(Split::Test), 1);
    for (int split = 1; split <= kNetworkExits; ++split)
        for (const Look look : {Look::AtSplit, Look::UpToSplit})
            for (const double threshold : {0.0, 2.0}) {   // always leaves, never leaves
                const auto seen = world->observe({split, split, threshold, look});
                QVERIFY(seen.has_value());
                for (int layer = 1; layer <= kNetworkExits; ++layer) {
                    const bool device = layer == split || (look == Look::UpToSplit && layer < split);
                    const bool cloud = layer == kNetworkExits && threshold > 1;
                    QCOMPARE(seen->reveals(layer), device || cloud);
                }
            }
}

void TestSplitExecution::aLiveRunEqualsTheReplayOfItsTable_data() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("distortion");
    QTest::addColumn<int>("threads");
    for (const char* policy : {"splitee", "splitee-s"})
        for (const char* distortion : {"clean", "gaussian_noise:1"})
            for (const int threads : {1, 2}) QTest::addRow("%s, %s, %d threads", policy, distortion, threads) << policy << distortion << threads;
}

void TestSplitExecution::aLiveRunEqualsTheReplayOfItsTable() {
    QFETCH(QString, policy);
    QFETCH(QString, distortion);
    QFETCH(int, threads);
    const auto images = distorted(std::make_shared<FirstImages>(openSigns(Split::Test), 300), *parseDistortion(distortion.toStdString()), 5);
    const Probe probe(randomModel(.25, 8));
    Experiment e;
    e.policies = policy.toStdString();
    e.alpha = .3;
    e.mu = .01;
    const auto live = probe.liveWorld(images, threads);
    const auto table = probe.table(*images, 2);
    QVERIFY(table.has_value());
    ReplayWorld replay(*table);
    const auto rounds = play(e, *live);
    QCOMPARE(rounds.size(), std::size_t{300});
    QVERIFY(rounds == play(e, replay));
}

void TestSplitExecution::aLiveRunRefusesReleasedSideObservations() {
    const Probe probe(randomModel(.25, 3));
    const auto world = probe.liveWorld(openSigns(Split::Test), 1);
    Experiment e;
    e.policies = "splitee-s";
    e.side = "released";
    const auto valid = validate(e, *world);
    QVERIFY(!valid);
    QVERIFY(QString::fromStdString(valid.error().message).contains("a live run refuses it"));
    QVERIFY(!world->observe({0, 1, .5, Look::UpToSplitAndFinal}));
    e.policies = "best";
    QVERIFY(!validate(e, *world));
}

void TestSplitExecution::theTableIsTheSameOnOneThreadAndTwo() {
    const Probe probe(randomModel(.25, 3));
    const FirstImages images(openSigns(Split::Test), 300);
    const auto one = probe.table(images, 1);
    const auto two = probe.table(images, 2);
    QVERIFY(one->confidence == two->confidence);
    QVERIFY(one->prediction == two->prediction);
    QVERIFY(one->label == two->label);
    QVERIFY(validate(*one).has_value());
}

int main(int argc, char** argv) {
    TestSplitExecution split;
    TestModelFile modelFile;
    TestTraining training;
    return QTest::qExec(&split, argc, argv) + QTest::qExec(&modelFile, argc, argv) + QTest::qExec(&training, argc, argv);
}
