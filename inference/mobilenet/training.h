// SPDX-License-Identifier: GPL-3.0-or-later
// trainMobileNet: the training of our MobileNetV2. No LibTorch here.
#pragma once

#include <stop_token>

#include "inference/training.h"

namespace splitee {

/// Joint training of the backbone and the exits on clean images, as in I-SplitEE (arXiv
/// 2401.10541); see train() in training.h. request.settings were checked. Blocks.
[[nodiscard]] Result<TrainReport> trainMobileNet(const TrainRequest& request,
                                                 const Dataset& training, const Dataset& validation,
                                                 const ProgressSink& progress,
                                                 const std::stop_token& stop);

}  // namespace splitee
