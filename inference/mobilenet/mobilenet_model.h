// SPDX-License-Identifier: GPL-3.0-or-later
// MobileNetModel: a trained multi-exit MobileNetV2, and how it lies in a model file. No LibTorch
// here.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "inference/mobilenet/architecture.h"
#include "inference/model_file.h"

namespace splitee {

inline constexpr std::array<double, kNetworkExits> kPlainTemperatures{1, 1, 1, 1, 1, 1, 1};

struct MobileNetModel final : ModelContent {
    Architecture architecture;
    std::vector<std::string> classNames;  ///< [classes]
    std::array<double, 3> mean{};         ///< per channel, of pixels scaled to [0, 1]
    std::array<double, 3> deviation{};
    Provenance provenance;
    std::vector<float> values;  ///< tensorsOf(architecture), one after the other
    std::array<double, kNetworkExits> temperatures = kPlainTemperatures;  ///< logits are divided by
};

/// The model as any network's file holds it, without a hash.
[[nodiscard]] ModelFile modelFileOf(MobileNetModel model);

/// What a model file of kind "mobilenet" holds; null for another kind.
[[nodiscard]] const MobileNetModel* mobileNetOf(const ModelFile& file);

class ModelKind;
/// Body: the section "values". Keys of its own: width; wide_exits and temperatures where they are
/// not plain.
[[nodiscard]] const ModelKind& mobileNetKind();

}  // namespace splitee
