// SPDX-License-Identifier: GPL-3.0-or-later
// StagedNetwork: a network of any kind behind its module's door, in stages that each end at an
// exit. Live worlds, tables and measurements know networks by this alone. Includes LibTorch: for
// inference's own .cpp files only.
#pragma once

#include <ATen/ATen.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "datasets/dataset.h"
#include "inference/exit_answer.h"
#include "inference/model_file.h"
#include "inference/text_read.h"

namespace splitee {

/// What is known at a cut, for a batch of samples.
struct Activation {
    std::vector<at::Tensor> payload;  ///< crosses the cut: all that later stages need
    std::vector<at::Tensor> local;    ///< what else the exit's head looks at; stays on the device
};

/// Stages 1..L; stage i ends at exit i. Calls are const and may come from several threads, each in
/// InferenceMode; LibTorch's exceptions pass. The answer for a sample is the same, bit for bit, in
/// every batch that batch() allows and on every number of threads that threads() allows.
class StagedNetwork {
public:
    explicit StagedNetwork(NetworkInfo info) : info_(std::move(info)) {}
    virtual ~StagedNetwork() = default;
    [[nodiscard]] const NetworkInfo& info() const { return info_; }
    [[nodiscard]] int exits() const { return info_.exits(); }

    /// What the network takes of samples that fit it (fits()): images normalised, texts as pieces.
    [[nodiscard]] virtual Activation input(std::span<const Sample> samples) const = 0;
    /// How much of a text input() takes.
    [[nodiscard]] virtual TextRead readOf(const Text& /*text*/) const { return {}; }
    /// Stage 1..L on what is known at the cut before it (stage 1: on input()). Leaves that as it
    /// is.
    [[nodiscard]] virtual Activation run(int stage, const Activation& before) const = 0;
    /// Exit `exit`'s answers on what is known at its cut, one a sample.
    virtual void answer(int exit, const Activation& activation,
                        std::span<ExitAnswer> answers) const = 0;

    /// The most samples at once that give the same bits, and how many do best in a table.
    [[nodiscard]] virtual std::int64_t batch() const = 0;
    /// The most threads inside one operation that give the same bits, of the `wanted` ones.
    [[nodiscard]] virtual int threads(int wanted) const { return wanted; }

private:
    NetworkInfo info_;
};

/// Builds the network of a model file that was read, whatever its kind. `name`: for errors. Blocks.
[[nodiscard]] Result<std::unique_ptr<StagedNetwork>> buildNetwork(const ModelFile& model,
                                                                  const std::string& name);

}  // namespace splitee
