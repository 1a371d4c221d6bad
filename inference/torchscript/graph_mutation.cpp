// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/graph_mutation.h"

#include <ATen/core/function_schema.h>
#include <torch/csrc/jit/ir/alias_analysis.h>

#include <algorithm>
#include <string>
#include <vector>

namespace splitee {

using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

namespace {

// "relu" of "relu_" where the node writes into its first input alone; "" else.
std::string readingOperator(const Node& node) {
    const c10::FunctionSchema* schema = node.maybeSchema();
    std::string name = node.kind().toQualString();
    if (schema == nullptr || !schema->is_mutable() || !name.ends_with('_') ||
        name.ends_with("__") || node.outputs().size() != 1)
        return "";
    for (std::size_t i = 0; i < schema->arguments().size(); ++i) {
        const auto* alias = schema->arguments()[i].alias_info();
        if ((alias != nullptr && alias->isWrite()) != (i == 0)) return "";
    }
    name.pop_back();
    return name;
}

bool isReadAfter(const Value& value, const Node& node) {
    return std::ranges::any_of(value.uses(), [&](const torch::jit::Use& use) {
        const Node* user = use.user;
        while (user->owningBlock() != node.owningBlock()) {
            user = user->owningBlock()->owningNode();
            if (user == nullptr) return true;
        }
        return user->kind() == torch::jit::prim::Return || node.isBefore(user);
    });
}

// Whether something else than `written` shows its memory to what follows.
bool isSeenOtherwise(Graph& graph, torch::jit::AliasDb& aliases, Value* written, Node& write) {
    const auto sees = [&](Value* value) {
        return value != written && value != write.output() && isReadAfter(*value, write) &&
               aliases.mayContainAlias(value, written);
    };
    if (std::ranges::any_of(graph.inputs(), sees)) return true;
    for (Node* node : graph.nodes()) {
        if (node == &write) return false;
        if (std::ranges::any_of(node->outputs(), sees)) return true;
    }
    return true;  // it lies in a branch or a loop
}

}  // namespace

void removeAppends(Graph& graph) {
    namespace prim = torch::jit::prim;
    static const auto kAppend = c10::Symbol::fromQualString("aten::append");
    const std::vector<Node*> nodes(graph.nodes().begin(), graph.nodes().end());
    for (Node* append : nodes) {
        if (append->kind() != kAppend) continue;
        Value* list = append->input(0);
        if (list->node()->kind() != prim::ListConstruct) continue;
        const auto isShared = [&](const torch::jit::Use& use) {
            const bool container =
                use.user->kind() == prim::ListConstruct || use.user->kind() == prim::TupleConstruct;
            return use.user->owningBlock() != graph.block() ||
                   (container && use.user->isBefore(append));
        };
        if (std::ranges::any_of(list->uses(), isShared)) continue;
        Node* longer = graph.create(prim::ListConstruct, list->node()->inputs(), 1);
        longer->addInput(append->input(1));
        longer->output()->setType(list->type());
        longer->insertAfter(append);
        const auto uses = list->uses();  // a copy: they change
        for (const torch::jit::Use& use : uses)
            if (use.user != longer &&
                (use.user->kind() == prim::Return || append->isBefore(use.user)))
                use.user->replaceInput(use.offset, longer->output());
        append->output()->replaceAllUsesWith(longer->output());
        append->destroy();
    }
}

void removeWrites(std::shared_ptr<Graph>& graph) {
    const std::vector<Node*> nodes(graph->nodes().begin(), graph->nodes().end());
    for (Node* write : nodes) {
        const std::string reading = readingOperator(*write);
        if (reading.empty() || write->input(0)->node()->kind() == torch::jit::prim::Constant)
            continue;
        Value* written = write->input(0);
        torch::jit::AliasDb aliases(graph);  // made anew: the graph changes
        if (isSeenOtherwise(*graph, aliases, written, *write)) continue;
        Node* read = graph->create(c10::Symbol::fromQualString(reading), write->inputs(), 1);
        if (read->maybeSchema() == nullptr) {
            read->destroy();
            continue;
        }
        read->copyMetadata(write);
        read->insertBefore(write);
        read->output()->setType(write->output()->type());
        written->replaceAllUsesAfterNodeWith(write, read->output());
        write->output()->replaceAllUsesWith(read->output());
        write->destroy();
    }
}

}  // namespace splitee
