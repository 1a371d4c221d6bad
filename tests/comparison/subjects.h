// SPDX-License-Identifier: GPL-3.0-or-later
// What the test files share: their entry points, and runs to look at.
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <memory>
#include <string>

#include "comparison/run_row.h"
#include "storage/session/run_figures.h"

std::unique_ptr<QObject> makeComparedCostsTests();
std::unique_ptr<QObject> makeComparedRunsTests();
std::unique_ptr<QObject> makeReportTests();
std::unique_ptr<QObject> makeRoundColumnTests();
std::unique_ptr<QObject> makeRunFilterTests();
std::unique_ptr<QObject> makeRunGroupTests();
std::unique_ptr<QObject> makeRunRowTests();
std::unique_ptr<QObject> makeRunTableTests();
std::unique_ptr<QObject> makeRunsWithoutRoundsTests();
std::unique_ptr<QObject> makeSettingGridTests();

/// Fails the test with the sentence where a Result holds none of what was wanted.
#define REQUIRE_OK(result)                                                      \
    do {                                                                        \
        const auto& outcome_ = (result);                                        \
        QVERIFY2(outcome_.has_value(),                                          \
                 outcome_.has_value() ? "" : outcome_.error().message.c_str()); \
    } while (false)

/// The Result must be an error, one line, that says `part`.
#define REQUIRE_SAYS(result, part)                                         \
    do {                                                                   \
        const auto& outcome_ = (result);                                   \
        QVERIFY2(!outcome_.has_value(), "should have been refused");       \
        QVERIFY2(outcome_.error().message.find(part) != std::string::npos, \
                 outcome_.error().message.c_str());                        \
        QVERIFY2(outcome_.error().message.find('\n') == std::string::npos, \
                 "one sentence on one line");                              \
    } while (false)

/// A folder of one test object, with paths of files in it.
class Folder {
public:
    std::filesystem::path operator/(const std::string& name) const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }

private:
    QTemporaryDir folder_;
};

/// A finished run with figures; cost_mean is `cost`, accuracy `accuracy`.
inline splitee::StoredRun someRun(const std::string& policy, std::uint64_t seed, double offload,
                                  double cost, double accuracy) {
    splitee::StoredRun run;
    run.spec = {policy, seed};
    run.experiment.offload = offload;
    run.provenance.source = "builtin:cifar10-clean";
    run.provenance.dataHash = "feed";
    run.status = splitee::RunStatus::Finished;
    run.startedAt = "2026-11-21T10:00:00.000Z";
    splitee::RunSummary summary;
    summary.rounds = 2000;
    summary.costMean = cost;
    summary.accuracy = accuracy;
    summary.offloadRate = 0.2;
    summary.pulls = {10, 20, 1970, 0};
    summary.seconds = 0.5;
    run.summary = splitee::summaryJson(summary);
    return run;
}
