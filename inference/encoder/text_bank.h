// SPDX-License-Identifier: GPL-3.0-or-later
// TextBank: all training texts in memory, as the pieces that an encoder takes, in batches of texts
// of like length. Includes LibTorch: for inference's own .cpp files only.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "datasets/dataset.h"
#include "datasets/text/tokenizer.h"
#include "engine/result.h"
#include "inference/encoder/trainable_encoder.h"

namespace splitee {

/// Texts as they were read, each with a label.
struct LabelledTexts {
    std::vector<Text> texts;
    std::vector<std::int64_t> labels;
};

/// Reads a whole dataset (at most 1 GiB of text); every text needs a label. Blocks.
[[nodiscard]] Result<LabelledTexts> loadTexts(const Dataset& dataset, const std::stop_token& stop);

struct LabelledBatch {
    TokenBatch tokens;
    at::Tensor labels;  ///< [n] int64
};

/// What training changes about texts.
struct TextNoise {
    double wordDropout = 0;  ///< share of pieces made unknown
    double joined = 0;       ///< share of batches of joined texts
};

class TextBank {
public:
    TextBank(const LabelledTexts& texts, const Tokenizer& tokenizer, std::size_t length);

    std::vector<Tokens> tokens;
    std::vector<std::int64_t> labels;
    std::int32_t padding, unknown;  ///< ids

    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(labels.size()); }
    /// The order of an epoch: shuffled, then batches of `batch` texts of like length, in random
    /// order. Texts of the last batch that is not whole are left out.
    [[nodiscard]] std::vector<std::int64_t> order(std::int64_t batch, Rng random) const;
    /// Texts [indices] as one batch. Where it is to be joined, fewer of them, each followed by
    /// others of its class until it is long: what is streamed is longer than phrases are.
    [[nodiscard]] LabelledBatch batch(std::span<const std::int64_t> indices, const TextNoise& noise,
                                      Rng& random) const;

private:
    [[nodiscard]] Tokens joinedText(std::int64_t index, std::size_t goal, Rng& random) const;

    std::size_t length_;
    std::vector<std::vector<std::int64_t>> ofClass_;  // texts by their label
};

}  // namespace splitee
