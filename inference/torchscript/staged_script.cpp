// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/staged_script.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>

namespace splitee {

using torch::jit::Node;
using torch::jit::Value;

namespace {

std::vector<Value*> joined(const std::vector<Value*>& one, const std::vector<Value*>& other) {
    std::vector<Value*> all = one;
    all.insert(all.end(), other.begin(), other.end());
    return all;
}

}  // namespace

std::vector<StagedScript::Wire> StagedScript::wiresOf(const ScriptGraph& script,
                                                      const std::vector<Value*>& values) {
    std::vector<Wire> wires;
    for (Value* value : values)
        wires.push_back({value->type()->kind(), script.tensors.at(value).size()});
    return wires;
}

std::vector<at::Tensor> StagedScript::sent(const std::vector<Wire>& wires,
                                           std::span<const c10::IValue> values) {
    std::vector<at::Tensor> tensors;
    for (std::size_t i = 0; i < wires.size(); ++i) {
        const c10::IValue& value = values[i];
        if (value.isInt())
            tensors.push_back(at::scalar_tensor(value.toInt(), at::kLong));
        else if (value.isDouble())
            tensors.push_back(at::scalar_tensor(value.toDouble(), at::kDouble));
        else if (value.isBool())
            tensors.push_back(at::scalar_tensor(value.toBool(), at::kBool));
        else if (value.isTensorList())
            std::ranges::copy(value.toTensorVector(), std::back_inserter(tensors));
        else
            tensors.push_back(value.toTensor());
    }
    return tensors;
}

void StagedScript::received(const std::vector<Wire>& wires, const std::vector<at::Tensor>& tensors,
                            torch::jit::Stack& stack) {
    std::size_t at = 0;
    for (const Wire& wire : wires) {
        switch (wire.type) {
            case c10::TypeKind::IntType:
                stack.emplace_back(tensors[at].item<std::int64_t>());
                break;
            case c10::TypeKind::FloatType:
                stack.emplace_back(tensors[at].item<double>());
                break;
            case c10::TypeKind::BoolType:
                stack.emplace_back(tensors[at].item<bool>());
                break;
            case c10::TypeKind::ListType: {
                const auto first = tensors.begin() + static_cast<std::ptrdiff_t>(at);
                stack.emplace_back(std::vector<at::Tensor>(
                    first, first + static_cast<std::ptrdiff_t>(wire.tensors)));
                break;
            }
            default:
                stack.emplace_back(tensors[at]);
        }
        at += wire.tensors;
    }
}

StagedScript::StagedScript(NetworkInfo info, const ScriptGraph& script,
                           const std::vector<CutStage>& plan, std::vector<AttachedExit> attached)
    : StagedNetwork(std::move(info)), attached_(std::move(attached)) {
    std::vector<Value*> before{script.input};
    input_ = wiresOf(script, before);
    for (std::size_t k = 0; k < plan.size(); ++k) {
        const CutStage& stage = plan[k];
        const auto known = joined(stage.payload, stage.local);
        stages_.push_back(
            {torch::jit::Code(pieceOf(*script.graph, stage.nodes, before, known), "stage"),
             wiresOf(script, stage.payload), wiresOf(script, stage.local)});
        const bool own = k >= attached_.size();
        const std::array end{stage.end};
        heads_.push_back(
            own ? torch::jit::Code(pieceOf(*script.graph, stage.head, known, end), "head")
                : torch::jit::Code());
        before = stage.payload;
    }
}

Activation StagedScript::input(std::span<const Sample> samples) const {
    const ImageInput& as = info().image();
    const auto side = static_cast<std::size_t>(as.side);
    at::Tensor out = at::empty({static_cast<std::int64_t>(samples.size()), 3, as.side, as.side});
    float* to = out.data_ptr<float>();
    for (const Sample& sample : samples)
        for (std::size_t c = 0; c < 3; ++c) {
            std::array<float, 256> lookup;
            for (std::size_t v = 0; v < 256; ++v)
                lookup[v] = static_cast<float>((static_cast<double>(v) / 255 - as.mean[c]) /
                                               as.deviation[c]);
            for (std::size_t i = 0; i < side * side; ++i)
                *to++ = lookup[sample.image().pixels[i * 3 + c]];
        }
    return {{out}, {}};
}

Activation StagedScript::run(int stage, const Activation& before) const {
    const Piece& piece = stages_[static_cast<std::size_t>(stage - 1)];
    torch::jit::Stack stack;
    received(stage == 1 ? input_ : stages_[static_cast<std::size_t>(stage - 2)].payload,
             before.payload, stack);
    torch::jit::InterpreterState(piece.code).run(stack);
    const std::span<const c10::IValue> values(stack);
    return {sent(piece.payload, values.first(piece.payload.size())),
            sent(piece.local, values.subspan(piece.payload.size()))};
}

std::vector<double> StagedScript::logits(int exit, const Activation& activation) const {
    const auto at = static_cast<std::size_t>(exit - 1);
    std::vector<double> logits;
    if (at < attached_.size()) {
        const AttachedExit& head = attached_[at];
        const auto features = pooledFeatures(activation.payload.front());
        const float* weight = head.weight.data();
        for (const float bias : head.bias) {
            double sum = 0;
            for (const double feature : features) sum += double{*weight++} * feature;
            logits.push_back(sum + double{bias});
        }
        return logits;
    }
    torch::jit::Stack stack;
    received(stages_[at].payload, activation.payload, stack);
    received(stages_[at].local, activation.local, stack);
    torch::jit::InterpreterState(heads_[at]).run(stack);
    const at::Tensor row = stack.front().toTensor().contiguous();
    const float* from = row.data_ptr<float>();
    logits.assign(from, from + row.numel());
    return logits;
}

void StagedScript::answer(int exit, const Activation& activation,
                          std::span<ExitAnswer> answers) const {
    answers.front() = answerOf(logits(exit, activation));
}

std::vector<double> pooledFeatures(const at::Tensor& tensor) {
    const at::Tensor x = tensor.contiguous();
    const float* from = x.data_ptr<float>();
    const bool tokens = x.dim() == 3;
    const auto features = static_cast<std::size_t>(tokens ? x.size(2) : x.size(1));
    const auto places = static_cast<std::size_t>(x.numel()) / features;
    std::vector<double> pooled(features);
    if (tokens)
        for (std::size_t p = 0; p < places; ++p)
            for (double& sum : pooled) sum += double{*from++};
    else
        for (double& sum : pooled)
            for (std::size_t p = 0; p < places; ++p) sum += double{*from++};
    for (double& sum : pooled) sum /= static_cast<double>(places);
    return pooled;
}

}  // namespace splitee
