// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/stage_plan.h"

#include <algorithm>

namespace splitee {
namespace {

using dnnl::memory;
using Tag = memory::format_tag;
constexpr auto kFloat = memory::data_type::f32;

// Activations are nhwc, not in oneDNN's choice: a blocked format sums in another order and so gives
// other last bits than earlier versions gave.
PlannedConvolution planned(const dnnl::engine& engine, const FoldedConvolution& folded,
                           PackedWeights& packed, std::int64_t batch, bool sum,
                           std::size_t& scratchBytes) {
    const ConvSpec& spec = folded.spec;
    const memory::desc from({batch, spec.in, folded.inSide, folded.inSide}, kFloat, Tag::nhwc);
    const memory::desc to({batch, spec.out, folded.outSide, folded.outSide}, kFloat, Tag::nhwc);
    const memory::desc weights(packed.dims(), kFloat, Tag::any);
    const memory::dims padding{spec.kernel / 2, spec.kernel / 2};
    dnnl::post_ops after;
    if (sum) after.append_sum();
    if (spec.activated) after.append_eltwise(1, dnnl::algorithm::eltwise_clip, 0, 6);
    dnnl::primitive_attr attributes;
    attributes.set_post_ops(after);
    // oneDNN's own scratchpad would be allocated anew on each call.
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    const dnnl::convolution_forward::primitive_desc made({dnnl::prop_kind::forward_inference,
                                                          dnnl::algorithm::convolution_direct,
                                                          from,
                                                          weights,
                                                          {{spec.out}, kFloat, Tag::x},
                                                          to,
                                                          {spec.stride, spec.stride},
                                                          padding,
                                                          padding},
                                                         attributes, engine);
    scratchBytes = std::max(scratchBytes, made.scratchpad_desc().get_size());
    return {dnnl::convolution_forward(made), from, to, packed.weights(made.weights_desc()),
            packed.bias()};
}

}  // namespace

PackedWeights::PackedWeights(const dnnl::engine& engine, const FoldedConvolution& folded)
    : engine_(engine), folded_(folded) {}

memory::dims PackedWeights::dims() const {
    const ConvSpec& spec = folded_.spec;
    if (spec.depthwise) return {spec.out, 1, 1, spec.kernel, spec.kernel};
    return {spec.out, spec.in, spec.kernel, spec.kernel};
}

memory PackedWeights::weights(const memory::desc& wanted) {
    for (const memory& packed : packed_)
        if (packed.get_desc() == wanted) return packed;
    const memory::desc plain(dims(), kFloat, folded_.spec.depthwise ? Tag::goihw : Tag::oihw);
    // oneDNN has no pointer to what it only reads.
    memory from(plain, engine_, const_cast<float*>(folded_.weight.data()));
    memory packed(wanted, engine_);
    dnnl::stream stream(engine_);
    dnnl::reorder(from, packed).execute(stream, from, packed);
    stream.wait();
    return packed_.emplace_back(packed);
}

memory PackedWeights::bias() const {
    return {{{folded_.spec.out}, kFloat, Tag::x}, engine_, const_cast<float*>(folded_.bias.data())};
}

StagePlan planStages(const dnnl::engine& engine, const std::vector<FoldedStage>& stages,
                     std::span<PackedWeights> packed, std::int64_t batch) {
    StagePlan plan;
    auto weights = packed.begin();
    for (const FoldedStage& stage : stages)
        for (const FoldedBlock& block : stage.blocks)
            for (const FoldedConvolution& folded : block.convolutions) {
                const bool last = &folded == &block.convolutions.back();
                plan.convolutions.push_back(planned(engine, folded, *weights++, batch,
                                                    last && block.residual, plan.scratchBytes));
                std::size_t& most = last ? plan.trunkBytes : plan.hiddenBytes;
                most = std::max(most, plan.convolutions.back().to.get_size());
            }
    return plan;
}

}  // namespace splitee
