// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/sample_world.h"

#include "datasets/sample_statistics.h"
#include "engine/run/schedule.h"
#include "sources/run_source.h"

namespace splitee {
namespace {

std::vector<std::string> statisticNamesOf(const Dataset& dataset) {
    const auto names = sampleStatisticNames(dataset.inputKind());
    return {names.begin(), names.end()};
}

}  // namespace

SampleWorld::SampleWorld(std::shared_ptr<const LiveSource> source,
                         std::vector<std::shared_ptr<const Dataset>> images,
                         std::vector<double> depth)
    : source_(std::move(source)),
      images_(std::move(images)),
      depth_(std::move(depth)),
      contextNames_(statisticNamesOf(*source_->images)) {}

Result<std::unique_ptr<SampleWorld>> SampleWorld::of(std::shared_ptr<const LiveSource> source,
                                                     const Experiment& experiment,
                                                     std::vector<double> depth) {
    const auto scheduled = scheduledSources(experiment);
    if (!scheduled) return tl::unexpected(scheduled.error());
    std::vector<std::shared_ptr<const Dataset>> images{source->dataset};
    for (const std::string& distortion : *scheduled) {
        auto distorted = imagesUnder(*source, distortion, experiment.seed);
        if (!distorted) return tl::unexpected(distorted.error());
        images.push_back(std::move(*distorted));
    }
    return std::unique_ptr<SampleWorld>(
        new SampleWorld(std::move(source), std::move(images), std::move(depth)));
}

Result<Observation> SampleWorld::observe(const Query& query) {
    return fail("what the network said of row " + std::to_string(query.row) + " was not kept");
}

Result<std::span<const double>> SampleWorld::context(std::int64_t row) {
    const auto sample = images_[shown_]->read(row);
    if (!sample) return tl::unexpected(sample.error());
    context_ = sampleStatistics(*sample);
    return std::span<const double>(context_);
}

std::int32_t SampleWorld::label(std::int64_t row) const {
    return images_[shown_]->label(row).value_or(kUnknownLabel);  // of the domain that is shown
}

}  // namespace splitee
