// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/head_training.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "engine/rng.h"

namespace splitee {
namespace {

constexpr std::int64_t kBatch = 256;
constexpr std::int64_t kEpochs = 30, kLeastSteps = 1500;  // few images take more epochs
constexpr double kRate = 1e-2, kWeightDecay = 1e-4, kLeastDeviation = 1e-5;
constexpr double kFirstDecay = .9, kSecondDecay = .999, kLeastStep = 1e-8;

// Adam (Kingma and Ba 2015) over one tensor, the rate falling along a half cosine.
class Adam {
public:
    explicit Adam(const at::Tensor& parameter)
        : first_(at::zeros_like(parameter)), second_(at::zeros_like(parameter)) {}
    void step(at::Tensor& parameter, const at::Tensor& gradient, double rate, std::int64_t count) {
        first_.mul_(kFirstDecay).add_(gradient, 1 - kFirstDecay);
        second_.mul_(kSecondDecay).addcmul_(gradient, gradient, 1 - kSecondDecay);
        const double first = 1 - std::pow(kFirstDecay, static_cast<double>(count));
        const double second = 1 - std::pow(kSecondDecay, static_cast<double>(count));
        parameter.addcdiv_(first_, (second_ / second).sqrt_().add_(kLeastStep), -rate / first);
    }

private:
    at::Tensor first_, second_;
};

at::Tensor matrixOf(const FeatureTable& table) {
    return at::from_blob(const_cast<float*>(table.values.data()), {table.size(), table.features});
}

at::Tensor labelsOf(const FeatureTable& table) {
    return at::from_blob(const_cast<std::int64_t*>(table.labels.data()), {table.size()}, at::kLong);
}

std::vector<float> valuesOf(const at::Tensor& tensor) {
    const at::Tensor all = tensor.contiguous();
    return {all.data_ptr<float>(), all.data_ptr<float>() + all.numel()};
}

}  // namespace

Result<AttachedExit> trainHead(const std::string& place, const FeatureTable& training,
                               const FeatureTable& validation, std::int64_t classes,
                               std::uint64_t seed, const std::stop_token& stop) {
    const c10::InferenceMode inference;
    at::set_num_threads(1);
    const at::Tensor raw = matrixOf(training);
    const at::Tensor mean = raw.mean(0);
    const at::Tensor deviation = raw.std(0, false).clamp_min(kLeastDeviation);
    const at::Tensor x = (raw - mean) / deviation;
    const at::Tensor held = (matrixOf(validation) - mean) / deviation;
    const at::Tensor wanted = at::one_hot(labelsOf(training), classes).to(at::kFloat);
    const at::Tensor heldLabels = labelsOf(validation);
    at::Tensor weight = at::zeros({classes, training.features}), bias = at::zeros({classes});
    at::Tensor bestWeight = weight.clone(), bestBias = bias.clone();
    double bestLoss = std::numeric_limits<double>::infinity();
    Adam weightAdam(weight), biasAdam(bias);
    std::vector<std::int64_t> order(static_cast<std::size_t>(training.size()));
    std::iota(order.begin(), order.end(), 0);
    const std::int64_t batch = std::min(kBatch, training.size());
    const std::int64_t perEpoch = training.size() / batch;
    const std::int64_t epochs = std::max(kEpochs, (kLeastSteps + perEpoch - 1) / perEpoch);
    const std::int64_t steps = epochs * perEpoch, validateEach = epochs / kEpochs;
    for (std::int64_t step = 0; step < steps; ++step) {
        if (stop.stop_requested()) return fail("stopped while the exits were trained");
        const std::int64_t epoch = step / perEpoch, at = step % perEpoch;
        if (at == 0) {
            Rng rng(seed, "head order", static_cast<std::uint64_t>(epoch));
            shuffle(order, rng);
        }
        const at::Tensor rows = at::from_blob(order.data() + at * batch, {batch}, at::kLong);
        const at::Tensor in = x.index_select(0, rows);
        const at::Tensor error =
            (at::addmm(bias, in, weight.t()).softmax(1) - wanted.index_select(0, rows)) /
            static_cast<double>(batch);
        const double rate = kRate * .5 *
                            (1 + std::cos(std::numbers::pi * static_cast<double>(step) /
                                          static_cast<double>(steps)));
        weightAdam.step(weight, error.t().mm(in).add_(weight, kWeightDecay), rate, step + 1);
        biasAdam.step(bias, error.sum(0), rate, step + 1);
        if (at + 1 < perEpoch || ((epoch + 1) % validateEach != 0 && step + 1 < steps)) continue;
        const double loss =
            at::cross_entropy_loss(at::addmm(bias, held, weight.t()), heldLabels).item<double>();
        if (loss >= bestLoss) continue;
        bestLoss = loss;
        bestWeight = weight.clone();
        bestBias = bias.clone();
    }
    if (!std::isfinite(bestLoss))
        return fail("an exit at " + place + " does not learn: its features are not finite");
    const at::Tensor folded = bestWeight / deviation;
    return AttachedExit{place, training.features, valuesOf(folded),
                        valuesOf(bestBias - folded.mv(mean))};
}

}  // namespace splitee
