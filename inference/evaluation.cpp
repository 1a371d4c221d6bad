// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/evaluation.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

#include "datasets/sample_statistics.h"
#include "engine/exception_barrier.h"
#include "inference/staged_network.h"

namespace splitee {
namespace {

// Workers take the next batch until none is left or one fails; each writes its own rows of the
// table.
class TableBuilder {
public:
    TableBuilder(const StagedNetwork& network, const Dataset& dataset, std::int64_t total,
                 const ProgressSink& progress)
        : network_(network), dataset_(dataset), total_(total), progress_(progress) {
        table_.name = dataset.name();
        table_.exits = network.exits();
        table_.depth = network.info().depth();
        const auto rows = static_cast<std::size_t>(total);
        const std::size_t answers = rows * static_cast<std::size_t>(table_.exits);
        table_.confidence.resize(answers);
        table_.prediction.resize(answers);
        table_.entropy.resize(answers);
        const auto names = sampleStatisticNames(dataset.inputKind());
        table_.contextNames.assign(names.begin(), names.end());
        table_.context.resize(rows * names.size());
        table_.label.resize(rows);
        table_.sample.resize(rows);
    }

    void work(const std::stop_token& stop) {
        const auto worked = guarded([&] { fillBatches(stop); });
        if (worked) return;
        const std::scoped_lock lock(mutex_);
        error_ = worked.error();
        failed_ = true;
    }

    Result<ExitTable> finish() {
        if (error_) return tl::unexpected(*error_);
        return std::move(table_);
    }

private:
    void fillBatches(const std::stop_token& stop) {
        at::set_num_threads(1);
        const c10::InferenceMode inference;
        while (!failed_) {
            const std::int64_t first = next_.fetch_add(batch_);
            if (first >= total_) return;
            auto done = stop.stop_requested()
                            ? Result<void>(fail("stopped while the exits were read"))
                            : fillBatch(first);
            const std::scoped_lock lock(mutex_);
            if (!done) {
                error_ = done.error();
                failed_ = true;
                return;
            }
            done_ += std::min(batch_, total_ - first);
            if (progress_) progress_({"reading the exits", done_, total_, noun_, ""});
        }
    }

    Result<void> fillBatch(std::int64_t first) {
        const std::int64_t end = std::min(first + batch_, total_);
        std::vector<Sample> samples;
        for (std::int64_t i = first; i < end; ++i) {
            auto sample = dataset_.read(i);
            if (!sample) return tl::unexpected(sample.error());
            std::ranges::copy(sampleStatistics(*sample),
                              table_.context.begin() + i * std::ssize(table_.contextNames));
            table_.label[static_cast<std::size_t>(i)] = sample->label;
            samples.push_back(std::move(*sample));
            table_.sample[static_cast<std::size_t>(i)] = i;
        }
        Activation x = network_.input(samples);
        std::vector<ExitAnswer> answers(samples.size());
        for (int exit = 1; exit <= table_.exits; ++exit) {
            x = network_.run(exit, x);
            network_.answer(exit, x, answers);
            for (std::size_t i = 0; i < answers.size(); ++i) {
                const std::size_t at =
                    (static_cast<std::size_t>(first) + i) * static_cast<std::size_t>(table_.exits) +
                    static_cast<std::size_t>(exit - 1);
                table_.confidence[at] = double{answers[i].confidence};
                table_.prediction[at] = answers[i].prediction;
                table_.entropy[at] = answers[i].entropy;
            }
        }
        return {};
    }

    const StagedNetwork& network_;
    const Dataset& dataset_;
    const std::int64_t total_;
    const std::int64_t batch_ = network_.batch();
    const ProgressSink& progress_;
    const std::string noun_ = dataset_.inputKind() == InputKind::Text ? "texts" : "images";
    ExitTable table_;
    std::atomic<std::int64_t> next_{0};
    std::atomic<bool> failed_{false};
    std::mutex mutex_;  // guards done_, error_ and the progress sink
    std::int64_t done_ = 0;
    std::optional<Error> error_;
};

}  // namespace

Result<ExitTable> buildExitTable(const StagedNetwork& network, const Dataset& dataset,
                                 std::int64_t samples, int threads, const ProgressSink& progress,
                                 std::stop_token stop) {
    const std::int64_t total = samples > 0 ? std::min(samples, dataset.size()) : dataset.size();
    if (total == 0) return fail("there are no samples in " + dataset.name());
    TableBuilder builder(network, dataset, total, progress);
    {
        std::vector<std::jthread> workers;
        for (int i = 1; i < threads; ++i) workers.emplace_back([&] { builder.work(stop); });
        builder.work(stop);
    }
    return builder.finish();
}

}  // namespace splitee
