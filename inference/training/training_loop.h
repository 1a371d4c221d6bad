// SPDX-License-Identifier: GPL-3.0-or-later
// runTraining: epochs, validation, checkpoints, resumption and progress of any network's training.
// No LibTorch here.
#pragma once

#include <stop_token>

#include "inference/training.h"
#include "inference/training/learner.h"

namespace splitee {

/// Trains as request.settings say and keeps the epoch whose final exit answers most of `validation`
/// rightly, the later of two alike. `provenance`: the request's, with what train() fills in before
/// the first epoch. See train() in training.h. Blocks.
[[nodiscard]] Result<TrainReport> runTraining(const TrainRequest& request, Provenance provenance,
                                              Learner& learner, const Dataset& validation,
                                              const ProgressSink& progress,
                                              const std::stop_token& stop);

}  // namespace splitee
