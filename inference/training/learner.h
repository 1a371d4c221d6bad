// SPDX-License-Identifier: GPL-3.0-or-later
// Learner: a network of any kind in training, with its data and its optimiser, as the training
// loop drives it. No LibTorch here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "inference/model_file.h"

namespace splitee {

/// What an epoch does depends on its number, the values and the state alone: a training that goes
/// on from a checkpoint is the one that never stopped.
class Learner {
public:
    virtual ~Learner() = default;
    /// What a sample is called, in the plural: "images".
    [[nodiscard]] virtual std::string_view noun() const = 0;
    /// Steps of every epoch; a batch that is not whole is left out.
    [[nodiscard]] virtual std::int64_t stepsPerEpoch() const = 0;

    virtual void beginEpoch(std::int64_t epoch) = 0;  ///< 0-based; fixes the order of the samples
    /// Step 0 <= step < stepsPerEpoch() of the epoch begun; the mean loss of its batch.
    virtual double step(std::int64_t step) = 0;
    /// [L]: of the batch of the last step, the mean cross entropy of each exit before weights and
    /// distillation; empty: not known.
    [[nodiscard]] virtual std::vector<double> exitLosses() const { return {}; }
    virtual void endEpoch() {}

    /// All values, as a model file holds them, and back.
    [[nodiscard]] virtual std::vector<float> values() const = 0;
    virtual void setValues(const std::vector<float>& values) = 0;
    /// What else decides on later epochs, of a fixed number of values.
    [[nodiscard]] virtual std::vector<float> state() const = 0;
    virtual void setState(const std::vector<float>& state) = 0;
    /// The values that a model made now would have: `values()`, or their mean of late.
    [[nodiscard]] virtual std::vector<float> kept() const { return values(); }
    /// Fits what is not learnt in steps, such as temperatures, to `values`, which the model will
    /// hold. Validation lasts seconds, and so may this.
    virtual Result<void> finish(const std::vector<float>& /*values*/,
                                const Dataset& /*validation*/) {
        return {};
    }
    /// A network of `values`.
    [[nodiscard]] virtual ModelFile modelOf(std::vector<float> values,
                                            const Provenance& provenance) const = 0;
};

}  // namespace splitee
