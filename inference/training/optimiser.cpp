// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/training/optimiser.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace splitee {
namespace {

constexpr double kMomentum = 0.9;
constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kAdamEpsilon = 1e-8;
constexpr double kWarmUpShare = 0.25;
constexpr double kFirstRateShare = 1.0 / 25;
// AdamW as in ElasticBERT's fine-tuning, but for the second beta: a training from scratch is short.
constexpr double kAdamWBeta2 = 0.98;
constexpr double kAdamWWarmUpShare = 0.06;
constexpr double kAdamWMostNorm = 1;

double cosineBetween(double from, double to, double share) {
    return to + (from - to) * 0.5 * (1 + std::cos(std::numbers::pi * share));
}

}  // namespace

double rateShare(const std::string& schedule, std::int64_t step, std::int64_t steps) {
    const double done = static_cast<double>(step) / static_cast<double>(steps);
    if (schedule == "finetune") return cosineBetween(1, 0, done);
    if (schedule == "adamw")
        return done < kAdamWWarmUpShare ? done / kAdamWWarmUpShare
                                        : (1 - done) / (1 - kAdamWWarmUpShare);
    if (done < kWarmUpShare) return cosineBetween(kFirstRateShare, 1, done / kWarmUpShare);
    return cosineBetween(1, 0, (done - kWarmUpShare) / (1 - kWarmUpShare));
}

Optimiser::Optimiser(const TrainSettings& settings, FlatParameters& network)
    : settings_(settings), network_(network) {
    const std::int64_t count = network.parameters().numel();
    rate_ = at::full({count}, settings.learningRate);
    decay_ = at::zeros({count});
    first_ = at::zeros({count});
    if (settings.schedule != "scratch") second_ = at::zeros({count});
    std::int64_t offset = 0;
    for (const TensorSpec& spec : network.tensors()) {
        if (!spec.trained) break;
        if (spec.name.starts_with("exit"))
            rate_.narrow(0, offset, spec.size()).fill_(settings.exitLearningRate);
        if (spec.name.ends_with(".weight"))
            decay_.narrow(0, offset, spec.size()).fill_(settings.weightDecay);
        offset += spec.size();
    }
}

void Optimiser::slow(const std::string& name, double share) {
    std::int64_t offset = 0;
    for (const TensorSpec& spec : network_.tensors()) {
        if (spec.name == name) rate_.narrow(0, offset, spec.size()).mul_(share);
        offset += spec.size();
    }
}

void Optimiser::step(std::int64_t step, std::int64_t steps) {
    const double share = rateShare(settings_.schedule, step, steps);
    at::Tensor& parameters = network_.parameters();
    at::Tensor& gradients = network_.gradients();
    const bool decoupled = settings_.schedule == "adamw";
    if (decoupled)
        gradients.mul_(std::min(1.0, kAdamWMostNorm / (gradients.norm().item<double>() + 1e-6)));
    else
        gradients.addcmul_(decay_, parameters);
    if (!second_.defined()) {
        first_.mul_(kMomentum).add_(gradients);
        parameters.addcmul_(rate_, gradients.add(first_, kMomentum), -share);  // Nesterov
        return;
    }
    const auto t = static_cast<double>(step + 1);
    first_.mul_(kBeta1).add_(gradients, 1 - kBeta1);
    const double beta2 = decoupled ? kAdamWBeta2 : kBeta2;
    second_.mul_(beta2).addcmul_(gradients, gradients, 1 - beta2);
    if (decoupled) parameters.addcmul_(rate_ * decay_, parameters, -share);
    const at::Tensor spread = (second_ / (1 - std::pow(beta2, t))).sqrt_().add_(kAdamEpsilon);
    parameters.addcmul_(rate_, first_ / spread, -share / (1 - std::pow(kBeta1, t)));
}

std::vector<float> Optimiser::state() const {
    std::vector<float> state(first_.data_ptr<float>(), first_.data_ptr<float>() + first_.numel());
    if (second_.defined())
        state.insert(state.end(), second_.data_ptr<float>(),
                     second_.data_ptr<float>() + second_.numel());
    return state;
}

void Optimiser::setState(const std::vector<float>& state) {
    std::copy_n(state.begin(), first_.numel(), first_.data_ptr<float>());
    if (second_.defined())
        std::copy_n(state.begin() + first_.numel(), second_.numel(), second_.data_ptr<float>());
}

}  // namespace splitee
