// The environment a policy plays in: an exit table (ReplayWorld) or a network at work (LiveWorld, in inference).
#pragma once

#include <cstdint>
#include <span>

#include "engine/observation.h"
#include "engine/result.h"

namespace splitee {

/// What a policy asks to be shown besides the exit at its split.
enum class Look {
    AtSplit,               ///< only that exit
    UpToSplit,             ///< every exit up to the split
    UpToSplitAndFinal,     ///< also exit L, although it may never be computed: replay of published runs only
};

/// One sample at one split layer.
struct Query {
    std::int64_t row = 0;      ///< 0..samples()-1
    int split = 1;             ///< 1..L
    double threshold = 0;      ///< alpha
    Look look = Look::AtSplit;
};

class World {
public:
    virtual ~World() = default;
    [[nodiscard]] virtual std::int64_t samples() const = 0;
    [[nodiscard]] virtual std::span<const double> depth() const = 0;         ///< [L] d_i
    /// Plays the sample and shows what a device would have seen. Live worlds block while they compute.
    [[nodiscard]] virtual Result<Observation> observe(const Query& query) = 0;
    [[nodiscard]] virtual bool allows(Look look) const = 0;
    /// For the books alone, never for a policy: class index or kUnknownLabel.
    [[nodiscard]] virtual std::int32_t label(std::int64_t row) const = 0;
    /// The sample's number in its dataset.
    [[nodiscard]] virtual std::int64_t sampleNumber(std::int64_t row) const = 0;
    [[nodiscard]] int exits() const { return static_cast<int>(depth().size()); }
};

/// Replays an exit table, which must be valid and outlive the world.
class ReplayWorld final : public World {
public:
    explicit ReplayWorld(const ExitTable& table) : table_(table) {}
    [[nodiscard]] std::int64_t samples() const override { return table_.samples(); }
    [[nodiscard]] std::span<const double> depth() const override { return table_.depth; }
    [[nodiscard]] bool allows(Look) const override { return true; }
    [[nodiscard]] std::int32_t label(std::int64_t row) const override { return table_.label[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::int64_t sampleNumber(std::int64_t row) const override {
        return table_.sample[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] Result<Observation> observe(const Query& query) override { return look(query); }

    /// observe() without the Result: a replay cannot fail.
    [[nodiscard]] Observation look(const Query& query) const {
        const int exits = table_.exits;
        const double* confidence = table_.confidence.data() + query.row * exits;
        const std::uint64_t atSplit = 1ULL << (query.split - 1);
        std::uint64_t revealed = query.look == Look::AtSplit ? atSplit : atSplit | (atSplit - 1);
        const bool offloaded = confidence[query.split - 1] < query.threshold;
        if (offloaded || query.look == Look::UpToSplitAndFinal) revealed |= 1ULL << (exits - 1);
        return {confidence, table_.prediction.data() + query.row * exits, exits, revealed};
    }

private:
    const ExitTable& table_;
};

}  // namespace splitee
