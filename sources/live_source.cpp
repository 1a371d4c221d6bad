// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/live_source.h"

#include "datasets/open_dataset.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

// What a request names, but for the network.
struct NamedImages {
    std::shared_ptr<const Dataset> images;
    Distortion distortion;
};

Result<NamedImages> openImages(const LiveRequest& request, const Architecture& architecture) {
    const auto distortion = parseDistortion(request.distortion);
    if (!distortion) return tl::unexpected(distortion.error());
    const auto part = splitFrom(request.part);
    if (!part) return tl::unexpected(part.error());
    auto dataset = openDataset(request.dataset, *part, architecture.side);
    if (!dataset) return tl::unexpected(dataset.error());
    return NamedImages{std::move(*dataset), *distortion};
}

}  // namespace

Result<std::unique_ptr<MultiExitModel>> openModel(const std::string& name) {
    const auto path = resolve(name, "models", ".mee");
    if (!path) return tl::unexpected(path.error());
    if (auto readable = readModelFile(*path); !readable)
        return tl::unexpected(readable.error());  // before torch is loaded
    const auto inference = loadInference();
    if (!inference) return tl::unexpected(inference.error());
    return (*inference)->load(*path);
}

Result<Split> splitFrom(const std::string& text) {
    if (text == "train") return Split::Train;
    if (text == "validation") return Split::Validation;
    if (text == "test") return Split::Test;
    return fail("unknown part '" + text.substr(0, 100) + "': valid are train, validation or test");
}

Result<LiveSource> openLiveSource(const LiveRequest& request, std::uint64_t seed) {
    if (const auto distortion = parseDistortion(request.distortion); !distortion)
        return tl::unexpected(distortion.error());
    if (const auto part = splitFrom(request.part); !part) return tl::unexpected(part.error());
    auto model = openModel(request.model);
    if (!model) return tl::unexpected(model.error());
    auto named = openImages(request, (*model)->file().architecture);
    if (!named) return tl::unexpected(named.error());
    if (auto fits = (*model)->accepts(*named->images); !fits) return tl::unexpected(fits.error());
    return LiveSource{std::move(*model), named->images,
                      distorted(named->images, named->distortion, seed)};
}

Result<void> checkLiveSource(const LiveRequest& request) {
    const auto path = resolve(request.model, "models", ".mee");
    if (!path) return tl::unexpected(path.error());
    const auto model = readModelFile(*path);
    if (!model) return tl::unexpected(model.error());
    const auto named = openImages(request, model->architecture);
    if (!named) return tl::unexpected(named.error());
    return fits(model->architecture, *named->images);
}

}  // namespace splitee
