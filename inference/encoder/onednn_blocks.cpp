// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <mutex>
#include <new>

#include "inference/encoder/encoder_blocks.h"
#include "inference/encoder/length_plan.h"

namespace splitee {
namespace {

using dnnl::memory;

constexpr std::align_val_t kEncoderLine{64};
constexpr std::size_t kMostIdleBytes = 64 << 20;  // of buffers that wait for a text of their length

struct FreedBuffer {
    void operator()(void* bytes) const { ::operator delete(bytes, kEncoderLine); }
};
using AlignedBuffer = std::unique_ptr<void, FreedBuffer>;

AlignedBuffer aligned(std::size_t bytes) {
    return AlignedBuffer(::operator new(bytes, kEncoderLine));
}

struct PackedLayer {
    PackedLayer(const dnnl::engine& engine, const EncoderLayerWeights& weights)
        : look(engine, weights.look),
          gather(engine, weights.gather),
          widen(engine, weights.widen),
          narrow(engine, weights.narrow) {
        const auto values = [&](std::span<const float> from) {
            return memory({{static_cast<std::int64_t>(from.size())},
                           memory::data_type::f32,
                           memory::format_tag::x},
                          engine, const_cast<float*>(from.data()));
        };
        scale1 = values(weights.norm1.scale);
        shift1 = values(weights.norm1.shift);
        scale2 = values(weights.norm2.scale);
        shift2 = values(weights.norm2.shift);
    }
    PackedLinear look, gather, widen, narrow;
    memory scale1, shift1, scale2, shift2;
};

struct BlockStep {
    const dnnl::primitive* primitive;
    std::vector<dnnl_exec_arg_t> arguments;
};

// What one thread runs the layers with, for texts of one length: buffers, and each layer's steps.
class BoundLength {
public:
    BoundLength(const dnnl::engine& engine, const EncoderShape& shape, const LengthPlan& plan,
                std::vector<PackedLayer>& layers)
        : stream_(engine) {
        trunk_ = held(memory(plan.hidden, engine, nullptr));
        const memory normed = buffer(engine, plan.hidden);
        const memory looked = buffer(engine, plan.looked);
        const memory shares = buffer(engine, plan.shares);
        const memory wide = buffer(engine, plan.wide);
        const memory seen = shape.normFirst ? normed : buffer(engine, plan.hidden);
        const auto part = [&](const memory::desc& as, std::int64_t index) {
            auto* at = static_cast<float*>(looked.get_data_handle()) + index * shape.hidden;
            return held(memory(as, engine, at));
        };
        const memory queries = part(plan.queries, 0);
        const memory keys = part(plan.keys, 1);
        const memory values = part(plan.values, 2);
        const memory seenByHead = held(memory(plan.seen, engine, seen.get_data_handle()));
        scratch_ = aligned(plan.scratchBytes);
        const memory scratch = held(memory({{static_cast<std::int64_t>(plan.scratchBytes)},
                                            memory::data_type::u8,
                                            memory::format_tag::x},
                                           engine, scratch_.get()));
        for (PackedLayer& layer : layers) {
            std::vector<BlockStep>& steps = steps_.emplace_back();
            const auto map = [&](const PlannedMap& planned, PackedLinear& packed,
                                 const memory& from, const memory& to) {
                steps.push_back({&planned.map,
                                 {{DNNL_ARG_SRC, from.get()},
                                  {DNNL_ARG_WEIGHTS, held(packed.weights(planned.weights)).get()},
                                  {DNNL_ARG_BIAS, held(packed.bias()).get()},
                                  {DNNL_ARG_DST, to.get()},
                                  {DNNL_ARG_SCRATCHPAD, scratch.get()}}});
            };
            const auto norm = [&](const memory& scale, const memory& shift, const memory& to) {
                steps.push_back({&plan.norm,
                                 {{DNNL_ARG_SRC, trunk_.get()},
                                  {DNNL_ARG_SCALE, scale.get()},
                                  {DNNL_ARG_SHIFT, shift.get()},
                                  {DNNL_ARG_DST, to.get()},
                                  {DNNL_ARG_SCRATCHPAD, scratch.get()}}});
            };
            const memory& read = shape.normFirst ? normed : trunk_;
            if (shape.normFirst) norm(layer.scale1, layer.shift1, normed);
            map(plan.look, layer.look, read, looked);
            steps.push_back({&plan.scores,
                             {{DNNL_ARG_SRC, queries.get()},
                              {DNNL_ARG_WEIGHTS, keys.get()},
                              {DNNL_ARG_DST, shares.get()},
                              {DNNL_ARG_SCRATCHPAD, scratch.get()}}});
            steps.push_back({&plan.softmax,
                             {{DNNL_ARG_SRC, shares.get()},
                              {DNNL_ARG_DST, shares.get()},
                              {DNNL_ARG_SCRATCHPAD, scratch.get()}}});
            steps.push_back({&plan.mix,
                             {{DNNL_ARG_SRC, shares.get()},
                              {DNNL_ARG_WEIGHTS, values.get()},
                              {DNNL_ARG_DST, seenByHead.get()},
                              {DNNL_ARG_SCRATCHPAD, scratch.get()}}});
            map(plan.gather, layer.gather, seen, trunk_);
            norm(shape.normFirst ? layer.scale2 : layer.scale1,
                 shape.normFirst ? layer.shift2 : layer.shift1, shape.normFirst ? normed : trunk_);
            map(plan.widen, layer.widen, read, wide);
            map(plan.narrow, layer.narrow, wide, trunk_);
            if (!shape.normFirst) norm(layer.scale2, layer.shift2, trunk_);
        }
    }

    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    // The sums add to what lies in their target: the text's activation, which is the caller's.
    void run(std::size_t layer, const float* from, float* to) {
        std::memcpy(to, from, trunk_.get_desc().get_size());
        trunk_.set_data_handle(to);
        for (const BlockStep& step : steps_[layer])
            dnnl::error::wrap_c_api(dnnl_primitive_execute(step.primitive->get(), stream_.get(),
                                                           static_cast<int>(step.arguments.size()),
                                                           step.arguments.data()),
                                    "a layer of an encoder failed");
        stream_.wait();
    }

private:
    const memory& held(const memory& kept) { return held_.emplace_back(kept); }
    memory buffer(const dnnl::engine& engine, const memory::desc& as) {
        buffers_.push_back(aligned(as.get_size()));
        bytes_ += as.get_size();
        return held(memory(as, engine, buffers_.back().get()));
    }

    dnnl::stream stream_;
    std::vector<memory> held_;  // for the arguments; a memory is a shared pointer
    std::vector<AlignedBuffer> buffers_;
    std::size_t bytes_ = 0;
    AlignedBuffer scratch_;
    memory trunk_;
    std::vector<std::vector<BlockStep>> steps_;
};

class OneDnnBlocks final : public EncoderBlocks {
public:
    explicit OneDnnBlocks(const EncoderModel& model) : shape_(model.shape) {
        const EncoderWeights weights(model);
        layers_.reserve(weights.layers.size());
        for (const EncoderLayerWeights& layer : weights.layers)
            layers_.emplace_back(engine_, layer);
    }

    void prepare(std::size_t pieces) const override { giveBack(pieces, taken(pieces)); }

    void run(std::size_t layer, std::size_t pieces, const float* from, float* to) const override {
        std::unique_ptr<BoundLength> bound = taken(pieces);
        bound->run(layer, from, to);
        giveBack(pieces, std::move(bound));
    }

private:
    struct Made {
        std::unique_ptr<const LengthPlan> plan;
        std::vector<std::unique_ptr<BoundLength>> idle;
    };

    std::unique_ptr<BoundLength> taken(std::size_t pieces) const {
        const std::scoped_lock lock(mutex_);
        Made& made = made_[pieces];
        if (!made.plan)
            made.plan = std::make_unique<const LengthPlan>(engine_, shape_,
                                                           static_cast<std::int64_t>(pieces));
        if (made.idle.empty())
            return std::make_unique<BoundLength>(engine_, shape_, *made.plan, layers_);
        std::unique_ptr<BoundLength> bound = std::move(made.idle.back());
        made.idle.pop_back();
        idleBytes_ -= bound->bytes();
        return bound;
    }
    void giveBack(std::size_t pieces, std::unique_ptr<BoundLength> bound) const {
        const std::scoped_lock lock(mutex_);
        if (idleBytes_ + bound->bytes() > kMostIdleBytes) {
            for (auto& [length, made] : made_) made.idle.clear();
            idleBytes_ = 0;
        }
        idleBytes_ += bound->bytes();
        made_[pieces].idle.push_back(std::move(bound));
    }

    const EncoderShape shape_;
    dnnl::engine engine_{dnnl::engine::kind::cpu, 0};
    mutable std::mutex mutex_;  // guards what follows; not held while a layer runs
    mutable std::vector<PackedLayer> layers_;
    mutable std::map<std::size_t, Made> made_;  // by the pieces of a text
    mutable std::size_t idleBytes_ = 0;
};

}  // namespace

std::unique_ptr<const EncoderBlocks> makeEncoderBlocks(const EncoderModel& model) {
    return std::make_unique<OneDnnBlocks>(model);
}

}  // namespace splitee
