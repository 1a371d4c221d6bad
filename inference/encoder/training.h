// SPDX-License-Identifier: GPL-3.0-or-later
// trainEncoder: the training of a text encoder. No LibTorch here.
#pragma once

#include <stop_token>

#include "inference/training.h"

namespace splitee {

/// Joint training of the layers and the exits on texts, with a vocabulary learned from them; see
/// train() in training.h. request.settings and request.encoder were checked. Blocks.
[[nodiscard]] Result<TrainReport> trainEncoder(const TrainRequest& request, const Dataset& training,
                                               const Dataset& validation,
                                               const ProgressSink& progress,
                                               const std::stop_token& stop);

}  // namespace splitee
