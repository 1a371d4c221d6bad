// SPDX-License-Identifier: GPL-3.0-or-later
// CutScript: a TorchScript network with the exits that it plays with, and its cuts. Includes
// LibTorch: for inference's own .cpp files only.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "inference/importing.h"
#include "inference/torchscript/cut_plan.h"
#include "inference/torchscript/script_graph.h"
#include "inference/torchscript/script_model.h"
#include "inference/torchscript/staged_script.h"

namespace splitee {

/// Which exits: the network's own, or attached ones ("auto", a number, names) and the final one.
struct CutWish {
    std::string attach;           ///< empty: its own exits
    std::vector<bool> reachesOn;  ///< [L] of a plan that was made before; empty: made here
};

struct CutScript {
    ScriptGraph script;
    std::vector<Place> places;  ///< where exits were attached
    std::vector<CutStage> plan;
};

/// Loads, flattens and cuts. Runs the network's own code: see isolated.h. The error is the end of a
/// sentence about the file; LibTorch's exceptions become one.
[[nodiscard]] Result<CutScript> cutScript(const std::string& archive, int side, std::size_t classes,
                                          const CutWish& wish);

/// Places of a network with one exit, in the order of the graph.
[[nodiscard]] std::vector<std::pair<Place, torch::jit::Value*>> placesOf(const ScriptGraph& script);

/// Builds the network of a model file, after a trial in a process of its own that loads it, cuts it
/// as the file says, and holds the cut network against the whole one. `name`: for errors. Blocks.
[[nodiscard]] Result<std::unique_ptr<StagedNetwork>> buildScript(const ModelFile& model,
                                                                 const ScriptModel& own,
                                                                 const std::string& name);

}  // namespace splitee
