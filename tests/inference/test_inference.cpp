// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "datasets/distortion.h"
#include "datasets/image_statistics.h"
#include "engine/policies/policy_info.h"
#include "engine/run/run_player.h"
#include "inference_tests.h"
#include "small_models.h"
#include "tests/subjects_main.h"
#include "torch_probe.h"

using namespace splitee;
using namespace splitee::test;

namespace {

// Policies whose rounds all end alike, whatever the exits say.
constexpr std::string_view kAlwaysTheSame[] = {"final",           "cloud-only",
                                               "device-only",     "confidence-cascade",
                                               "entropy-cascade", "patience-cascade"};

std::vector<Image> someImages(int count) {
    std::vector<Image> images;
    for (int i = 0; i < count; ++i) images.push_back(openSigns(Split::Test)->read(i)->image());
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
    const auto status =
        runOnce(experiment, {experiment.policies, experiment.seed}, world, sinks, {}, {}, 16);
    return status ? collector.rounds : std::vector<RoundRecord>();
}

}  // namespace

void TestSplitExecution::splitAnswersEqualTheWholeNetworkUnfolded_data() {
    QTest::addColumn<int>("wideExits");
    QTest::addColumn<double>("apart");  // random weights make more of the rounding of sums
    QTest::newRow("bundled") << -1 << 1e-5;
    QTest::newRow("wide exits and temperatures") << 2 << 1e-4;
}

void TestSplitExecution::splitAnswersEqualTheWholeNetworkUnfolded() {
    QFETCH(int, wideExits);
    QFETCH(double, apart);
    const auto bundled = readModelFile(SPLITEE_RESOURCES "/models/signs.mee");
    QVERIFY(bundled.has_value());
    MobileNetModel model = *mobileNetOf(*bundled);
    if (wideExits >= 0) {
        model = randomModel(.35, 4, wideExits);
        model.temperatures = {.5, .8, 1, 1.5, 2, 3, 1.2};
    }
    const auto images = someImages(40);
    const auto split = splitAnswers(model, images, 8, 1);
    const auto whole = wholeAnswers(model, images);
    for (std::size_t i = 0; i < images.size(); ++i) {
        QCOMPARE(split[i].size(), std::size_t{kNetworkExits});
        for (std::size_t exit = 0; exit < kNetworkExits; ++exit) {
            const double found = std::abs(split[i][exit].confidence - whole[i][exit].confidence);
            QVERIFY2(found < apart, qPrintable(QString("image %1, exit %2: %3 and %4")
                                                   .arg(i)
                                                   .arg(exit + 1)
                                                   .arg(split[i][exit].confidence, 0, 'g', 12)
                                                   .arg(whole[i][exit].confidence, 0, 'g', 12)));
            QCOMPARE(split[i][exit].prediction, whole[i][exit].prediction);
            QVERIFY(std::abs(split[i][exit].entropy - whole[i][exit].entropy) <
                    1e-4 + kEntropyStep / 2);
        }
    }
}

void TestSplitExecution::anImagesAnswerDoesNotDependOnItsBatchOrOnThreads() {
    const MobileNetModel model = randomModel(.35, 4);
    const auto images = someImages(70);
    const auto reference = splitAnswers(model, images, 64, 1);
    for (const int batch : {1, 2, 3, 16})
        for (const int threads : {1, 2})
            QVERIFY2(splitAnswers(model, images, batch, threads) == reference,
                     qPrintable(QString::number(batch)));
}

void TestSplitExecution::aLiveWorldRevealsOnlyWhatItComputed() {
    const Probe probe(randomModel(.25, 3));
    const auto world = probe.liveWorld(openSigns(Split::Test), 1);
    for (int split = 1; split <= kNetworkExits; ++split)
        for (const Feedback feedback : {Feedback::AtSplit, Feedback::UpToSplit})
            for (const double threshold : {0.0, 2.0}) {  // always leaves, never leaves
                const auto seen = world->observe({split, {split, threshold}, feedback});
                QVERIFY(seen.has_value());
                for (int layer = 1; layer <= kNetworkExits; ++layer) {
                    const bool device =
                        layer == split || (feedback == Feedback::UpToSplit && layer < split);
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
            for (const int threads : {1, 2})
                QTest::addRow("%s, %s, %d threads", policy, distortion, threads)
                    << policy << distortion << threads;
}

void TestSplitExecution::aLiveRunEqualsTheReplayOfItsTable() {
    QFETCH(QString, policy);
    QFETCH(QString, distortion);
    QFETCH(int, threads);
    const auto images = distorted(std::make_shared<FirstImages>(openSigns(Split::Test), 150),
                                  *parseDistortion(distortion.toStdString()), 5);
    const Probe probe(randomModel(.25, 8));
    static std::map<QString, Result<ExitTable>> tables;  // of this network, by distortion
    if (!tables.contains(distortion)) tables.emplace(distortion, probe.table(*images, 2));
    Experiment e;
    e.policies = policy.toStdString();
    e.alpha = .3;
    e.mu = .01;
    const auto live = probe.liveWorld(images, threads);
    const auto& table = tables.at(distortion);
    QVERIFY(table.has_value());
    ReplayWorld replay(*table);
    const auto rounds = play(e, *live);
    QCOMPARE(rounds.size(), std::size_t{150});
    QVERIFY(rounds == play(e, replay));
}

// Every rule of leaving at every split, offloading at once included: the same stop, the same exits,
// the same answers.
void TestSplitExecution::aLiveWorldShowsWhatItsTableShows() {
    const auto images = std::make_shared<FirstImages>(openSigns(Split::Test), 12);
    const Probe probe(randomModel(.25, 3));
    const auto live = probe.liveWorld(images, 1);
    const auto table = probe.table(*images, 1);
    ReplayWorld replay(*table);
    std::set<std::pair<int, bool>> stops;
    for (const Leave leave :
         {Leave::AtSplit, Leave::FirstConfident, Leave::FirstCertain, Leave::FirstAgreeing})
        for (int split = 0; split <= kNetworkExits; ++split)
            for (std::int64_t row = 0; row < images->size(); ++row) {
                const auto other = static_cast<std::size_t>(
                    (row + 5) % images->size() * kNetworkExits + std::max(split - 1, 0));
                const double threshold =
                    leave == Leave::FirstCertain ? table->entropy[other] : table->confidence[other];
                const Query query{row, {split, threshold, leave, 1}};
                const auto seen = live->observe(query);
                QVERIFY(seen.has_value());
                const Observation expected = replay.reveal(query);
                QCOMPARE(seen->stop(), expected.stop());
                stops.insert({seen->stop().layer, seen->stop().exited});
                for (int layer = 1; layer <= kNetworkExits; ++layer) {
                    QCOMPARE(seen->reveals(layer), expected.reveals(layer));
                    if (!seen->reveals(layer)) continue;
                    QCOMPARE(seen->prediction(layer), expected.prediction(layer));
                    QVERIFY(seen->confidence(layer) == expected.confidence(layer));
                }
            }
    QVERIFY2(stops.size() >= 12,
             qPrintable(QString::number(stops.size())));  // both ends at nearly every layer
}

void TestSplitExecution::everyPolicyPlaysTheSameRoundsLiveAndFromTheTable() {
    const auto images = distorted(std::make_shared<FirstImages>(openSigns(Split::Test), 60),
                                  *parseDistortion("gaussian_noise:1"), 5);
    const Probe probe(randomModel(.25, 8));
    const auto live = probe.liveWorld(images, 1);
    const auto table = probe.table(*images, 2);
    ReplayWorld replay(*table);
    std::vector<double> entropies = table->entropy;
    std::ranges::sort(entropies);
    Experiment e;
    e.alpha = .3;
    e.mu = .01;
    e.rounds = 90;  // more than one pass
    e.fixedLayer = 3;
    std::get<CascadeParameters>(e.policyParameters) = {entropies[entropies.size() / 4], 1};
    std::get<LinUcbParameters>(e.policyParameters) = {10};
    std::vector<std::string> refused;
    for (const PolicyInfo& policy : kPolicies) {
        e.policies = policy.key;
        if (!validate(e, *live)) {
            refused.emplace_back(policy.key);
            continue;
        }
        const auto rounds = play(e, *live);
        QVERIFY2(rounds.size() == 90, policy.key.data());
        QVERIFY2(rounds == play(e, replay), policy.key.data());
        const auto exited = std::ranges::count_if(rounds, &RoundRecord::exited);
        const bool mixed =
            std::ranges::find(kAlwaysTheSame, policy.key) == std::end(kAlwaysTheSame);
        QVERIFY2(!mixed || (exited > 0 && exited < 90),
                 policy.key.data());  // or nothing was compared
    }
    QCOMPARE(refused, (std::vector<std::string>{"best", "oracle"}));
    // A policy that reads the context plays otherwise without it.
    ExitTable blind = *table;
    blind.contextNames.clear();
    blind.context.clear();
    ReplayWorld blindReplay(blind);
    e.policies = "linucb";
    QVERIFY(play(e, blindReplay) != play(e, replay));
}

void TestSplitExecution::aScheduleSwitchesDistortionsLiveAndAmongTables() {
    const auto images = std::make_shared<FirstImages>(openSigns(Split::Test), 60);
    const auto blurred = distorted(images, *parseDistortion("gaussian_blur:1.5"), 5);
    const Probe probe(randomModel(.25, 8));
    const auto live = probe.liveWorld(images, 1);
    QVERIFY(live->addSource(blurred).has_value());
    QVERIFY(!live->addSource(openSigns(Split::Test)).has_value());  // other samples
    const std::vector<ExitTable> tables{*probe.table(*images, 1), *probe.table(*blurred, 1)};
    ReplayWorld replay({&tables[0], &tables[1]});
    Experiment e;
    e.policies = "splitee-s";
    e.alpha = .3;
    e.schedule = "gaussian_blur:1.5@20..35, offload=2@40";
    const auto rounds = play(e, *live);
    QCOMPARE(rounds.size(), std::size_t{60});
    QVERIFY(rounds == play(e, replay));
    e.schedule.clear();
    QVERIFY(rounds != play(e, *live));
}

void TestSplitExecution::policiesThatTakeTurnsOnOneWorldPlayAsAlone() {
    const auto images = std::make_shared<FirstImages>(openSigns(Split::Test), 60);
    const Probe probe(randomModel(.25, 8));
    const auto shared = probe.liveWorld(images, 1);
    Experiment e;
    e.alpha = .3;
    std::vector<std::unique_ptr<RunPlayer>> players;
    for (const char* policy : {"splitee", "final", "splitee-s", "linucb"})
        players.push_back(*RunPlayer::of(e, {policy, 1}, *shared));
    std::vector<std::vector<RoundRecord>> rounds(players.size());
    for (int t = 0; t < 60; ++t)
        for (std::size_t k = 0; k < players.size(); ++k) {
            QVERIFY(players[k]->advance(1, rounds[k]).has_value());
            QVERIFY(shared->image() == images->read(rounds[k].back().row)->image());
        }
    for (std::size_t k = 0; k < players.size(); ++k) {
        e.policies = std::vector<std::string>{"splitee", "final", "splitee-s", "linucb"}[k];
        QVERIFY2(rounds[k] == play(e, *probe.liveWorld(images, 1)), e.policies.c_str());
    }
}

void TestSplitExecution::contextIsTheImagesStatistics() {
    const auto images = distorted(std::make_shared<FirstImages>(openSigns(Split::Test), 70),
                                  *parseDistortion("gaussian_noise:2"), 5);
    const Probe probe(randomModel(.25, 3));
    const auto table = probe.table(*images, 2);
    const auto live = probe.liveWorld(images, 1);
    QVERIFY(std::ranges::equal(table->contextNames, kImageStatistics));
    QVERIFY(std::ranges::equal(live->contextNames(), kImageStatistics));
    for (const std::int64_t row : {0, 69, 7, 7}) {
        const auto expected = imageStatistics(images->read(row)->image());
        QVERIFY(std::ranges::equal(table->contextOf(row), expected));
        const auto context = live->context(row);
        QVERIFY(context && std::ranges::equal(*context, expected));
    }
    QVERIFY(live->tellsEntropy());
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
    QVERIFY(!world->observe({0, {1, .5}, Feedback::UpToSplitAndFinal}));
    e.policies = "best";
    QVERIFY(!validate(e, *world));
}

void TestSplitExecution::theTableIsTheSameOnOneThreadAndTwo() {
    const Probe probe(randomModel(.25, 3));
    const FirstImages images(openSigns(Split::Test), 150);
    const auto one = probe.table(images, 1);
    const auto two = probe.table(images, 2);
    QVERIFY(one->confidence == two->confidence);
    QVERIFY(one->prediction == two->prediction);
    QVERIFY(one->label == two->label);
    QVERIFY(one->entropy == two->entropy);
    QVERIFY(one->context == two->context);
    QVERIFY(validate(*one).has_value());
}

int main(int argc, char** argv) {
    return runSubjects(
        std::array{subject<TestSplitExecution>, subject<TestStages>, subject<TestModelFile>,
                   subject<TestEncoder>, subject<TestEncoderTraining>, subject<TestWeights>,
                   subject<TestTraining>, subject<TestScript>, subject<TestUnsuitable>,
                   subject<TestExportScripts>},
        argc, argv);
}
