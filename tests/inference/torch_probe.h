// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests need of LibTorch, behind torch-free functions.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "inference/evaluation.h"
#include "inference/inference.h"
#include "inference/mobilenet/mobilenet_model.h"

namespace splitee::test {

struct Answer {
    float confidence;
    int prediction;
    double entropy;
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// [images][exits], run in stages, `batch` images at a time on `threads`
/// threads.
std::vector<std::vector<Answer>> splitAnswers(const MobileNetModel& model,
                                              const std::vector<Image>& images, int batch,
                                              int threads);

/// [images][exits], by the whole network with its batch norms in place, written once more with
/// plain LibTorch calls.
std::vector<std::vector<Answer>> wholeAnswers(const MobileNetModel& model,
                                              const std::vector<Image>& images);

/// A network with the worlds and tables made from it.
class Probe {
public:
    explicit Probe(const ModelFile& model);
    explicit Probe(const MobileNetModel& model) : Probe(modelFileOf(model)) {}
    ~Probe();
    std::unique_ptr<LiveNetwork> liveWorld(std::shared_ptr<const Dataset> dataset,
                                           int threads) const;
    /// "" where it can be built.
    static std::string whyNotBuilt(const ModelFile& model);
    Result<ExitTable> table(const Dataset& dataset, int threads) const;

private:
    std::unique_ptr<StagedNetwork> network_;
};

}  // namespace splitee::test
