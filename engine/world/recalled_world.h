// SPDX-License-Identifier: GPL-3.0-or-later
// RecalledWorld plays a live world again from its recorded rounds, without the network, and
// continues live where the record ends.
#pragma once

#include <functional>
#include <vector>

#include "engine/world/world.h"

namespace splitee {

/// What one exit said of a sample. A network's confidences are floats, so these are exact.
struct SeenExit {
    std::int32_t layer = 1;
    float confidence = 0;
    std::int16_t prediction = 0;

    friend bool operator==(const SeenExit&, const SeenExit&) = default;
};

/// What a round revealed, by rising layer.
using SeenExits = std::vector<SeenExit>;

/// One round as it was: enough to play it again.
struct RecalledRound {
    std::int64_t row = 0;
    Stop stop;
    SeenExits seen;
};

/// Shows the recalled rounds first and what `live` computes after them; keeps all that is computed
/// until it is taken. A policy that asks for something else than it once did, as after a change of
/// the program, gets an error and no guess.
class RecalledWorld final : public World {
public:
    /// Rounds from `first` (counted from 1) on, as many as it likes to give; none: what follows is
    /// live.
    using Recall = std::function<Result<std::vector<RecalledRound>>(std::int64_t first)>;

    /// `live` must outlive this world. It is asked for contexts and labels of recalled rounds too.
    /// `first`: the round that is played first.
    explicit RecalledWorld(World& live, Recall recall = {}, std::int64_t first = 1)
        : live_(live), recall_(std::move(recall)), round_(first - 1), computedFrom_(first) {}

    [[nodiscard]] Result<Observation> observe(const Query& query) override;
    /// [rounds] of those computed since the last call, from round `first` on; what was computed
    /// before that is dropped.
    [[nodiscard]] std::vector<SeenExits> takeComputed(std::int64_t first = 1);

    [[nodiscard]] std::int64_t samples() const override { return live_.samples(); }
    [[nodiscard]] std::span<const double> depth() const override { return live_.depth(); }
    void expect(std::span<const std::uint32_t> rows) override {
        if (page_.empty()) live_.expect(rows);  // what is recalled is not read
    }
    /// No record tells of an exit that was never computed.
    [[nodiscard]] bool allows(Feedback feedback) const override {
        return feedback != Feedback::UpToSplitAndFinal && live_.allows(feedback);
    }
    [[nodiscard]] bool tellsEntropy() const override { return live_.tellsEntropy(); }
    [[nodiscard]] Result<std::span<const double>> context(std::int64_t row) override {
        return live_.context(row);
    }
    [[nodiscard]] std::span<const std::string> contextNames() const override {
        return live_.contextNames();
    }
    [[nodiscard]] std::size_t sources() const override { return live_.sources(); }
    void show(std::size_t source) override { live_.show(source); }
    [[nodiscard]] std::int32_t label(std::int64_t row) const override { return live_.label(row); }
    [[nodiscard]] std::int64_t sampleNumber(std::int64_t row) const override {
        return live_.sampleNumber(row);
    }

private:
    [[nodiscard]] Result<bool> recalls();
    [[nodiscard]] Result<Observation> recalled(const RecalledRound& round, const Query& query);

    World& live_;
    Recall recall_;
    std::vector<RecalledRound> page_;
    std::size_t onPage_ = 0;
    std::int64_t round_;
    std::vector<double> confidence_;        // [L] of the recalled round
    std::vector<std::int16_t> prediction_;  // [L]
    std::int64_t computedFrom_;             // the round of computed_.front()
    std::vector<SeenExits> computed_;
};

}  // namespace splitee
