// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/preview_worker.h"

#include <utility>

namespace splitee {
namespace {

// A threshold that no confidence reaches: the device computes, and shows, every exit.
constexpr double kNeverSure = 2;

Result<SeenImage> seen(const Network& model, const std::shared_ptr<const Dataset>& images,
                       std::int64_t row) {
    const auto world = model.liveWorld(images, 0, 1);
    if (!world) return tl::unexpected(world.error());
    const int exits = (*world)->exits();
    const auto all = (*world)->observe({row, {exits, kNeverSure}, Feedback::UpToSplit});
    if (!all) return tl::unexpected(all.error());
    SeenImage one{(*world)->image(), {}, {}};
    for (int layer = 1; layer <= exits; ++layer) {
        one.confidence.push_back(all->confidence(layer));
        one.prediction.push_back(all->prediction(layer));
    }
    return one;
}

}  // namespace

void PreviewWorker::request(const PreviewRequest& request) {
    work_.start(
        [this, request] { return compute(request); },
        [this, request](const Result<Preview>& preview) {
            ready_(preview ? *preview : Preview{request, {}, {}, "", {}, preview.error().message});
        });
}

Result<Preview> PreviewWorker::compute(const PreviewRequest& request) {
    const auto distortion = parseDistortion(request.source.distortion);
    if (!distortion) return tl::unexpected(distortion.error());
    if (const std::string name = request.source.model + " on " + request.source.dataset + " [" +
                                 request.source.part + "]";
        !source_ || name != opened_) {
        source_.reset();
        auto opened = openLiveSource(request.source, request.seed);
        if (!opened) return tl::unexpected(opened.error());
        source_ = std::move(*opened);
        opened_ = name;
    }
    if (source_->images->size() == 0)
        return fail("there are no images in " + source_->images->name());
    const std::int64_t row = request.row % source_->images->size();
    auto clean = seen(*source_->model, source_->images, row);
    if (!clean) return tl::unexpected(clean.error());
    const auto images = underDistortion(source_->images, *distortion, request.seed);
    if (!images) return tl::unexpected(images.error());
    auto dim = seen(*source_->model, *images, row);
    if (!dim) return tl::unexpected(dim.error());
    const auto label = source_->images->label(row);
    const auto& names = source_->images->classNames();
    const bool labelled = label && *label >= 0 && static_cast<std::size_t>(*label) < names.size();
    return Preview{request,         std::move(*clean),
                   std::move(*dim), labelled ? names[static_cast<std::size_t>(*label)] : "",
                   names,           ""};
}

}  // namespace splitee
