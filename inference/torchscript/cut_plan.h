// SPDX-License-Identifier: GPL-3.0-or-later
// CutPlan: a network's graph divided into stages that each end at an exit, so that all that later
// stages need of the earlier ones crosses the cut behind each. Includes LibTorch: for inference's
// own .cpp files only.
#pragma once

#include <torch/csrc/jit/ir/ir.h>

#include <cstdint>
#include <vector>

#include "engine/result.h"
#include "inference/torchscript/graph_pieces.h"
#include "inference/torchscript/script_graph.h"

namespace splitee {

struct CutStage {
    NodeSet nodes;                            ///< what the stage computes
    NodeSet head;                             ///< what the exit computes on it
    std::vector<torch::jit::Value*> payload;  ///< what crosses the cut behind the stage
    std::vector<torch::jit::Value*> local;    ///< what else the head needs
    torch::jit::Value* end = nullptr;         ///< what the exit comes to
    /// Whether the device also computes what comes before the exit in the network's own order and
    /// later exits need, though this one does not: chosen where less crosses then (the cut would
    /// carry the raw image, say).
    bool reachesOn = false;
};

/// `ends`: what each exit looks at, shallow to deep. `reachesOn`: for each exit, as a plan chose
/// it; empty: chosen here. The error is the end of a sentence about the network.
[[nodiscard]] Result<std::vector<CutStage>> planCuts(const ScriptGraph& script,
                                                     const std::vector<torch::jit::Value*>& ends,
                                                     const std::vector<bool>& reachesOn = {});

/// What one sample's values take when they cross.
[[nodiscard]] std::vector<PayloadTensor> payloadOf(const ScriptGraph& script,
                                                   const std::vector<torch::jit::Value*>& values);

/// The tensors through each of which every way from the image to `end` goes, in the order of the
/// graph: cuts that one tensor crosses.
[[nodiscard]] std::vector<torch::jit::Value*> singleCuts(const ScriptGraph& script,
                                                         torch::jit::Value* end);

}  // namespace splitee
