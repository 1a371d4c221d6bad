// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/graph_pieces.h"

#include <torch/csrc/jit/passes/dead_code_elimination.h>

#include <algorithm>
#include <unordered_map>

namespace splitee {

using torch::jit::Block;
using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

namespace {

void collectUses(Node& node, const Block* top, std::vector<Value*>& uses) {
    for (Value* value : node.inputs())
        if (value->node()->owningBlock() == top) uses.push_back(value);
    for (Block* block : node.blocks()) {
        for (Node* inner : block->nodes()) collectUses(*inner, top, uses);
        for (Value* value : block->outputs())
            if (value->node()->owningBlock() == top) uses.push_back(value);
    }
}

void addNeeded(Value* value, std::vector<Value*>& needed) {
    Node& node = *value->node();
    if (!isFree(node)) {
        if (std::ranges::find(needed, value) == needed.end()) needed.push_back(value);
        return;
    }
    for (Value* input : node.inputs()) addNeeded(input, needed);
}

}  // namespace

bool isFree(const Node& node) {
    using namespace torch::jit;  // prim
    const auto kind = node.kind();
    return kind == prim::Constant || kind == prim::Uninitialized || kind == prim::ListConstruct ||
           kind == prim::TupleConstruct;
}

std::vector<Value*> usedBy(Node& node) {
    std::vector<Value*> uses;
    collectUses(node, node.owningGraph()->block(), uses);
    return uses;
}

std::vector<Value*> neededBy(Node& node) {
    std::vector<Value*> needed;
    for (Value* value : usedBy(node)) addNeeded(value, needed);
    return needed;
}

std::vector<Value*> neededFor(Value* value) {
    std::vector<Value*> needed;
    addNeeded(value, needed);
    return needed;
}

NodeSet closureOf(Value* value) {
    NodeSet closure;
    std::vector<Node*> open;
    const auto reach = [&](Value* needed) {
        Node* node = needed->node();
        if (node->kind() == torch::jit::prim::Param) return;  // the graph's input
        if (closure.insert(node).second) open.push_back(node);
    };
    for (Value* needed : neededFor(value)) reach(needed);
    while (!open.empty()) {
        Node* node = open.back();
        open.pop_back();
        for (Value* needed : neededBy(*node)) reach(needed);
    }
    return closure;
}

std::shared_ptr<Graph> pieceOf(Graph& from, const NodeSet& keep, std::span<Value* const> ins,
                               std::span<Value* const> outs) {
    auto piece = std::make_shared<Graph>();
    std::unordered_map<Value*, Value*> copies;
    for (Value* value : ins) {
        Value* copy = piece->addInput();
        copy->setType(value->type());
        copies[value] = copy;
    }
    for (Node* node : from.nodes()) {
        const bool have = !node->outputs().empty() && copies.contains(node->output(0));
        if (have) continue;
        const bool free = isFree(*node) && std::ranges::all_of(node->inputs(), [&](Value* value) {
                              return copies.contains(value);
                          });
        if (!free && !keep.contains(node)) continue;
        Node* copy = piece->appendNode(
            piece->createClone(node, [&](Value* value) { return copies.at(value); }));
        for (std::size_t i = 0; i < node->outputs().size(); ++i)
            copies[node->outputs()[i]] = copy->outputs()[i];
    }
    for (Value* value : outs) piece->registerOutput(copies.at(value));
    torch::jit::EliminateDeadCode(piece);
    return piece;
}

}  // namespace splitee
