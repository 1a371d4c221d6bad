// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/feature_reader.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <numeric>
#include <optional>
#include <string>
#include <thread>

#include "engine/exception_barrier.h"
#include "engine/rng.h"
#include "engine/world/exit_table.h"
#include "inference/torchscript/staged_script.h"

namespace splitee {
namespace {

constexpr std::int64_t kAtOnce = 16;  // images that a worker takes
constexpr std::uint64_t kMostFeatureBytes = 3ULL << 30;

// Workers take images in turn; each writes its own rows.
class FeatureReader {
public:
    FeatureReader(const StagedScript& network, int exits, const Dataset& images,
                  std::vector<std::int64_t> rows, const ProgressSink& progress)
        : network_(network),
          exits_(exits),
          images_(images),
          rows_(std::move(rows)),
          progress_(progress),
          labels_(rows_.size(), kUnknownLabel),
          values_(static_cast<std::size_t>(exits)) {}

    Result<void> prepare() {
        std::uint64_t bytes = 0;
        for (int k = 0; k < exits_; ++k) {
            const auto& shape =
                network_.info().stages[static_cast<std::size_t>(k)].payload.front().shape;
            features_.push_back(shape.size() == 2 ? shape[1] : shape[0]);
            bytes += rows_.size() * static_cast<std::uint64_t>(features_.back()) * sizeof(float);
        }
        if (bytes > kMostFeatureBytes)
            return fail("the features of " + std::to_string(rows_.size()) +
                        " images would take more than 3 GiB: take fewer images, or fewer exits");
        for (std::size_t k = 0; k < values_.size(); ++k)
            values_[k].resize(rows_.size() * static_cast<std::size_t>(features_[k]));
        return {};
    }

    void work(const std::stop_token& stop) {
        const auto worked = guarded([&] { return readAll(stop); });
        if (worked) return;
        const std::scoped_lock lock(mutex_);
        error_ = worked.error();
        failed_ = true;
    }

    Result<std::vector<FeatureTable>> finish() {
        if (error_) return tl::unexpected(*error_);
        std::vector<FeatureTable> tables(values_.size());
        for (std::size_t k = 0; k < tables.size(); ++k) {
            tables[k].features = features_[k];
            const auto width = static_cast<std::size_t>(features_[k]);
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                if (labels_[i] == kUnknownLabel) continue;
                const auto from = values_[k].begin() + static_cast<std::ptrdiff_t>(i * width);
                tables[k].values.insert(tables[k].values.end(), from,
                                        from + static_cast<std::ptrdiff_t>(width));
                tables[k].labels.push_back(labels_[i]);
            }
        }
        return tables;
    }

private:
    Result<void> readAll(const std::stop_token& stop) {
        at::set_num_threads(1);
        const c10::InferenceMode inference;
        const auto total = static_cast<std::int64_t>(rows_.size());
        while (!failed_) {
            const std::int64_t first = next_.fetch_add(kAtOnce);
            if (first >= total) return {};
            const std::int64_t end = std::min(first + kAtOnce, total);
            for (std::int64_t i = first; i < end; ++i) {
                if (stop.stop_requested()) return fail("stopped while the features were read");
                if (auto read = readOne(static_cast<std::size_t>(i)); !read) return read;
            }
            const std::scoped_lock lock(mutex_);
            done_ += end - first;
            if (progress_)
                progress_({"reading features of " + images_.name(), done_, total, "images", ""});
        }
        return {};
    }

    Result<void> readOne(std::size_t row) {
        const auto sample = images_.read(rows_[row]);
        if (!sample) return tl::unexpected(sample.error());
        labels_[row] = sample->label;
        if (sample->label == kUnknownLabel) return {};
        Activation at = network_.input({&*sample, 1});
        for (int exit = 1; exit <= exits_; ++exit) {
            at = network_.run(exit, at);
            const auto k = static_cast<std::size_t>(exit - 1);
            const auto pooled = pooledFeatures(at.payload.front());
            std::ranges::transform(
                pooled,
                values_[k].begin() +
                    static_cast<std::ptrdiff_t>(row * static_cast<std::size_t>(features_[k])),
                [](double value) { return static_cast<float>(value); });
        }
        return {};
    }

    const StagedScript& network_;
    const int exits_;
    const Dataset& images_;
    const std::vector<std::int64_t> rows_;
    const ProgressSink& progress_;
    std::vector<std::int32_t> labels_;
    std::vector<std::int64_t> features_;
    std::vector<std::vector<float>> values_;  // [exits][rows * features]
    std::atomic<std::int64_t> next_{0};
    std::atomic<bool> failed_{false};
    std::mutex mutex_;  // guards done_, error_ and the progress sink
    std::int64_t done_ = 0;
    std::optional<Error> error_;
};

}  // namespace

Result<std::vector<FeatureTable>> readFeatures(const StagedScript& network, int exits,
                                               const Dataset& images, std::int64_t most,
                                               std::uint64_t seed, int threads,
                                               const ProgressSink& progress,
                                               const std::stop_token& stop) {
    std::vector<std::int64_t> rows(static_cast<std::size_t>(images.size()));
    std::iota(rows.begin(), rows.end(), 0);
    Rng rng(seed, "feature images");
    shuffle(rows, rng);
    if (most > 0 && images.size() > most) rows.resize(static_cast<std::size_t>(most));
    FeatureReader reader(network, exits, images, std::move(rows), progress);
    if (auto ready = reader.prepare(); !ready) return tl::unexpected(ready.error());
    {
        std::vector<std::jthread> workers;
        for (int i = 1; i < threads; ++i) workers.emplace_back([&] { reader.work(stop); });
        reader.work(stop);
    }
    return reader.finish();
}

}  // namespace splitee
