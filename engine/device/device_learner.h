// SPDX-License-Identifier: GPL-3.0-or-later
// DeviceLearner is the policy of a policy file at work on a device: a network asks it, sample by
// sample, at which layer to split. It makes the choices of `splitee run --policy-file`, bit for
// bit. The installed header of the CMake package `splitee`: standard library only.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

namespace splitee {

/// A round is one sample:
///
///   learner.nextSplit();
///   while (int layer = learner.nextExit()) learner.atExit(what that exit of the network says);
///   if (learner.awaitsCloud()) learner.cloudAnswered(what the final exit says, in the cloud);
///
/// One thread at a time. A call out of turn changes nothing; problem() says what was wrong.
class DeviceLearner {
public:
    /// What one exit says of a sample.
    struct Answer {
        double confidence = 0;  ///< the largest softmax value, in [0, 1]
        int prediction = 0;     ///< its class, 0..32767
        double entropy =
            std::numeric_limits<double>::quiet_NaN();  ///< -sum p ln p of all softmax values, in
                                                       ///< nats; only entropy cascades read it
    };

    enum class Step {
        Continue,  ///< compute on, to the layer nextExit()
        Leave,     ///< the sample leaves here: the round is over
        Offload,   ///< send it on from here, and tell cloudAnswered()
        Refused,   ///< see problem(); the round stands where it stood
    };

    /// The facts of a round that is over.
    struct PlayedRound {
        std::int64_t round = 0;  ///< from 1
        int layer = 0;           ///< where device work stopped, 1..L; 0: nothing was computed
        bool exited = false;     ///< left on the device; else offloaded
        int prediction = 0;      ///< the answer: of the exit it left at, or as the policy chooses
        double reward = 0;
        double cost = 0;  ///< in lambda
    };

    struct Opened;
    /// Reads a policy file (docs/device.md), at most 64 KiB. `seed`: of the policy's own draws, as
    /// --seed. Blocks.
    [[nodiscard]] static Opened open(const std::string& path, std::uint64_t seed = 1);
    /// The same from the text of such a file.
    [[nodiscard]] static Opened fromText(std::string_view json, std::uint64_t seed = 1);

    DeviceLearner(DeviceLearner&&) noexcept;
    DeviceLearner& operator=(DeviceLearner&&) noexcept;
    ~DeviceLearner();

    [[nodiscard]] const std::string& policy() const;  ///< its key, as in "splitee-s"
    [[nodiscard]] int layers() const;                 ///< L

    /// Begins a round, unless one is open, and tells the last layer that the device may compute:
    /// 1..L, or 0 to send the input at once.
    int nextSplit();
    /// The layer whose exit is to be evaluated now; 0 where none is.
    [[nodiscard]] int nextExit() const;
    /// What the exit nextExit() says.
    Step atExit(const Answer& answer);
    /// Whether the sample was sent on, and the round waits for the final exit's answer.
    [[nodiscard]] bool awaitsCloud() const;
    /// The final exit's answer, which ends the round.
    bool cloudAnswered(const Answer& answer);
    /// Ends an open round without learning from it, as when the cloud does not answer. The next
    /// round has its number.
    void dropRound();
    [[nodiscard]] const PlayedRound& lastRound() const;  ///< round 0 before the first is over

    /// From the next round on "mu", "lambda1", "lambda2", "offload", "offload_factor" or "alpha" is
    /// `value`, as under a schedule of splitee run. Between rounds only.
    bool settingChanged(std::string_view key, double value);

    /// Of the last call that was refused; "" before any.
    [[nodiscard]] const std::string& problem() const;

private:
    class Rounds;
    explicit DeviceLearner(std::unique_ptr<Rounds> rounds);
    std::unique_ptr<Rounds> rounds_;
};

/// A learner, or none and one sentence that says why.
struct DeviceLearner::Opened {
    std::unique_ptr<DeviceLearner> learner;
    std::string problem;
};

}  // namespace splitee
