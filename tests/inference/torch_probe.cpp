// SPDX-License-Identifier: GPL-3.0-or-later
#include "torch_probe.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#ifdef SPLITEE_HAS_ONEDNN
#include <oneapi/dnnl/dnnl.hpp>
#endif

#include <map>

#include "call_by_call.h"
#include "inference/live_world.h"
#include "inference/mobilenet/split_network.h"
#include "inference/staged_network.h"

namespace splitee::test {
namespace {

template <class Network>
Computed computedBy(const Network& network, const std::vector<Image>& images, int batch,
                    int threads) {
    const c10::InferenceMode inference;
    at::set_num_threads(threads);
    Computed all{std::vector<std::vector<float>>(kNetworkExits), {}};
    all.answers.resize(kNetworkExits * images.size());
    for (std::size_t first = 0; first < images.size(); first += static_cast<std::size_t>(batch)) {
        const std::size_t count = std::min(static_cast<std::size_t>(batch), images.size() - first);
        at::Tensor x = network.input(std::span(images).subspan(first, count));
        std::vector<ExitAnswer> answers(count);
        for (std::size_t exit = 0; exit < kNetworkExits; ++exit) {
            x = network.runStage(static_cast<int>(exit) + 1, x);
            const float* values = x.data_ptr<float>();
            all.cuts[exit].insert(all.cuts[exit].end(), values, values + x.numel());
            network.answer(static_cast<int>(exit) + 1, x, answers);
            for (std::size_t i = 0; i < count; ++i)
                all.answers[exit * images.size() + first + i] = {
                    answers[i].confidence, answers[i].prediction, answers[i].entropy};
        }
    }
    return all;
}

}  // namespace

Computed callByCall(const MobileNetModel& model, const std::vector<Image>& images, int batch) {
    return computedBy(CallByCall(model), images, batch, 1);
}

std::string instructionSet() {
#ifdef SPLITEE_HAS_ONEDNN
    switch (dnnl::get_effective_cpu_isa()) {
        case dnnl::cpu_isa::sse41:
            return "SSE41";
        case dnnl::cpu_isa::avx2:
            return "AVX2";
        case dnnl::cpu_isa::avx512_core:
            return "AVX512_CORE";
        default:
            break;
    }
#endif
    return "";
}

std::vector<std::vector<Answer>> splitAnswers(const MobileNetModel& model,
                                              const std::vector<Image>& images, int batch,
                                              int threads) {
    const c10::InferenceMode inference;
    at::set_num_threads(threads);
    const auto network = *buildNetwork(modelFileOf(model), "test");
    std::vector<Sample> samples;
    for (const Image& image : images) samples.push_back({image, -1});
    std::vector<std::vector<Answer>> all(images.size());
    for (std::size_t first = 0; first < images.size(); first += static_cast<std::size_t>(batch)) {
        const std::size_t count = std::min(static_cast<std::size_t>(batch), images.size() - first);
        Activation x = network->input(std::span(samples).subspan(first, count));
        std::vector<ExitAnswer> answers(count);
        for (int exit = 1; exit <= network->exits(); ++exit) {
            x = network->run(exit, x);
            network->answer(exit, x, answers);
            for (std::size_t i = 0; i < count; ++i)
                all[first + i].push_back(
                    {answers[i].confidence, answers[i].prediction, answers[i].entropy});
        }
    }
    return all;
}

std::vector<std::vector<Answer>> wholeAnswers(const MobileNetModel& model,
                                              const std::vector<Image>& images) {
    const c10::InferenceMode inference;
    std::map<std::string, at::Tensor> named;
    std::size_t offset = 0;
    for (const TensorSpec& spec : tensorsOf(model.architecture)) {
        named[spec.name] =
            at::from_blob(const_cast<float*>(model.values.data()) + offset, spec.shape).clone();
        offset += static_cast<std::size_t>(spec.size());
    }
    const auto norm = [&](const std::string& name, const at::Tensor& x) {
        return at::batch_norm(x, named[name + ".scale"], named[name + ".shift"],
                              named[name + ".mean"], named[name + ".variance"], false, .1, 1e-5,
                              false);
    };
    const auto convolve = [&](const ConvSpec& conv, at::Tensor x) {
        x = norm(conv.name, at::conv2d(x, named[conv.name + ".weight"], {}, conv.stride,
                                       conv.kernel / 2, 1, conv.depthwise ? conv.in : 1));
        return conv.activated ? at::hardtanh(x, 0, 6) : x;
    };
    const auto exits = exitsOf(model.architecture);
    std::vector<Sample> samples;
    for (const Image& image : images) samples.push_back({image, -1});
    std::vector<std::vector<Answer>> all(images.size());
    for (std::size_t i = 0; i < images.size(); ++i) {
        const int side = model.architecture.side;
        at::Tensor x = at::empty({1, 3, side, side});
        for (int y = 0; y < side; ++y)
            for (int column = 0; column < side; ++column)
                for (std::size_t c = 0; c < 3; ++c)
                    x[0][static_cast<std::int64_t>(c)][y][column] =
                        (images[i].pixels[static_cast<std::size_t>(y * side + column) * 3 + c] /
                             255.0 -
                         model.mean[c]) /
                        model.deviation[c];
        for (const BlockSpec& block : blocksOf(model.architecture)) {
            at::Tensor y = x;
            for (const ConvSpec& conv : block.convolutions) y = convolve(conv, y);
            x = block.residual ? x + y : y;
            const std::string exit = "exit" + std::to_string(block.number);
            if (!named.contains(exit + ".weight")) continue;
            const std::size_t number = all[i].size();
            at::Tensor seen = x;
            for (const ConvSpec& conv : exits[number].convolutions) seen = convolve(conv, seen);
            const at::Tensor logits = at::linear(norm(exit, seen).mean({2, 3}),
                                                 named[exit + ".weight"], named[exit + ".bias"]) /
                                      model.temperatures[number];
            const at::Tensor p = at::softmax(logits, 1);
            const auto [confidence, prediction] = p.max(1);
            const double entropy = -(p * p.clamp_min(1e-30).log()).sum().item<double>();
            all[i].push_back({confidence.item<float>(),
                              static_cast<int>(prediction.item<std::int64_t>()), entropy});
        }
    }
    return all;
}

Probe::Probe(const ModelFile& model) : network_(*buildNetwork(model, "test")) {}
Probe::~Probe() = default;

std::string Probe::whyNotBuilt(const ModelFile& model) {
    const auto network = buildNetwork(model, "test");
    return network ? "" : network.error().message;
}

std::unique_ptr<LiveNetwork> Probe::liveWorld(std::shared_ptr<const Dataset> dataset,
                                              int threads) const {
    const auto size = dataset->size();
    return std::make_unique<LiveWorld>(*network_, std::move(dataset), size, threads);
}

Result<ExitTable> Probe::table(const Dataset& dataset, int threads) const {
    return buildExitTable(*network_, dataset, 0, threads, {}, {});
}

StageProbe::StageProbe(const MobileNetModel& model, bool calls)
    : network_(std::make_unique<SplitNetwork>(
          model, calls ? Convolutions::Calls : Convolutions::Primitives)) {}
StageProbe::~StageProbe() = default;

Computed StageProbe::computed(const std::vector<Image>& images, int batch, int threads) const {
    return computedBy(*network_, images, batch, threads);
}

bool StageProbe::cutsStay(const std::vector<Image>& images) const {
    const c10::InferenceMode inference;
    at::set_num_threads(1);
    std::vector<at::Tensor> cuts{network_->input(images)};
    std::vector<at::Tensor> copies{cuts.back().clone()};
    for (int stage = 1; stage <= kNetworkExits; ++stage) {
        cuts.push_back(network_->runStage(stage, cuts.back()));
        copies.push_back(cuts.back().clone());
    }
    for (std::size_t i = 0; i < cuts.size(); ++i)
        if (!at::equal(cuts[i], copies[i])) return false;
    return true;
}

}  // namespace splitee::test
