// SPDX-License-Identifier: GPL-3.0-or-later
// Live images a second at batch 1 for each split layer (with an offload after it), against one
// plain forward of the whole network by the same LibTorch calls without cuts or early exits; tables
// against that forward in batches of 64.
#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>
#include <c10/core/InferenceMode.h>
#include <malloc.h>

#include "inference/evaluation.h"
#include "inference/live_world.h"
#include "inference/staged_network.h"

namespace {

using namespace splitee;

// A CIFAR-sized network in work on images that cost nothing to read.
class Grey final : public Dataset {
public:
    explicit Grey(std::int64_t size) : size_(size) {}
    std::string name() const override { return "grey"; }
    std::int64_t size() const override { return size_; }
    int side() const override { return 32; }
    const std::vector<std::string>& classNames() const override { return names_; }
    Result<Sample> read(std::int64_t index) const override {
        return Sample{
            Image{32, 32, std::vector<std::uint8_t>(32 * 32 * 3, static_cast<std::uint8_t>(index))},
            0};
    }
    std::string hash() const override { return ""; }

private:
    std::int64_t size_;
    std::vector<std::string> names_ = std::vector<std::string>(10, "grey");
};

const StagedNetwork& network() {
    static const auto loaded =
        *buildNetwork(*readModelFile(SPLITEE_RESOURCES "/models/cifar10.mee"), "builtin:cifar10");
    return *loaded;
}

// The whole network at once: only the final exit is looked at.
void forward(std::span<const Image> images) {
    std::vector<Sample> samples;
    for (const Image& image : images) samples.push_back({image, -1});
    Activation x = network().input(samples);
    for (int stage = 1; stage <= network().exits(); ++stage) x = network().run(stage, x);
    std::vector<ExitAnswer> answers(images.size());
    network().answer(network().exits(), x, answers);
    benchmark::DoNotOptimize(answers.data());
}

void plainForward(benchmark::State& state) {
    const c10::InferenceMode inference;
    at::set_num_threads(1);
    const auto batch = static_cast<std::size_t>(state.range(0));
    const std::vector<Image> images(batch, Grey(1).read(7)->image());
    for (auto _ : state) forward(images);
    state.SetItemsProcessed(state.iterations() * state.range(0));  // items = images
}

void splitAndOffload(benchmark::State& state) {
    LiveWorld world(network(), std::make_shared<Grey>(1000), 1000, 1);
    std::int64_t row = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(world.observe(
            {row, {static_cast<int>(state.range(0)), 2.0}, Feedback::AtSplit}));  // never leaves
        row = (row + 1) % 1000;
    }
    state.SetItemsProcessed(state.iterations());
}

void splitAndLeave(benchmark::State& state) {
    LiveWorld world(network(), std::make_shared<Grey>(1000), 1000, 1);
    std::int64_t row = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(world.observe(
            {row, {static_cast<int>(state.range(0)), 0.0}, Feedback::AtSplit}));  // always leaves
        row = (row + 1) % 1000;
    }
    state.SetItemsProcessed(state.iterations());
}

void exitTable(benchmark::State& state) {
    const Grey images(640);
    for (auto _ : state) benchmark::DoNotOptimize(buildExitTable(network(), images, 0, 1, {}, {}));
    state.SetItemsProcessed(state.iterations() * images.size());
}

BENCHMARK(plainForward)->Arg(1)->Arg(64)->MinWarmUpTime(0.2);
BENCHMARK(splitAndOffload)->DenseRange(1, 7)->MinWarmUpTime(0.2);
BENCHMARK(splitAndLeave)->DenseRange(1, 7)->MinWarmUpTime(0.2);
BENCHMARK(exitTable)->MinWarmUpTime(0.2);

}  // namespace

int main(int argc, char** argv) {
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    mallopt(M_TOP_PAD, 64 << 20);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
