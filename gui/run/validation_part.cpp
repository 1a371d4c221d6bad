// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/validation_part.h"

#include "gui/background/low_priority.h"
#include "sources/read_exits.h"

namespace splitee {
namespace {

constexpr const char* kValidationName = "validation";

// A folder without test images gives those for validation to both; a single file of texts is whole
// in the test part, its validation part among it.
Result<void> checkIsNoTest(const LiveRequest& request, const LiveSource& source) {
    LiveRequest test = request;
    test.part = kTestPart;
    const auto files = openLiveFiles(test);
    if (!files) return {};
    const PartSizes parts = files->images->parts();
    const bool shared = parts.train + parts.validation + parts.test > parts.all;
    const bool same = files->images->size() == source.images->size() &&
                      files->images->hash() == source.images->hash();
    if (!shared && !same) return {};
    return fail("temperatures are never fitted on test samples, and " + request.dataset +
                " has no validation part of its own: its samples are in the test part, too");
}

}  // namespace

ValidationPart::ValidationPart(const ExperimentFile& file, const RunProvenance& opened,
                               std::optional<ExitCache> cache)
    : request_{file.model, file.dataset, file.distortion.empty() ? "clean" : file.distortion,
               kValidationName, 1},
      seed_(file.experiment.seed),
      modelHash_(opened.modelHash),
      dataHash_(opened.dataHash),
      cache_(std::move(cache)) {}

bool ValidationPart::sameAs(const ValidationPart& other) const {
    return request_.model == other.request_.model && request_.dataset == other.request_.dataset &&
           request_.distortion == other.request_.distortion && seed_ == other.seed_ &&
           modelHash_ == other.modelHash_ && dataHash_ == other.dataHash_;
}

Result<ExitTable> ValidationPart::read(const ProgressSink& progress,
                                       const std::stop_token& stop) const {
    lowerPriority();
    const auto source = openLiveSource(request_, seed_);
    if (!source)
        return fail("there is no validation part to fit temperatures on: " +
                    source.error().message);
    if (source->model->info().hash != modelHash_)
        return fail("the network " + request_.model +
                    " has changed since it was opened: open it again, then fit");
    if (source->dataset->size() == 0)
        return fail("the validation part of " + request_.dataset +
                    " has no samples to fit temperatures on");
    if (auto own = checkIsNoTest(request_, *source); !own) return tl::unexpected(own.error());
    if (stop.stop_requested()) return fail("cancelled");
    const std::string key = exitKey(*source->model, *source->dataset, request_.distortion, seed_);
    auto read = readExits(*source->model, source->dataset, cache_ ? &*cache_ : nullptr, key, {},
                          progress, stop);
    if (!read) return tl::unexpected(read.error());
    return std::move(read->table);
}

}  // namespace splitee
