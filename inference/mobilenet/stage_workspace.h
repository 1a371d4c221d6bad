// SPDX-License-Identifier: GPL-3.0-or-later
// StageWorkspace: what one thread runs a StagePlan with, which is buffers, and each stage's steps
// with their arguments. Includes oneDNN: for the files of StagePrimitives only.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <thread>
#include <vector>

#include "inference/mobilenet/stage_plan.h"

namespace splitee {

/// One thread at a time. Activations as StagePrimitives states them.
class StageWorkspace {
public:
    StageWorkspace(const dnnl::engine& engine, const StagePlan& plan,
                   const std::vector<FoldedStage>& stages);
    /// Stage 0..kNetworkExits-1 on the plan's batch. Throws dnnl::error.
    void run(std::size_t stage, const float* from, float* to);

    std::thread::id user;  ///< the thread that had it last; the owner's to set

private:
    struct Freed {
        void operator()(void* memory) const;
    };
    using Buffer = std::unique_ptr<void, Freed>;
    struct Step {
        dnnl::convolution_forward convolution;
        dnnl::memory from, to, weights, bias;  // kept for `arguments`
        bool addsInput;                        // the stage's input, which is to stay as it is
        std::array<dnnl_exec_arg_t, 5> arguments;
    };
    struct Stage {
        dnnl::memory in, out;  // stand for the caller's memory
        std::vector<Step> steps;
    };
    static Buffer buffer(std::size_t bytes);
    void addStage(const FoldedStage& folded,
                  std::vector<PlannedConvolution>::const_iterator& planned);

    dnnl::engine engine_;
    dnnl::stream stream_;
    std::array<Buffer, 2> hidden_;
    Buffer trunk_, scratch_;
    dnnl::memory scratchpad_;
    std::vector<Stage> stages_;
};

}  // namespace splitee
