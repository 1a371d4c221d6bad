// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_device.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <map>

#include "engine/device/device_learner.h"
#include "engine/device/policy_file.h"
#include "engine/policies/policy_info.h"
#include "engine/world/layer_costs.h"
#include "engine/world/temperature.h"
#include "made_tables.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr int kDeviceExits = 5;

// Costs of layers, thresholds and parameters that are nobody's defaults.
Experiment devicePolicy(const std::string& key) {
    Experiment e;
    e.policies = key;
    e.computePerLayer = "1,2.5,3.75,6,8.1";
    e.mu = .07;
    e.lambda2 = .3;
    e.alpha = .55;
    e.beta = .4;
    e.fixedLayer = 3;
    e.seeds = 1;
    auto& nonstationary = std::get<NonstationaryParameters>(e.policyParameters);
    nonstationary.window = 120;
    nonstationary.detectionWindow = 40;
    nonstationary.detectionThreshold = 3;
    nonstationary.cusumSamples = 20;
    nonstationary.cusumThreshold = 1;
    std::get<ThresholdArmParameters>(e.policyParameters).count = 3;
    return e;
}

std::vector<std::string> devicePolicies() {
    std::vector<std::string> keys;
    for (const PolicyInfo& info : kPolicies)
        if (checkDevicePolicy(devicePolicy(std::string(info.key)))) keys.emplace_back(info.key);
    return keys;
}

ExitTable deviceTable(std::uint64_t seed) {
    ExitTable table = madeTable(700, kDeviceExits, seed);
    for (std::size_t at = 0; at < table.confidence.size(); ++at)
        table.entropy.push_back(std::round((1 - table.confidence[at]) * 2 / kEntropyStep) *
                                kEntropyStep);
    return table;
}

DeviceLearner::Answer answerAt(const ExitTable& table, std::int64_t row, int layer) {
    const auto at = static_cast<std::size_t>(row * table.exits + layer - 1);
    return {table.confidence[at], table.prediction[at],
            table.entropy.empty() ? std::nan("") : table.entropy[at]};
}

void playSample(DeviceLearner& learner, const ExitTable& table, std::int64_t row) {
    learner.nextSplit();
    while (const int layer = learner.nextExit()) learner.atExit(answerAt(table, row, layer));
    if (learner.awaitsCloud()) learner.cloudAnswered(answerAt(table, row, table.exits));
}

bool sameRound(const DeviceLearner::PlayedRound& device, const RoundRecord& run) {
    return device.round == run.round && device.layer == run.split && device.exited == run.exited &&
           device.prediction == run.prediction && device.reward == run.reward &&
           device.cost == run.cost();
}

std::map<std::string, std::string> valuesOf(const Experiment& e) {
    std::map<std::string, std::string> values;
    Experiment::visitFields(e, [&](const auto& value, const FieldInfo& info) {
        if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>)
            values[std::string(info.key)] = shortNumber(static_cast<double>(value));
        else
            values[std::string(info.key)] = value;
    });
    return values;
}

constexpr const char* kSmallPolicy = R"({"policy": "splitee", "rules": 2, "mu": 0.1, "lambda1": 1,
"lambda2": 0, "offload": 5, "compute_per_layer": "1,2,3", "alpha": 0.7})";

std::string replacedIn(std::string text, const std::string& what, const std::string& by) {
    return text.replace(text.find(what), what.size(), by);
}

}  // namespace

void TestDevice::aPolicyFileIsReadBack_data() {
    QTest::addColumn<QString>("policy");
    for (const std::string& key : devicePolicies())
        QTest::newRow(key.c_str()) << QString::fromStdString(key);
}

void TestDevice::aPolicyFileIsReadBack() {
    QFETCH(QString, policy);
    Experiment e = devicePolicy(policy.toStdString());
    e.offloadPerLayer = "input=9,6.1,4,2.5,1.25,0";
    e.offloadFactor = 1.0 / 3;
    if (!policy.startsWith("entropy")) e.temperature = "1.5,1.25,1,0.8,1.01";
    const std::string text = policyText(e, "for \"us\"\n\x01 \xff");
    const auto read = parsePolicy(text, "p.json");
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(policyText(*read), policyText(e));
    // Parameters of the run and of other policies are at their defaults, all others as they were.
    const auto before = valuesOf(e), after = valuesOf(*read), defaults = valuesOf(Experiment());
    for (const auto& [key, value] : before) {
        const bool written = text.find("\"" + key + "\"") != std::string::npos;
        QCOMPARE(after.at(key), written ? value : defaults.at(key));
        QVERIFY(written || isOfRun(key) || !readsParameter(e.policies, key));
    }
    QVERIFY(after.at("offload_factor") == before.at("offload_factor"));
}

void TestDevice::whatNoDeviceCanPlayIsRefused_data() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("says");
    QTest::newRow("best") << "best"
                          << "tables only";
    QTest::newRow("oracle") << "oracle"
                            << "tables only";
    QTest::newRow("linucb") << "linucb"
                            << "before the split";
    QTest::newRow("all") << "all"
                         << "a device plays one policy";
    QTest::newRow("two") << "splitee,final"
                         << "a device plays one policy";
    QTest::newRow("unknown") << "splitie"
                             << "did you mean splitee?";
    QTest::newRow("no layers") << "final"
                               << "compute_per_layer is empty";
    QTest::newRow("released") << "splitee-s"
                              << "side 'released'";
    QTest::newRow("entropies at a temperature") << "entropy-cascade"
                                                << "temperature";
    QTest::newRow("no such layer") << "fixed"
                                   << "fixed_layer is 6";
    QTest::newRow("costs of other layers") << "splitee"
                                           << "offload_per_layer has 2 values";
    QTest::newRow("temperatures of other layers") << "i-splitee"
                                                  << "temperature has 2 values";
    QTest::newRow("odd window") << "m-ucb"
                                << "give an even number";
}

void TestDevice::whatNoDeviceCanPlayIsRefused() {
    QFETCH(QString, policy);
    QFETCH(QString, says);
    Experiment e = devicePolicy(policy.toStdString());
    if (policy == "final") e.computePerLayer.clear();
    if (policy == "splitee-s") e.side = "released";
    if (policy == "entropy-cascade") e.temperature = "1.5";
    if (policy == "fixed") e.fixedLayer = 6;
    if (policy == "splitee") e.offloadPerLayer = "1,2";
    if (policy == "i-splitee") e.temperature = "1,2";
    if (policy == "m-ucb")
        std::get<NonstationaryParameters>(e.policyParameters).detectionWindow = 7;
    const auto allowed = checkDevicePolicy(e);
    QVERIFY(!allowed);
    const QString message = QString::fromStdString(allowed.error().message);
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY(!parsePolicy(policyText(e), "p.json"));
}

void TestDevice::aWrongFileIsOneSentence_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* what, const char* by, const char* says) {
        QTest::newRow(name) << what << by << says;
    };
    row("no object", "{\"policy\"", "[\"policy\"", "expected { at the start");
    row("misspelt", "\"alpha\"", "\"aplha\"", "unknown key 'aplha': did you mean alpha?");
    row("of a run", "\"alpha\"", "\"seeds\": 3, \"alpha\"", "seeds belongs to a run");
    row("a schedule", "\"alpha\"", "\"schedule\": \"\", \"alpha\"", "schedule belongs to a run");
    row("missing", ", \"alpha\": 0.7", "", "alpha is missing");
    row("no rules", "\"rules\": 2, ", "", "rules is missing");
    row("no offload", "\"offload\": 5, ", "", "offload is missing, or offload_per_layer");
    row("twice", "\"mu\": 0.1", "\"mu\": 0.1, \"mu\": 0.2", "'mu' is there twice");
    row("nested", "\"mu\": 0.1", "\"mu\": [0.1]", "'mu' holds a list or an object");
    row("deep", "0.1", "[[[[[[{}]]]]]]", "holds a list or an object");
    row("a text for a number", "\"mu\": 0.1", "\"mu\": \"0.1\"",
        "mu is '0.1', but must be a number");
    row("a number for a text", "\"1,2,3\"", "3", "compute_per_layer is 3, but must be a text");
    row("truth", "0.7", "true", "alpha is true, but must be a number");
    row("null", "0.7", "null", "'alpha' holds no text in quotes and no number");
    row("NaN", "0.7", "NaN", "'alpha' holds no text");
    row("a fraction", "\"rules\": 2", "\"rules\": 1.5", "rules is 1.5, but must be a whole number");
    row("huge", "0.7", "1e999", "alpha is 1e999");
    row("a leading zero", "0.7", "00.7", "line 2: expected , or }");
    row("above", "0.7", "1.1", "alpha is 1.1, but must be between 0 and 1");
    row("later rules", "\"rules\": 2", "\"rules\": 3", "rules is 3, but must be between 1 and 2");
    row("falling", "1,2,3", "1,3,2", "compute_per_layer falls");
    row("no numbers", "1,2,3", "1,x,3", "'x', which is not a number");
    row("cut short", "0.7})", "", "");
    row("more behind", "0.7}", "0.7} {}", "something follows the closing }");
    row("a comma too many", "0.7}", "0.7,}", "expected a key in quotes");
    row("a bad escape", "splitee", "spl\\xitee", "an escape");
    row("half a pair", "splitee", "spl\\ud800itee", "an escape");
    row("a line break", "splitee", "spl\nitee", "a control character");
    row("an experiment", "\"policy\": \"splitee\"", "\"experiment\": 1",
        "unknown key 'experiment'");
}

void TestDevice::aWrongFileIsOneSentence() {
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(QString, says);
    QVERIFY(parsePolicy(kSmallPolicy, "p.json").has_value());
    const std::string text = says.isEmpty()
                                 ? std::string(kSmallPolicy).substr(0, 60)
                                 : replacedIn(kSmallPolicy, what.toStdString(), by.toStdString());
    const auto read = parsePolicy(text, "p.json");
    QVERIFY(!read);
    const QString message = QString::fromStdString(read.error().message);
    QVERIFY2(message.startsWith("policy file p.json: ") && message.contains(says),
             qPrintable(message));
    const auto opened = DeviceLearner::fromText(text);
    QVERIFY(!opened.learner && !opened.problem.empty());
}

// Every prefix, and thousands of files with a few bytes changed, dropped or doubled.
void TestDevice::noTextCrashesTheReader() {
    const std::string whole = policyText(devicePolicy("m-ucb"), "a \"text\" \\ \xc3\xa4 \u2028");
    QVERIFY(parsePolicy(whole, "p").has_value());
    for (std::size_t bytes = 0; bytes + 2 < whole.size(); ++bytes)
        QVERIFY(!parsePolicy(whole.substr(0, bytes), "p"));
    Rng rng(1, "broken policies");
    constexpr std::string_view kBytes = "{}[]\",:\\u0e9-+. \n\xff";
    for (int k = 0; k < 20'000; ++k) {
        std::string broken = whole;
        for (std::uint64_t change = 0; change <= rng.below(4); ++change) {
            const std::size_t at = rng.below(broken.size());
            const char byte = kBytes[rng.below(kBytes.size())];
            if (rng.below(3) == 0) broken[at] = byte;
            if (rng.below(3) == 0) broken.insert(at, 1, byte);
            if (rng.below(3) == 0) broken.erase(at, 1 + rng.below(30));
            if (broken.empty()) broken = "{";
        }
        const auto read = parsePolicy(broken, "p");
        if (!read) QVERIFY(!read.error().message.empty());
    }
    const std::string deep(60'000, '[');
    QVERIFY(!parsePolicy("{\"mu\": " + deep, "p"));
}

void TestDevice::aFileIsReadAsFarAsItMayBe() {
    const QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(name).toStdString(); };
    std::ofstream(path("good.json")) << kSmallPolicy;
    QVERIFY(DeviceLearner::open(path("good.json")).learner);
    std::ofstream(path("large.json")) << kSmallPolicy << std::string(kMostPolicyBytes, ' ');
    for (const auto& [name, says] :
         {std::pair("large.json", "larger than 64 KiB"), std::pair("none.json", "no such file"),
          std::pair(".", "no such file")}) {
        const auto opened = DeviceLearner::open(path(name));
        QVERIFY(!opened.learner);
        QVERIFY2(QString::fromStdString(opened.problem).contains(says), opened.problem.c_str());
    }
}

void TestDevice::theLearnerMakesTheChoicesOfARun_data() {
    QTest::addColumn<QString>("policy");
    const auto keys = devicePolicies();
    QVERIFY(keys.size() >= 29);
    for (const std::string& key : keys) QTest::newRow(key.c_str()) << QString::fromStdString(key);
}

void TestDevice::theLearnerMakesTheChoicesOfARun() {
    QFETCH(QString, policy);
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        Experiment e = devicePolicy(policy.toStdString());
        e.order = "file";
        e.rounds = 1500;
        if (seed == 2 && !policy.startsWith("entropy")) e.temperature = "1.5,1.25,1,0.8,1.01";
        if (seed == 2 && policy == "splitee-s") e.side = "observed";
        if (seed == 3) e.offloadPerLayer = "input=9,6.1,4,2.5,1.25,0";
        const ExitTable table = deviceTable(seed);
        auto scaled = withTemperatures(table, *parseTemperatures(e.temperature, table.exits));
        QVERIFY(scaled.has_value());
        ReplayWorld world(*scaled);
        QVERIFY(validate(e, world).has_value());
        const auto rounds = roundsOfRun(e, {e.policies, seed}, world);
        QCOMPARE(rounds.size(), std::size_t{1500});
        const auto opened = DeviceLearner::fromText(policyText(e), seed);
        QVERIFY2(opened.learner, opened.problem.c_str());
        QCOMPARE(opened.learner->layers(), kDeviceExits);
        QCOMPARE(opened.learner->policy(), e.policies);
        for (const RoundRecord& round : rounds) {
            playSample(*opened.learner, table, round.row);
            QVERIFY2(sameRound(opened.learner->lastRound(), round),
                     (e.policies + ", round " + std::to_string(round.round)).c_str());
        }
        QVERIFY(opened.learner->problem().empty());
    }
}

void TestDevice::settingsChangeAsUnderASchedule() {
    for (const std::string& key : devicePolicies()) {
        Experiment e = devicePolicy(key);
        e.order = "file";
        e.rounds = 1400;
        const auto opened = DeviceLearner::fromText(policyText(e), 5);
        QVERIFY2(opened.learner, opened.problem.c_str());
        e.schedule = "offload=9@0, alpha=0.8@301, offload=1@301, mu=0.2@700, offload_factor=2@900";
        const ExitTable table = deviceTable(4);
        ReplayWorld world(table);
        for (const RoundRecord& round : roundsOfRun(e, {key, 5}, world)) {
            if (round.round == 1) QVERIFY(opened.learner->settingChanged("offload", 9));
            if (round.round == 301) QVERIFY(opened.learner->settingChanged("alpha", .8));
            if (round.round == 301) QVERIFY(opened.learner->settingChanged("offload", 1));
            if (round.round == 700) QVERIFY(opened.learner->settingChanged("mu", .2));
            if (round.round == 900) QVERIFY(opened.learner->settingChanged("offload_factor", 2));
            playSample(*opened.learner, table, round.row);
            QVERIFY2(sameRound(opened.learner->lastRound(), round),
                     (key + ", round " + std::to_string(round.round)).c_str());
        }
    }
}

void TestDevice::aCallOutOfTurnChangesNothing() {
    const auto opened = DeviceLearner::fromText(kSmallPolicy);
    DeviceLearner& learner = *opened.learner;
    QCOMPARE(learner.nextExit(), 0);
    QVERIFY(learner.atExit({.5, 0}) == DeviceLearner::Step::Refused);
    QVERIFY(!learner.cloudAnswered({.5, 0}));
    QVERIFY(!learner.awaitsCloud());
    QCOMPARE(learner.nextSplit(), 1);
    QCOMPARE(learner.nextSplit(), 1);
    for (const DeviceLearner::Answer& wrong :
         {DeviceLearner::Answer{std::nan(""), 0}, {1.1, 0}, {-.1, 0}, {.5, -1}, {.5, 40'000}}) {
        QVERIFY(learner.atExit(wrong) == DeviceLearner::Step::Refused);
        QVERIFY(!learner.problem().empty());
        QCOMPARE(learner.nextExit(), 1);
    }
    QVERIFY(!learner.settingChanged("offload", 3));
    QVERIFY(learner.problem().find("between rounds") != std::string::npos);
    QVERIFY(learner.atExit({.5, 3}) == DeviceLearner::Step::Offload);
    QCOMPARE(learner.nextExit(), 0);
    QVERIFY(!learner.cloudAnswered({2, 3}));
    QVERIFY(learner.awaitsCloud());
    QVERIFY(learner.cloudAnswered({.9, 4}));
    QCOMPARE(learner.lastRound().prediction, 4);
    QCOMPARE(learner.lastRound().reward, .9 - .1 * (1 + 5.0));
    QVERIFY(!learner.settingChanged("offlaod", 3));
    QVERIFY(!learner.settingChanged("offload", -3));
    QVERIFY(!learner.settingChanged("alpha", std::nan("")));
    QCOMPARE(learner.nextSplit(), 2);
    QVERIFY(learner.atExit({.9, 1}) == DeviceLearner::Step::Leave);
    QCOMPARE(learner.lastRound().round, std::int64_t{2});
    QCOMPARE(learner.lastRound().cost, 2.0);

    const auto layered = DeviceLearner::fromText(
        replacedIn(kSmallPolicy, "\"offload\": 5", "\"offload_per_layer\": \"1,2,3\""));
    QVERIFY(!layered.learner->settingChanged("offload", 3));
    QVERIFY(layered.learner->settingChanged("offload_factor", 3));
    const auto entropies =
        DeviceLearner::fromText(replacedIn(kSmallPolicy, "splitee", "entropy-cascade"));
    entropies.learner->nextSplit();
    QVERIFY(entropies.learner->atExit({.5, 0}) == DeviceLearner::Step::Refused);
    QVERIFY(entropies.learner->problem().find("entropy of exit 1") != std::string::npos);
    QVERIFY(entropies.learner->atExit({.5, 0, .1}) == DeviceLearner::Step::Leave);
}

// Each arm is played once although the cloud kept silent, and nothing is divided by 0.
void TestDevice::aDroppedRoundComesAgain() {
    for (const std::string& key : devicePolicies()) {
        const auto opened = DeviceLearner::fromText(policyText(devicePolicy(key)));
        const ExitTable table = deviceTable(6);
        for (std::int64_t row = 0; row < 300; ++row) {
            const std::int64_t before = opened.learner->lastRound().round;
            opened.learner->nextSplit();
            if (row % 3 == 1) {
                opened.learner->dropRound();
                QCOMPARE(opened.learner->nextExit(), 0);
            }
            playSample(*opened.learner, table, row);
            QCOMPARE(opened.learner->lastRound().round, before + 1);
            QVERIFY(std::isfinite(opened.learner->lastRound().reward));
        }
    }
}
