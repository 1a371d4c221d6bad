// SPDX-License-Identifier: GPL-3.0-or-later
// Trains networks by the name of their kind: a kind that can be trained adds its line here.
#include "inference/encoder/training.h"
#include "inference/mobilenet/training.h"
#include "inference/training.h"

namespace splitee {

Result<TrainReport> train(const TrainRequest& request, const Dataset& training,
                          const Dataset& validation, const ProgressSink& progress,
                          std::stop_token stop) {
    if (auto valid = checkFields(request.settings); !valid) return tl::unexpected(valid.error());
    if (request.network == kEncoderNetwork) {
        if (auto valid = checkFields(request.encoder); !valid) return tl::unexpected(valid.error());
        return trainEncoder(request, training, validation, progress, stop);
    }
    return trainMobileNet(request, training, validation, progress, stop);
}

}  // namespace splitee
