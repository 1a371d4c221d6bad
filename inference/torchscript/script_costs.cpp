// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what the stages of a cut network take, and holds the cut network against the whole one.
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unordered_set>

#include "inference/torchscript/staged_script.h"

namespace splitee {

using torch::jit::Node;
using torch::jit::Value;

namespace {

constexpr int kProofImages = 3;
constexpr double kMostDifference = 1e-5;

// Of tensor constants that none of the stages before used.
std::int64_t parametersOf(const NodeSet& nodes, std::unordered_set<Node*>& counted) {
    std::int64_t parameters = 0;
    const auto add = [&](Value* value, const auto& self) -> void {
        Node* node = value->node();
        if (node->kind() == torch::jit::prim::Constant) {
            const auto constant = torch::jit::toIValue(value);
            if (constant && constant->isTensor() && counted.insert(node).second)
                parameters += constant->toTensor().numel();
        } else if (isFree(*node)) {
            for (Value* input : node->inputs()) self(input, self);
        }
    };
    for (Node* node : nodes)
        for (Value* value : usedBy(*node)) add(value, add);
    return parameters;
}

}  // namespace

std::vector<StageInfo> stagesOf(const ScriptGraph& script, const std::vector<CutStage>& plan,
                                const std::vector<AttachedExit>& attached, std::size_t classes) {
    std::vector<StageInfo> stages;
    std::unordered_set<Node*> counted;
    double depth = 0;
    bool rises = true;
    const auto sum = [&](const NodeSet& nodes, double* layers) {
        std::int64_t multiplyAdds = 0;
        for (Node* node : nodes)
            if (const auto found = script.multiplyAdds.find(node);
                found != script.multiplyAdds.end()) {
                multiplyAdds += found->second;
                if (layers != nullptr) ++*layers;
            }
        return multiplyAdds;
    };
    for (std::size_t k = 0; k < plan.size(); ++k) {
        StageInfo stage;
        const double before = depth;
        const bool own = k >= attached.size();
        stage.exit = !own               ? attached[k].place
                     : attached.empty() ? "exit " + std::to_string(k + 1)
                                        : "final exit";
        stage.multiplyAdds = sum(plan[k].nodes, &depth);
        stage.parameters = parametersOf(plan[k].nodes, counted);
        stage.depth = depth;
        rises = rises && depth > before;
        if (own) {
            stage.exitMultiplyAdds = sum(plan[k].head, nullptr);
            stage.exitParameters = parametersOf(plan[k].head, counted);
        } else {
            const auto features = attached[k].features, all = static_cast<std::int64_t>(classes);
            std::int64_t pooled = 1;
            const auto payload = payloadOf(script, plan[k].payload);
            for (const std::int64_t extent : payload.front().shape) pooled *= extent;
            stage.exitMultiplyAdds = pooled + features * all;
            stage.exitParameters = (features + 1) * all;
        }
        stage.payload = payloadOf(script, plan[k].payload);
        stages.push_back(std::move(stage));
    }
    if (!rises)
        for (std::size_t k = 0; k < stages.size(); ++k)
            stages[k].depth = static_cast<double>(k + 1);
    return stages;
}

Result<std::vector<double>> differencesOf(ScriptGraph& script, const StagedScript& staged,
                                          std::size_t attached) {
    const c10::InferenceMode inference;
    std::vector<double> differences(static_cast<std::size_t>(staged.exits()));
    for (int image = 1; image <= kProofImages; ++image) {
        const at::Tensor input =
            randomInput(staged.info().image().side, static_cast<std::uint64_t>(image));
        const auto whole = tensorsIn(script.whole.forward({input.clone()}));
        if (whole.size() != script.exits.size())
            return fail("its forward returns " + std::to_string(whole.size()) +
                        " tensors, but its graph has " + std::to_string(script.exits.size()) +
                        " exits");
        Activation at{{input}, {}};
        for (int exit = 1; exit <= staged.exits(); ++exit) {
            at = staged.run(exit, at);
            const auto k = static_cast<std::size_t>(exit - 1);
            if (k < attached) continue;
            auto logits = at::tensor(staged.logits(exit, at), at::kDouble);
            if (script.softmax[k - attached]) logits = logits.softmax(0);
            const at::Tensor expected = whole[k - attached].to(at::kDouble).flatten();
            if (expected.numel() != logits.numel()) {
                differences[k] = INFINITY;
                continue;
            }
            const double largest = expected.abs().max().item<double>();
            if (!std::isfinite(largest))
                return fail("exit " + std::to_string(exit) +
                            " answers a random image with a number that is not finite");
            const double difference = (logits - expected).abs().max().item<double>();
            // NaN compares as nothing: it must not pass for equal.
            differences[k] = std::isfinite(difference)
                                 ? std::max(differences[k], difference / std::max(1.0, largest))
                                 : INFINITY;
        }
    }
    return differences;
}

Result<void> checkDifferences(const std::vector<double>& differences) {
    for (std::size_t k = 0; k < differences.size(); ++k) {
        if (differences[k] <= kMostDifference) continue;
        char difference[32];
        std::snprintf(difference, sizeof difference, "%.2g", differences[k]);
        return fail("cut in two it is not what it is whole: with the cut behind exit " +
                    std::to_string(std::max<std::size_t>(1, k)) + ", exit " +
                    std::to_string(k + 1) + " differs by " + difference +
                    " on random images, where 1e-5 is allowed");
    }
    return {};
}

}  // namespace splitee
