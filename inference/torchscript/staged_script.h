// SPDX-License-Identifier: GPL-3.0-or-later
// StagedScript: a TorchScript network cut into stages, as any network is played. Includes LibTorch:
// for inference's own .cpp files only.
#pragma once

#include <torch/csrc/jit/runtime/interpreter.h>

#include <memory>
#include <string>
#include <vector>

#include "inference/staged_network.h"
#include "inference/torchscript/cut_plan.h"
#include "inference/torchscript/script_graph.h"
#include "inference/torchscript/script_model.h"

namespace splitee {

/// Each stage and each head is a frozen graph that the interpreter runs as it is, for one image on
/// one thread: the optimising executor, larger batches and more threads would change an answer's
/// last bits.
class StagedScript final : public StagedNetwork {
public:
    /// `attached`: heads of the first exits, which read the one tensor that crosses; empty: the
    /// network's own heads. LibTorch's exceptions pass.
    StagedScript(NetworkInfo info, const ScriptGraph& script, const std::vector<CutStage>& plan,
                 std::vector<AttachedExit> attached);

    [[nodiscard]] Activation input(std::span<const Sample> samples) const override;
    [[nodiscard]] Activation run(int stage, const Activation& before) const override;
    void answer(int exit, const Activation& activation,
                std::span<ExitAnswer> answers) const override;
    [[nodiscard]] std::int64_t batch() const override { return 1; }
    [[nodiscard]] int threads(int /*wanted*/) const override { return 1; }

    /// [classes] of exit `exit`, for what is known at its cut.
    [[nodiscard]] std::vector<double> logits(int exit, const Activation& activation) const;

private:
    // A value as tensors that cross a cut, and back: a tensor, a list of tensors, or a number.
    struct Wire {
        c10::TypeKind type;
        std::size_t tensors;
    };
    struct Piece {
        torch::jit::Code code;
        std::vector<Wire> payload, local;  // what comes out; of a head nothing
    };
    static std::vector<Wire> wiresOf(const ScriptGraph& script,
                                     const std::vector<torch::jit::Value*>& values);
    static std::vector<at::Tensor> sent(const std::vector<Wire>& wires,
                                        std::span<const c10::IValue> values);
    static void received(const std::vector<Wire>& wires, const std::vector<at::Tensor>& tensors,
                         torch::jit::Stack& stack);

    std::vector<Wire> input_;
    std::vector<Piece> stages_;            // [L]
    std::vector<torch::jit::Code> heads_;  // [L], of attached exits empty
    std::vector<AttachedExit> attached_;
};

/// Mean over height and width, or over tokens, of one image's tensor [1, C, ..] or [1, T, C]; a
/// vector [1, C] as it is. Summed in a fixed order.
[[nodiscard]] std::vector<double> pooledFeatures(const at::Tensor& tensor);

/// Exits, depths, counted costs and payloads of the stages. Names: of attached exits their places.
[[nodiscard]] std::vector<StageInfo> stagesOf(const ScriptGraph& script,
                                              const std::vector<CutStage>& plan,
                                              const std::vector<AttachedExit>& attached,
                                              std::size_t classes);

/// [L] the largest difference of each exit's logits between the network run whole and run in
/// stages, on random images, as a share of the largest logit where that is above 1. Exits that were
/// attached have no counterpart: 0.
[[nodiscard]] Result<std::vector<double>> differencesOf(ScriptGraph& script,
                                                        const StagedScript& staged,
                                                        std::size_t attached);

/// Refuses differences above 1e-5; names the cut.
[[nodiscard]] Result<void> checkDifferences(const std::vector<double>& differences);

}  // namespace splitee
