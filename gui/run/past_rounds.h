// SPDX-License-Identifier: GPL-3.0-or-later
// PastRounds shows all runs as they were after any of their rounds: it plays them on from the
// waypoint before it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "datasets/dataset.h"
#include "gui/run/run_controller.h"
#include "sources/sample_world.h"
#include "storage/session/session.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// The runs after one round.
struct PastRound {
    std::int64_t round = 0;
    /// In the order of the controller's: figures, last round, arms and what was seen. No curves.
    std::vector<RunHistory> runs;
    double alpha = 0;              ///< in force in the next round
    std::optional<Sample> sample;  ///< of a live run: what the network was shown
};

struct PastQuestion {
    struct Run {
        RunSpec spec;
        QString label;
        int style = 0;
        double finalCost = 0;
        KeptRun kept;
        std::shared_ptr<const HistoryWaypoint> waypoint;  ///< before the round
    };
    std::int64_t round = 1, rounds = 1;
    Experiment experiment;                      ///< as it was played, changes included
    std::shared_ptr<const TableSource> tables;  ///< of a replay
    /// What regret is measured by: the same, or the exits read beside a live run; may be null.
    std::shared_ptr<const TableSource> measuredBy;
    std::shared_ptr<const LiveSource> live;  ///< of a live run, told from what its session keeps
    std::vector<double> depth;               ///< [L]
    std::vector<Run> runs;
};

/// Of the runs that `controller` plays; empty where a round has no waypoint before it.
[[nodiscard]] std::optional<PastQuestion> pastQuestion(const RunController& controller,
                                                       std::int64_t round);

/// For one thread; keeps what it made for the next question.
class PastRounds {
public:
    /// Empty where it was stopped on the way. Blocks, mostly for milliseconds.
    [[nodiscard]] Result<std::optional<PastRound>> at(const PastQuestion& question,
                                                      const std::stop_token& stop);

private:
    [[nodiscard]] bool mayGoOn(const PastQuestion& question) const;
    [[nodiscard]] Result<void> begin(const PastQuestion& question);
    [[nodiscard]] std::unique_ptr<World> worldOf(const PastQuestion& question,
                                                 const PastQuestion::Run& run);
    [[nodiscard]] Result<bool> play(const PastQuestion& question, std::size_t run, PastRound& past,
                                    const std::stop_token& stop);

    std::optional<PastQuestion> last_;
    std::optional<Session> session_;                // of a live run
    std::unique_ptr<SampleWorld> samples_;          // likewise
    std::vector<std::unique_ptr<World>> measured_;  // what histories are measured by
    std::vector<RunHistory> histories_;
    std::vector<RoundRecord> records_;
};

}  // namespace splitee
