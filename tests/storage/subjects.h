// SPDX-License-Identifier: GPL-3.0-or-later
// What the test files share: their entry points, a folder that goes away, and a few values.
#pragma once

#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "engine/run/run.h"
#include "engine/world/exit_table.h"

std::unique_ptr<QObject> makeTableTests();
std::unique_ptr<QObject> makeCostProfileTests();
std::unique_ptr<QObject> makeCsvDialectTests();
std::unique_ptr<QObject> makeHostileTableTests();
std::unique_ptr<QObject> makeOptionalColumnTests();
std::unique_ptr<QObject> makePackedTableTests();
std::unique_ptr<QObject> makePublishedTableTests();
std::unique_ptr<QObject> makeExperimentFileTests();
std::unique_ptr<QObject> makeSessionTests();
std::unique_ptr<QObject> makeSessionFileTests();
std::unique_ptr<QObject> makeSessionCheckTests();
std::unique_ptr<QObject> makeSessionCopyTests();
std::unique_ptr<QObject> makeChangedRunTests();
std::unique_ptr<QObject> makeRunAgainTests();
std::unique_ptr<QObject> makeMarkTests();
std::unique_ptr<QObject> makeSweepFileTests();
std::unique_ptr<QObject> makeSessionMergeTests();

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

inline std::string readAll(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void writeAll(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// A folder of one test object, with paths of files in it.
class Folder {
public:
    std::filesystem::path operator/(const std::string& name) const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }

private:
    QTemporaryDir folder_;
};

/// n samples, L exits; confidences that are floats, or that need every digit of a double.
inline splitee::ExitTable someTable(int samples, int exits, bool floats) {
    splitee::ExitTable table;
    table.name = "some table";
    table.exits = exits;
    table.depth = splitee::unitDepths(exits);
    for (int row = 0; row < samples; ++row) {
        table.sample.push_back(row * 3);
        table.label.push_back(row % 4 == 3 ? splitee::kUnknownLabel : row % 10);
        for (int exit = 0; exit < exits; ++exit) {
            const double value = 1.0 / (1 + row + exit);
            table.confidence.push_back(floats ? static_cast<double>(static_cast<float>(value))
                                              : value);
            table.prediction.push_back(static_cast<std::int16_t>((row + exit) % 10));
        }
    }
    return table;
}

inline bool sameValues(const splitee::ExitTable& a, const splitee::ExitTable& b) {
    return a.exits == b.exits && a.confidence == b.confidence && a.prediction == b.prediction &&
           a.label == b.label && a.sample == b.sample;
}

inline std::vector<splitee::RoundRecord> someRounds(int first, int count) {
    std::vector<splitee::RoundRecord> rounds;
    for (int t = first; t < first + count; ++t)
        rounds.push_back({t, t - 1, 7 * t, 1 + t % 5, t % 2 == 0, t % 10, t % 3 - 1, 1.0 / t - 0.5,
                          0.1 * t, t % 2 == 0 ? 0.0 : 5.0});
    return rounds;
}
