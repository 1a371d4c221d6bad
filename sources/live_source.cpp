// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/live_source.h"

#include <array>
#include <string_view>

#include "datasets/open_dataset.h"
#include "engine/current_stop.h"
#include "engine/fields.h"
#include "engine/plain_text.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

Result<std::unique_ptr<Network>> networkOf(const ModelFile& model, const std::string& name) {
    const auto inference = loadInference();
    if (!inference) return tl::unexpected(inference.error());
    return (*inference)->load(model, name);
}

}  // namespace

Result<std::shared_ptr<const ModelFile>> readModel(const std::string& name) {
    const auto path = resolve(name, "models", ".mee");
    if (!path) return tl::unexpected(path.error());
    auto model = readModelFile(*path);
    if (!model) return tl::unexpected(model.error());
    return std::make_shared<const ModelFile>(std::move(*model));
}

Result<std::unique_ptr<Network>> openModel(const std::string& name) {
    const auto model = readModel(name);  // before torch is loaded
    if (!model) return tl::unexpected(model.error());
    return networkOf(**model, name);
}

Result<Split> splitFrom(const std::string& text) {
    if (text == "train") return Split::Train;
    if (text == "validation") return Split::Validation;
    if (text == "test") return Split::Test;
    if (text == "all") return Split::All;
    constexpr std::array<std::string_view, 4> kParts{"train", "validation", "test", "all"};
    const std::string meant = nearest(text, kParts);
    return fail("unknown part '" + shownText(text, 100) +
                "': " + (meant.empty() ? "" : "did you mean " + meant + "? ") + "valid are " +
                listed(kParts));
}

Result<LiveFiles> openLiveFiles(const LiveRequest& request, LiveFiles given) {
    const auto distortion = parseDistortion(request.distortion);
    if (!distortion) return tl::unexpected(distortion.error());
    const auto part = splitFrom(request.part);
    if (!part) return tl::unexpected(part.error());
    LiveFiles files{request.model, request.dataset, request.part, {}, {}, {}};
    if (given.modelName == request.model) files.model = std::move(given.model);
    if (!files.model) {
        auto model = readModel(request.model);
        if (!model) return tl::unexpected(model.error());
        files.model = std::move(*model);
    }
    const int side = files.model->side();
    const std::vector<std::string>& classes = files.model->classNames;
    if (given.datasetName == request.dataset && given.part == request.part && given.images &&
        given.images->side() == side && given.classes == classes)
        files.images = std::move(given.images);
    files.classes = classes;
    if (!files.images) {
        const auto bundled = bundledTexts(request.dataset);
        if (!bundled) return tl::unexpected(bundled.error());
        const auto named = datasetName(*bundled);
        if (!named) return tl::unexpected(named.error());
        if (auto kind = takes(*files.model, inputKindOf(*named), request.dataset); !kind)
            return tl::unexpected(kind.error());
        auto images = openDataset(*named, *part, side, classes);
        if (!images) return tl::unexpected(images.error());
        files.images = std::move(*images);
    }
    if (auto fit = fits(*files.model, *files.images); !fit) return tl::unexpected(fit.error());
    if (auto apply = applies(*distortion, *files.images); !apply)
        return tl::unexpected(apply.error());
    return files;
}

Result<LiveSource> openLiveSource(const LiveRequest& request, std::uint64_t seed, LiveFiles given) {
    auto files = openLiveFiles(request, std::move(given));
    if (!files) return tl::unexpected(files.error());
    if (stopRequested()) return stoppedWhileReading(request.model);
    auto network = networkOf(*files->model, request.model);
    if (!network) return tl::unexpected(network.error());
    const auto distortion = parseDistortion(request.distortion);
    auto dataset = underDistortion(files->images, *distortion, seed);
    if (!dataset) return tl::unexpected(dataset.error());
    return LiveSource{std::move(*network), files->images, std::move(*dataset)};
}

}  // namespace splitee
