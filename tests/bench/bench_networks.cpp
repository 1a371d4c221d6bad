// SPDX-License-Identifier: GPL-3.0-or-later
// The bundled networks before and after their convolutions became primitives, in one run: version
// 0.1's way (tests/inference/call_by_call.h), live runs and tables of today, and eager Python.
// Ways take turns, so that what the machine does meanwhile meets all of them; ratios are medians
// over the turns. Usage: bench_networks [TURNS [NETWORK ..]]
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>

#include "datasets/image_statistics.h"
#include "inference/evaluation.h"
#include "inference/live_world.h"
#include "tests/inference/call_by_call.h"
#include "tests/inference/small_models.h"

namespace {

using namespace splitee;

constexpr double kTurnSeconds = .15;
constexpr int kImages = 1024;

// Images in memory: nothing is read or decoded.
class InMemory final : public Dataset {
public:
    explicit InMemory(int classes)
        : images_(test::walkedImages(kImages, 32, 1)),
          names_(static_cast<std::size_t>(classes), "class") {}
    std::string name() const override { return "random walks"; }
    std::int64_t size() const override { return kImages; }
    int side() const override { return 32; }
    const std::vector<std::string>& classNames() const override { return names_; }
    Result<Sample> read(std::int64_t index) const override {
        return Sample{images_[static_cast<std::size_t>(index)], 0};
    }
    std::string hash() const override { return ""; }
    const std::vector<Image>& images() const { return images_; }

private:
    std::vector<Image> images_;
    std::vector<std::string> names_;
};

double processorSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wallSeconds() {
    using Seconds = std::chrono::duration<double>;
    return Seconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Way {
    std::string name;
    std::size_t baseline;          // the way that the ratio is of
    std::function<double()> rate;  // one turn: images a second
    std::vector<double> rates;
};

// Images a second of processor time, or by the clock on the wall where several threads work.
// `run` returns how many images it computed.
std::function<double()> rateOf(double (*seconds)(), std::function<int()> run) {
    return [seconds, run = std::move(run)] {
        int images = 0;
        const double begun = seconds();
        double took = 0;
        while ((took = seconds() - begun) < kTurnSeconds) images += run();
        return images / took;
    };
}

void measure(std::vector<Way>& ways, int turns) {
    for (int turn = -1; turn < turns; ++turn)  // the first warms up
        for (Way& way : ways) {
            const double rate = way.rate();
            if (turn >= 0) way.rates.push_back(rate);
        }
    for (const Way& way : ways) {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < way.rates.size(); ++i)
            ratios.push_back(way.rates[i] / ways[way.baseline].rates[i]);
        std::printf("  %-36s %7.0f images/s  %5.2f x %s\n", way.name.c_str(), median(way.rates),
                    median(ratios), ways[way.baseline].name.c_str());
    }
}

// Version 0.1's table, without its thread pool.
void calledTable(const test::CallByCall& network, const Dataset& dataset) {
    std::vector<Image> images;
    for (std::int64_t row = 0; row < dataset.size(); ++row) {
        images.push_back(dataset.read(row)->image());
        (void)imageStatistics(images.back());
        if (images.size() < 64 && row + 1 < dataset.size()) continue;
        at::Tensor x = network.input(images);
        std::vector<ExitAnswer> answers(images.size());
        for (int stage = 1; stage <= kNetworkExits; ++stage) {
            x = network.runStage(stage, x);
            network.answer(stage, x, answers);
        }
        images.clear();
    }
}

// eager_network.py at work, or its absence.
class EagerPython {
public:
    // `settings`: environment variables before the command.
    EagerPython(const std::string& model, const std::string& settings) {
        char folder[] = "/tmp/bench_networks.XXXXXX";
        if (!mkdtemp(folder)) return;
        const std::string orders = std::string(folder) + "/orders";
        if (mkfifo(orders.c_str(), 0600) != 0) return;
        const std::string command = settings + " OMP_NUM_THREADS=1 /usr/bin/python3 '" +
                                    SPLITEE_EAGER_NETWORK "' '" + model + "' < " + orders;
        answers_ = popen(command.c_str(), "r");
        orders_ = std::fopen(orders.c_str(), "w");  // waits for the reader
        unlink(orders.c_str());
        rmdir(folder);
        char word[6];
        present_ = answers_ && orders_ && std::fscanf(answers_, "%5s", word) == 1;
    }
    EagerPython(const EagerPython&) = delete;
    EagerPython& operator=(const EagerPython&) = delete;
    ~EagerPython() {
        if (orders_) std::fclose(orders_);
        if (answers_) pclose(answers_);
    }
    bool present() const { return present_; }
    double rate(int batch) {
        std::fprintf(orders_, "%d\n", batch);
        std::fflush(orders_);
        double rate = 0;
        return std::fscanf(answers_, "%lf", &rate) == 1 ? rate : 0;
    }

private:
    std::FILE* answers_ = nullptr;
    std::FILE* orders_ = nullptr;
    bool present_ = false;
};

// Version 0.1 knew plain exits only. In place of a network with wide ones stands one of its width
// with plain exits and random weights, in a file of its own for Python.
Result<std::string> plainNetwork(const std::string& name) {
    const std::string path = SPLITEE_RESOURCES "/models/" + name + ".mee";
    const auto model = readModelFile(path);
    if (!model) return tl::unexpected(model.error());
    const Architecture& architecture = mobileNetOf(*model)->architecture;
    if (architecture.wideExits == 0) return path;
    const std::string plain =
        std::filesystem::temp_directory_path() / ("bench_networks-" + name + ".mee");
    if (auto written = writeModelFile(plain, modelFileOf(test::randomModel(architecture.width, 1)));
        !written)
        return tl::unexpected(written.error());
    return plain;
}

void benchNetwork(const std::string& name, int turns) {
    const auto found = plainNetwork(name);
    if (!found) {
        std::fprintf(stderr, "%s\n", found.error().message.c_str());
        std::exit(1);
    }
    const std::string& path = *found;
    const auto model = readModelFile(path);
    if (!model) {
        std::fprintf(stderr, "%s\n", model.error().message.c_str());
        std::exit(1);
    }
    const auto images = std::make_shared<InMemory>(mobileNetOf(*model)->architecture.classes);
    const c10::InferenceMode inference;
    at::set_num_threads(1);

    const double begun = wallSeconds();
    const auto built = buildNetwork(*model, path);
    if (!built) {
        std::fprintf(stderr, "%s\n", built.error().message.c_str());
        std::exit(1);
    }
    const StagedNetwork& network = **built;
    LiveWorld world(network, images, kImages, 1);
    // The final layer, never left before, every exit on the way looked at.
    const auto live = [&, row = std::int64_t{0}]() mutable {
        row = (row + 1) % kImages;
        return world.observe({row, {kNetworkExits, 2.0}, Feedback::UpToSplit}) ? 1 : 0;
    };
    auto first = live;
    (void)first();
    std::printf("%s: ready, with the first image seen, after %.0f ms\n", name.c_str(),
                1e3 * (wallSeconds() - begun));

    const test::CallByCall before(*mobileNetOf(*model));
    const auto calledOne = [&, row = std::size_t{0}]() mutable {
        row = (row + 1) % kImages;
        at::Tensor x = before.input({&images->images()[row], 1});
        ExitAnswer answer;
        for (int stage = 1; stage <= kNetworkExits; ++stage) {
            x = before.runStage(stage, x);
            before.answer(stage, x, {&answer, 1});
        }
        return 1;
    };
    const auto table = [&](int threads) {
        return [&, threads] {
            return static_cast<int>(
                buildExitTable(network, *images, 0, threads, {}, {})->label.size());
        };
    };
    const auto called = [&] {
        calledTable(before, *images);
        return kImages;
    };
    EagerPython python(path, "");
    // The allocator as main() sets it: page faults are part of the time of plain Python.
    EagerPython tuned(path,
                      "MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=2000000000 "
                      "MALLOC_TOP_PAD_=67108864");
    std::vector<Way> ways{
        {"version 0.1, batch 1", 0, rateOf(processorSeconds, calledOne), {}},
        {"live, whole network", 0, rateOf(processorSeconds, live), {}},
        {"version 0.1, table", 2, rateOf(processorSeconds, called), {}},
        {"table", 2, rateOf(processorSeconds, table(1)), {}},
        {"table, by the clock", 4, rateOf(wallSeconds, table(1)), {}},
        {"table on two threads, by the clock", 4, rateOf(wallSeconds, table(2)), {}},
    };
    if (python.present() && tuned.present()) {
        ways.push_back({"eager Python, batch 1", 1, [&] { return python.rate(1); }, {}});
        ways.push_back({"the same, our allocator", 1, [&] { return tuned.rate(1); }, {}});
        ways.push_back({"eager Python, batch 64", 3, [&] { return python.rate(64); }, {}});
        ways.push_back({"the same, our allocator", 3, [&] { return tuned.rate(64); }, {}});
    } else {
        std::printf("  eager Python is skipped: python3-torch is not installed\n");
    }
    measure(ways, turns);
    if (path.find("/bench_networks-") != std::string::npos) std::filesystem::remove(path);
}

}  // namespace

int main(int argc, char** argv) {
    const int turns = argc > 1 ? std::atoi(argv[1]) : 9;
    if (turns < 1) {
        std::fprintf(stderr, "usage: bench_networks [TURNS [NETWORK ..]]\n");
        return 2;
    }
    mallopt(M_MMAP_THRESHOLD, 1 << 30);  // as splitee does: at::empty() reuses memory
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    mallopt(M_TOP_PAD, 64 << 20);
    const std::vector<std::string> named(argv + std::min(argc, 2), argv + argc);
    for (const std::string& name :
         named.empty() ? std::vector<std::string>{"cifar10", "signs"} : named)
        benchNetwork(name, turns);
}
