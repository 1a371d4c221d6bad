// SPDX-License-Identifier: GPL-3.0-or-later
// World is the environment a policy plays in: a recorded exit table (ReplayWorld) or a network that
// computes (LiveWorld, in inference).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/result.h"
#include "engine/world/observation.h"

namespace splitee {

/// One sample played under one choice.
struct Query {
    std::int64_t row = 0;  ///< 0..samples()-1
    Choice choice;
    Feedback feedback = Feedback::AtSplit;
};

/// Plays samples. One thread at a time.
class World {
public:
    virtual ~World() = default;
    [[nodiscard]] virtual std::int64_t samples() const = 0;
    [[nodiscard]] virtual std::span<const double> depth() const = 0;  ///< [L] d_i
    /// Plays the sample and shows what a device would have seen. Live worlds block while they
    /// compute.
    [[nodiscard]] virtual Result<Observation> observe(const Query& query) = 0;
    /// The rows of the source shown that will be played next, in this order: a world may get them
    /// ready. Changes nothing that it shows.
    virtual void expect(std::span<const std::uint32_t> /*rows*/) {}
    [[nodiscard]] virtual bool allows(Feedback feedback) const = 0;
    /// Whether exits tell their entropy, as cascades by entropy need.
    [[nodiscard]] virtual bool tellsEntropy() const { return false; }
    /// What is known of a sample before the split, [F] in the order of contextNames(); may block on
    /// a read.
    [[nodiscard]] virtual Result<std::span<const double>> context(std::int64_t /*row*/) {
        return std::span<const double>();
    }
    [[nodiscard]] virtual std::span<const std::string> contextNames() const { return {}; }
    /// Tables of the same samples that a schedule may switch among; observe() and context() play
    /// the one shown.
    [[nodiscard]] virtual std::size_t sources() const { return 1; }
    virtual void show(std::size_t /*source*/) {}
    /// Ground truth for metrics; never shown to a policy. Class index or kUnknownLabel.
    [[nodiscard]] virtual std::int32_t label(std::int64_t row) const = 0;
    /// The sample's number in its dataset.
    [[nodiscard]] virtual std::int64_t sampleNumber(std::int64_t row) const = 0;
    [[nodiscard]] int exits() const { return static_cast<int>(depth().size()); }
};

/// Replays an exit table, which must be valid and outlive the world.
class ReplayWorld final : public World {
public:
    explicit ReplayWorld(const ExitTable& table) : ReplayWorld(std::vector{&table}) {}
    /// Sources 0, 1, .. of a schedule; see checkSameSamples().
    explicit ReplayWorld(std::vector<const ExitTable*> tables);
    [[nodiscard]] std::size_t sources() const override { return tables_.size(); }
    void show(std::size_t source) override { table_ = tables_[source]; }
    /// One more source, for a schedule that grows while its runs play: it takes the next number.
    /// Refuses what checkSameSamples() refuses, and a table that does not tell entropies where the
    /// others do.
    [[nodiscard]] Result<void> addSource(const ExitTable& table);
    [[nodiscard]] std::int64_t samples() const override { return table_->samples(); }
    [[nodiscard]] std::span<const double> depth() const override { return table_->depth; }
    [[nodiscard]] bool allows(Feedback) const override { return true; }
    [[nodiscard]] bool tellsEntropy() const override { return binary_ || tellsEntropy_; }
    [[nodiscard]] Result<std::span<const double>> context(std::int64_t row) override {
        return table_->contextOf(row);
    }
    [[nodiscard]] std::span<const std::string> contextNames() const override {
        return table_->contextNames;
    }
    [[nodiscard]] std::int32_t label(std::int64_t row) const override {
        return table_->label[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] std::int64_t sampleNumber(std::int64_t row) const override {
        return table_->sample[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] Result<Observation> observe(const Query& query) override { return reveal(query); }

    /// observe() without the Result: a replay cannot fail. Always inlined: without it
    /// replays may lose a third of their speed, depending on the compiler.
    [[nodiscard, gnu::always_inline]] inline Observation reveal(const Query& query) const {
        const int exits = table_->exits;
        const double* confidence = table_->confidence.data() + query.row * exits;
        const std::int16_t* prediction = table_->prediction.data() + query.row * exits;
        const Choice choice = query.choice;
        const Stop stop = stopOf(choice, exits, [&](int layer) {
            return ExitView{confidence[layer - 1],
                            choice.leave == Leave::FirstCertain ? entropyAt(query.row, layer) : 0,
                            prediction[layer - 1]};
        });
        const std::uint64_t atStop = stop.layer == 0 ? 0 : 1ULL << (stop.layer - 1);
        const bool alone = query.feedback == Feedback::AtSplit && choice.leave == Leave::AtSplit;
        std::uint64_t revealed = alone || atStop == 0 ? atStop : atStop | (atStop - 1);
        if (!stop.exited || query.feedback == Feedback::UpToSplitAndFinal)
            revealed |= 1ULL << (exits - 1);
        return {confidence, prediction, exits, revealed, stop};
    }
    [[nodiscard]] const ExitTable& table() const { return *table_; }

private:
    [[nodiscard]] double entropyAt(std::int64_t row, int layer) const;
    [[nodiscard]] static bool isBinary(const ExitTable& table);

    std::vector<const ExitTable*> tables_;
    const ExitTable* table_;  // the one shown
    bool tellsEntropy_;       // every table has entropies
    bool binary_;             // two classes, entropies left out
};

/// Whether `other` holds the same samples and exits as `table`, so that a schedule may switch to
/// it.
[[nodiscard]] Result<void> checkSameSamples(const ExitTable& table, const ExitTable& other);

}  // namespace splitee
