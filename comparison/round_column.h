// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of the run table that are computed from rounds: a measure at a round, its minimum and its
// maximum.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "comparison/run_keys.h"

namespace splitee {

struct RoundColumn {
    enum class Of { AtRound, Least, Most };
    std::size_t measure =
        0;  ///< accuracy, cost_mean, offload_rate, reward_mean or a regret, as a place in runKeys()
    Of of = Of::AtRound;
    std::int64_t round = 0;  ///< of AtRound: the mean over rounds 1..round; of a regret the sum

    friend bool operator==(const RoundColumn&, const RoundColumn&) = default;
};

/// Least and most are those of the mean of so many rounds, from the first full window on; of a
/// shorter run, its mean.
inline constexpr std::int64_t kFollowedWindow = 500;

/// Whether rounds tell it; a regret needs the run's exit tables as well.
[[nodiscard]] bool isFollowed(std::size_t measure);
/// Whether it may be followed as Least and Most, too: a regret only grows, so it may not.
[[nodiscard]] bool hasExtremes(std::size_t measure);

/// A column as a key beside those of runKeys(), and back.
[[nodiscard]] std::size_t keyOf(const RoundColumn& column);
[[nodiscard]] std::optional<RoundColumn> roundColumnOf(std::size_t key);

/// "accuracy@2000", "cost_mean:least", and back.
[[nodiscard]] std::string nameOf(const RoundColumn& column);
[[nodiscard]] std::optional<RoundColumn> roundColumnNamed(std::string_view name);

/// Adds rounds of one run up, in order, for one column that is no regret.
class FollowedMeasure {
public:
    explicit FollowedMeasure(const RoundColumn& column);
    void add(std::span<const RoundRecord> rounds);
    /// NaN where it is not known: a run that did not come to the round, or has no labels.
    [[nodiscard]] double value() const;
    /// Whether further rounds change nothing.
    [[nodiscard]] bool done() const {
        return column_.of == RoundColumn::Of::AtRound && rounds_ >= column_.round;
    }

private:
    RoundColumn column_;
    int what_;  // which quantity of a round
    double sum_ = 0, extreme_ = 0;
    std::int64_t rounds_ = 0, known_ = 0;
    bool any_ = false;
    std::vector<double> window_;  // ring of the last rounds, NaN: not known
};

/// Reads the rounds of `runs` and tells `show` what each comes to in the columns; NaN: not known,
/// as the regret of a live run and of one whose exit tables are gone. Blocks; some million rounds a
/// second.
[[nodiscard]] Result<void> followRounds(
    const std::filesystem::path& session, std::span<const std::int64_t> runs,
    std::span<const RoundColumn> columns,
    const std::function<void(std::int64_t, const std::vector<double>&)>& show,
    const ProgressSink& progress, const std::stop_token& stop);

}  // namespace splitee
