// SPDX-License-Identifier: GPL-3.0-or-later
// ScriptModel: a network from outside as TorchScript, with the exits that were attached to it, and
// how it lies in a model file. No LibTorch here.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "inference/model_file.h"

namespace splitee {

/// An exit that was trained here: global average (or the mean over tokens) of one tensor, then a
/// linear layer, into which the normalisation is folded.
struct AttachedExit {
    std::string place;  ///< where it looks, as placesOf() names it
    std::int64_t features = 0;
    std::vector<float> weight;  ///< [classes, features]
    std::vector<float> bias;    ///< [classes]

    friend bool operator==(const AttachedExit&, const AttachedExit&) = default;
};

struct ScriptModel final : ModelContent {
    std::shared_ptr<const std::string> archive;  ///< as torch.jit.save wrote it: code, not trusted
    std::vector<AttachedExit> attached;          ///< in the order of depth; empty: exits of its own
    std::vector<bool> reachesOn;                 ///< [L], the cut plan: see cut_plan.h
};

/// What a model file of kind "torchscript" holds; null for another kind.
[[nodiscard]] const ScriptModel* scriptModelOf(const ModelFile& file);

class ModelKind;
/// Body: the sections "archive" and "heads". Keys of its own: title, stages, cuts, attached.
[[nodiscard]] const ModelKind& scriptKind();

}  // namespace splitee
