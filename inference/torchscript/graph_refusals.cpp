// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/graph_refusals.h"

#include <ATen/core/function_schema.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/plain_text.h"
#include "inference/torchscript/graph_pieces.h"

namespace splitee {

using torch::jit::Block;
using torch::jit::Graph;
using torch::jit::Node;

namespace {

constexpr std::int64_t kMostTurns = 10'000;  // of all loops around a place together

std::string named(const Node& node) {
    const std::string line = lineOf(node);
    return std::string(node.kind().toQualString()) + (line.empty() ? "" : ", " + line);
}

Result<void> checkLoops(Block& block, std::int64_t turns, bool settled) {
    for (Node* node : block.nodes()) {
        std::int64_t inside = turns;
        if (node->kind() == torch::jit::prim::Loop) {
            const auto count = torch::jit::toIValue(node->input(0));
            if (count && count->isInt())  // of a "while" the largest number there is
                inside = count->toInt() > kMostTurns
                             ? kMostTurns + 1
                             : inside * std::max<std::int64_t>(1, count->toInt());
            if (inside > kMostTurns || (settled && !(count && count->isInt())))
                return fail("it has a loop without a fixed, small number of turns (" +
                            named(*node) + "): it might never end");
        }
        for (Block* inner : node->blocks())
            if (auto bounded = checkLoops(*inner, inside, settled); !bounded) return bounded;
    }
    return {};
}

Result<void> checkOperators(Node& node) {
    using namespace torch::jit;  // prim
    if (node.kind() == prim::fork || node.kind() == prim::PythonOp ||
        node.kind() == c10::Symbol::fromQualString("aten::wait"))
        return fail("it starts tasks of its own (" + named(node) +
                    "): let forward compute one thing after the other");
    const c10::FunctionSchema* schema = node.maybeSchema();
    if (schema != nullptr && node.isNondeterministic())
        return fail("it draws random numbers (" + named(node) +
                    "): an image's answer would not be the same twice");
    if (schema != nullptr && schema->is_mutable())
        return fail("it writes into a tensor that others may read (" + named(node) +
                    "): let it make a new tensor instead, without inplace=True, with "
                    "x = x + y, torch.cat or "
                    "torch.where");
    for (Block* block : node.blocks())
        for (Node* inner : block->nodes())
            if (auto allowed = checkOperators(*inner); !allowed) return allowed;
    return {};
}

}  // namespace

std::string lineOf(const Node& node) {
    // The innermost line of the author's own: not of PyTorch's layers, nor of LibTorch's rendering
    // of the source.
    std::vector<torch::jit::SourceRange> ranges;
    if (const auto calls = node.callstack())
        for (const auto& call : (*calls)->vec()) ranges.push_back(std::get<1>(call));
    ranges.push_back(node.sourceRange());
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        const auto original = range->findSourceRangeThatGenerated();
        const auto place = (original ? *original : *range).file_line_col();
        if (!place) continue;
        const std::string& file = std::get<0>(*place);
        if (file.starts_with("code/") || file.find("/torch/") != std::string::npos) continue;
        return "line " + std::to_string(std::get<1>(*place)) + " of " +
               shownText(file.substr(file.rfind('/') + 1), 60);
    }
    return "";
}

Result<void> refuseBranch(const Node& node) {
    if (node.kind() != torch::jit::prim::If && node.kind() != torch::jit::prim::Loop) return {};
    const std::string line = lineOf(node);
    return fail("its forward decides by the data which exits it returns (" +
                std::string(node.kind() == torch::jit::prim::If ? "an if" : "a loop") +
                (line.empty() ? "" : " at " + line) +
                "): let it return the logits of all exits, and the program decides where to leave");
}

Result<void> refuseUnbounded(Graph& graph, bool settled) {
    return checkLoops(*graph.block(), 1, settled);
}

Result<void> refuseOperators(Graph& graph, const std::vector<torch::jit::Value*>& exits) {
    NodeSet needed;
    for (torch::jit::Value* exit : exits) needed.merge(closureOf(exit));
    for (Node* node : graph.nodes()) {
        const c10::FunctionSchema* schema = node->maybeSchema();
        const bool writes = schema != nullptr && schema->is_mutable();
        if (!needed.contains(node) && !writes) continue;  // a print, an assertion
        if (auto allowed = checkOperators(*node); !allowed) return allowed;
    }
    return {};
}

}  // namespace splitee
