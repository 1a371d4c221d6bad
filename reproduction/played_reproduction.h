// SPDX-License-Identifier: GPL-3.0-or-later
// PlayedReproduction: a reproduction with the runs of every policy on every stream, read from the
// session that they were played into.
#pragma once

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/progress.h"
#include "engine/replay/mean_curves.h"
#include "engine/run/summary.h"
#include "reproduction/played_worlds.h"
#include "reproduction/reproduction.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// The runs of one policy at one o, by seed.
struct PlayedPoint {
    double offload = 0;
    std::vector<RunSummary> runs;
};

struct PlayedPolicy {
    std::string unplayable;  ///< why this stream's table does not serve it; "" if it does
    std::vector<PlayedPoint>
        points;  ///< [offloadsOf(stream)], or the one of a policy that never offloads
    std::vector<RunSummary> regretRuns;  ///< of regretRounds rounds at the tables' o; empty for a
                                         ///< policy whose choice is no split
    std::vector<std::int64_t> round;     ///< [K] rounds that the curve is read after
    MeanCurve regret;                    ///< [K] pseudo-regret with its 95 % band (Student's t)

    /// At one of the stream's o. The policy must be playable.
    [[nodiscard]] const PlayedPoint& at(double offload) const {
        const auto found = std::ranges::find(points, offload, &PlayedPoint::offload);
        return points.size() == 1 || found == points.end() ? points.front() : *found;
    }
};

struct PlayedStream {
    std::string missing;  ///< why it was not played: no table; "" if it was
    std::shared_ptr<const TableSource> source;
    std::vector<PlayedPolicy> policies;  ///< [policies]
    [[nodiscard]] bool played() const { return missing.empty(); }
    [[nodiscard]] const ExitTable& table() const { return *source->all().front(); }
};

struct PlayedReproduction {
    Reproduction description;
    std::vector<PlayedStream> streams;  ///< [streams]
    std::vector<PlayedWorld> worlds;    ///< [worlds]
    std::int64_t runs = 0, rounds = 0;  ///< in all
};

/// Plays what the session lacks, by sweeps, and reads the figures of all runs from it. A stream
/// whose table is not there is left out; one whose table cannot be read is an error. `session` is
/// made. A stop is an error, "cancelled ..": finished runs are kept. Blocks.
[[nodiscard]] Result<PlayedReproduction> playReproduction(const Reproduction& description,
                                                          const std::filesystem::path& session,
                                                          int threads,
                                                          const ProgressSink& progress = {},
                                                          const std::stop_token& stop = {});

}  // namespace splitee
