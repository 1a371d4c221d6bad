// SPDX-License-Identifier: GPL-3.0-or-later
// TrainSettings: the parameters of a training. No LibTorch here.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/fields.h"

namespace splitee {

inline constexpr std::array<std::string_view, 3> kTrainSchedules{"scratch", "finetune", "adamw"};
inline constexpr std::array<std::string_view, 3> kAugmentations{"crop_flip", "crop", "none"};
inline constexpr std::array<std::string_view, 2> kExitWeightings{"paper", "rising"};
inline constexpr std::array<std::string_view, 2> kConfidences{"plain", "calibrated"};

struct TrainSettings {
    double width = 1.0;
    std::string schedule = "scratch";
    std::int64_t epochs = 30;
    std::int64_t batch = 128;
    double learningRate = 0.12;
    double exitLearningRate = 0.12;
    double weightDecay = 5e-4;
    std::string augment = "crop_flip";
    std::uint64_t seed = 1;
    std::int64_t wideExits = 0;
    double distillation = 0;
    std::string exitWeights = "paper";
    std::string confidence = "plain";

    friend bool operator==(const TrainSettings&, const TrainSettings&) = default;

    /// The fine-tuning of I-SplitEE (arXiv 2401.10541): Adam, cosine annealing, batch 64.
    [[nodiscard]] static TrainSettings fineTuning() {
        TrainSettings settings;
        settings.schedule = "finetune";
        settings.batch = 64;
        settings.learningRate = 1.5e-4;
        settings.exitLearningRate = 1e-2;
        return settings;
    }

    /// For an encoder: AdamW with a linear decay, as ElasticBERT is fine-tuned.
    [[nodiscard]] static TrainSettings forEncoder() {
        TrainSettings settings;
        settings.schedule = "adamw";
        settings.epochs = 3;
        settings.learningRate = settings.exitLearningRate = 5e-4;
        settings.weightDecay = .1;
        settings.augment = "none";
        return settings;
    }

    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.width, FieldInfo{"width", "Width multiplier",
                                    "Channel multiplier of MobileNetV2", "", 0.1, 2});
        visit(
            self.schedule,
            FieldInfo{"schedule", "Schedule",
                      "scratch: SGD with a one-cycle rate; finetune: the paper's Adam with cosine "
                      "annealing, batch 64, rates 1.5e-4 and 1e-2; adamw: AdamW with a linear "
                      "decay, what an encoder is trained by",
                      "", 0, 0, kTrainSchedules});
        visit(self.epochs,
              FieldInfo{"epochs", "Epochs", "Passes over the training samples", "", 1, 10000});
        visit(self.batch, FieldInfo{"batch", "Batch size", "Samples a step, computed in two halves",
                                    "samples", 4, 4096});
        visit(self.learningRate, FieldInfo{"learning_rate", "Learning rate",
                                           "Peak rate of the backbone", "", 1e-7, 10});
        visit(self.exitLearningRate, FieldInfo{"exit_learning_rate", "Exit learning rate",
                                               "Peak rate of the exits", "", 1e-7, 10});
        visit(
            self.weightDecay,
            FieldInfo{"weight_decay", "Weight decay",
                      "L2 penalty on convolution and linear weights; with adamw a decay of its own",
                      "", 0, 1});
        visit(self.augment,
              FieldInfo{"augment", "Augmentation",
                        "crop_flip: pad by an eighth, crop, mirror; crop: without the mirror; none",
                        "", 0, 0, kAugmentations});
        visit(self.seed, FieldInfo{"seed", "Seed", "Fixes initial weights, order and augmentation",
                                   "", 0, 9.007e15});
        visit(self.wideExits,
              FieldInfo{"wide_exits", "Wide exits",
                        "So many exits from the first on get two separable convolutions before "
                        "their linear layer",
                        "", 0, 6});
        visit(self.distillation,
              FieldInfo{"distillation", "Self-distillation",
                        "Share of each earlier exit's loss that compares it with the final exit, "
                        "at temperature 2, in place of the label",
                        "", 0, 1});
        visit(self.exitWeights,
              FieldInfo{"exit_weights", "Weights of the exits' losses",
                        "paper: 1, 1, 1, .7, .7, .7, .5 (I-SplitEE); rising: .7, .7, .7, .7, .8, "
                        ".9, 1",
                        "", 0, 0, kExitWeightings});
        visit(self.confidence,
              FieldInfo{"confidence", "Confidence",
                        "plain: of the logits as they are; calibrated: each exit's logits are "
                        "divided by the temperature that fits the validation images",
                        "", 0, 0, kConfidences});
    }
};

}  // namespace splitee
