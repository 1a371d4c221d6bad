// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/graph_walk.h"

#include <torch/csrc/jit/runtime/interpreter.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "inference/torchscript/graph_pieces.h"

namespace splitee {

using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

namespace {

using SeenValues = std::unordered_map<const Value*, c10::IValue>;

std::int64_t lastExtent(const at::Tensor& tensor) { return tensor.dim() > 0 ? tensor.size(-1) : 1; }

bool isOneOf(const Node& node, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, std::string_view(node.kind().toQualString())) != names.end();
}

// Of LibTorch's fused attention and encoder layers: every matrix for each token, and the products
// of tokens with tokens.
std::int64_t ofFusedLayer(const Node& node, const SeenValues& values) {
    const at::Tensor& tokens = values.at(node.input(0)).toTensor();
    const std::int64_t width = std::max<std::int64_t>(1, lastExtent(tokens));
    const std::int64_t count = tokens.numel() / width;
    std::int64_t sum = 2 * count * count * width;
    for (const Value* input : node.inputs().slice(1)) {
        const c10::IValue& value = values.at(input);
        if (value.isTensor() && value.toTensor().defined() && value.toTensor().dim() == 2 &&
            value.toTensor().size(0) > 1)
            sum += count * value.toTensor().numel();
    }
    return sum;
}

// Of convolutions and matrix products, for they are nearly all that a network computes.
std::int64_t multiplyAddsOf(const Node& node, const SeenValues& values) {
    if (node.outputs().size() != 1 || node.inputs().empty()) return 0;
    const auto tensor = [&](std::size_t input) -> const at::Tensor& {
        return values.at(node.input(input)).toTensor();
    };
    const auto out = [&]() -> const at::Tensor& { return values.at(node.output()).toTensor(); };
    if (isOneOf(node, {"aten::conv1d", "aten::conv2d", "aten::conv3d"}))
        return out().numel() / out().size(1) * tensor(1).numel();
    if (isOneOf(node, {"aten::_convolution", "aten::convolution"})) {
        const bool transposed = values.at(node.input(6)).toBool();
        const at::Tensor& places = transposed ? tensor(0) : out();
        return places.numel() / places.size(1) * tensor(1).numel();
    }
    if (isOneOf(node, {"aten::conv_transpose1d", "aten::conv_transpose2d"}))
        return tensor(0).numel() / tensor(0).size(1) * tensor(1).numel();
    if (isOneOf(node, {"aten::linear"})) return out().numel() * lastExtent(tensor(0));
    if (isOneOf(node, {"aten::mm", "aten::bmm", "aten::matmul", "aten::mv"}))
        return out().numel() * lastExtent(tensor(0));
    if (isOneOf(node, {"aten::addmm", "aten::baddbmm"}))
        return out().numel() * lastExtent(tensor(1));
    if (isOneOf(node,
                {"aten::_transformer_encoder_layer_fwd", "aten::_native_multi_head_attention"}))
        return ofFusedLayer(node, values);
    return 0;
}

// A graph of that node alone, all that it uses (constants too) as inputs in the order of `ins`.
std::shared_ptr<Graph> alone(Node& node, const std::vector<Value*>& ins) {
    auto graph = std::make_shared<Graph>();
    std::unordered_map<Value*, Value*> copies;
    for (Value* value : ins) {
        copies[value] = graph->addInput();
        copies[value]->setType(value->type());
    }
    Node* copy = graph->appendNode(
        graph->createClone(&node, [&](Value* value) { return copies.at(value); }));
    for (Value* value : copy->outputs()) graph->registerOutput(value);
    return graph;
}

}  // namespace

GraphWalk::GraphWalk(Graph& graph, const at::Tensor& image) {
    values_[graph.inputs().front()] = image;
    for (Node* node : graph.nodes()) {
        if (node->kind() == torch::jit::prim::Constant) {
            values_[node->output()] = *torch::jit::toIValue(node->output());
            continue;
        }
        std::vector<Value*> ins = usedBy(*node);
        std::ranges::sort(ins);
        const auto again = std::ranges::unique(ins);
        ins.erase(again.begin(), again.end());
        const torch::jit::Code code(alone(*node, ins), "node");
        torch::jit::Stack stack;
        for (Value* value : ins) stack.push_back(values_.at(value));
        torch::jit::InterpreterState(code).run(stack);
        for (std::size_t i = 0; i < node->outputs().size(); ++i)
            values_[node->outputs()[i]] = stack[i];
        if (const std::int64_t count = multiplyAddsOf(*node, values_); count > 0)
            multiplyAdds_[node] = count;
    }
}

bool asksForShape(const Node& node) {
    static const std::array kinds{
        c10::Symbol::fromQualString("aten::size"),
        c10::Symbol::fromQualString("aten::dim"),
        c10::Symbol::fromQualString("aten::numel"),
        c10::Symbol::fromQualString("aten::len"),
        c10::Symbol::fromQualString("aten::is_floating_point"),
        c10::Symbol::fromQualString("prim::dtype"),
        c10::Symbol::fromQualString("prim::device"),
        c10::Symbol::fromQualString("prim::layout"),
        c10::Symbol::fromQualString("prim::is_cuda"),
        c10::Symbol::fromQualString("prim::is_quantized"),
        c10::Symbol::fromQualString("prim::requires_grad"),
    };
    return std::ranges::find(kinds, node.kind()) != kinds.end();
}

std::vector<PayloadTensor> payloadOf(const c10::IValue& value) {
    const auto ofTensor = [](const at::Tensor& tensor) {
        std::vector<std::int64_t> shape(tensor.sizes().begin(), tensor.sizes().end());
        if (!shape.empty() && shape.front() == 1) shape.erase(shape.begin());
        std::string type = c10::toString(tensor.scalar_type());
        const std::array<std::pair<std::string_view, std::string_view>, 6> names{
            {{"Float", "float32"},
             {"Double", "float64"},
             {"Half", "float16"},
             {"Long", "int64"},
             {"Int", "int32"},
             {"Byte", "uint8"}}};
        for (const auto& [theirs, known] : names)
            if (type == theirs) type = known;
        return PayloadTensor{std::move(shape), std::move(type),
                             static_cast<std::int64_t>(tensor.nbytes())};
    };
    if (value.isTensor() && value.toTensor().defined()) return {ofTensor(value.toTensor())};
    if (value.isInt()) return {{{}, "int64", 8}};
    if (value.isDouble()) return {{{}, "float64", 8}};
    if (value.isBool()) return {{{}, "bool", 1}};
    std::vector<PayloadTensor> tensors;
    if (value.isTensorList())
        for (const at::Tensor& tensor : value.toTensorVector()) tensors.push_back(ofTensor(tensor));
    return tensors;
}

std::string shapeText(const PayloadTensor& tensor) {
    std::string text = tensor.type + " [";
    for (std::size_t i = 0; i < tensor.shape.size(); ++i)
        text += (i > 0 ? ", " : "") + std::to_string(tensor.shape[i]);
    return text + "]";
}

}  // namespace splitee
