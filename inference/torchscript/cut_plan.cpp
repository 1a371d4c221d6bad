// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/cut_plan.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace splitee {

using torch::jit::Node;
using torch::jit::Value;

namespace {

bool isMap(const PayloadTensor& tensor) {
    return tensor.shape.size() >= 2 &&
           std::ranges::any_of(tensor.shape.begin() + 1, tensor.shape.end(),
                               [](std::int64_t extent) { return extent > 1; });
}

class Planner {
public:
    Planner(const ScriptGraph& script, const std::vector<Value*>& ends)
        : script_(script), ends_(ends), later_(ends.size()) {
        for (Node* node : script.graph->nodes()) {
            order_.emplace(node, order_.size());
            if (!isFree(*node)) nodes_.push_back(node);
        }
        for (Node* node : nodes_) needed_[node] = neededBy(*node);
        for (Value* end : ends) closure_.push_back(closureOf(end));
        for (std::size_t k = ends.size(); k-- > 1;) {
            later_[k - 1] = later_[k];
            later_[k - 1].insert(closure_[k].begin(), closure_[k].end());
        }
    }

    Result<std::vector<CutStage>> plan(const std::vector<bool>& reachesOn) {
        std::vector<CutStage> stages;
        NodeSet done;
        for (std::size_t k = 0; k < ends_.size(); ++k) {
            CutStage stage;
            stage.end = ends_[k];
            NodeSet reached = lessSent(with(done, k, false), done, k);
            NodeSet most = lessSent(with(done, k, true), done, k);
            stage.reachesOn =
                reachesOn.empty() ? bytesBehind(most, k) < bytesBehind(reached, k) : reachesOn[k];
            if (stage.reachesOn) reached = std::move(most);
            if (k + 1 == ends_.size()) reached = finalStage(done);
            stage.payload = crossing(reached, k);
            for (Node* node : closure_[k])
                if (!reached.contains(node)) stage.head.insert(node);
            stage.local = usedByHead(stage, reached, k);
            for (Node* node : reached)
                if (!done.contains(node)) stage.nodes.insert(node);
            if (auto valid = check(stage, k); !valid) return tl::unexpected(valid.error());
            stages.push_back(std::move(stage));
            done = std::move(reached);
        }
        return stages;
    }

private:
    // What is computed once exit k was: what it and later exits share, and with `most` all that
    // later exits need and comes before it.
    NodeSet with(const NodeSet& done, std::size_t k, bool most) const {
        NodeSet reached = done;
        const std::size_t last = order_.at(ends_[k]->node());
        for (Node* node : later_[k])
            if (closure_[k].contains(node) || (most && order_.at(node) <= last))
                reached.insert(node);
        return reached;
    }

    // Leaves to the later stages what costs nothing and would only make the payload larger, such as
    // the concatenation of tensors that cross anyway.
    NodeSet lessSent(NodeSet reached, const NodeSet& done, std::size_t k) const {
        if (k + 1 == ends_.size()) return reached;
        std::int64_t bytes = bytesBehind(reached, k);
        for (auto at = nodes_.rbegin(); at != nodes_.rend(); ++at) {
            Node* const node = *at;
            if (!reached.contains(node) || done.contains(node) || node == ends_[k]->node() ||
                script_.multiplyAdds.contains(node) || isNeededIn(reached, *node))
                continue;
            reached.erase(node);
            const std::int64_t without = bytesBehind(reached, k);
            if (without < bytes)
                bytes = without;
            else
                reached.insert(node);
        }
        return reached;
    }

    bool isNeededIn(const NodeSet& reached, const Node& node) const {
        return std::ranges::any_of(reached, [&](Node* user) {
            return std::ranges::any_of(needed_.at(user),
                                       [&](Value* value) { return value->node() == &node; });
        });
    }

    // All but what follows the last single tensor that is still a map or a row of tokens: the
    // pooling and the classifier.
    NodeSet finalStage(const NodeSet& done) const {
        NodeSet reached = done;
        Value* cut = nullptr;
        for (Value* value : singleCuts(script_, ends_.back()))
            if (!done.contains(value->node()) && isMap(script_.tensors.at(value).front()))
                cut = value;
        const NodeSet last = cut == nullptr ? closure_.back() : closureOf(cut);
        reached.insert(last.begin(), last.end());
        return reached;
    }

    std::vector<Value*> inOrder(std::vector<Value*> values) const {
        const auto place = [this](Value* value) {
            const auto node = order_.find(value->node());
            return std::pair(node == order_.end() ? std::size_t{0} : node->second + 1,
                             value->offset());
        };
        std::ranges::sort(values, {}, place);
        const auto again = std::ranges::unique(values);
        values.erase(again.begin(), again.end());
        return values;
    }

    [[nodiscard]] bool isKnown(Value* value, const NodeSet& reached) const {
        return value == script_.input || reached.contains(value->node());
    }

    // What exits after k need of what was reached; behind the last one, what its head needs.
    std::vector<Value*> crossing(const NodeSet& reached, std::size_t k) const {
        std::vector<Value*> values;
        const bool last = k + 1 == ends_.size();
        const auto add = [&](Value* value) {
            if (isKnown(value, reached)) values.push_back(value);
        };
        for (Node* node : last ? closure_[k] : later_[k])
            if (!reached.contains(node))
                for (Value* value : needed_.at(node)) add(value);
        for (std::size_t j = last ? k : k + 1; j < ends_.size(); ++j)
            for (Value* value : neededFor(ends_[j])) add(value);
        return inOrder(std::move(values));
    }

    std::vector<Value*> usedByHead(const CutStage& stage, const NodeSet& reached,
                                   std::size_t k) const {
        std::vector<Value*> values;
        const auto add = [&](Value* value) {
            if (isKnown(value, reached) &&
                std::ranges::find(stage.payload, value) == stage.payload.end())
                values.push_back(value);
        };
        for (Node* node : stage.head)
            for (Value* value : needed_.at(node)) add(value);
        for (Value* value : neededFor(ends_[k])) add(value);
        return inOrder(std::move(values));
    }

    std::int64_t bytesBehind(const NodeSet& reached, std::size_t k) const {
        std::int64_t bytes = 0;
        for (const PayloadTensor& tensor : payloadOf(script_, crossing(reached, k)))
            bytes += tensor.bytes;
        return bytes;
    }

    Result<void> check(const CutStage& stage, std::size_t k) const {
        for (const auto& values : {stage.payload, stage.local})
            for (Value* value : values)
                if (value != script_.input && script_.tensors.at(value).empty())
                    return fail("a value of type " + value->type()->str().substr(0, 60) +
                                " would cross the cut behind exit " + std::to_string(k + 1) +
                                ", where tensors and numbers can");
        return {};
    }

    const ScriptGraph& script_;
    const std::vector<Value*>& ends_;
    std::unordered_map<Node*, std::size_t> order_;
    std::vector<Node*> nodes_;  // without the free ones
    std::unordered_map<Node*, std::vector<Value*>> needed_;
    std::vector<NodeSet> closure_;  // [L] what exit k needs
    std::vector<NodeSet> later_;    // [L] what the exits after it need
};

}  // namespace

Result<std::vector<CutStage>> planCuts(const ScriptGraph& script, const std::vector<Value*>& ends,
                                       const std::vector<bool>& reachesOn) {
    return Planner(script, ends).plan(reachesOn);
}

std::vector<PayloadTensor> payloadOf(const ScriptGraph& script, const std::vector<Value*>& values) {
    std::vector<PayloadTensor> payload;
    for (Value* value : values)
        for (const PayloadTensor& tensor : script.tensors.at(value)) payload.push_back(tensor);
    return payload;
}

std::vector<Value*> singleCuts(const ScriptGraph& script, Value* end) {
    const NodeSet all = closureOf(end);
    std::unordered_map<Node*, std::vector<Value*>> needed;
    for (Node* node : all) needed[node] = neededBy(*node);
    std::vector<Value*> cuts;
    for (Node* node : script.graph->nodes()) {
        if (!all.contains(node) || node->outputs().size() != 1) continue;
        Value* value = node->output();
        if (value->type()->kind() != c10::TypeKind::TensorType) continue;
        const NodeSet before = closureOf(value);
        const auto crosses = [&](Value* other) {
            return other != value && (other == script.input || before.contains(other->node()));
        };
        const bool single = std::ranges::none_of(all, [&](Node* after) {
            return !before.contains(after) && std::ranges::any_of(needed.at(after), crosses);
        });
        if (single && std::ranges::none_of(neededFor(end), crosses)) cuts.push_back(value);
    }
    return cuts;
}

}  // namespace splitee
