// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests need of LibTorch, behind torch-free functions.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "inference/evaluation.h"
#include "inference/inference.h"
#include "inference/mobilenet/mobilenet_model.h"

namespace splitee {
class SplitNetwork;
}

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

/// What a network makes of some images.
struct Computed {
    std::vector<std::vector<float>> cuts;  ///< [exits], activations of all images, channels last
    std::vector<Answer> answers;           ///< [exits][images], one after the other
};

/// The way of version 0.1 (call_by_call.h), `batch` images at a time.
Computed callByCall(const MobileNetModel& model, const std::vector<Image>& images, int batch);

/// The instruction set that oneDNN uses in this process, as DNNL_MAX_CPU_ISA names it; "" where the
/// build has no oneDNN or it is another one.
std::string instructionSet();

/// [images][exits], by the whole network with its batch norms in place, written once more with
/// plain LibTorch calls.
std::vector<std::vector<Answer>> wholeAnswers(const MobileNetModel& model,
                                              const std::vector<Image>& images);

/// The stages of our own network.
class StageProbe {
public:
    /// `calls`: by a LibTorch call for each convolution, as in a build without oneDNN.
    explicit StageProbe(const MobileNetModel& model, bool calls = false);
    ~StageProbe();
    /// By SplitNetwork's stages, `batch` images at a time on `threads` threads.
    Computed computed(const std::vector<Image>& images, int batch, int threads) const;
    /// Whether every cut is after the last stage what it was when it was made.
    bool cutsStay(const std::vector<Image>& images) const;

private:
    std::unique_ptr<SplitNetwork> network_;
};

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
