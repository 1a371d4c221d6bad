// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/stage_workspace.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace splitee {
namespace {

using dnnl::memory;

constexpr std::align_val_t kCacheLine{64};

}  // namespace

void StageWorkspace::Freed::operator()(void* memory) const {
    ::operator delete(memory, kCacheLine);
}

StageWorkspace::Buffer StageWorkspace::buffer(std::size_t bytes) {
    return Buffer(::operator new(bytes, kCacheLine));
}

StageWorkspace::StageWorkspace(const dnnl::engine& engine, const StagePlan& plan,
                               const std::vector<FoldedStage>& stages)
    : engine_(engine),
      stream_(engine),
      hidden_{buffer(plan.hiddenBytes), buffer(plan.hiddenBytes)},
      trunk_(buffer(plan.trunkBytes)),
      scratch_(buffer(plan.scratchBytes)),
      scratchpad_({{static_cast<std::int64_t>(plan.scratchBytes)},
                   memory::data_type::u8,
                   memory::format_tag::x},
                  engine, scratch_.get()) {
    auto planned = plan.convolutions.begin();
    for (const FoldedStage& stage : stages) addStage(stage, planned);
}

// The sum after a residual block adds to what lies in its target, so its output takes the place of
// its input. That place is the stage's output from the block on after which only residual ones
// follow. The stage's input is the caller's: a first block that is residual gets a copy of it.
void StageWorkspace::addStage(const FoldedStage& folded,
                              std::vector<PlannedConvolution>::const_iterator& planned) {
    Stage stage;
    stage.in = memory(planned->from, engine_, nullptr);
    memory from = stage.in;
    for (auto block = folded.blocks.begin(); block != folded.blocks.end(); ++block) {
        const bool firstBlock = block == folded.blocks.begin();
        const bool toOutput = std::all_of(block + 1, folded.blocks.end(),
                                          [](const FoldedBlock& next) { return next.residual; });
        // A block of several convolutions has read its input before it writes its output, so both
        // may lie in the trunk.
        assert(firstBlock || block->convolutions.size() > 1);
        for (std::size_t c = 0; c < block->convolutions.size(); ++c, ++planned) {
            const bool last = c + 1 == block->convolutions.size();
            memory to;
            if (last && toOutput && stage.out)
                to = stage.out;
            else if (last && toOutput)
                to = stage.out = memory(planned->to, engine_, nullptr);
            else
                to = memory(planned->to, engine_, last ? trunk_.get() : hidden_[c % 2].get());
            stage.steps.push_back({planned->convolution,
                                   from,
                                   to,
                                   planned->weights,
                                   planned->bias,
                                   firstBlock && last && block->residual,
                                   {{{DNNL_ARG_SRC, from.get()},
                                     {DNNL_ARG_WEIGHTS, planned->weights.get()},
                                     {DNNL_ARG_BIAS, planned->bias.get()},
                                     {DNNL_ARG_DST, to.get()},
                                     {DNNL_ARG_SCRATCHPAD, scratchpad_.get()}}}});
            from = to;
        }
    }
    stages_.push_back(std::move(stage));
}

void StageWorkspace::run(std::size_t stage, const float* from, float* to) {
    const Stage& run = stages_[stage];
    run.in.set_data_handle(const_cast<float*>(from));  // oneDNN has no pointer to what it reads
    run.out.set_data_handle(to);
    for (const Step& step : run.steps) {
        if (step.addsInput)
            std::memcpy(step.to.get_data_handle(), from, run.in.get_desc().get_size());
        dnnl::error::wrap_c_api(
            dnnl_primitive_execute(step.convolution.get(), stream_.get(),
                                   static_cast<int>(step.arguments.size()), step.arguments.data()),
            "a convolution failed");
    }
    stream_.wait();
}

}  // namespace splitee
