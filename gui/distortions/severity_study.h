// SPDX-License-Identifier: GPL-3.0-or-later
// A network's answers to some images under every corruption and severity, and what the policies of
// an experiment come to on them. Its work belongs on a thread of its own.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/run/experiment.h"
#include "sources/live_source.h"

namespace splitee {

/// One policy under one distortion: means over kSeveritySeeds seeds.
struct SeverityFigures {
    std::string policy;
    double accuracy = 0;   ///< %, NaN without labels
    double cost = 0;       ///< lambda a sample
    double offloaded = 0;  ///< % of samples
    int layer = 1;         ///< the split layer chosen most often, 1..L
};

inline constexpr std::int64_t kSeveritySamples = 500, kSeverityRounds = 2000;
inline constexpr std::int64_t kSeveritySeeds = 5;

/// Every policy of `experiment` on a table of answers, under its costs and threshold but without
/// its schedule: [policies], in their order. Blocks for milliseconds; a stop is an error.
[[nodiscard]] Result<std::vector<SeverityFigures>> figuresUnder(const ExitTable& answers,
                                                                Experiment experiment,
                                                                const std::stop_token& stop);

/// Reads answers on the thread that calls it; keeps the network between calls.
class SeverityReader {
public:
    /// The answers to the first kSeveritySamples images of `source` under its distortion. Blocks; a
    /// stop is an error.
    [[nodiscard]] Result<std::shared_ptr<const ExitTable>> read(const LiveRequest& source,
                                                                std::uint64_t seed,
                                                                const std::stop_token& stop);

private:
    std::string opened_;
    std::optional<LiveSource> source_;
};

/// The grid: row r, column s is corruption r (as kCorruptions has them) at severity s; column 0 is
/// clean, the same for every row.
inline constexpr int kSeverityRows = static_cast<int>(kCorruptions.size());
inline constexpr int kSeverityColumns = kSeverities + 1;

[[nodiscard]] Distortion distortionAt(int row, int column);

}  // namespace splitee
