// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/run_player.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "engine/policies/policy_list.h"
#include "engine/rng.h"
#include "engine/run/policy_entry.h"
#include "engine/run/policy_setup.h"
#include "engine/run/schedule.h"

namespace splitee {
namespace {

constexpr double kUnseen = std::numeric_limits<double>::quiet_NaN();

// The schedule `text`, if a run played up to `round` under `before` may continue under it.
Result<Schedule> nextSchedule(const Experiment& experiment, const std::string& text,
                              const Schedule& before, std::int64_t round, World& world) {
    Experiment changed = experiment;
    changed.schedule = text;
    if (auto valid = validate(changed, world); !valid) return tl::unexpected(valid.error());
    auto schedule = Schedule::of(changed, roundsOf(changed, world));
    if (!schedule) return schedule;
    if (auto follows = schedule->mayFollow(before, round); !follows)
        return tl::unexpected(follows.error());
    return schedule;
}

// The part of a run that does not depend on the type of its policy.
class PlayedRun : public RunPlayer {
public:
    PlayedRun(const Experiment& experiment, const RunSpec& run, World& world, Schedule schedule)
        : experiment_(experiment),
          seed_(run.seed),
          evaluated_(exitsEvaluated(run.policy)),
          feedback_(feedbackOf(experiment, run.policy)),
          rounds_(roundsOf(experiment, world)),
          schedule_(std::move(schedule)),
          costs_(makeCostTable(experiment.costWeights(), world.depth(), evaluated_)),
          rng_(run.seed, "policy"),
          order_(experiment, run.seed, world.samples()),
          world_(world),
          seen_(static_cast<std::size_t>(world.exits()), kUnseen) {}
    /// `other` at the same round, in another world.
    PlayedRun(const PlayedRun& other, World& world, SampleOrder order)
        : experiment_(other.experiment_),
          seed_(other.seed_),
          evaluated_(other.evaluated_),
          feedback_(other.feedback_),
          rounds_(other.rounds_),
          round_(other.round_),
          schedule_(other.schedule_),
          now_(other.now_),
          nextChange_(other.nextChange_),
          costs_(other.costs_),
          rng_(other.rng_),
          order_(std::move(order)),
          failure_(other.failure_),
          world_(world),
          seen_(other.seen_) {}
    PlayedRun(const PlayedRun&) = delete;
    PlayedRun& operator=(const PlayedRun&) = delete;
    ~PlayedRun() override;

    std::int64_t round() const override { return round_; }
    std::int64_t rounds() const override { return rounds_; }
    Result<void> changeSchedule(const std::string& schedule) override;
    const Experiment& experiment() const override { return experiment_; }
    std::span<const double> seen() const override { return seen_; }
    CostTable costs() const override {
        return makeCostTable(schedule_.at(round_ + 1).weights, world_.depth(), evaluated_);
    }
    double alpha() const override { return schedule_.at(round_ + 1).alpha; }

protected:
    void changeConditions(std::int64_t t);
    Result<void> failed(std::int64_t t, const Error& error);
    void keepSeen(const Observation& seen);

    Experiment experiment_;
    std::uint64_t seed_;
    ExitsEvaluated evaluated_;
    Feedback feedback_;
    std::int64_t rounds_, round_ = 0;
    Schedule schedule_;
    Conditions now_;
    std::int64_t nextChange_ = 1;
    CostTable costs_;
    Rng rng_;
    SampleOrder order_;
    std::optional<Error> failure_;

private:
    World& world_;
    std::vector<double> seen_;  // [L]
};

PlayedRun::~PlayedRun() = default;

Result<void> PlayedRun::changeSchedule(const std::string& schedule) {
    auto next = nextSchedule(experiment_, schedule, schedule_, round_, world_);
    if (!next) return tl::unexpected(next.error());
    schedule_ = std::move(*next);
    experiment_.schedule = schedule;
    nextChange_ = round_ + 1;
    return {};
}

void PlayedRun::changeConditions(std::int64_t t) {
    now_ = schedule_.at(t);
    nextChange_ = schedule_.nextChange(t);
    costs_ = makeCostTable(now_.weights, world_.depth(), evaluated_);
}

// Round t took a sample from the order and perhaps random numbers, so it cannot be tried again.
Result<void> PlayedRun::failed(std::int64_t t, const Error& error) {
    round_ = t - 1;
    failure_ = error;
    return tl::unexpected(error);
}

void PlayedRun::keepSeen(const Observation& seen) {
    for (int layer = 1; layer <= seen.exits(); ++layer)
        seen_[static_cast<std::size_t>(layer - 1)] =
            seen.reveals(layer) ? seen.confidence(layer) : kUnseen;
}

template <class AnyWorld, class AnyPolicy>
class PolicyRun;

// A run without the rows of its order, and its world is never asked.
template <class AnyWorld, class AnyPolicy>
class PolicyWaypoint final : public Waypoint {
public:
    explicit PolicyWaypoint(const PolicyRun<AnyWorld, AnyPolicy>& run)
        : kept_(run, run.world_, run.order_.withoutRows()) {}

    std::int64_t round() const override { return kept_.round(); }
    Result<std::unique_ptr<RunPlayer>> playOn(World& world) const override {
        auto* same = dynamic_cast<AnyWorld*>(&world);
        if (same == nullptr)
            return fail("the run of " + std::string(AnyPolicy::kInfo.key) +
                        " cannot go on here: it played an exit table");
        return std::make_unique<PolicyRun<AnyWorld, AnyPolicy>>(kept_, *same,
                                                                kept_.order_.withRows());
    }
    std::size_t bytes() const override { return kept_.bytes(); }

private:
    PolicyRun<AnyWorld, AnyPolicy> kept_;
};

// The round loop. A template over the policy and the world, so that a replay has no virtual call in
// it.
template <class AnyWorld, class AnyPolicy>
class PolicyRun final : public PlayedRun {
public:
    PolicyRun(const Experiment& experiment, const RunSpec& run, AnyWorld& world, Schedule schedule)
        : PlayedRun(experiment, run, world, std::move(schedule)),
          world_(world),
          policy_(setupOf(experiment_, world, costs_),
                  std::get<typename AnyPolicy::Parameters>(experiment_.policyParameters)) {}
    PolicyRun(const PolicyRun& other, AnyWorld& world, SampleOrder order)
        : PlayedRun(other, world, std::move(order)), world_(world), policy_(other.policy_) {
        if constexpr (requires { policy_.playIn(world); }) policy_.playIn(world);
    }

    Result<void> advance(std::int64_t count, std::vector<RoundRecord>& records) override {
        if (failure_) return tl::unexpected(*failure_);
        const bool drifts = !schedule_.empty();
        if (!drifts) world_.show(0);  // another run may have shown another source
        const std::int64_t last = round_ + std::clamp<std::int64_t>(count, 0, rounds_ - round_);
        for (std::int64_t t = round_ + 1; t <= last; ++t) {
            if (t >= nextChange_) {
                changeConditions(t);
                if constexpr (requires { policy_.costsChanged(costs_); })
                    policy_.costsChanged(costs_);
            }
            if (drifts) world_.show(now_.sourceOf(seed_, t));
            Round round{t, now_.alpha, costs_, {}, order_.next()};
            if constexpr (kMayFail) world_.expect(upcoming(t));
            if constexpr (requires { AnyPolicy::kUsesContext; }) {
                const auto context = world_.context(round.row);
                if (!context) return failed(t, context.error());
                round.context = *context;
            }
            const Choice choice = policy_.choose(round, rng_);
            const auto seen = observe({round.row, choice, feedback_});
            if constexpr (kMayFail) {
                if (!seen) return failed(t, seen.error());
            }
            const Outcome outcome = play(*seen, costs_, choice.answer);
            policy_.observe(round, choice, outcome, *seen, rng_);
            const std::int32_t label = world_.label(round.row);
            const int correct = label < 0 ? -1 : outcome.prediction == label ? 1 : 0;
            records.push_back({t, round.row, world_.sampleNumber(round.row), seen->stop().layer,
                               outcome.exited, outcome.prediction, correct, outcome.reward,
                               outcome.computeCost, outcome.offloadCost});
            if (kMayFail || t == last) keepSeen(*seen);
        }
        round_ = last;
        return {};
    }

    Result<void> changeSchedule(const std::string& schedule) override {
        if constexpr (requires { AnyPolicy::kReadsWholeSchedule; })
            return fail("policy '" + std::string(AnyPolicy::kInfo.key) +
                        "' reads the whole schedule before its first round, so the schedule of "
                        "its run cannot change: start it again under the new one");
        else
            return PlayedRun::changeSchedule(schedule);
    }

    std::shared_ptr<const Waypoint> waypoint() const override {
        return std::make_shared<const PolicyWaypoint<AnyWorld, AnyPolicy>>(*this);
    }
    std::size_t bytes() const {
        constexpr std::size_t kTexts = 2048;  // of the experiment and its schedule
        std::size_t bytes = sizeof(*this) + kTexts;
        if constexpr (requires { policy_.bytes(); }) bytes += policy_.bytes();
        return bytes;
    }

    std::vector<ArmView> arms() const override {
        if constexpr (requires(const Round& round) { policy_.arms(round); }) {
            const CostTable costs = this->costs();
            const Round round{round_ + 1, alpha(), costs, {}, 0};
            if constexpr (requires(AnyPolicy & next) { next.costsChanged(costs); }) {
                if (round.t >= nextChange_) {  // as the next round will find it
                    AnyPolicy next = policy_;
                    next.costsChanged(costs);
                    return next.arms(round);
                }
            }
            return policy_.arms(round);
        } else {
            return {};
        }
    }

private:
    friend class PolicyWaypoint<AnyWorld, AnyPolicy>;
    static constexpr bool kMayFail =
        !std::is_same_v<AnyWorld, ReplayWorld>;  // and its observation lasts until the next sample

    // The next rows that are certain to come from the source of round t.
    [[nodiscard]] std::span<const std::uint32_t> upcoming(std::int64_t t) const {
        constexpr std::size_t kMost = 16;
        const auto rows = order_.upcoming(kMost);
        if (schedule_.empty()) return rows;
        std::size_t count = 0;
        while (count < rows.size()) {
            const std::int64_t later = t + static_cast<std::int64_t>(count) + 1;
            if (later >= nextChange_ || now_.sourceOf(seed_, later) != now_.sourceOf(seed_, t))
                break;
            ++count;
        }
        return rows.first(count);
    }

    // A replay cannot fail, and a Result would cost it speed.
    [[nodiscard]] auto observe(const Query& query) {
        if constexpr (kMayFail)
            return world_.observe(query);
        else
            return std::optional<Observation>(world_.reveal(query));
    }

    AnyWorld& world_;
    AnyPolicy policy_;
};

}  // namespace

Result<std::unique_ptr<RunPlayer>> RunPlayer::of(const Experiment& experiment, const RunSpec& run,
                                                 World& world) {
    if (hasOwnParameters(run.policy))
        if (auto known = readEntry(run.policy); !known) return tl::unexpected(known.error());
    const Experiment own = settingsOf(experiment, run.policy);
    auto schedule = Schedule::of(own, roundsOf(own, world));
    if (!schedule) return tl::unexpected(schedule.error());
    std::unique_ptr<RunPlayer> player;
    withPolicyType(run.policy, own.side, [&]<class P>(std::type_identity<P>) {
        if (auto* replay = dynamic_cast<ReplayWorld*>(&world))
            player = std::make_unique<PolicyRun<ReplayWorld, P>>(own, run, *replay,
                                                                 std::move(*schedule));
        else
            player = std::make_unique<PolicyRun<World, P>>(own, run, world, std::move(*schedule));
    });
    if (!player) return fail("there is no policy '" + run.policy + "'");
    return player;
}

}  // namespace splitee
