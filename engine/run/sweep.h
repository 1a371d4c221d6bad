// SPDX-License-Identifier: GPL-3.0-or-later
// Sweep is a design over parameters x exit tables x policies x seeds, and SweepPlan its numbered
// list of runs. The list is a pure function of the sweep: shards and threads only divide it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/run/run.h"
#include "engine/run/sweep_axis.h"

namespace splitee {

inline constexpr std::int64_t kMaxSweepRuns = 1'000'000;  ///< as many as a session holds
inline constexpr std::array<std::string_view, 3> kDesigns{"grid", "random", "latin_hypercube"};

struct Sweep {
    Experiment experiment;            ///< policies, seeds, and every parameter that no axis varies
    std::vector<std::string> tables;  ///< files or builtin:NAME
    std::vector<SweepAxis> axes;      ///< of parameters, and of tables (isTableAxis())
    std::string design = "grid";
    std::int64_t samples = 100;
    std::uint64_t designSeed = 1;

    friend bool operator==(const Sweep&, const Sweep&) = default;

    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.design,
              FieldInfo{
                  "design", "Design",
                  "Every combination of the axes' values, points drawn at random, or points that "
                  "fill every axis evenly",
                  "", 0, 0, kDesigns});
        visit(self.samples, FieldInfo{"samples", "Samples",
                                      "Points of a random or latin_hypercube design", "", 1, 1e6});
        visit(self.designSeed,
              FieldInfo{"design_seed", "Design seed",
                        "Fixes the points of a random or latin_hypercube design", "", 0, 9.007e15});
    }
};

/// Part `part` of `of`, from 1: the runs whose number (from 0) leaves part - 1 when divided by
/// `of`.
struct Shard {
    std::int64_t part = 1, of = 1;
    [[nodiscard]] bool has(std::int64_t run) const { return run % of == part - 1; }
};
/// "2/4"; 1/1 is the whole.
[[nodiscard]] Result<Shard> parseShard(std::string_view text);

struct SweepRun {
    std::size_t table = 0;  ///< of SweepPlan::tables()
    Experiment experiment;  ///< of this run alone: one policy, one seed
    RunSpec spec;
};

/// A checked sweep. Every design plays every table. Run numbers go through tables, then points,
/// then policies, then seeds, the seeds fastest; points of a grid go through the axes in the order
/// of their keys, the last fastest. Random points rest on a stream for each key, so an axis more or
/// less leaves the others' values as they are. Latin hypercube: McKay, Beckman and Conover 1979,
/// with a random place within each part.
class SweepPlan {
public:
    [[nodiscard]] static Result<SweepPlan> make(const Sweep& sweep);
    [[nodiscard]] std::int64_t runs() const {
        return static_cast<std::int64_t>(tables_.size()) * runsATable();
    }
    /// What is opened: the sweep's tables, or its axis `source`, each under every distortion of its
    /// axis `distortion`, distortions fastest.
    [[nodiscard]] const std::vector<std::string>& tables() const { return tables_; }
    [[nodiscard]] std::int64_t points() const { return points_; }
    [[nodiscard]] SweepRun run(std::int64_t number) const;  ///< 0..runs()-1
    [[nodiscard]] Experiment point(
        std::int64_t number) const;  ///< 0..points()-1, with all policies and seeds
    /// "alpha 0.7, side observed", for people; "" without axes.
    [[nodiscard]] std::string describe(std::int64_t point) const;
    /// Can every point be played on this source? The error names the first point that cannot.
    [[nodiscard]] Result<void> validateFor(World& world, const std::string& source,
                                           const std::stop_token& stop = {}) const;

private:
    [[nodiscard]] std::int64_t runsATable() const {
        return points_ * static_cast<std::int64_t>(policies_.size()) * experiment_.seeds;
    }
    [[nodiscard]] AxisValue value(std::size_t axis, std::int64_t point) const;

    Experiment experiment_;
    std::string design_;
    std::uint64_t designSeed_ = 1;
    std::vector<SweepAxis> axes_;  // completed, by key
    std::vector<std::string> policies_;
    std::vector<std::string> tables_;
    std::int64_t points_ = 0;
    std::vector<std::vector<std::int64_t>> parts_;  // [axes][points] of a latin hypercube
};

}  // namespace splitee
