// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences a second of an encoder of the bundled one's size (random weights), one thread, each
// sentence alone: layers as oneDNN primitives against LibTorch eager, to the first exit and to the
// last one. Ways take turns; processor time, medians over the turns. Usage: bench_encoder [TURNS]
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "datasets/text/word_piece.h"
#include "engine/rng.h"
#include "inference/encoder/staged_encoder.h"

namespace {

using namespace splitee;

constexpr double kLeastSeconds = .1;  // of a turn

double threadSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

EncoderModel benchModel(int hidden, int feedForward) {
    EncoderModel model;
    model.tokenizer = *WordPiece::of({"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a"});
    model.shape.hidden = hidden;
    model.shape.feedForward = feedForward;
    model.shape.vocabulary = 6;
    model.classNames = {"negative", "positive"};
    Rng rng(1, "bench encoder");
    for (const TensorSpec& spec : tensorsOf(model.shape))
        for (std::int64_t i = 0; i < spec.size(); ++i)
            model.values.push_back(static_cast<float>(
                spec.name.ends_with(".scale")
                    ? 1
                    : rng.normal() / std::sqrt(static_cast<double>(spec.shape.back()))));
    return model;
}

// Sentences a second up to `exit`, whose answer is asked for.
double rate(const StagedNetwork& network, const Sample& sample, int exit) {
    const double begun = threadSeconds();
    int done = 0;
    do {
        Activation x = network.input({&sample, 1});
        for (int stage = 1; stage <= exit; ++stage) x = network.run(stage, x);
        ExitAnswer answer;
        network.answer(exit, x, {&answer, 1});
        ++done;
    } while (threadSeconds() - begun < kLeastSeconds);
    return done / (threadSeconds() - begun);
}

}  // namespace

int main(int argc, char** argv) {
    const int turns = argc > 1 ? std::atoi(argv[1]) : 9;
    const c10::InferenceMode inference;
    at::set_num_threads(1);
    for (const auto& [hidden, feedForward] : {std::pair{128, 512}, std::pair{64, 256}}) {
        const EncoderModel model = benchModel(hidden, feedForward);
        const auto own = std::make_shared<const EncoderModel>(model);
        const StagedEncoder direct(modelFileOf(model), own);
        const StagedEncoder eager(modelFileOf(model), own, EncoderLayers::Calls);
        for (const int pieces : {16, 128}) {
            Text text;
            for (int i = 0; i < pieces - 2; ++i) text.first += "a ";
            const Sample sample{text, 0};
            std::array<std::vector<double>, 3> rates;
            for (int turn = -1; turn < turns; ++turn) {
                const std::array now{rate(eager, sample, 12), rate(direct, sample, 12),
                                     rate(direct, sample, 1)};
                for (std::size_t way = 0; turn >= 0 && way < now.size(); ++way)
                    rates[way].push_back(now[way]);
            }
            for (auto& way : rates) std::ranges::sort(way);
            const auto median = [&](std::size_t way) { return rates[way][rates[way].size() / 2]; };
            std::printf(
                "12 x %d, %3d pieces: eager %.0f sentences/s, primitives %.0f (%.2f times), "
                "to exit 1 %.0f\n",
                hidden, pieces, median(0), median(1), median(1) / median(0), median(2));
        }
    }
}
