// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/measuring.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>

#include "inference/staged_network.h"

namespace splitee {
namespace {

constexpr int kWarmUp = 10;
constexpr int kCounted = 51;

double median(std::vector<double>& times) {
    std::ranges::nth_element(times, times.begin() + kCounted / 2);
    return times[kCounted / 2];
}

// A grey image, or a text that fills the network's length.
Sample plainSample(const NetworkInfo& info) {
    if (info.takesTexts()) {
        Text text;
        for (int i = 0; i < info.text().length; ++i) text.first += "a ";
        return {text, -1};
    }
    const int side = info.image().side;
    return {Image{side, side,
                  std::vector<std::uint8_t>(static_cast<std::size_t>(side * side * 3), 128)},
            -1};
}

}  // namespace

std::vector<StageTime> measureStages(const StagedNetwork& network) {
    const c10::InferenceMode inference;
    at::set_num_threads(1);
    const Sample sample = plainSample(network.info());
    const auto exits = static_cast<std::size_t>(network.exits());
    std::vector<std::vector<double>> stage(exits);
    std::vector<std::vector<double>> exit(exits);
    for (int pass = 0; pass < kWarmUp + kCounted; ++pass) {
        Activation x = network.input({&sample, 1});
        for (std::size_t i = 0; i < exits; ++i) {
            const auto start = std::chrono::steady_clock::now();
            x = network.run(static_cast<int>(i) + 1, x);
            const auto cut = std::chrono::steady_clock::now();
            ExitAnswer answer;
            network.answer(static_cast<int>(i) + 1, x, {&answer, 1});
            const auto end = std::chrono::steady_clock::now();
            if (pass < kWarmUp) continue;
            using Milliseconds = std::chrono::duration<double, std::milli>;
            stage[i].push_back(Milliseconds(cut - start).count());
            exit[i].push_back(Milliseconds(end - cut).count());
        }
    }
    std::vector<StageTime> medians;
    for (std::size_t i = 0; i < exits; ++i) medians.push_back({median(stage[i]), median(exit[i])});
    return medians;
}

}  // namespace splitee
