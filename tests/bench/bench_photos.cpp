// SPDX-License-Identifier: GPL-3.0-or-later
// Live images a second over a folder of photographs, and the share of the time spent waiting for
// them: with photographs read ahead on threads, and without. The ways take turns; medians.
// Usage: bench_photos MODEL FOLDER [DISTORTION [TURNS]]
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <numeric>

#include "inference/inference.h"
#include "sources/live_source.h"

namespace {

using namespace splitee;

constexpr std::int64_t kPhotos = 300;

struct Turn {
    double perSecond = 0, waiting = 0;
};

// Every photograph to the last exit.
Turn play(const LiveSource& source, bool ahead) {
    const auto world = source.model->liveWorld(source.dataset, 0, 1);
    std::vector<std::uint32_t> rows(
        static_cast<std::size_t>(std::min<std::int64_t>(kPhotos, source.dataset->size())));
    std::iota(rows.begin(), rows.end(), 0U);
    double waited = 0;
    const auto begun = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (ahead) (*world)->expect(std::span(rows).subspan(i + 1));
        const Query query{rows[i], {(*world)->exits(), 2}, Feedback::UpToSplit};
        if (const auto seen = (*world)->observe(query); !seen) {
            std::fprintf(stderr, "bench_photos: %s\n", seen.error().message.c_str());
            std::exit(1);
        }
        waited += (*world)->took().waited;
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return {static_cast<double>(rows.size()) / seconds, waited / 10 / seconds};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: bench_photos MODEL FOLDER [DISTORTION [TURNS]]\n", stderr);
        return 2;
    }
    LiveRequest request{argv[1], std::string("folder:") + argv[2]};
    if (argc > 3) request.distortion = argv[3];
    const int turns = argc > 4 ? std::atoi(argv[4]) : 5;
    const auto source = openLiveSource(request, 1);
    if (!source) {
        std::fprintf(stderr, "bench_photos: %s\n", source.error().message.c_str());
        return 1;
    }
    std::array<std::vector<Turn>, 2> ways;
    for (int turn = -1; turn < turns; ++turn)
        for (std::size_t way = 0; way < 2; ++way)
            if (const Turn now = play(*source, way == 1); turn >= 0) ways[way].push_back(now);
    for (std::size_t way = 0; way < 2; ++way) {
        std::ranges::sort(ways[way], {}, &Turn::perSecond);
        const Turn median = ways[way][ways[way].size() / 2];
        std::printf("%-18s %6.0f images/s, %4.1f %% of the time waiting for images\n",
                    way == 0 ? "read when played" : "read ahead", median.perSecond, median.waiting);
    }
}
