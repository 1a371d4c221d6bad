// SPDX-License-Identifier: GPL-3.0-or-later
// runOnce() plays one run: one policy, one seed, one world. Every round goes to the sinks and
// nowhere else.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/progress.h"
#include "engine/run/experiment.h"

namespace splitee {

/// The facts of one round. Readers make cumulative and windowed curves of them.
struct RoundRecord {
    std::int64_t round = 0;   ///< from 1
    std::int64_t row = 0;     ///< of the world, from 0
    std::int64_t sample = 0;  ///< the sample's number in its dataset
    std::int32_t split = 0;   ///< split layer, from 1
    bool exited = false;      ///< left on the device; else offloaded
    std::int32_t prediction = 0;
    std::int32_t correct = -1;  ///< 1, 0, or -1 where the label is unknown
    double reward = 0;
    double computeCost = 0;  ///< gamma_i, in lambda
    double offloadCost = 0;  ///< o or 0, in lambda
    [[nodiscard]] double cost() const { return computeCost + offloadCost; }

    friend bool operator==(const RoundRecord&, const RoundRecord&) = default;
};

/// Where rounds go. Called in order, from the thread that runs; a failure ends the run.
class RoundSink {
public:
    virtual ~RoundSink() = default;
    [[nodiscard]] virtual Result<void> consume(std::span<const RoundRecord> rounds) = 0;
};

/// How far a run is; also the word in the session. Queued: asked for and not begun.
enum class RunStatus { Running, Finished, Stopped, Failed, Interrupted, Queued };
[[nodiscard]] std::string_view toText(RunStatus status);

/// One run of an experiment.
struct RunSpec {
    std::string policy;      ///< an entry of the experiment; of a stored run a key of kPolicies
    std::uint64_t seed = 1;  ///< of this run
};

/// The runs of an experiment, policy by policy, seed by seed. All policies with one seed see the
/// same samples in the same order.
[[nodiscard]] Result<std::vector<RunSpec>> runsOf(const Experiment& experiment);

/// Which row round t plays: file order, or a shuffle by the seed, anew each pass; rounds beyond one
/// pass go round again.
class SampleOrder {
public:
    /// `pass`: where to begin, 0 for round 1.
    SampleOrder(const Experiment& experiment, std::uint64_t seed, std::int64_t samples,
                std::uint64_t pass = 0);
    [[nodiscard]] std::int64_t next() {
        if (position_ == rows_.size()) beginPass();
        return rows_[position_++];
    }
    /// The next rows of a source with at most 2^32 samples.
    void fill(std::span<std::uint32_t> rows);
    /// What next() will give, at most `most` rows of this pass. Valid until the next call.
    [[nodiscard]] std::span<const std::uint32_t> upcoming(std::size_t most) const {
        return std::span(rows_).subspan(position_, std::min(most, rows_.size() - position_));
    }
    /// The same place in the order without its rows, to be kept: next() needs them, so ask
    /// withRows().
    [[nodiscard]] SampleOrder withoutRows() const;
    [[nodiscard]] SampleOrder withRows() const;

private:
    SampleOrder() = default;
    void beginPass();
    void shuffleRows(std::uint64_t pass);

    bool shuffled_ = false;
    std::uint64_t seed_ = 0;
    std::size_t samples_ = 0, position_ = 0;
    std::uint64_t pass_ = 0;
    std::vector<std::uint32_t> rows_;
};

/// Plays one run to its end or to a stop (status Stopped; rounds so far have reached the sinks).
/// The experiment must be valid for the world. `batch`: the most rounds handed over at once; fewer
/// where they take longer than some 20 ms. Blocks.
[[nodiscard]] Result<RunStatus> runOnce(const Experiment& experiment, const RunSpec& run,
                                        World& world, std::span<RoundSink* const> sinks,
                                        const ProgressSink& progress, std::stop_token stop,
                                        int batch = 1024);

/// Rounds of one run: --rounds, or one pass.
[[nodiscard]] std::int64_t roundsOf(const Experiment& experiment, const World& world);

}  // namespace splitee
