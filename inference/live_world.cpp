// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/live_world.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>
#include <thread>
#include <utility>

#include "datasets/sample_statistics.h"
#include "engine/exception_barrier.h"

namespace splitee {
namespace {

// One processor is left to the network.
int readers() {
    constexpr unsigned kMost = 2;
    return static_cast<int>(std::min(std::max(std::thread::hardware_concurrency(), 1U) - 1, kMost));
}

}  // namespace

LiveWorld::LiveWorld(const StagedNetwork& network, std::shared_ptr<const Dataset> dataset,
                     std::int64_t samples, int threads)
    : network_(network),
      shown_(nullptr),
      samples_(samples),
      threads_(network.threads(threads)),
      depth_(network.info().depth()),
      confidence_(depth_.size()),
      entropy_(depth_.size()),
      prediction_(depth_.size()),
      answers_(depth_.size()),
      activations_(depth_.size() + 1) {
    const auto names = sampleStatisticNames(dataset->inputKind());
    sources_.push_back(std::make_unique<ReadAhead>(std::move(dataset), readers()));
    shown_ = sources_.front().get();
    contextNames_.assign(names.begin(), names.end());
}

const Image& LiveWorld::image() const {
    static const Image none;
    const Image* shown = std::get_if<Image>(&last_.input);
    return shown == nullptr ? none : *shown;
}

const Text& LiveWorld::text() const {
    static const Text none;
    const Text* shown = std::get_if<Text>(&last_.input);
    return shown == nullptr ? none : *shown;
}

TextRead LiveWorld::textRead() const {
    const Text* shown = std::get_if<Text>(&last_.input);
    return shown == nullptr || lastRow_ < 0 ? TextRead{} : network_.readOf(*shown);
}

Result<void> LiveWorld::addSource(std::shared_ptr<const Dataset> dataset) {
    const Dataset& first = sources_.front()->dataset();
    if (dataset->size() != first.size() || dataset->side() != first.side() ||
        dataset->inputKind() != first.inputKind() || dataset->classNames() != first.classNames())
        return fail("a schedule switches among distortions of the same samples, but " +
                    dataset->name() + " holds others than " + first.name());
    sources_.push_back(std::make_unique<ReadAhead>(std::move(dataset), readers()));
    return {};
}

void LiveWorld::show(std::size_t source) {
    ReadAhead* shown = sources_[source].get();
    if (shown == shown_) return;
    shown_ = shown;
    lastRow_ = -1;
}

// A sample is computed as far as anyone asked so far, and no exit twice: policies that play side by
// side ask in turns.
const Activation& LiveWorld::activation(int layer) {
    for (; computed_ < layer; ++computed_) {
        const auto at = static_cast<std::size_t>(computed_);
        activations_[at + 1] = network_.run(computed_ + 1, activations_[at]);
    }
    return activations_[static_cast<std::size_t>(layer)];
}

void LiveWorld::look(int exit) {
    const auto at = static_cast<std::size_t>(exit - 1);
    if ((answered_ >> at & 1) == 0) network_.answer(exit, activation(exit), {&answers_[at], 1});
    answered_ |= 1ULL << at;
    confidence_[at] = double{answers_[at].confidence};
    prediction_[at] = answers_[at].prediction;
    entropy_[at] = answers_[at].entropy;
    revealed_ |= 1ULL << at;
}

Result<void> LiveWorld::read(std::int64_t row) {
    if (row == lastRow_) return {};
    auto sample = shown_->read(row);
    waited_ = shown_->waited();
    if (!sample) return tl::unexpected(sample.error());
    last_ = std::move(*sample);
    lastRow_ = row;
    computed_ = -1;
    answered_ = 0;
    return {};
}

Result<std::span<const double>> LiveWorld::context(std::int64_t row) {
    if (auto ready = read(row); !ready) return tl::unexpected(ready.error());
    context_ = sampleStatistics(last_);
    return std::span<const double>(context_);
}

Result<Observation> LiveWorld::observe(const Query& query) {
    try {
        return play(query);
    } catch (...) {  // LibTorch reports by exceptions
        computed_ = -1;
        answered_ = 0;
        return fail("the network cannot compute sample " + std::to_string(query.row) + " of " +
                    shown_->dataset().name() + ": " + errorOfException().message);
    }
}

Result<Observation> LiveWorld::play(const Query& query) {
    if (!allows(query.feedback))
        return fail("a live world cannot reveal an exit that was never computed");
    const c10::InferenceMode inference;
    if (at::get_num_threads() != threads_) at::set_num_threads(threads_);
    if (auto ready = read(query.row); !ready) return tl::unexpected(ready.error());
    std::ranges::fill(confidence_, std::numeric_limits<double>::quiet_NaN());
    std::ranges::fill(prediction_, std::int16_t{-1});
    revealed_ = 0;

    if (computed_ < 0) {
        activations_[0] = network_.input({&last_, 1});
        computed_ = 0;
    }
    int passed = 0;
    const auto compute = [&](int layer) {
        while (++passed < layer)
            if (passed <= query.choice.split && query.feedback == Feedback::UpToSplit) look(passed);
        look(layer);
        const auto at = static_cast<std::size_t>(layer - 1);
        return ExitView{confidence_[at], entropy_[at], prediction_[at]};
    };
    const auto begun = std::chrono::steady_clock::now();
    const Stop stop = stopOf(query.choice, exits(), compute);  // the device
    const auto cut = std::chrono::steady_clock::now();
    if (!stop.exited) compute(exits());  // the cloud, from the cut activation
    using Milliseconds = std::chrono::duration<double, std::milli>;
    took_ = {Milliseconds(cut - begun).count(),
             stop.exited ? 0 : Milliseconds(std::chrono::steady_clock::now() - cut).count(),
             std::exchange(waited_, 0)};
    return Observation(confidence_.data(), prediction_.data(), exits(), revealed_, stop);
}

std::int32_t LiveWorld::label(std::int64_t row) const {
    if (row == lastRow_) return last_.label;
    return shown_->dataset().label(row).value_or(kUnknownLabel);
}

}  // namespace splitee
