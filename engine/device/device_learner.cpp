// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/device_learner.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "engine/device/any_policy.h"
#include "engine/device/device_world.h"
#include "engine/device/policy_file.h"
#include "engine/exception_barrier.h"
#include "engine/plain_text.h"
#include "engine/rng.h"
#include "engine/run/policy_setup.h"
#include "engine/run/schedule.h"
#include "engine/world/layer_costs.h"
#include "engine/world/temperature.h"

namespace splitee {
namespace {

constexpr int kMostPrediction = std::numeric_limits<std::int16_t>::max();

}  // namespace

/// The state of one learner: the round loop of PolicyRun (engine/run/run_player.cpp), cut where a
/// device computes.
class DeviceLearner::Rounds {
public:
    /// `experiment` as checkDevicePolicy() takes it.
    Rounds(Experiment experiment, std::uint64_t seed)
        : experiment_(std::move(experiment)),
          world_(*parseLayerComputing(experiment_.computePerLayer)),
          exits_(world_.exits()),
          feedback_(feedbackOf(experiment_, experiment_.policies)),
          temperatures_(*parseTemperatures(experiment_.temperature, exits_)),
          rng_(seed, "policy"),
          confidence_(static_cast<std::size_t>(exits_), 0.0),
          entropy_(confidence_.size(), 0.0),
          prediction_(confidence_.size(), 0) {
        setCosts();
        policy_ = AnyPolicy::of(experiment_, setupOf(experiment_, world_, costs_));
    }

    template <class Read>
    [[nodiscard]] static Opened opened(Read&& read, std::uint64_t seed) {
        Opened result;
        const auto made = guarded([&]() -> Result<void> {
            auto experiment = read();
            if (!experiment) return tl::unexpected(experiment.error());
            result.learner.reset(
                new DeviceLearner(std::make_unique<Rounds>(std::move(*experiment), seed)));
            return {};
        });
        if (!made) result.problem = made.error().message;
        return result;
    }

    [[nodiscard]] const Experiment& experiment() const { return experiment_; }
    [[nodiscard]] int exits() const { return exits_; }
    [[nodiscard]] const PlayedRound& lastRound() const { return last_; }
    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] bool awaitsCloud() const { return open_ && stop_.has_value(); }
    [[nodiscard]] int nextExit() const { return open_ && !stop_ ? next_ : 0; }

    int split() {
        if (open_) return choice_.split;
        if (changed_) {
            setCosts();
            policy_->costsChanged(costs_);
            changed_ = false;
        }
        open_ = true;
        stop_.reset();
        choice_ = policy_->choose(round(), rng_);
        alone_ = feedback_ == Feedback::AtSplit && choice_.leave == Leave::AtSplit;
        next_ = alone_ ? choice_.split : 1;
        if (choice_.split == 0) stop_ = Stop{0, false};
        return choice_.split;
    }

    Step atExit(const Answer& answer) {
        if (nextExit() == 0) return refused("no exit is to be evaluated now: see nextExit()");
        if (auto kept = keep(next_, answer); !kept) return refused(kept.error().message);
        // What stopOf() says of the exits so far; at the split, of all.
        Choice soFar = choice_;
        soFar.split = next_;
        const bool decides = choice_.leave != Leave::AtSplit || next_ == choice_.split;
        const Stop stop = decides ? stopOf(soFar, exits_, [&](int layer) { return viewOf(layer); })
                                  : Stop{next_, false};
        if (!stop.exited && next_ < choice_.split) {
            ++next_;
            return Step::Continue;
        }
        stop_ = stop;
        if (!stop.exited) return Step::Offload;
        finish();
        return Step::Leave;
    }

    bool cloudAnswered(const Answer& answer) {
        const auto kept =
            awaitsCloud() ? keep(exits_, answer) : fail("no sample was sent on: see awaitsCloud()");
        if (!kept) {
            problem_ = kept.error().message;
            return false;
        }
        finish();
        return true;
    }

    void drop() {
        open_ = false;
        stop_.reset();
    }

    bool change(std::string_view key, double value) {
        if (auto valid = changeChecked(key, value); !valid) {
            problem_ = valid.error().message;
            return false;
        }
        changed_ = true;
        return true;
    }

private:
    [[nodiscard]] Round round() const {
        return {last_.round + 1, experiment_.alpha, costs_, {}, 0};
    }
    [[nodiscard]] ExitView viewOf(int layer) const {
        const auto at = static_cast<std::size_t>(layer - 1);
        return {confidence_[at], choice_.leave == Leave::FirstCertain ? entropy_[at] : 0,
                prediction_[at]};
    }
    void setCosts() {
        costs_ = makeCostTable(experiment_.costWeights(), world_.depth(),
                               exitsEvaluated(experiment_.policies));
    }
    Step refused(std::string why) {
        problem_ = std::move(why);
        return Step::Refused;
    }

    Result<void> keep(int layer, const Answer& answer) {
        const std::string exit = "exit " + std::to_string(layer);
        if (!(answer.confidence >= 0 && answer.confidence <= 1))
            return fail("the confidence of " + exit + " is " + shortNumber(answer.confidence) +
                        ", but must be between 0 and 1");
        if (answer.prediction < 0 || answer.prediction > kMostPrediction)
            return fail("the prediction of " + exit + " is " + std::to_string(answer.prediction) +
                        ", but must be between 0 and " + std::to_string(kMostPrediction));
        if (choice_.leave == Leave::FirstCertain && !stop_ && !(answer.entropy >= 0))
            return fail("policy " + experiment_.policies + " needs the entropy of " + exit +
                        ", in nats");
        const auto at = static_cast<std::size_t>(layer - 1);
        confidence_[at] = atTemperature(answer.confidence, temperatures_[at]);
        entropy_[at] = answer.entropy;
        prediction_[at] = static_cast<std::int16_t>(answer.prediction);
        return {};
    }

    // As ReplayWorld::reveal() and PolicyRun::advance() do it.
    void finish() {
        const std::uint64_t atStop = stop_->layer == 0 ? 0 : 1ULL << (stop_->layer - 1);
        std::uint64_t revealed = alone_ || atStop == 0 ? atStop : atStop | (atStop - 1);
        if (!stop_->exited) revealed |= 1ULL << (exits_ - 1);
        const Observation seen(confidence_.data(), prediction_.data(), exits_, revealed, *stop_);
        const Outcome outcome = play(seen, costs_, choice_.answer);
        policy_->observe(round(), choice_, outcome, seen, rng_);
        last_ = {last_.round + 1,    stop_->layer,   outcome.exited,
                 outcome.prediction, outcome.reward, outcome.cost()};
        drop();
    }

    Result<void> changeChecked(std::string_view key, double value) {
        if (open_) return fail("a setting changes between rounds: end or drop this one first");
        if (std::ranges::find(kSettings, key) == kSettings.end())
            return fail("'" + shownText(key, 60) + "' cannot change: valid are " +
                        listed(kSettings));
        if (key == "offload" && experiment_.offloadsPerLayer())
            return fail(
                "offload changes what offload_per_layer says layer by layer: change "
                "offload_factor, which multiplies all of them");
        Experiment changed = experiment_;
        Experiment::visitFields(changed, [&](auto& field, const FieldInfo& info) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field)>, double>)
                if (info.key == key) field = value;
        });
        if (auto valid = checkFields(changed); !valid) return valid;
        experiment_ = std::move(changed);
        return {};
    }

    Experiment experiment_;  // with its settings as they are now
    DeviceWorld world_;
    int exits_;
    Feedback feedback_;
    std::vector<double> temperatures_;  // [L]
    CostTable costs_;
    Rng rng_;
    std::unique_ptr<AnyPolicy> policy_;
    bool changed_ = true;  // the run, too, tells a policy its costs before round 1

    bool open_ = false;
    Choice choice_;
    bool alone_ = true;                         // only the exit at the split is evaluated
    int next_ = 1;                              // exit to be evaluated
    std::optional<Stop> stop_;                  // of the open round, once it is known
    std::vector<double> confidence_, entropy_;  // [L] of the open round, at temperature
    std::vector<std::int16_t> prediction_;      // [L]
    PlayedRound last_;
    std::string problem_;
};

DeviceLearner::DeviceLearner(std::unique_ptr<Rounds> rounds) : rounds_(std::move(rounds)) {}
DeviceLearner::DeviceLearner(DeviceLearner&&) noexcept = default;
DeviceLearner& DeviceLearner::operator=(DeviceLearner&&) noexcept = default;
DeviceLearner::~DeviceLearner() = default;

DeviceLearner::Opened DeviceLearner::open(const std::string& path, std::uint64_t seed) {
    return Rounds::opened([&] { return readPolicyFile(path); }, seed);
}
DeviceLearner::Opened DeviceLearner::fromText(std::string_view json, std::uint64_t seed) {
    return Rounds::opened([&] { return parsePolicy(json, "text"); }, seed);
}

const std::string& DeviceLearner::policy() const { return rounds_->experiment().policies; }
int DeviceLearner::layers() const { return rounds_->exits(); }
int DeviceLearner::nextSplit() { return rounds_->split(); }
int DeviceLearner::nextExit() const { return rounds_->nextExit(); }
DeviceLearner::Step DeviceLearner::atExit(const Answer& answer) { return rounds_->atExit(answer); }
bool DeviceLearner::awaitsCloud() const { return rounds_->awaitsCloud(); }
bool DeviceLearner::cloudAnswered(const Answer& answer) { return rounds_->cloudAnswered(answer); }
void DeviceLearner::dropRound() { rounds_->drop(); }
const DeviceLearner::PlayedRound& DeviceLearner::lastRound() const { return rounds_->lastRound(); }
bool DeviceLearner::settingChanged(std::string_view key, double value) {
    return rounds_->change(key, value);
}
const std::string& DeviceLearner::problem() const { return rounds_->problem(); }

}  // namespace splitee
