// SPDX-License-Identifier: GPL-3.0-or-later
// Training of a network: what is asked for and what came of it. No LibTorch here.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "datasets/dataset.h"
#include "engine/progress.h"
#include "inference/encoder_settings.h"
#include "inference/network_info.h"
#include "inference/train_settings.h"

namespace splitee {

/// The networks that can be trained, by the kinds that their model files name.
inline constexpr std::string_view kMobileNetwork = "mobilenet", kEncoderNetwork = "encoder";

/// Where a training stands, in figures.
struct TrainStand {
    double epoch = 0;                     ///< passed: 2.25 after a quarter of the third
    std::int64_t epochs = 0;              ///< in all
    double loss = 0;                      ///< mean over the steps of the epoch at hand
    std::vector<double> lossPerExit;      ///< likewise, of each exit alone; empty: not known
    std::vector<double> accuracyPerExit;  ///< on validation, once an epoch is finished; else empty
    std::int64_t bestEpoch = 0;           ///< whose weights are kept; 0: none yet
};

struct TrainRequest {
    std::string network{kMobileNetwork};
    TrainSettings settings;
    EncoderSettings encoder;     ///< of the network "encoder" alone
    std::filesystem::path out;   ///< the model file; OUT.checkpoint beside it after each epoch
    std::filesystem::path init;  ///< start from this model's weights; empty: from scratch
    bool resume = false;         ///< go on from OUT.checkpoint
    int threads = 2;             ///< 1 or 2 compute threads; the result is the same bit for bit
    /// Texts whose words an encoder learns without their labels, beside the training texts; null:
    /// none.
    std::shared_ptr<const Dataset> unlabelled;
    /// A vocabulary that an encoder is to use (tokenizerAt()); empty: it learns one.
    std::filesystem::path vocabulary;
    Provenance provenance;  ///< program, command and dataset; train() fills in the rest
    /// Called from the working thread some times an epoch, and after each one once its checkpoint
    /// is written; must not block. May be empty.
    std::function<void(const TrainStand&)> onStand = {};
};

struct TrainReport {
    std::int64_t epochs = 0;              ///< finished
    std::int64_t bestEpoch = 0;           ///< whose weights the model file holds
    std::vector<double> accuracyPerExit;  ///< of that epoch, on the validation images
    bool cancelled = false;
};

/// Joint training of a network and its exits: a MobileNetV2 on clean images, as in I-SplitEE (arXiv
/// 2401.10541), or an encoder on texts, as ElasticBERT. Writes request.out. A stop keeps the best
/// epoch so far in request.out and the checkpoint of the last whole epoch; resuming gives the same
/// weights, bit for bit, as a training that was never stopped. Blocks.
[[nodiscard]] Result<TrainReport> train(const TrainRequest& request, const Dataset& training,
                                        const Dataset& validation, const ProgressSink& progress,
                                        std::stop_token stop);

}  // namespace splitee
