// SPDX-License-Identifier: GPL-3.0-or-later
// Tables, players and test rows for tests of runs that are played piece by piece.
#pragma once

#include <QTest>

#include <cmath>

#include "engine/run/run_player.h"
#include "made_tables.h"

namespace splitee::test {

/// The same samples, surer at their early exits than madeTable() makes them.
inline ExitTable surer(const ExitTable& table, const std::string& name) {
    ExitTable other = table;
    other.name = name;
    for (double& c : other.confidence) c = std::sqrt(c);
    return other;
}

/// With entropies and what is known before the split, so that every policy can play.
inline ExitTable fullTable(std::int64_t samples, int exits) {
    ExitTable table = madeTable(samples, exits, 7);
    table.contextNames = {"contrast"};
    for (std::int64_t row = 0; row < samples; ++row)
        table.context.push_back(table.confidencesOf(row)[0] / 2);
    for (const double c : table.confidence) table.entropy.push_back(1 - c);
    return table;
}

inline Experiment settings(const std::string& policy, std::int64_t rounds = 500) {
    Experiment e;
    e.policies = policy;
    e.mu = .05;
    e.lambda2 = .25;
    e.rounds = rounds;
    e.fixedLayer = 2;
    return e;
}

inline std::unique_ptr<RunPlayer> playerOf(const Experiment& e, World& world,
                                           std::uint64_t seed = 3) {
    auto player = RunPlayer::of(e, {e.policies, seed}, world);
    if (!player) qFatal("%s", player.error().message.c_str());
    return std::move(*player);
}

/// Plays `count` more rounds; empty where that fails.
inline std::vector<RoundRecord> next(RunPlayer& player, std::int64_t count) {
    std::vector<RoundRecord> rounds;
    return player.advance(count, rounds) ? rounds : std::vector<RoundRecord>();
}

// Test rows with a policy and how it learns from side observations.
inline void policyColumn() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("side");
}
inline void policyRow(std::string_view policy, const char* side = "corrected") {
    QTest::addRow("%.*s %s", static_cast<int>(policy.size()), policy.data(), side)
        << QString::fromStdString(std::string(policy)) << side;
}
/// settings() of the policy of the current test row.
inline Experiment fetchedSettings() {
    QFETCH(QString, policy);
    QFETCH(QString, side);
    Experiment e = settings(policy.toStdString());
    e.side = side.toStdString();
    return e;
}

}  // namespace splitee::test
