// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of encoders need of LibTorch, behind torch-free functions.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "inference/encoder/encoder_model.h"
#include "torch_probe.h"

namespace splitee::test {

/// A model of random weights whose norms are not the identity, over a vocabulary of letters and a
/// few pieces, for two classes.
EncoderModel randomEncoder(const EncoderShape& shape, std::uint64_t seed);

/// The shapes that tests go through: norms first and after, a narrow embedding, one head.
struct NamedShape {
    const char* name;
    EncoderShape shape;
};
std::vector<NamedShape> encoderShapes();

/// Texts of 1 to some 60 letters and words, one of a pair, one empty, one far too long.
std::vector<Text> someTexts();

/// Such texts as a dataset, with labels.
std::shared_ptr<const Dataset> textDataset(std::vector<Text> texts,
                                           std::vector<std::int32_t> labels = {});

/// [texts][exits], in stages, `batch` texts at a time on `threads` threads of OpenMP's; `calls`: by
/// LibTorch calls.
std::vector<std::vector<Answer>> encoderAnswers(const EncoderModel& model,
                                                const std::vector<Text>& texts, int batch,
                                                int threads, bool calls = false);

/// [texts][exits], written once more with plain LibTorch calls in double precision.
std::vector<std::vector<Answer>> plainEncoderAnswers(const EncoderModel& model,
                                                     const std::vector<Text>& texts);

/// [exits] The largest confidence difference between a text alone in play and in a padded training
/// batch without dropout.
double trainingDiffersFromPlay(const EncoderModel& model, const std::vector<Text>& texts);

/// The largest difference between the gradients that training makes and those put together from
/// the gradient of each exit alone, under a mode of kExitGradients, as a share of the largest
/// gradient.
double exitGradientsDiffer(const EncoderModel& model, const std::vector<Text>& texts,
                           const std::string& mode);

/// The cosines of vectors made from sentences in which "good" and "bad" stand among the same words
/// and "film" among others: of good with bad, and of good with film.
std::pair<double, double> neighbourCosines();

}  // namespace splitee::test
