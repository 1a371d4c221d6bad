// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder/length_plan.h"

#include <algorithm>
#include <cmath>

namespace splitee {
namespace {

using dnnl::memory;
using Tag = memory::format_tag;
constexpr auto kEncoderFloat = memory::data_type::f32;

enum class After { Nothing, Sum, Gelu };

dnnl::primitive_attr attributesOf(After after, float scale) {
    dnnl::post_ops ops;
    if (after == After::Sum) ops.append_sum();
    if (after == After::Gelu) ops.append_eltwise(1, dnnl::algorithm::eltwise_gelu_erf, 0, 0);
    dnnl::primitive_attr attributes;
    attributes.set_post_ops(ops);
    if (scale != 1) attributes.set_output_scales(0, {scale});
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    return attributes;
}

}  // namespace

PackedLinear::PackedLinear(const dnnl::engine& engine, const LinearWeights& weights)
    : engine_(engine) {
    const auto out = static_cast<std::int64_t>(weights.bias.size());
    const auto in = static_cast<std::int64_t>(weights.weight.size()) / out;
    // oneDNN has no pointer to what it only reads.
    plain_ = memory({{in, out}, kEncoderFloat, Tag::ba}, engine,
                    const_cast<float*>(weights.weight.data()));
    bias_ =
        memory({{1, out}, kEncoderFloat, Tag::ab}, engine, const_cast<float*>(weights.bias.data()));
}

memory PackedLinear::weights(const memory::desc& wanted) {
    if (plain_.get_desc() == wanted) return plain_;
    for (const memory& packed : packed_)
        if (packed.get_desc() == wanted) return packed;
    memory packed(wanted, engine_);
    dnnl::stream stream(engine_);
    dnnl::reorder(plain_, packed).execute(stream, plain_, packed);
    stream.wait();
    return packed_.emplace_back(packed);
}

LengthPlan::LengthPlan(const dnnl::engine& engine, const EncoderShape& s, std::int64_t t) {
    const std::int64_t h = s.hidden;
    const std::int64_t heads = s.heads;
    const std::int64_t w = s.headWidth();
    const auto flat = [t](std::int64_t columns) {
        return memory::desc({t, columns}, kEncoderFloat, Tag::ab);
    };
    hidden = flat(h);
    looked = flat(3 * h);
    wide = flat(s.feedForward);
    shares = memory::desc({heads, t, t}, kEncoderFloat, Tag::abc);
    queries = memory::desc({heads, t, w}, kEncoderFloat, memory::dims{w, 3 * h, 1});
    keys = memory::desc({heads, w, t}, kEncoderFloat, memory::dims{w, 1, 3 * h});
    values = queries;
    seen = memory::desc({heads, t, w}, kEncoderFloat, memory::dims{w, h, 1});

    const auto keep = [&](const auto& made) {
        scratchBytes = std::max(scratchBytes, made.scratchpad_desc().get_size());
        return made;
    };
    const auto mapped = [&](const memory::desc& from, const memory::desc& to, After after) {
        const std::int64_t in = from.dims()[1];
        const std::int64_t out = to.dims()[1];
        const memory::desc weights({in, out}, kEncoderFloat, Tag::any);
        const memory::desc bias({1, out}, kEncoderFloat, Tag::ab);
        const auto made = keep(dnnl::matmul::primitive_desc({from, weights, bias, to},
                                                            attributesOf(after, 1), engine));
        return PlannedMap{dnnl::matmul(made), made.weights_desc()};
    };
    const auto multiplied = [&](const memory::desc& a, const memory::desc& b,
                                const memory::desc& to, float scale) {
        return dnnl::matmul(keep(
            dnnl::matmul::primitive_desc({a, b, to}, attributesOf(After::Nothing, scale), engine)));
    };
    look = mapped(hidden, looked, After::Nothing);
    gather = mapped(hidden, hidden, After::Sum);
    widen = mapped(hidden, wide, After::Gelu);
    narrow = mapped(wide, hidden, After::Sum);
    scores = multiplied(queries, keys, shares, static_cast<float>(1 / std::sqrt(double(w))));
    mix = multiplied(shares, values, seen, 1);
    const auto plain = attributesOf(After::Nothing, 1);
    softmax = dnnl::softmax_forward(keep(dnnl::softmax_forward::primitive_desc(
        {dnnl::prop_kind::forward_inference, shares, 2}, plain, engine)));
    using Flags = dnnl::normalization_flags;
    norm = dnnl::layer_normalization_forward(keep(dnnl::layer_normalization_forward::primitive_desc(
        {dnnl::prop_kind::forward_inference, hidden, static_cast<float>(s.epsilon),
         Flags::use_scale | Flags::use_shift},
        plain, engine)));
}

}  // namespace splitee
