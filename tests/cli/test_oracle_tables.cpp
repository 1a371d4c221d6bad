// SPDX-License-Identifier: GPL-3.0-or-later
// The real program against the slow oracle of docs/policies.md: every round of every policy, on
// real tables.
#include <QFile>
#include <QTest>

#include <map>

#include "../engine/oracle/oracle.h"
#include "cli_tests.h"
#include "engine/policies/policy_info.h"
#include "program.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;
namespace oracle = splitee::oracle;

namespace {

constexpr int kRounds = 5000;
constexpr int kSeeds = 2;

/// A table with weights under which its policies do different things.
struct Setting {
    const char* name;
    bool bundled;
    const char* file;
    const char *mu, *lambda2, *offload, *alpha, *fixedLayer;
    const char* offloads = "";  // o of the input and of each layer; "": the one number
    const char* computing = "";
};
const std::vector<Setting> kTableSettings{
    {"sst2-12-exits", false, "traces/sst2-bert-12exit/df_samples_0000-0581.csv", "0.05", "0.25",
     "5", "0.85", "4"},
    {"cifar10-2-exits", false, "traces/cifar10-mobilenet-2exit/ee_data_branches.csv", "0.1",
     "0.166", "2.5", "0.7", "1"},
    {"cifar10-7-exits", true, "tables/cifar10-clean.exits", "0.03", "0.5", "4", "0.8", "3"},
    {"sst2-by-layer", false, "traces/sst2-bert-12exit/df_samples_0000-0581.csv", "0.05", "0.25",
     "5", "0.85", "4", "12,9,9,9,4,4,4,4,2.5,2.5,1,7,0"},
    {"cifar10-2-by-layer", false, "traces/cifar10-mobilenet-2exit/ee_data_branches.csv", "0.1",
     "0.166", "2.5", "0.7", "1", "6,3.5,1"},
    {"cifar10-7-by-layer", true, "tables/cifar10-clean.exits", "0.03", "0.5", "4", "0.8", "3",
     "3,16.25,4.5,8.1,2,11,1.5,0", "0.5,1,4,4.5,7,12,19"},
};

QString pathOf(const Setting& setting) {
    const QString folder =
        setting.bundled ? QStringLiteral(SPLITEE_RESOURCES) : qEnvironmentVariable("SPLITEE_DATA");
    return folder + '/' + setting.file;
}

oracle::Problem problemOf(const Setting& setting, const splitee::ExitTable& table) {
    const auto number = [](const char* text) { return QByteArray(text).toDouble(); };
    oracle::Problem p;
    p.table = &table;
    p.mu = number(setting.mu);
    p.lambda2 = number(setting.lambda2);
    p.offload = number(setting.offload);
    p.alpha = number(setting.alpha);
    p.parameters["fixed_layer"] = number(setting.fixedLayer);
    for (const QByteArray& one : QByteArray(setting.offloads).split(','))
        if (!one.isEmpty()) p.offloads.push_back(one.toDouble());
    if (!p.offloads.empty()) {
        p.inputOffload = p.offloads.front();
        p.offloads.erase(p.offloads.begin());
    }
    for (const QByteArray& one : QByteArray(setting.computing).split(','))
        if (!one.isEmpty()) p.computing.push_back(one.toDouble());
    return p;
}

/// What tells a file of rounds from the oracle's rounds; empty where nothing does.
std::string differenceOf(const std::string& csv, const oracle::Past& past,
                         const splitee::ExitTable& table) {
    const auto lines = QByteArray::fromStdString(csv).split('\n');
    if (lines.size() != kRounds + 2) return std::to_string(lines.size()) + " lines";
    if (lines.front() != "round,sample,split_layer,exited,reward,cost,prediction,correct")
        return "another header";
    for (const oracle::Round& round : past) {
        const auto fields = lines[round.t].split(',');
        if (fields.size() != 8) return "a line of " + std::to_string(fields.size()) + " fields";
        const std::string different =
            oracle::difference(round, {fields[2].toInt(), fields[3] == "1", fields[6].toInt(),
                                       fields[4].toDouble(), fields[5].toDouble()});
        if (!different.empty()) return different;
        const auto row = static_cast<std::size_t>(round.row);
        const std::int32_t label = table.label[row];
        const QByteArray correct = label < 0 ? "" : label == round.prediction ? "1" : "0";
        if (fields[0].toLongLong() != round.t || fields[1].toLongLong() != table.sample[row] ||
            fields[7] != correct)
            return "round " + std::to_string(round.t) + ": another sample, or wrongly judged";
    }
    return "";
}

Finished play(const Setting& chosen, const QString& policies, const QString& side,
              const QTemporaryDir& folder) {
    return program(
        {"run",
         "--table",
         pathOf(chosen),
         "--policy",
         policies,
         "--side",
         side,
         "--mu",
         chosen.mu,
         "--lambda2",
         chosen.lambda2,
         *chosen.offloads != 0 ? "--offload-per-layer" : "--offload",
         *chosen.offloads != 0 ? QString("input=") + chosen.offloads : QString(chosen.offload),
         "--compute-per-layer",
         chosen.computing,
         "--alpha",
         chosen.alpha,
         "--fixed-layer",
         chosen.fixedLayer,
         "--seeds",
         QString::number(kSeeds),
         "--seed",
         "1",
         "--rounds",
         QString::number(kRounds),
         "--rounds-csv",
         "out.csv"},
        folder.path());
}

/// The rounds of all policies in one setting, or of SplitEE-S alone where the side is another one.
struct Played {
    QTemporaryDir folder;
    splitee::Result<splitee::ExitTable> table;
    Finished done;
};

const Played& playedOnce(int setting, const QString& side) {
    static std::map<std::pair<int, QString>, Played> all;
    const auto known = all.find({setting, side});
    if (known != all.end()) return known->second;
    const Setting& chosen = kTableSettings[static_cast<std::size_t>(setting)];
    Played& played = all[{setting, side}];
    played.table = splitee::readTable(pathOf(chosen).toStdString());
    QStringList policies{"splitee-s"};
    if (side == "corrected" && played.table) {  // "all" leaves out those that others replace
        policies.clear();
        const oracle::Problem problem = problemOf(chosen, *played.table);
        for (const splitee::PolicyInfo& info : splitee::kPolicies)
            if (const std::string key(info.key); oracle::playsOn(key, problem))
                policies << QString::fromStdString(key);
    }
    played.done = play(chosen, policies.join(','), side, played.folder);
    return played;
}

}  // namespace

void TestOracleTables::theRoundsOfEveryPolicyEqualTheOracles_data() {
    QTest::addColumn<int>("setting");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("side");
    for (int setting = 0; setting < static_cast<int>(kTableSettings.size()); ++setting)
        for (const splitee::PolicyInfo& info : splitee::kPolicies)
            for (const char* side : {"corrected", "observed", "released"}) {
                const QString policy = QString::fromStdString(std::string(info.key));
                if (policy != "splitee-s" && side != std::string("corrected")) continue;
                QTest::addRow("%s %s %s", kTableSettings[static_cast<std::size_t>(setting)].name,
                              qPrintable(policy), side)
                    << setting << policy << side;
            }
}

void TestOracleTables::theRoundsOfEveryPolicyEqualTheOracles() {
    QFETCH(int, setting);
    QFETCH(QString, policy);
    QFETCH(QString, side);
    const Setting& chosen = kTableSettings[static_cast<std::size_t>(setting)];
    if (!chosen.bundled && qEnvironmentVariable("SPLITEE_DATA").isEmpty())
        QSKIP("skipped: SPLITEE_DATA is not set");
    const Played& played = playedOnce(setting, side);
    const auto& table = played.table;
    QVERIFY2(table.has_value(), table ? "" : table.error().message.c_str());
    oracle::Problem p = problemOf(chosen, *table);
    p.side = side.toStdString();
    const std::string key = policy.toStdString();
    if (!oracle::playsOn(key, p)) {
        const QTemporaryDir folder;
        QCOMPARE(play(chosen, policy, side, folder).code, 2);
        return;
    }
    QVERIFY2(played.done.code == 0, qPrintable(played.done.err));
    for (int seed = 1; seed <= kSeeds; ++seed) {
        QString file = QStringLiteral("out.%1.%2.csv").arg(policy).arg(seed);
        if (!QFile::exists(played.folder.filePath(file))) file = "out.csv";  // of the first run
        const auto past = oracle::oracleRounds(key, p, static_cast<std::uint64_t>(seed), kRounds);
        QCOMPARE(past.size(), std::size_t{kRounds});  // else the policy has no oracle
        const std::string different =
            differenceOf(bytesOf(played.folder.filePath(file)), past, *table);
        QVERIFY2(different.empty(), ("seed " + std::to_string(seed) + ", " + different).c_str());
    }
}
