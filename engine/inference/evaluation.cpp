#include "engine/inference/evaluation.h"

#include <c10/core/InferenceMode.h>

#include "engine/inference/split_network.h"

namespace splitee {
namespace {

constexpr std::int64_t kBatch = 64;

}  // namespace

Result<ExitTable> buildExitTable(const SplitNetwork& network, const Dataset& dataset, std::int64_t samples,
                                 const ProgressSink& progress, std::stop_token stop) {
    const c10::InferenceMode inference;
    const std::int64_t total = samples > 0 ? std::min(samples, dataset.size()) : dataset.size();
    ExitTable table;
    table.name = dataset.name();
    table.exits = kNetworkExits;
    table.depth.assign(kExitBlocks.begin(), kExitBlocks.end());
    const auto entries = static_cast<std::size_t>(total * kNetworkExits);
    table.confidence.resize(entries);
    table.prediction.resize(entries);
    for (std::int64_t first = 0; first < total; first += kBatch) {
        if (stop.stop_requested()) return fail("stopped");
        const std::int64_t count = std::min(kBatch, total - first);
        std::vector<Image> images;
        for (std::int64_t i = first; i < first + count; ++i) {
            auto sample = dataset.read(i);
            if (!sample) return tl::unexpected(sample.error());
            images.push_back(std::move(sample->image));
            table.label.push_back(sample->label);
            table.sample.push_back(i);
        }
        at::Tensor x = network.input(images);
        std::vector<ExitAnswer> answers(images.size());
        for (int exit = 1; exit <= kNetworkExits; ++exit) {
            x = network.runStage(exit, x);
            network.answer(exit, x, answers);
            for (std::int64_t i = 0; i < count; ++i) {
                const auto at = static_cast<std::size_t>((first + i) * kNetworkExits + exit - 1);
                table.confidence[at] = double{answers[static_cast<std::size_t>(i)].confidence};
                table.prediction[at] = answers[static_cast<std::size_t>(i)].prediction;
            }
        }
        if (progress) progress({"reading the exits", first + count, total, "images", ""});
    }
    return table;
}

std::vector<double> accuracyPerExit(const ExitTable& table) {
    std::vector<double> right(static_cast<std::size_t>(table.exits), 0.0);
    double labelled = 0;
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        const auto label = table.label[static_cast<std::size_t>(row)];
        if (label < 0) continue;
        ++labelled;
        const auto predictions = table.predictionsOf(row);
        for (std::size_t exit = 0; exit < right.size(); ++exit) right[exit] += predictions[exit] == label ? 1 : 0;
    }
    if (labelled == 0) return {};
    for (double& share : right) share /= labelled;
    return right;
}

}  // namespace splitee
