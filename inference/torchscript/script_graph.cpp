// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/script_graph.h"

#include <c10/core/InferenceMode.h>
#include <caffe2/serialize/inline_container.h>
#include <torch/csrc/jit/passes/constant_propagation.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/passes/loop_unrolling.h>
#include <torch/csrc/jit/passes/lower_tuples.h>
#include <torch/csrc/jit/passes/peephole_list_idioms.h>
#include <torch/csrc/jit/passes/remove_exceptions.h>
#include <torch/csrc/jit/passes/remove_mutation.h>
#include <torch/csrc/jit/serialization/import.h>

#include <algorithm>
#include <array>

#include "engine/rng.h"
#include "engine/world/exit_table.h"
#include "inference/torchscript/bytes_reader.h"
#include "inference/torchscript/graph_mutation.h"
#include "inference/torchscript/graph_pieces.h"
#include "inference/torchscript/graph_refusals.h"
#include "inference/torchscript/graph_walk.h"

namespace splitee {

using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

namespace {

constexpr int kMostPasses = 3;  // what one round of passes uncovers, the next may take away

// Code that touches files is refused before any of it runs.
Result<void> checkCode(const std::string& archive) {
    caffe2::serialize::PyTorchStreamReader reader(std::make_shared<BytesReader>(archive));
    constexpr std::array<std::string_view, 3> kForbidden{"torch.from_file(", "torch.save(",
                                                         "torch.load("};
    for (const std::string& record : reader.getAllRecords()) {
        if (!record.starts_with("code/") || !record.ends_with(".py")) continue;
        const auto [data, size] = reader.getRecord(record);
        const std::string_view code(static_cast<const char*>(data.get()), size);
        for (const std::string_view word : kForbidden)
            if (code.find(word) != std::string_view::npos)
                return fail("it reads or writes files (" +
                            std::string(word.substr(0, word.size() - 1)) +
                            "), which a network has no need to");
    }
    return {};
}

Result<torch::jit::Module> loaded(const std::string& archive) {
    if (auto harmless = checkCode(archive); !harmless) return tl::unexpected(harmless.error());
    torch::jit::Module module =
        torch::jit::load(std::make_shared<BytesReader>(archive), c10::Device(c10::kCPU));
    module.eval();
    if (!module.find_method("forward"))
        return fail("it has no method forward: save the network, not one of its parts");
    return module;
}

Result<std::shared_ptr<Graph>> flattened(const torch::jit::Module& module) {
    const torch::jit::Module frozen = torch::jit::freeze(module);
    auto graph = frozen.get_method("forward").graph()->copy();
    torch::jit::Inline(*graph);
    Value* self = graph->inputs().front();
    const auto& arguments = frozen.get_method("forward").function().getSchema().arguments();
    for (std::size_t i = arguments.size(); i-- > 2;) {  // what has a default takes it
        if (!arguments[i].default_value())
            return fail("its forward takes " + std::to_string(arguments.size() - 1) +
                        " inputs: a network of images takes one, the image");
        const torch::jit::WithInsertPoint at(graph->block()->nodes().front());
        graph->inputs()[i]->replaceAllUsesWith(
            graph->insertConstant(*arguments[i].default_value()));
        graph->eraseInput(i);
    }
    if (graph->inputs().size() != 2)
        return fail("its forward takes no image: it must take one tensor [n, 3, side, side]");
    if (!self->uses().empty()) {
        Node* user = self->uses().front().user;
        return fail("its forward keeps something in the network between two images" +
                    (user->hasAttribute(torch::jit::attr::name)
                         ? " (self." + user->s(torch::jit::attr::name) + ")"
                         : std::string()) +
                    ": an image's answer must not depend on the images before");
    }
    graph->eraseInput(0);
    return graph;
}

void simplify(std::shared_ptr<Graph>& graph) {
    torch::jit::RemoveListMutation(graph);
    removeAppends(*graph);
    torch::jit::RemoveTensorMutation(graph);
    removeWrites(graph);
    torch::jit::ConstantPropagation(graph);
    torch::jit::UnrollConstantLoops(graph);
    torch::jit::EliminateExceptions(graph);
    torch::jit::LowerSimpleTuples(graph);
    torch::jit::PeepholeOptimizeListIdioms(graph);
    torch::jit::EliminateDeadCode(graph);
}

// For images of one size a shape is a constant, and so is a branch that asks for it. Two images
// tell which are: a shape that depends on content differs.
bool fixShapes(std::shared_ptr<Graph>& graph, int side) {
    const GraphWalk one(*graph, randomInput(side, 1)), other(*graph, randomInput(side, 2));
    bool changed = false;
    for (Node* node : graph->nodes()) {
        if (!asksForShape(*node) || node->outputs().size() != 1) continue;
        const c10::IValue& value = one.at(node->output());
        if (value != other.at(node->output())) continue;
        const torch::jit::WithInsertPoint at(node);
        if (const auto constant = torch::jit::tryInsertConstant(*graph, value)) {
            (*constant)->setType(node->output()->type());
            node->output()->replaceAllUsesWith(*constant);
            changed = true;
        }
    }
    return changed;
}

Result<void> collectExits(Value* value, std::vector<Value*>& exits) {
    using namespace torch::jit;  // prim
    Node* node = value->node();
    if (node->kind() == prim::ListConstruct || node->kind() == prim::TupleConstruct) {
        for (Value* inner : node->inputs())
            if (auto added = collectExits(inner, exits); !added) return added;
        return {};
    }
    if (auto cuttable = refuseBranch(*node); !cuttable) return cuttable;
    if (node->kind() == prim::DictConstruct)
        return fail(
            "its forward returns a dictionary: let it return the logits of its exits as a "
            "list");
    if (node->kind() == prim::Constant && value->type()->kind() == c10::TypeKind::ListType)
        return {};  // an empty list
    if (value->type()->kind() != c10::TypeKind::TensorType)
        return fail("its forward returns a value of type " + value->type()->str().substr(0, 60) +
                    ": let it return the logits of its exits as a list");
    exits.push_back(value);
    return {};
}

// Confidence is the largest softmax value: of logits, not of what was a softmax already.
bool skipSoftmax(Value*& exit) {
    Node* node = exit->node();
    if (node->kind() != c10::Symbol::fromQualString("aten::softmax") &&
        node->kind() != c10::Symbol::fromQualString("aten::_softmax"))
        return false;
    exit = node->input(0);
    return true;
}

Result<void> checkExits(const ScriptGraph& script, std::size_t classes) {
    const bool any = classes == kAnyClasses;
    if (script.exits.empty() || script.exits.size() > kMaxExits)
        return fail("its forward returns " + std::to_string(script.exits.size()) + " exits: 1 to " +
                    std::to_string(kMaxExits) + " are possible");
    for (std::size_t k = 0; k < script.exits.size(); ++k) {
        const auto& tensors = script.tensors.at(script.exits[k]);
        const PayloadTensor& logits = tensors.front();
        const std::string name = "exit " + std::to_string(k + 1);
        if (logits.shape.size() != 1 || logits.type != "float32")
            return fail(name + " of its forward is a tensor " + shapeText(logits) +
                        " for one image: it must be the logits, float32 [n, classes]");
        if (any && k == 0) classes = static_cast<std::size_t>(logits.shape[0]);
        if (any && logits.shape[0] != static_cast<std::int64_t>(classes))
            return fail(name + " tells " + std::to_string(logits.shape[0]) +
                        " classes apart, but exit 1 " + std::to_string(classes) +
                        ": all exits must tell the same classes apart");
        if (logits.shape[0] != static_cast<std::int64_t>(classes))
            return fail(name + " tells " + std::to_string(logits.shape[0]) +
                        " classes apart, but " + std::to_string(classes) + " are named");
    }
    // Each must need no more than the next one does.
    std::int64_t before = 0;
    for (std::size_t k = 0; k < script.exits.size(); ++k) {
        std::int64_t needs = 0;
        for (Node* node : closureOf(script.exits[k]))
            if (const auto found = script.multiplyAdds.find(node);
                found != script.multiplyAdds.end())
                needs += found->second;
        if (needs < before)
            return fail("exit " + std::to_string(k + 1) + " needs less than exit " +
                        std::to_string(k) +
                        ": let its forward return the exits in the order of their depth");
        before = needs;
    }
    return {};
}

}  // namespace

at::Tensor randomInput(int side, std::uint64_t seed) {
    at::Tensor image = at::empty({1, 3, side, side});
    Rng rng(seed, "random network input");
    float* to = image.data_ptr<float>();
    for (std::int64_t i = 0; i < image.numel(); ++i) to[i] = static_cast<float>(rng.normal());
    return image;
}

std::vector<at::Tensor> tensorsIn(const c10::IValue& value) {
    std::vector<at::Tensor> tensors;
    const auto add = [&](const c10::IValue& inner) {
        const auto more = tensorsIn(inner);
        tensors.insert(tensors.end(), more.begin(), more.end());
    };
    if (value.isTensor()) tensors.push_back(value.toTensor());
    if (value.isList())
        for (const c10::IValue& inner : value.toListRef()) add(inner);
    if (value.isTuple())
        for (const c10::IValue& inner : value.toTupleRef().elements()) add(inner);
    return tensors;
}

Result<ScriptGraph> readScript(const std::string& archive, int side, std::size_t classes) {
    const at::NoGradGuard noGradients;
    auto module = loaded(archive);
    if (!module) return tl::unexpected(module.error());
    auto graph = flattened(*module);
    if (!graph) return tl::unexpected(graph.error());
    if (auto bounded = refuseUnbounded(**graph, false); !bounded)
        return tl::unexpected(bounded.error());
    {
        const c10::InferenceMode inference;
        for (int pass = 0; pass < kMostPasses; ++pass) {
            simplify(*graph);
            if (!fixShapes(*graph, side)) break;
        }
        simplify(*graph);
    }
    if (auto bounded = refuseUnbounded(**graph, true); !bounded)
        return tl::unexpected(bounded.error());
    ScriptGraph script{std::move(*module), *graph, (*graph)->inputs().front(), {}, {}, {}, {}};
    for (Value* output : (*graph)->outputs())
        if (auto found = collectExits(output, script.exits); !found)
            return tl::unexpected(found.error());
    if (auto cuttable = refuseOperators(**graph, script.exits); !cuttable)
        return tl::unexpected(cuttable.error());
    for (Value*& exit : script.exits) script.softmax.push_back(skipSoftmax(exit));
    const c10::InferenceMode inference;
    const GraphWalk walk(**graph, randomInput(side, 1));
    script.multiplyAdds = walk.multiplyAdds();
    for (Node* node : (*graph)->nodes())
        for (Value* value : node->outputs()) script.tensors[value] = payloadOf(walk.at(value));
    script.tensors[script.input] = payloadOf(walk.at(script.input));
    if (auto valid = checkExits(script, classes); !valid) return tl::unexpected(valid.error());
    return script;
}

}  // namespace splitee
